// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/decompounder.h"

#include <gtest/gtest.h>

#include <random>

namespace vraagbaak::analysis {
namespace {

std::string shown(const Decompounder& decompounder, std::string_view word) {
  std::string result;
  for (const std::string& part : decompounder.parts(word))
    result.append(result.empty() ? "" : "+").append(part);
  return result;
}

const Decompounder& large() {
  static const Decompounder decompounder(DictionarySource::built_in());
  return decompounder;
}

const Decompounder& small() {
  static const DictionarySource source = DictionarySource::built_in();
  static const Decompounder decompounder(source, WordList(source, ""));
  return decompounder;
}

struct Case {
  std::string_view word;
  std::string_view parts;
};

TEST(Decompounder, CutsTheCompoundsOfPolicyDutchWithOurOwnWordsToo) {
  const Case cases[] = {
      {"projectbudget", "project+budget"},        {"bedrijfsbezoek", "bedrijf+bezoek"},
      {"subsidiebedrag", "subsidie+bedrag"},      {"projectsubsidie", "project+subsidie"},
      {"onderzoeksproject", "onderzoek+project"}, {"arbeidsmarkt", "arbeid+markt"},
      {"efro-project", "efro+project"},           {"west-vlaams", "west+vlaams"},
  };
  for (const Case& row : cases) {
    EXPECT_EQ(shown(small(), row.word), row.parts) << "small list";
    EXPECT_EQ(shown(large(), row.word), row.parts);
  }
}

TEST(Decompounder, CutsWithTheLargeList) {
  if (!WordList(DictionarySource::built_in()).is_large())
    GTEST_SKIP() << "the package wdutch is not installed";
  const Case cases[] = {
      {"bedrijfsbezoeken", "bedrijf+bezoeken"},   {"opleidingsprojecten", "opleiding+projecten"},
      {"brandstofkosten", "brandstof+kosten"},    {"omgangstaal", "omgang+taal"},
      {"overheidsdiensten", "overheid+diensten"}, {"rechtspersoon", "recht+persoon"},
      {"kinderarmoede", "kind+armoede"},          {"zonnepanelen", "zon+panelen"},
      {"plaatsbezoek", "plaats+bezoek"},          {"jeugdwerkloosheidsplan", "jeugd+werkloosheid+plan"},
      {"ziekenhuisbed", "ziekenhuis+bed"},
  };
  for (const Case& row : cases) EXPECT_EQ(shown(large(), row.word), row.parts);
}

TEST(Decompounder, LeavesSimpleWordsWhole) {
  for (const std::string_view word :
       {"kantoor",    "bestuur",      "minister",    "belasting",    "gemeente",  "overheid",
        "regering",   "provincie",    "beleid",      "ontwikkeling", "structuur", "cultuur",
        "personeel",  "vennootschap", "organisatie", "uitgaven",     "besteding", "kortrijk",
        "ziekenhuis", "leeftijd",     "combinatie",  "huis",         "de",        "",
        "x"}) {
    EXPECT_EQ(shown(large(), word), "") << word;
    EXPECT_EQ(shown(small(), word), "") << word;
  }
}

TEST(Decompounder, BearsHostileWords) {
  EXPECT_TRUE(large().parts(std::string(1 << 20, 'a')).empty());
  EXPECT_TRUE(large().parts("\xFF\xFE\xFF\xFE\xFF\xFE\xFF").empty());
  EXPECT_EQ(shown(large(), "--a--b--"), "a+b");
  EXPECT_EQ(shown(large(), "----"), "");
  std::mt19937 random(5);
  std::uniform_int_distribution<int> letter('a', 'z');
  for (int round = 0; round < 2000; ++round) {
    std::string word(20, 'a');
    for (char& c : word) c = static_cast<char>(letter(random));
    std::size_t letters = 0;
    for (const std::string& part : large().parts(word)) letters += part.size();
    EXPECT_LE(letters, word.size());
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
