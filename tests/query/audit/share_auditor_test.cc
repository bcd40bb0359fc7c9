// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/share_auditor.h"

#include <gtest/gtest.h>

#include <string>

#include "analysis/figures/figure_finder.h"

namespace vraagbaak::query {
namespace {

std::vector<ShareCheck> check(std::string_view text) {
  static const analysis::FigureFinder finder(analysis::DictionarySource::built_in());
  static const AuditWords words(analysis::DictionarySource::built_in());
  const std::vector<Figure> figures = finder.find(text);
  return check_shares(text, figures, words);
}

struct ShareCase {
  const char* name;
  std::string_view text;
  FindingKind kind;
  std::string_view computed;
  std::string_view difference;
};
class Share : public testing::TestWithParam<ShareCase> {};

TEST_P(Share, IsReckoned) {
  const auto checks = check(GetParam().text);
  ASSERT_EQ(checks.size(), 1u) << GetParam().text;
  const Arithmetic& found = checks[0].arithmetic;
  EXPECT_EQ(to_string(found.kind), to_string(GetParam().kind)) << found.tolerance.print();
  EXPECT_EQ(found.computed.print(), GetParam().computed);
  EXPECT_EQ(found.difference.print(), GetParam().difference);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Share,
    testing::Values(
        ShareCase{"named_whole",
                  "Het project kost 2,5 miljoen euro. Tot vandaag is 11,11% (ca. 270.000 euro) van het "
                  "projectbudget uitgegeven.",
                  FindingKind::differs, "277750", "-7750"},
        ShareCase{"whole_behind",
                  "Er ging 25% (50.000 euro) van het budget naar scholen. Het budget bedraagt 200.000 euro.",
                  FindingKind::agrees, "50000", "0"},
        ShareCase{"of_these",
                  "In 2016 kwamen er 6.808 meldingen binnen, waarvan er 944 (of 13,87 %) over fraude gaan.",
                  FindingKind::agrees, "944.2696", "-0.2696"},
        ShareCase{"of_these_wrong", "Er waren 2.000 dossiers, waarvan 500 (30 %) volledig.",
                  FindingKind::differs, "600", "-100"},
        ShareCase{"out_of", "Op 4 januari kenden 137 op 141 agenten (97,16 %) de tweede taal.",
                  FindingKind::agrees, "136.9956", "0.0044"},
        ShareCase{"out_of_wrong", "Dat zijn 1.207 op 1.310 inspecteurs (82,14 %).", FindingKind::differs,
                  "1076.034", "130.966"},
        ShareCase{"cut_off", "24 rechters vertegenwoordigen 88,88% van een formatie van 27 rechters.",
                  FindingKind::rounding, "23.9976", "0.0024"},
        ShareCase{"money_behind", "Het fonds betaalde 1,2 miljoen euro (40%) van de 3 miljoen euro.",
                  FindingKind::agrees, "1200000", "0"},
        ShareCase{"rounded_amount", "Het fonds betaalde 1,2 miljoen euro (41%) van de 2,9 miljoen euro.",
                  FindingKind::agrees, "1189000", "11000"},
        ShareCase{"share_then_amount", "Zo ging 10%, of 45.000 euro, van de 400.000 euro naar sport.",
                  FindingKind::differs, "40000", "5000"},
        ShareCase{"round_base", "Er werd 500.000 euro, of 30% van het budget van 2 miljoen euro, uitbetaald.",
                  FindingKind::differs, "600000", "-100000"},
        ShareCase{"hedged", "Er zijn 2.550 scholen, waarvan ongeveer 600 (23,4%) in een stad.",
                  FindingKind::rounding, "596.7", "3.3"}),
    [](const auto& row) { return std::string(row.param.name); });

struct SilentCase {
  const char* name;
  std::string_view text;
};
class Silent : public testing::TestWithParam<SilentCase> {};

TEST_P(Silent, WhereItIsNotClear) {
  EXPECT_TRUE(check(GetParam().text).empty()) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Silent,
    testing::Values(
        SilentCase{"no_base", "De meerderheid (56 %) werkt. Er werken 944 mensen (13,87 %)."},
        SilentCase{"two_wholes",
                   "Het project kost 2 miljoen euro. Het tweede project kost 3 miljoen euro. Intussen is 10% "
                   "(150.000 "
                   "euro) van het projectbudget op."},
        SilentCase{"alternatives", "Dat kost 5 of 10% van de 300 euro."},
        SilentCase{"hedged_share", "Er waren 2.000 dossiers, waarvan 500 (ongeveer 30 %) volledig."},
        SilentCase{"other_unit", "Van de 200.000 euro ging een deel naar 30 scholen (45 %)."},
        SilentCase{"way_of_speaking", "Zowat 9 op 10 leerlingen (87 %) slagen."},
        SilentCase{"other_sentence", "Er zijn 500 aanvragen (30 %). Van de 2.000 leden weten we niets."},
        SilentCase{"share_of_change", "De uitgaven stegen tot 500 miljoen euro (+4,0%)."},
        SilentCase{"far_off", "Er zijn 90 zaken (13 %), van de 60.000 inwoners kwam er geen klacht."},
        SilentCase{"text_in_brackets",
                   "Er waren 2.000 dossiers, waarvan 500 (30 % meer dan vorig jaar) volledig."},
        SilentCase{"empty", ""}, SilentCase{"bad_bytes", "\xff\xfe 10% (\xff 5 euro) van het budget \xff"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Shares, TakeLinearTimeOnHostileText) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "het project kost 5 euro (10% (3 euro) van het projectbudget ";
  EXPECT_LE(check(text).size(), 20'000u);
}

}  // namespace
}  // namespace vraagbaak::query
