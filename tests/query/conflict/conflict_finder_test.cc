// SPDX-License-Identifier: EUPL-1.2
#include "query/conflict/conflict_finder.h"

#include <gtest/gtest.h>

#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

using testing_support::analyzer;
using testing_support::dictionaries;
using testing_support::SmallIndex;

std::vector<Conflict> conflicts_of(const std::vector<std::pair<std::string, std::string>>& documents,
                                   const std::string& document = "") {
  const SmallIndex index(documents);
  const StatementReader statements(dictionaries(), analyzer());
  const auto found = find_conflicts(index.reader, statements, index.citations, {document, 0});
  EXPECT_TRUE(found) << found.problem().message();
  return found ? *found : std::vector<Conflict>();
}

struct PairCase {
  const char* name;
  const char* first;   // a sentence of one document
  const char* second;  // of the other
  bool conflicts;
};
class PlantedPair : public testing::TestWithParam<PairCase> {};
TEST_P(PlantedPair, IsJudged) {
  const PairCase& pair = GetParam();
  const auto found = conflicts_of({{"een.txt", std::string("Eerste nota\n\n") + pair.first + "\n"},
                                   {"twee.txt", std::string("Tweede nota\n\n") + pair.second + "\n"}});
  EXPECT_EQ(!found.empty(), pair.conflicts);
}
INSTANTIATE_TEST_SUITE_P(
    Conflicts, PlantedPair,
    testing::Values(PairCase{"other_value", "In 2016 telde de gemeente Lokeren 41.057 inwoners.",
                             "In 2016 telde de gemeente Lokeren 43.912 inwoners.", true},
                    PairCase{"other_order", "De gemeente Lokeren telde 41.057 inwoners in 2016.",
                             "In 2016 telde de gemeente Lokeren 43.912 inwoners.", true},
                    PairCase{"other_amount", "In 2016 besteedde Infrabel 8,3 miljoen euro aan overwegen.",
                             "In 2016 besteedde Infrabel 9,1 miljoen euro aan overwegen.", true},
                    PairCase{"other_verb_for_much", "In 2016 bedroeg de schuld van Lokeren 12 miljoen euro.",
                             "In 2016 beliep de schuld van Lokeren 15 miljoen euro.", true},
                    PairCase{"share", "In 2016 was 21 % van de inwoners van Lokeren ouder dan zestig.",
                             "In 2016 was 27 % van de inwoners van Lokeren ouder dan zestig.", true}),
    [](const auto& row) { return std::string(row.param.name); });
INSTANTIATE_TEST_SUITE_P(
    None, PlantedPair,
    testing::Values(
        PairCase{"same_value", "In 2016 telde Lokeren 41.057 inwoners.",
                 "In 2016 telde Lokeren 41 057 inwoners.", false},
        PairCase{"rounded", "In 2016 besteedde Infrabel 8,3 miljoen euro aan overwegen.",
                 "In 2016 besteedde Infrabel 8.312.440 euro aan overwegen.", false},
        PairCase{"hedged", "In 2016 telde Lokeren ongeveer 41.000 inwoners.",
                 "In 2016 telde Lokeren 41.057 inwoners.", false},
        PairCase{"other_year", "In 2016 telde Lokeren 41.057 inwoners.",
                 "In 2017 telde Lokeren 43.912 inwoners.", false},
        PairCase{"other_day", "Op 1 januari 2016 telde Lokeren 41.057 inwoners.",
                 "Op 31 december 2016 telde Lokeren 43.912 inwoners.", false},
        PairCase{"other_place", "In 2016 telde Lokeren 41.057 inwoners.",
                 "In 2016 telde Temse 29.348 inwoners.", false},
        PairCase{"other_unit", "In 2016 kreeg Lokeren 12 euro.", "In 2016 kreeg Lokeren 15 %.", false},
        PairCase{"other_things", "In 2016 telde Lokeren 120 straten.", "In 2016 telde Lokeren 14 scholen.",
                 false},
        PairCase{"narrower", "In 2016 telde Lokeren 41.057 inwoners.",
                 "In 2016 telde Lokeren 2.310 buitenlandse inwoners.", false},
        PairCase{"budget_and_realisation", "In 2016 is 8 miljoen euro voor Lokeren begroot.",
                 "In 2016 is 6 miljoen euro voor Lokeren uitgegeven.", false},
        PairCase{"estimate_and_fact", "In 2016 werd de kost van Lokeren geraamd op 8 miljoen euro.",
                 "In 2016 werd de kost van Lokeren bepaald op 6 miljoen euro.", false},
        PairCase{"own_body", "In 2016 kocht mijn kabinet 12 wagens van Lokeren.",
                 "In 2016 kocht mijn kabinet 15 wagens van Lokeren.", false},
        PairCase{"its_own_day", "Momenteel telt Lokeren 41.057 inwoners.",
                 "Momenteel telt Lokeren 43.912 inwoners.", false}),
    [](const auto& row) { return std::string(row.param.name); });

constexpr const char* kQuestion =
    "SCHRIFTELIJKE VRAAG\nnr. 12\nvan AN PEETERS\ndatum: 3 mei 2017\n\naan BART CLAES\nMINISTER VAN "
    "MOBILITEIT\n\n"
    "Overwegen\n\nIn 2016 verdwenen 21 overwegen op de lijn van Lokeren naar Temse.\n\n"
    "1. Klopt dat?\n\nANTWOORD\nop vraag nr. 12 van 3 mei 2017\nvan AN PEETERS\n\n"
    "1. In 2016 verdwenen 34 overwegen op de lijn van Lokeren naar Temse.\n";

TEST(Conflicts, TellTheAskerFromTheMinister) {
  const auto found = conflicts_of({{"vraag.txt", kQuestion}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(to_string(found[0].kind), "asker_minister");
  EXPECT_EQ(found[0].first.text, "21");
  EXPECT_EQ(found[0].second.text, "34");
  EXPECT_EQ(found[0].second.citation.quote,
            "1. In 2016 verdwenen 34 overwegen op de lijn van Lokeren naar Temse.");
}

TEST(Conflicts, AreAskedForByDocument) {
  const std::vector<std::pair<std::string, std::string>> documents = {
      {"een.txt", "Nota\n\nIn 2016 telde Lokeren 41.057 inwoners.\n"},
      {"twee.txt", "Nota\n\nIn 2016 telde Lokeren 43.912 inwoners.\n"},
      {"drie.txt", "Nota\n\nIn 2016 telde Temse 29.348 inwoners.\n"}};
  EXPECT_EQ(conflicts_of(documents, "twee.txt").size(), 1u);
  EXPECT_TRUE(conflicts_of(documents, "drie.txt").empty());
  const SmallIndex index(documents);
  const StatementReader statements(dictionaries(), analyzer());
  EXPECT_FALSE(find_conflicts(index.reader, statements, index.citations, {"vier.txt", 0}));
}

}  // namespace
}  // namespace vraagbaak::query
