// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/header_reader.h"

#include <gtest/gtest.h>

#include "analysis/dictionary/dictionary_source.h"
#include "query/understand/question_parser.h"

namespace vraagbaak::query {
namespace {

struct Knowledge {
  analysis::DictionarySource dictionaries = analysis::DictionarySource::built_in();
  analysis::Analyzer analyzer{dictionaries};
  analysis::Tokenizer tokenizer{dictionaries};
  QuestionParser parser{dictionaries, analyzer};
};
const Knowledge& knowledge() {
  static const Knowledge all;
  return all;
}

// The words of the question that the header says, and whether it says something besides.
struct Said {
  std::string words;
  double extra = 0;
};
Said said_by(std::string_view question_text, const std::string& header) {
  const Question question = knowledge().parser.parse(question_text);
  const TermMatcher matcher(question, knowledge().analyzer, knowledge().tokenizer);
  HeaderReader reader(question, matcher);
  const HeaderReading& reading = reader.read(header);
  Said said;
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    // A compound is a term as a whole and in parts.
    if (reading.terms[i] <= 0 || said.words.ends_with(question.terms[i].word)) continue;
    if (!said.words.empty()) said.words += ' ';
    said.words += question.terms[i].word;
  }
  said.extra = reading.extra;
  return said;
}

struct HeaderCase {
  const char* name;
  std::string_view question;
  std::string header;
  std::string_view words;
  double extra;
};
class ReadHeaders : public testing::TestWithParam<HeaderCase> {};
TEST_P(ReadHeaders, SayWordsOfTheQuestion) {
  const Said said = said_by(GetParam().question, GetParam().header);
  EXPECT_EQ(said.words, GetParam().words);
  EXPECT_DOUBLE_EQ(said.extra, GetParam().extra);
}
INSTANTIATE_TEST_SUITE_P(
    Forms, ReadHeaders,
    testing::Values(
        HeaderCase{"word", "steun aan havens", "Havens", "havens", 0},
        HeaderCase{"function_words_aside", "omzet kleinhandel", "Omzet in de kleinhandel",
                   "omzet kleinhandel", 0},
        HeaderCase{"half", "omzet kleinhandel", "Omzet bouw", "omzet", 0.5},
        HeaderCase{"year_with_letters", "uitgaven 2019", "2019BO", "2019", 0.5},
        HeaderCase{"parts_of_a_compound", "begrotingsopmaak 2019", "2019BO", "begrotingsopmaak 2019", 0},
        HeaderCase{"words_in_a_row", "steun grote ondernemingen", "GO", "grote ondernemingen", 0},
        HeaderCase{"begun_name", "banen in West-Vlaanderen", "W-Vl", "west-vlaanderen", 0},
        HeaderCase{"begun_name_alone", "banen in Vlaanderen", "Vl", "vlaanderen", 0},
        HeaderCase{"part_of_a_name", "banen in Vlaanderen", "West-Vlaanderen", "vlaanderen", 0.5},
        HeaderCase{"cut_word", "verbruik van elektriciteit", "Elektr. verbruik", "verbruik elektriciteit", 0},
        // What says nothing.
        HeaderCase{"no_header", "steun aan havens", "", "", 1},
        HeaderCase{"other_initials", "steun grote ondernemingen", "KO", "", 1},
        HeaderCase{"words_apart", "grote steun aan ondernemingen", "GO", "", 1},
        HeaderCase{"no_name", "banen in bedrijven", "B", "", 1},
        HeaderCase{"other_parts", "banen in Vlaanderen", "O-Vl", "", 1}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::query
