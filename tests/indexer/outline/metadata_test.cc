// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/metadata.h"

#include <gtest/gtest.h>

#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

struct DateCase {
  std::string_view text;
  std::string_view iso;  // empty: none
};
TEST(Metadata, ReadsDates) {
  const MetadataReader reader(outline_rules(), dictionaries());
  for (const DateCase& row :
       {DateCase{"17 juni 2022", "2022-06-17"}, DateCase{"1 maart 2019, Brussel", "2019-03-01"},
        DateCase{"17/06/2022", "2022-06-17"}, DateCase{"17.06.2022", "2022-06-17"},
        DateCase{"2022-06-17", "2022-06-17"}, DateCase{"31 februari 2022", ""}, DateCase{"juni 2022", ""},
        DateCase{"17", ""}, DateCase{"", ""}}) {
    const auto date = reader.parse_date(row.text);
    EXPECT_EQ(date ? date->iso() : "", row.iso) << row.text;
  }
}

TEST(Metadata, OfAFlemishQuestion) {
  const Metadata metadata = outline_of(
                                "Steun aan havens  -  Evaluatie\n\n1. Hoeveel?\n2. Waar?\n\nAN PEETERS\n"
                                "VLAAMS MINISTER VAN MOBILITEIT EN\nOPENBARE WERKEN\n\nANTWOORD \n"
                                "op vraag nr. 12 van 3 mei 2021\nvan JAN DE BOER\n\n1. Tien.\n2. Hier.\n")
                                .metadata;
  EXPECT_EQ(metadata.title, "Steun aan havens - Evaluatie");
  EXPECT_EQ(metadata.type, "schriftelijke_vraag");
  EXPECT_EQ(metadata.number, "12");
  EXPECT_EQ(metadata.author, "JAN DE BOER");
  EXPECT_EQ(metadata.addressee, "AN PEETERS, VLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN");
  ASSERT_TRUE(metadata.date);
  EXPECT_EQ(metadata.date->iso(), "2021-05-03");
}

TEST(Metadata, OfALetterheadInCapitals) {
  const Metadata metadata =
      outline_of(
          " SCHRIFTELIJKE VRAAG\nnr. 612\nvan AN PEETERS\ndatum: 3 mei 2021\n\n"
          "aan JAN JANSSENS\nVLAAMS MINISTER VAN MOBILITEIT\n\n"
          " Fietspaden  -  Stand van zaken\n\nDe steun van de regering loopt af.\n\n"
          "1. Hoeveel km is er aangelegd?\n\nANTWOORD\nop vraag nr. 612 van 3 mei 2021\n"
          "van AN PEETERS\n\n1. Er is 12 km aangelegd.\n")
          .metadata;
  EXPECT_EQ(metadata.title, "Fietspaden - Stand van zaken");
  EXPECT_EQ(metadata.number, "612");
  EXPECT_EQ(metadata.author, "AN PEETERS");
  EXPECT_EQ(metadata.addressee, "JAN JANSSENS");
  EXPECT_EQ(metadata.date->iso(), "2021-05-03");
}

TEST(Metadata, OfDutchQuestionsOverSeveralLines) {
  const Metadata metadata =
      outline_of(
          "Vragen van de leden De Wit (ABC) en Smit (DEF) aan de Minister van Economie\nover het bericht "
          "«Havens\nlopen vol» (ingezonden 4 september 2024).\nVraag 1\nKent u het?\nVraag 2\nEn nu?\n")
          .metadata;
  EXPECT_EQ(metadata.author, "De Wit (ABC) en Smit");
  EXPECT_EQ(metadata.addressee, "Minister van Economie");
  EXPECT_EQ(metadata.title, "het bericht «Havens lopen vol»");
  ASSERT_TRUE(metadata.date);
  EXPECT_EQ(metadata.date->iso(), "2024-09-04");
}

TEST(Metadata, OfAReport) {
  const Metadata metadata =
      outline_of("Economisch masterplan voor de kust\n\nInleiding\n\nDe kust groeit.\n").metadata;
  EXPECT_EQ(metadata.title, "Economisch masterplan voor de kust");
  EXPECT_EQ(metadata.type, "plan");
  EXPECT_EQ(metadata.author, "");
  EXPECT_FALSE(metadata.date);
}

TEST(Metadata, OfAnAnnexTheSubjectRunsOn) {
  const Metadata metadata = outline_of(
                                "DE MINISTER VAN HAVENS\n\nBijlage\n\nBetreft: Stand van zaken van het "
                                "plan\nvoor de kust\n\nTekst.\n")
                                .metadata;
  EXPECT_EQ(metadata.title, "Stand van zaken van het plan voor de kust");
  EXPECT_EQ(metadata.type, "bijlage");
}

TEST(Metadata, OfNothing) {
  EXPECT_EQ(outline_of("").metadata, Metadata{});
}

}  // namespace
}  // namespace vraagbaak::indexer
