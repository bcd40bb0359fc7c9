// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/tokenizer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/token_contract.h"

namespace vraagbaak::analysis {
namespace {

using testing_support::keeps_token_contract;

const Tokenizer& tokenizer() {
  static const Tokenizer instance(DictionarySource::built_in());
  return instance;
}

// The tokens with a bar between each two.
std::string barred(std::string_view text) {
  const auto tokens = tokenizer().tokenize(text);
  EXPECT_TRUE(keeps_token_contract(text, tokens)) << text;
  std::string line;
  for (const Token& token : tokens) {
    if (!line.empty()) line += '|';
    line += token.span.in(text);
  }
  return line;
}

struct TokenCase {
  const char* name;
  std::string_view text;
  std::string_view tokens;
};
class Tokens : public testing::TestWithParam<TokenCase> {};

TEST_P(Tokens, AreCut) {
  EXPECT_EQ(barred(GetParam().text), GetParam().tokens);
}

const auto name_of = [](const auto& row) { return std::string(row.param.name); };

INSTANTIATE_TEST_SUITE_P(
    Words, Tokens,
    testing::Values(
        TokenCase{"empty", "", ""}, TokenCase{"only_space", " \n\t ", ""},
        TokenCase{"plain", "De minister antwoordt.", "De|minister|antwoordt|."},
        TokenCase{"hyphens", "een West-Vlaams kmo-plan", "een|West-Vlaams|kmo-plan"},
        TokenCase{"hanging_hyphen", "land- en tuinbouw, zee-, lucht- en spoorweg",
                  "land-|en|tuinbouw|,|zee-|,|lucht-|en|spoorweg"},
        TokenCase{"slash_and_ampersand", "en/of R&D bij B&W", "en/of|R&D|bij|B&W"},
        TokenCase{"apostrophes", "kmo's, kmo’s en z'n foto's", "kmo's|,|kmo’s|en|z'n|foto's"},
        TokenCase{"clitics", "'s Avonds is 't laat in 's-Gravenhage en ’t Zand",
                  "'s|Avonds|is|'t|laat|in|'s-Gravenhage|en|’t|Zand"},
        TokenCase{"decade", "in de jaren '80 en ’90", "in|de|jaren|'80|en|’90"},
        TokenCase{"quoted_word", "de 'nieuwe' regeling", "de|'|nieuwe|'|regeling"},
        TokenCase{"quoted_curly", "de ‘nieuwe’ regeling", "de|‘|nieuwe|’|regeling"},
        TokenCase{"genitive", "Belfius' aandeel steeg", "Belfius'|aandeel|steeg"},
        TokenCase{"brackets_in_word", "de (her)verdeling onder gemeente(n)",
                  "de|(her)verdeling|onder|gemeente(n)"},
        TokenCase{"hyphen_in_brackets", "een (deel-)plan en (tbs-)behandeling",
                  "een|(deel-)plan|en|(tbs-)behandeling"},
        TokenCase{"brackets_round_word", "het fonds (EFRO) en (deels) de rest",
                  "het|fonds|(|EFRO|)|en|(|deels|)|de|rest"},
        TokenCase{"mail_and_url", "Mail info@vlaanderen.be of zie https://www.vlaanderen.be/nl?id=1&x=(a).",
                  "Mail|info@vlaanderen.be|of|zie|https://www.vlaanderen.be/nl?id=1&x=(a)|."},
        TokenCase{"www", "(www.overheid.nl/zoek?q=a), daarna", "(|www.overheid.nl/zoek?q=a|)|,|daarna"},
        TokenCase{"elision", "in L'Echo en de Cour d' Appel", "in|L'Echo|en|de|Cour|d'|Appel"},
        TokenCase{"combining_marks", "coo\xCC\x88peratie", "coo\xCC\x88peratie"},
        TokenCase{"soft_hyphen",
                  "project\xC2\xAD"
                  "budget",
                  "project\xC2\xAD"
                  "budget"},
        TokenCase{"no_break_space", "5\xC2\xA0miljoen", "5|miljoen"},
        TokenCase{"unspaced_script", "令和6年 en 東京都", "令和|6|年|en|東京|都"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, Tokens,
    testing::Values(TokenCase{"dotted", "o.a. i.v.m. de wet en a.u.b.", "o.a.|i.v.m.|de|wet|en|a.u.b."},
                    TokenCase{"listed", "schriftelijke vraag nr. 761 van dr. Peeters, enz.",
                              "schriftelijke|vraag|nr.|761|van|dr.|Peeters|,|enz."},
                    TokenCase{"initials", "J. de Vries en M.C. Jansen", "J.|de|Vries|en|M.C.|Jansen"},
                    TokenCase{"double_first_name", "J.-P. De Smet, P.-J. en M. v.d. Berg",
                              "J.-P.|De|Smet|,|P.-J.|en|M.|v.d.|Berg"},
                    TokenCase{"initial_or_page", "P. Smet op p. 3 van P. 12", "P.|Smet|op|p.|3|van|P|.|12"},
                    TokenCase{"initial_glued", "J.Peeters", "J.Peeters"},
                    TokenCase{"before_hyphen", "de St.-Annastraat", "de|St.-Annastraat"},
                    TokenCase{"number_after", "art. 3 en art.4 van de kunst, maar geen art.",
                              "art.|3|en|art.|4|van|de|kunst|,|maar|geen|art|."},
                    TokenCase{"before_christ", "in 40 v.Chr. was", "in|40|v.Chr.|was"},
                    TokenCase{"compound", "de oud-dir. en vice-pres. van", "de|oud-dir|.|en|vice-pres.|van"},
                    TokenCase{"word_at_end", "Dat is min. Daarna plan B.", "Dat|is|min|.|Daarna|plan|B|."}),
    name_of);

INSTANTIATE_TEST_SUITE_P(Numbers, Tokens,
                         testing::Values(TokenCase{"separators", "2.000.051,75 en 11,11% van 17/06/2022",
                                                   "2.000.051,75|en|11,11%|van|17/06/2022"},
                                         TokenCase{"ranges", "1985-1987, 2021–2024 en 2005-...",
                                                   "1985-1987|,|2021–2024|en|2005-..."},
                                         TokenCase{"currency", "€ 5, €5 en 5€; 25,- euro",
                                                   "€|5|,|€|5|en|5|€|;|25,-|euro"},
                                         TokenCase{"signs", "-6,8% tot +3 (-2)", "-6,8%|tot|+3|(|-2|)"},
                                         TokenCase{"units", "20 km², 5m³ en 20°C", "20|km²|,|5m³|en|20°C"},
                                         TokenCase{"clock", "om 14:30 uur: nu", "om|14:30|uur|:|nu"},
                                         TokenCase{"ordinal", "de 49ste en 21e", "de|49ste|en|21e"}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(
    Punctuation, Tokens,
    testing::Values(TokenCase{"runs", "Tja... -- zei hij: ,,Nee.''", "Tja|...|--|zei|hij|:|,,|Nee|.|''"},
                    TokenCase{"glued_after_colon", "Zij:,,Ja, graag''", "Zij|:|,,|Ja|,|graag|''"},
                    TokenCase{"rule_of_marks", "_____ ==== ***", "_____|====|***"},
                    TokenCase{"each_its_own", "Echt?! (ja)", "Echt|?|!|(|ja|)"},
                    TokenCase{"glued_question", "per Gewest?2. Om hoeveel gaat het?3. Wanneer?",
                              "per|Gewest|?|2|.|Om|hoeveel|gaat|het|?|3|.|Wanneer|?"},
                    TokenCase{"glued_label",
                              "in 2016.2. De 11%.3. Het 1.250.000. De 17.06.22. Dan 3.2. Titel",
                              "in|2016|.|2|.|De|11%|.|3|.|Het|1.250.000|.|De|17.06.22|.|Dan|3.2|.|Titel"},
                    TokenCase{"glued_sentence", "Dat is zo.De minister in 2022.Het jaar.2. Een",
                              "Dat|is|zo|.|De|minister|in|2022|.|Het|jaar|.|2|.|Een"},
                    TokenCase{"bullet", "- eerste punt", "-|eerste|punt"},
                    TokenCase{"ill_formed", "caf\xE9 n\xFFu", "caf|\xE9|n|\xFF|u"}),
    name_of);

TEST(Tokenizer, KindsAreTold) {
  const auto tokens = tokenizer().tokenize("In 2022 kost '80 km² 5% meer €.");
  std::vector<TokenKind> kinds;
  for (const Token& token : tokens) kinds.push_back(token.kind);
  using enum TokenKind;
  EXPECT_EQ(kinds, (std::vector<TokenKind>{word, number, word, number, word, number, word, punctuation,
                                           punctuation}));
}

// Texts of pieces that look about themselves for what they are, cut anywhere.
TEST(Tokenizer, TokensOfAPartAreThoseOfThePartByItself) {
  const std::string_view pieces[] = {
      "jaar",    "Hans'", "'s",  "‘",     "’",      "''", "nr.",  "art.",     "J.", "o.a.",
      "2016.2.", "25,",   "-",   "land-", "(tbs-)", "(",  ")",    "www.x.be", "5",  "De",
      "e.V.",    "é",     "...", "?2.",   "65+",    "°",  "中文", "v.Chr.",   "%",  "\xE2"};
  const std::string_view spaces[] = {" ", " ", " ", "\n", "\n\n", "", "\u00A0", "  \t"};
  std::mt19937 random(11);
  const auto below = [&](std::size_t size) { return random() % size; };
  int ranges = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 30; ++i)
      text.append(pieces[below(std::size(pieces))]).append(spaces[below(std::size(spaces))]);
    const auto tokens = tokenizer().tokenize(text);
    for (int cut = 0; cut < 8; ++cut) {
      std::size_t begin = below(text.size());
      std::size_t end = begin + below(text.size() - begin + 1);
      if (cut % 2 == 0) {  // where passages mostly begin and end
        begin = tokens[below(tokens.size())].span.begin;
        end = std::max(begin, tokens[below(tokens.size())].span.begin);
      }
      const auto range = tokenizer().range_of(text, {begin, end}, tokens);
      if (!range) continue;
      ++ranges;
      auto own = tokenizer().tokenize(std::string_view(text).substr(begin, end - begin));
      for (Token& token : own) token.span = {token.span.begin + begin, token.span.end + begin};
      ASSERT_EQ(own, std::vector<Token>(tokens.begin() + static_cast<std::ptrdiff_t>(range->first),
                                        tokens.begin() + static_cast<std::ptrdiff_t>(range->last)))
          << text << "\n"
          << begin << ' ' << end;
    }
  }
  EXPECT_GT(ranges, 3000);
}

TEST(Tokenizer, LinesHaveTheTokensOfTheirText) {
  const std::string_view text =
      "De raad telt 12 leden.\nHet 'plan' van de minister, art. 5.\n\nEr is geld?\n";
  const auto tokens = tokenizer().tokenize(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin) + 1;
    EXPECT_TRUE(tokenizer().range_of(text, {begin, end}, tokens)) << text.substr(begin, end - begin);
    begin = end;
  }
}

TEST(Tokenizer, BrokenDictionaryIsRefused) {
  EXPECT_THROW(Tokenizer(DictionarySource::with_folder("/no/such/folder")), std::exception);
}

}  // namespace
}  // namespace vraagbaak::analysis
