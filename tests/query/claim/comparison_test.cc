// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/comparison.h"

#include <gtest/gtest.h>

#include <string>

#include "query/claim/claim_reader.h"
#include "query/claim_checker.h"
#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

using testing_support::analyzer;
using testing_support::dictionaries;
using testing_support::SmallIndex;

struct ReadCase {
  const char* name;
  const char* claim;
  const char* language;
  const char* expected;  // direction, then the two sides; "" where nothing is compared
};
class ReadComparison : public testing::TestWithParam<ReadCase> {};
TEST_P(ReadComparison, FindsTheSides) {
  static const ClaimReader claims(dictionaries());
  static const ComparisonReader comparisons(dictionaries());
  const std::string text = GetParam().claim;
  const auto found = comparisons.read(claims.read(text, GetParam().language));
  std::string said;
  if (found) {
    said = std::string(found->claims_more ? "more" : "less") + (found->is_change ? " change" : "") +
           (found->factor ? " x" + found->factor->print() : "") + "|" + std::string(found->first.in(text)) +
           "|" + std::string(found->second.in(text));
  }
  EXPECT_EQ(said, GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Claims, ReadComparison,
    testing::Values(ReadCase{"nouns", "Er werken meer vrouwen dan mannen", "nl", "more|vrouwen |mannen"},
                    ReadCase{"places", "Gent kreeg minder dan Brugge", "nl", "less||Brugge"},
                    ReadCase{"english", "Ghent got fewer files than Bruges", "en", "less|files |Bruges"},
                    ReadCase{"fall", "Het aantal daalde in 2016", "nl", "less change||"},
                    ReadCase{"doubled", "Het aantal is in 2016 meer dan verdubbeld", "nl",
                             "more change x2||"},
                    ReadCase{"figure", "Er waren meer dan 5 dossiers", "nl", ""},
                    ReadCase{"half", "More than half was spent", "en", ""},
                    ReadCase{"nothing", "Er waren 5 dossiers", "nl", ""}, ReadCase{"empty", "", "nl", ""},
                    ReadCase{"dangling", "meer dan", "nl", ""}),
    [](const auto& row) { return std::string(row.param.name); });

struct JudgeCase {
  const char* name;
  const char* claim;
  VerdictKind expected;
};
class JudgeComparison : public testing::TestWithParam<JudgeCase> {};
TEST_P(JudgeComparison, Reckons) {
  static const SmallIndex index(
      testing_support::Documents{{"nota.txt",
                                  "Nota over Lokeren\n\nIn het stadhuis van Lokeren werken 34 mannen en 22 "
                                  "vrouwen. In 2015 kreeg de dienst "
                                  "Veldhoek 53 klachten, in 2016 kreeg de dienst Veldhoek 42 "
                                  "klachten.\n\nErkende hoeves: 265 in het Waals "
                                  "Gewest en 253 in het Vlaams Gewest.\n"}});
  static const auto knowledge = read_claim_knowledge(dictionaries(), analyzer());
  const Verdict verdict = ClaimChecker(index.reader, knowledge).check(GetParam().claim);
  EXPECT_EQ(to_string(verdict.verdict), to_string(GetParam().expected)) << verdict.explanation;
}
INSTANTIATE_TEST_SUITE_P(
    Claims, JudgeComparison,
    testing::Values(
        JudgeCase{"more_men", "In het stadhuis van Lokeren werken meer mannen dan vrouwen.",
                  VerdictKind::supported},
        JudgeCase{"more_women", "In het stadhuis van Lokeren werken meer vrouwen dan mannen.",
                  VerdictKind::refuted},
        JudgeCase{"less_than_before", "De dienst Veldhoek kreeg in 2016 minder klachten dan in 2015.",
                  VerdictKind::supported},
        JudgeCase{"more_than_before", "De dienst Veldhoek kreeg in 2016 meer klachten dan in 2015.",
                  VerdictKind::refuted},
        JudgeCase{"fell", "De klachten bij de dienst Veldhoek daalden in 2016.", VerdictKind::supported},
        JudgeCase{"rose", "De klachten bij de dienst Veldhoek stegen in 2016.", VerdictKind::refuted},
        JudgeCase{"doubled", "De klachten bij de dienst Veldhoek zijn in 2016 verdubbeld.",
                  VerdictKind::refuted},
        JudgeCase{"regions", "Er zijn meer erkende hoeves in het Waals Gewest dan in het Vlaams Gewest.",
                  VerdictKind::supported},
        JudgeCase{"other_year", "In het stadhuis van Lokeren werkten in 2031 meer mannen dan vrouwen.",
                  VerdictKind::not_found},
        JudgeCase{"unknown", "In Temse werken meer loodgieters dan dakdekkers.", VerdictKind::not_found}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::query
