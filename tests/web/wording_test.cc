// SPDX-License-Identifier: EUPL-1.2
#include "web/server/wording.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "query/understand/computation.h"
#include "query/understand/question.h"
#include "web/server/page_pictures.h"

namespace vraagbaak::web {
namespace {

const Wording& wording() {
  static const auto source = analysis::DictionarySource::built_in();
  static const Wording made(source);
  return made;
}

TEST(Wording, FillsIn) {
  EXPECT_EQ(wording().say("nl", "pager.position", {"1", "20", "340"}), "1–20 van 340");
  EXPECT_EQ(wording().say("en", "pager.position", {"1", "20", "340"}), "1–20 of 340");
}

// Every message that the pages name is there.
TEST(Wording, HasWhatThePagesSay) {
  const std::filesystem::path folder = std::filesystem::path(VRAAGBAAK_SOURCE_DIR) / "web/server";
  const std::regex named(
      "\"((?:nav|ask|check|search|field|column|document|documents|download|pager|pane|page|hedge|"
      "confidence|syntax|choice|theme|feed|audit|tables|figures|entities|trend|conflicts|unanswered|error|"
      "filter|source)"
      "\\.(?!csv|xlsx|json|svg|atom)[a-z_]+)\"");
  std::set<std::string> keys;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cc") continue;
    std::ifstream stream(entry.path());
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    for (std::sregex_iterator at(text.begin(), text.end(), named), end; at != end; ++at)
      keys.insert((*at)[1]);
  }
  EXPECT_GT(keys.size(), 80u);
  for (const std::string& key : keys) {
    EXPECT_TRUE(wording().has(key)) << key;
  }
}

// … and those it puts together from a name.
TEST(Wording, HasASentenceForEachOfAKind) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < query::kAnswerKinds; ++i)
    keys.push_back("wanted." + std::string(query::to_string(static_cast<query::AnswerKind>(i))));
  for (const auto operation : {query::Operation::difference, query::Operation::sum, query::Operation::growth,
                               query::Operation::maximum, query::Operation::minimum})
    keys.push_back("operation." + std::string(query::to_string(operation)));
  for (const char* kind :
       {"no_word", "no_passage", "absent", "absent_more", "no_kind", "no_year", "unclear", "too_slow"})
    keys.push_back(std::string("shortfall.") + kind);
  for (const auto obstacle : {PictureObstacle::not_a_pdf, PictureObstacle::no_program, PictureObstacle::gone,
                              PictureObstacle::changed, PictureObstacle::no_page, PictureObstacle::not_drawn})
    keys.push_back("picture." + std::string(to_string(obstacle)));
  for (const std::string& key : keys) EXPECT_TRUE(wording().has(key)) << key;
}

struct LanguageCase {
  const char* name;
  std::string_view header;
  std::string_view language;
};
class Language : public testing::TestWithParam<LanguageCase> {};
TEST_P(Language, IsChosen) {
  EXPECT_EQ(preferred_language(GetParam().header), GetParam().language);
}
INSTANTIATE_TEST_SUITE_P(Wording, Language,
                         testing::Values(LanguageCase{"none", "", "nl"},
                                         LanguageCase{"english", "en-GB,en;q=0.9", "en"},
                                         LanguageCase{"dutch_first", "nl-BE,nl;q=0.9,en;q=0.8", "nl"},
                                         LanguageCase{"english_first", "nl;q=0.5, en;q=0.7", "en"},
                                         LanguageCase{"neither", "fr-BE,fr", "nl"},
                                         LanguageCase{"french_then_english", "fr, en;q=0.2", "en"},
                                         LanguageCase{"nonsense", ";;q=,,en;q=x", "en"}),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::web
