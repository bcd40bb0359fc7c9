// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/snippet.h"

#include <gtest/gtest.h>

#include <string>

#include "analysis/text/utf8.h"

namespace vraagbaak::query {
namespace {

const analysis::Analyzer& analyzer() {
  static const analysis::Analyzer one(analysis::DictionarySource::built_in());
  return one;
}

std::string snippet(std::string_view text, std::string_view query, std::size_t width = 1000) {
  const auto parsed = parse_query(query);
  if (!parsed) return parsed.problem().message();
  const auto matches = find_matches(text, sought_terms(parsed->root, analyzer()), analyzer());
  return mark_matches(make_snippet(text, matches, width), "[", "]");
}

struct MarkCase {
  const char* name;
  std::string_view text;
  std::string_view query;
  std::string_view marked;
};
class Mark : public testing::TestWithParam<MarkCase> {};
TEST_P(Mark, StandsRoundTheMatch) {
  EXPECT_EQ(snippet(GetParam().text, GetParam().query), GetParam().marked);
}
INSTANTIATE_TEST_SUITE_P(
    Snippet, Mark,
    testing::Values(
        MarkCase{"word", "De haven groeit.", "haven", "De [haven] groeit."},
        MarkCase{"other_form", "De bedrijven groeien.", "bedrijf", "De [bedrijven] groeien."},
        MarkCase{"case_and_accent", "Het CAFÉ sluit.", "cafe", "Het [CAFÉ] sluit."},
        MarkCase{"last_part", "Het projectbudget daalt.", "budget", "Het project[budget] daalt."},
        MarkCase{"last_part_inflected", "De projectbudgetten dalen.", "budget",
                 "De project[budgetten] dalen."},
        MarkCase{"first_part", "Het projectbudget daalt.", "project", "Het [project]budget daalt."},
        MarkCase{"whole_compound", "Het projectbudget daalt.", "projectbudget", "Het [projectbudget] daalt."},
        MarkCase{"hyphenated", "Een EFRO-project start.", "project", "Een EFRO-[project] start."},
        MarkCase{"phrase", "De kaai en de kaaimuur.", "\"de kaaimuur\"", "De kaai en [de kaaimuur]."},
        MarkCase{"phrase_only_whole", "De kaai en een kaaimuur.", "\"de kaaimuur\"",
                 "De kaai en een kaaimuur."},
        MarkCase{"prefix", "Energiebesparing en energie.", "energ*", "[Energiebesparing] en [energie]."},
        MarkCase{"number", "Er is 270 000 euro.", "270.000", "Er is [270 000] euro."},
        MarkCase{"not_the_excluded", "De haven en de kaai.", "haven -kaai", "De [haven] en de kaai."},
        MarkCase{"white_space", "De\n\n  haven\tgroeit.", "haven", "De [haven] groeit."},
        MarkCase{"control_characters", "De \x02haven\x03 \x1b[1m groeit.", "haven", "De [haven] [1m groeit."},
        MarkCase{"empty", "", "haven", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Snippet, IsTheWindowWithTheMostDifferentWords) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "De haven groeit nog. ";
  text += "Hier staat de kaai bij de haven van de stad. ";
  for (int i = 0; i < 50; ++i) text += "Het regent al dagen. ";
  const std::string cut = snippet(text, "haven OR kaai", 80);
  EXPECT_NE(cut.find("[kaai] bij de [haven]"), std::string::npos) << cut;
  EXPECT_TRUE(cut.starts_with("… ")) << cut;
  EXPECT_TRUE(cut.ends_with(" …")) << cut;
  EXPECT_LT(cut.size(), 130u);
}

TEST(Snippet, CutsNoCodePointOfAWordWithoutEnd) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "€";
  const std::string cut = make_snippet(text, {}, 100);
  EXPECT_TRUE(analysis::is_utf8(cut));
  EXPECT_GT(cut.size(), 50u);
}

TEST(Snippet, TakesAnyBytes) {
  for (const std::string_view text : {"\xff\xfe haven", "haven \xC3", "\xE2\x82 haven \xE2"}) {
    EXPECT_NE(snippet(text, "haven", 20).find("[haven]"), std::string::npos);
  }
}

}  // namespace
}  // namespace vraagbaak::query
