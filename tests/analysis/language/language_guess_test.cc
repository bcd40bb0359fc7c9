// SPDX-License-Identifier: EUPL-1.2
#include "analysis/language/language_guess.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "analysis/text/tokenizer.h"

namespace vraagbaak::analysis {
namespace {

struct Case {
  std::string_view text;
  std::string_view language;
};

TEST(LanguageGuess, KnowsShortQuestions) {
  const Case cases[] = {
      {"budget spent on ZONNELAND", "en"},
      {"How many grants were awarded in 2019?", "en"},
      {"total cost of the new prison", "en"},
      {"share of households with solar panels", "en"},
      {"kosten repatriëring 2015", "nl"},
      {"Hoeveel bedraagt de steun aan Power to Gas?", "nl"},
      {"projectbudget", "nl"},
      {"aantal opleidingen per provincie", "nl"},
      {"wanneer werd het contract getekend", "nl"},
      {"toegekende premies kwartaal 3", "nl"},
      {"combien de dossiers ont été introduits en 2016", "fr"},
      {"le montant des subventions accordées aux communes", "fr"},
      {"montant accordé par la ministre", "fr"},
  };
  for (const Case& row : cases) EXPECT_EQ(guess_language(row.text), row.language) << row.text;
}

TEST(LanguageGuess, KnowsPassages) {
  const Case cases[] = {
      {"De minister antwoordt dat de dienst vorig jaar 14 dossiers behandelde en dat er geen achterstand "
       "meer is.",
       "nl"},
      {"The committee noted that most of the applications had been rejected because they came too late.",
       "en"},
      {"Le ministre répond que les communes ont reçu une aide pour la rénovation de leurs écoles.", "fr"},
  };
  for (const Case& row : cases) EXPECT_EQ(guess_language(row.text), row.language) << row.text;
}

TEST(LanguageGuess, TakesDutchInDoubt) {
  for (const std::string_view text : {"", "2015", "12,5 %", "ZONNELAND", "XYZ 2019", "???", "qqqq"}) {
    EXPECT_EQ(guess_language(text), "nl") << text;
  }
}

TEST(LanguageGuess, HearsNothingInNames) {
  EXPECT_EQ(guess_language("deelnemers aan Bridge to the Future"), "nl");
  EXPECT_EQ(guess_language("bezoekers Wind-on-Water"), "nl");
}

TEST(LanguageGuess, BearsAnyBytes) {
  EXPECT_EQ(guess_language(std::string(1 << 20, 'a')), "nl");
  std::mt19937 random(11);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 200; ++round) {
    std::string text(100, '\0');
    for (char& c : text) c = static_cast<char>(byte(random));
    EXPECT_EQ(guess_language(text).size(), 2u);
  }
}

TEST(LanguageReading, SaysOfPartsWhatTheGuesserSays) {
  const DictionarySource dictionaries = DictionarySource::built_in();
  const LanguageGuesser guesser(dictionaries);
  const Tokenizer tokenizer(dictionaries);
  const std::string_view pieces[] = {
      "de",    "Gateway", "to",   "the",    "Sea",         "Life-on-Chip", "minister", "budget",    "2De",
      "spent", "pour",    "les",  "écoles", "“Vlaanderen", "steun",        "FIT",      "kmo-steun", "B2B",
      "’s",    "How",     "many", "ont",    "été",         "of",           "x"};
  const std::string_view spaces[] = {" ", " ", " ", ". ", "\n", "-", ", ", "", "5"};
  std::mt19937 random(5);
  const auto below = [&](std::size_t size) { return random() % size; };
  std::array<int, 3> languages{};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t words = round % 10 == 0 ? 2000 : 40;  // more than is read, and less
    const std::size_t kinds = 3 + below(std::size(pieces) - 2);
    const std::size_t offset = below(std::size(pieces));
    for (std::size_t i = 0; i < words; ++i)
      text.append(pieces[(offset + below(kinds)) % std::size(pieces)])
          .append(spaces[below(std::size(spaces))]);
    const WordHold hold;
    const std::vector<Token> tokens = tokenizer.tokenize(text);
    const std::vector<WordNumber> numbers = number_words(text, tokens);
    const LanguageReading by_tokens(guesser, text, tokens, numbers);
    const LanguageReading by_letters(guesser, text, {}, {});
    for (int cut = 0; cut < 20; ++cut) {
      const std::size_t begin = below(text.size());
      const ByteSpan part{begin, begin + below(text.size() - begin + 1)};
      const Language right = guesser.guess(part.in(text));
      ++languages[static_cast<std::size_t>(right)];
      ASSERT_EQ(by_tokens.guess(part), right) << part.in(text);
      ASSERT_EQ(by_letters.guess(part), right) << part.in(text);
    }
  }
  for (const int count : languages) EXPECT_GT(count, 100);
}

}  // namespace
}  // namespace vraagbaak::analysis
