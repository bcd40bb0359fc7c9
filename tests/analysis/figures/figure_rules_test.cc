// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "analysis/dictionary/dictionary_file.h"
#include "tests/analysis/figures/figure_test_support.h"

namespace vraagbaak::analysis {
namespace {

constexpr PartialDate kToday{.year = 2022, .month = 6, .day = 17};

TEST(FigureRules, EachMakesItsExample) {
  const DictionarySource source = DictionarySource::built_in();
  const DictionaryFile rules(source, "nl/figure-rules.tsv", {"rule", "example", "says"});
  ASSERT_FALSE(rules.rows().empty());
  for (const DictionaryRow& row : rules) {
    EXPECT_EQ(finder().explain(row[0]), row[2]);
    if (row[1].empty()) continue;  // made by the context of a cell
    FigureOptions options;
    if (row[0] == "date.relative") options.reference = kToday;
    const auto figures = finder().find(row[1], options);
    EXPECT_TRUE(std::ranges::any_of(figures, [&](const Figure& figure) { return figure.rule == row[0]; }))
        << row[0] << " in: " << row[1];
  }
}

TEST(FigureRules, EveryFigureNamesOneOfThem) {
  for (const std::string_view text :
       {"Op 17 juni 2022 kreeg 40% van de 12 scholen € 2.500 tot 5.000 euro, 1 op 3 nog geen 5 ha.",
        "vraag 3, artikel 5, de 7de keer, 12 km, 3 maanden, tientallen dossiers, 50/50, 2021-2025, 1.2.3"}) {
    for (const Figure& figure : finder().find(text))
      EXPECT_FALSE(finder().explain(figure.rule).empty()) << figure.rule;
  }
}

TEST(FigureRules, UnknownOnesSayNothing) {
  EXPECT_EQ(finder().explain("no.such.rule"), "");
}

}  // namespace
}  // namespace vraagbaak::analysis
