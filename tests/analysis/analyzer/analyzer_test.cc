// SPDX-License-Identifier: EUPL-1.2
#include "analysis/analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>

#include "analysis/text/tokenizer.h"
#include "analysis/text/word_list.h"

namespace vraagbaak::analysis {
namespace {

const Analyzer& analyzer() {
  static const Analyzer instance(DictionarySource::built_in());
  return instance;
}

// "exact ~stem | exact …": a bar before each new position.
std::string shown(std::string_view text) {
  std::string result;
  for (const Term& term : analyzer().analyze(text)) {
    if (!result.empty()) result += term.colocated ? " " : " | ";
    result += term.text;
  }
  return result;
}

struct Case {
  const char* name;
  std::string_view text;
  std::string_view terms;
};
class Terms : public testing::TestWithParam<Case> {};

TEST_P(Terms, AreThese) {
  EXPECT_EQ(shown(GetParam().text), GetParam().terms);
}

INSTANTIATE_TEST_SUITE_P(
    Analyzer, Terms,
    testing::Values(Case{"empty", "", ""}, Case{"signs", "… — ?!", ""},
                    Case{"inflected", "Bedrijven", "bedrijven ~bedrijf"},
                    Case{"stop_word_has_no_stem", "van de", "van | de"},
                    Case{"compound", "projectbudget", "projectbudget ~projectbudget ~project ~budget"},
                    Case{"compound_inflected", "bedrijfsbezoeken",
                         "bedrijfsbezoeken ~bedrijfsbezoek ~bedrijf ~bezoek"},
                    Case{"hyphen", "EFRO-projecten", "efro-projecten ~efro-project ~efro ~project"},
                    Case{"line_end", "West-\nVlaamse", "west-vlaamse ~west-vlaams ~west ~vlaams"},
                    Case{"line_end_in_a_word", "noodza-\n  kelijk", "noodzakelijk ~noodzakelijk"},
                    Case{"hanging_hyphen", "land-\nen tuinbouw", "land ~land | en | tuinbouw ~tuinbouw"},
                    Case{"apostrophe", "kmo’s", "kmo's ~kmo"}, Case{"dotted", "N.V.", "nv ~nv"},
                    Case{"grouped_decimal", "2.000.051,75", "2.000.051,75 #2000051.75"},
                    Case{"decimal", "2,50", "2,50 #2.5"}, Case{"percentage", "11,11%", "11,11 #11.11"},
                    Case{"spaced_groups", "14 000 leden", "14 #14 #14000 | 000 #0 | leden ~lid"},
                    Case{"range", "1985-1987", "1985-1987 #1985 #1987"},
                    Case{"year", "in 2022", "in | 2022 #2022"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Analyzer, GivesTheSpanOfTheTokenAndOnePositionAToken) {
  const std::string_view text = "Het projectbudget: 14\u00A0000 euro.";
  const auto terms = analyzer().analyze(text);
  std::uint32_t position = 0;
  for (std::size_t at = 0; at < terms.size(); ++at) {
    EXPECT_FALSE(terms[at].span.empty());
    EXPECT_LE(terms[at].span.end, text.size());
    if (at > 0 && !terms[at].colocated) ++position;
    EXPECT_EQ(terms[at].position, position) << terms[at].text;
  }
  const auto group = std::ranges::find(terms, "#14000", &Term::text);
  ASSERT_NE(group, terms.end());
  EXPECT_EQ(group->span.in(text), "14\u00A0000");
}

TEST(Analyzer, GivesQueriesTheTermsOfDocuments) {
  for (const std::string_view word :
       {"Bedrijven", "kmo’s", "toegekende", "projectbudgetten", "geënt", "de", "EFRO-project"}) {
    const auto terms = analyzer().analyze(word);
    ASSERT_FALSE(terms.empty());
    EXPECT_EQ(analyzer().exact_term(word), terms[0].text);
    EXPECT_EQ(analyzer().stem_term(word), terms.size() > 1 ? terms[1].text : terms[0].text);
    for (const std::string& part : analyzer().part_terms(word)) {
      EXPECT_NE(std::ranges::find(terms, part, &Term::text), terms.end()) << part;
    }
  }
  EXPECT_EQ(Analyzer::number_term("270.000"), "#270000");
  EXPECT_EQ(Analyzer::number_term("270 000"), "#270000");
  EXPECT_EQ(Analyzer::number_term("budget"), std::nullopt);
}

TEST(Analyzer, SaysTheSameASecondTimeAndInEveryThread) {
  const std::string text =
      "De ministers van de gewesten kenden 2,5 miljoen euro toe aan 14 opleidingsprojecten.";
  const auto first = analyzer().analyze(text);
  EXPECT_EQ(analyzer().analyze(text), first);
  const Analyzer other(DictionarySource::built_in());
  EXPECT_EQ(other.analyze(text), first);  // takes over this thread's cache
  EXPECT_EQ(analyzer().analyze(text), first);
  EXPECT_EQ(other.fingerprint(), analyzer().fingerprint());
  EXPECT_EQ(analyzer().fingerprint().size(), 16u);
  std::vector<std::thread> threads;
  std::vector<std::vector<Term>> found(4);
  for (auto& terms : found) threads.emplace_back([&terms, &text] { terms = analyzer().analyze(text); });
  for (auto& thread : threads) thread.join();
  for (const auto& terms : found) EXPECT_EQ(terms, first);
}

TEST(Analyzer, BearsHostileInput) {
  const std::string huge(1 << 20, 'a');
  const auto terms = analyzer().analyze(huge);
  ASSERT_EQ(terms.size(), 1u);
  EXPECT_LE(terms[0].text.size(), 128u);
  EXPECT_EQ(terms[0].span.size(), huge.size());
  std::string accents;
  for (int i = 0; i < 100000; ++i) accents += "é";
  EXPECT_LE(analyzer().analyze(accents).size(), 1u);
  const std::string digits(100000, '7');
  for (const Term& term : analyzer().analyze(digits)) EXPECT_LE(term.text.size(), 128u);

  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 300; ++round) {
    std::string text(64, '\0');
    for (char& c : text) c = static_cast<char>(byte(random));
    for (const Term& term : analyzer().analyze(text)) {
      EXPECT_FALSE(term.text.empty());
      EXPECT_LE(term.span.end, text.size());
      EXPECT_EQ(term.text.find(' '), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
