// SPDX-License-Identifier: EUPL-1.2
#include "query/trend/trend_finder.h"

#include <gtest/gtest.h>

#include "query/render/trend_report.h"
#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

using testing_support::analyzer;
using testing_support::dictionaries;
using testing_support::SmallIndex;

std::vector<TrendSeries> trend_of(const std::string& text, std::string_view query) {
  const SmallIndex index(testing_support::Documents{{"nota.txt", "Nota\n\n" + text}});
  static const TrendKnowledge knowledge(dictionaries(), analyzer());
  return find_trend(query, index.reader, knowledge, index.citations, 5);
}

std::string values(const TrendSeries& series) {
  std::string text;
  for (const TrendPoint& point : series.points) {
    text += (text.empty() ? "" : " ") + std::to_string(point.year) + "=" + point.figure.value->print();
  }
  return text;
}

struct SeriesCase {
  const char* name;
  const char* text;
  const char* query;
  const char* expected;  // of the first series; "" where there is none
};
class Series : public testing::TestWithParam<SeriesCase> {};
TEST_P(Series, IsFound) {
  const auto found = trend_of(GetParam().text, GetParam().query);
  EXPECT_EQ(found.empty() ? "" : values(found.front()), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Texts, Series,
    testing::Values(
        SeriesCase{"one_sentence",
                   "De dienst telde 347 meldingen van vandalisme in 2011, 533 meldingen in 2012 en 496 "
                   "meldingen in 2014.\n",
                   "meldingen vandalisme", "2011=347 2012=533 2014=496"},
        SeriesCase{
            "bullets",
            "Infrabel schafte deze overwegen af:\n- In 2014 heeft Infrabel 11 overwegen afgeschaft.\n- In "
            "2015 heeft Infrabel 22 overwegen afgeschaft.\n",
            "overwegen afgeschaft", "2014=11 2015=22"},
        SeriesCase{
            "other_things",
            "In 2014 waren er 11 overwegen. In 2015 waren er 22 tunnels. In 2016 waren er 30 bruggen.\n",
            "overwegen", ""},
        SeriesCase{"other_units", "In 2014 kostte Lokeren 11 euro. In 2015 groeide Lokeren met 5 %.\n",
                   "Lokeren", ""},
        SeriesCase{"one_year", "In 2014 waren er 11 overwegen.\n", "overwegen", ""},
        SeriesCase{"no_year", "Er waren 11 overwegen. Er waren 12 overwegen.\n", "overwegen", ""},
        SeriesCase{"nothing", "In 2014 waren er 11 overwegen.\n", "???", ""},
        SeriesCase{"table",
                   "Tabel 1 Uitgaven per programma (in euro)\n\nProgramma 2014 2015 2016\n\nVeldhoek 100.000 "
                   "120.000 90.000\nZeedijk 50.000 60.000 70.000\nTotaal 150.000 180.000 160.000\n",
                   "Veldhoek", "2014=100000 2015=120000 2016=90000"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Trend, ShowsGapsAndCitesEachPoint) {
  const auto found = trend_of(
      "De dienst telde 347 meldingen van vandalisme in 2011, 533 meldingen in 2012 en 496 meldingen in "
      "2014.\n",
      "meldingen vandalisme");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].gaps, std::vector<int>{2013});
  for (const TrendPoint& point : found[0].points) {
    EXPECT_NE(point.citation.quote.find(point.text), std::string::npos);
  }
  EXPECT_NE(render::trend_text(found[0], {}).find("2013  "), std::string::npos);
  const std::string chart = render::trend_chart(found[0], {false, 40});
  EXPECT_NE(chart.find("2012  533  █"), std::string::npos) << chart;
}

}  // namespace
}  // namespace vraagbaak::query
