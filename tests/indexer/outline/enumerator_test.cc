// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/enumerator.h"

#include <gtest/gtest.h>

#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

std::string all_parts(std::string_view text) {
  std::string out;
  for (const Enumerator& found : find_enumerators(text, {0, text.size()}, outline_rules())) {
    if (!out.empty()) out += " | ";
    for (std::size_t i = 0; i < found.parts.size(); ++i) {
      if (i > 0) out.append(1, ' ');
      out += to_string(found.parts[i]);
    }
  }
  return out;
}

struct EnumeratorCase {
  const char* name;
  std::string_view text;
  std::string_view parts;
};
class Enumerators : public testing::TestWithParam<EnumeratorCase> {};

TEST_P(Enumerators, AreRead) {
  EXPECT_EQ(all_parts(GetParam().text), GetParam().parts) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Forms, Enumerators,
    testing::Values(EnumeratorCase{"one", "1. De dienst", "1"},
                    EnumeratorCase{"bracket", "1) De dienst", "1"},
                    EnumeratorCase{"both_brackets", "(2) De dienst", "2"},
                    EnumeratorCase{"bare", "1 Kan de minister", "1"},
                    EnumeratorCase{"letter", "a) per jaar", "a"},
                    EnumeratorCase{"letter_dot", "a. per jaar", "a"},
                    EnumeratorCase{"number_letter", "2. a) De dienst", "2.a"},
                    EnumeratorCase{"number_letter_tight", "2.a) De dienst", "2.a"},
                    EnumeratorCase{"two", "3. en 4. De dienst", "3 4"},
                    EnumeratorCase{"two_unmarked", "3 en 4. De dienst", "3 4"},
                    EnumeratorCase{"three", "3, 4 en 5. De dienst", "3 4 5"},
                    EnumeratorCase{"range", "1. tot 3. De dienst", "1 2 3"},
                    EnumeratorCase{"range_inclusive", "1 tot en met 3. De dienst", "1 2 3"},
                    EnumeratorCase{"range_slash", "1 t/m 3. De dienst", "1 2 3"},
                    EnumeratorCase{"letters", "3. a), b) en d) De dienst", "3.a 3.b 3.d"},
                    EnumeratorCase{"letter_range", "2. b) tot e) De dienst", "2.b 2.c 2.d 2.e"},
                    EnumeratorCase{"two_numbers_letters", "1. a), b) en 2. a) De", "1.a 1.b 2.a"},
                    EnumeratorCase{"headed", "Vraag 4: De dienst", "4"},
                    EnumeratorCase{"glued_after_mark", "Hoeveel per jaar?2. Waarom?", "2"},
                    EnumeratorCase{"glued_after_bracket", "(twee procedures)5. Op 3 mei", "5"},
                    EnumeratorCase{"glued_to_word", "wordt voorgelegd2. Een plan", "2"},
                    EnumeratorCase{"glued_letters", "Hoeveel?a) per jaar;b) per dag", "a | b"},
                    EnumeratorCase{"glued_to_thousands", "in totaal 18. 7713. Er zijn", "3"},
                    EnumeratorCase{"behind_a_figure", "in 2016: 1392. Hieronder", "2"},
                    EnumeratorCase{"dash_behind", "1. - In 2014", "1"},
                    EnumeratorCase{"begins_with_to", "4.  Tot op heden (23 mei)", "4"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    None, Enumerators,
    testing::Values(EnumeratorCase{"thousands", "een bedrag van 50. 453.318 euro", ""},
                    EnumeratorCase{"thousands_after_colon", "bedraagt: 1. 825.000 euro", ""},
                    EnumeratorCase{"decimal", "klasse 2.5 en meer", ""},
                    EnumeratorCase{"citation", "zie vraag nr. 3. De rest", ""},
                    EnumeratorCase{"sentence_end", "schepen van klasse 1. Betreffende de rest", ""},
                    EnumeratorCase{"year", "dat was in 2016. De dienst", ""},
                    EnumeratorCase{"date", "op 1. januari", ""},
                    EnumeratorCase{"closing_bracket", "dit verslag (cf. punt 2), wat", ""},
                    EnumeratorCase{"unit", "100 m2. De", ""},
                    EnumeratorCase{"reference_letter", "zoals in punt a) staat", ""},
                    EnumeratorCase{"backward_range", "van 5 tot 3", ""}, EnumeratorCase{"empty", "", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(PartList, OfAHeader) {
  const auto read = [](std::string_view list) {
    std::string out;
    for (const PartNumber part : parse_part_list(list, outline_rules())) out += to_string(part) + " ";
    return out;
  };
  EXPECT_EQ(read("19, 20 en 21"), "19 20 21 ");
  EXPECT_EQ(read("1 t/m 3"), "1 2 3 ");
  EXPECT_EQ(read("2,3,4,5 en 6"), "2 3 4 5 6 ");
  EXPECT_EQ(read("7"), "7 ");
  EXPECT_EQ(read("7 van de heer"), "");
  EXPECT_EQ(read(""), "");
}

}  // namespace
}  // namespace vraagbaak::indexer
