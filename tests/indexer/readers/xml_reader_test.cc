// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/xml_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/reader_contract.h"

namespace vraagbaak::indexer {
namespace {

SourceText read(std::string xml) {
  auto source = read_xml(std::move(xml), "proef.xml");
  EXPECT_TRUE(source) << source.problem().message();
  if (!source) return {};
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  return std::move(source).value();
}

TEST(XmlReader, HeadsQuestionsAndAnswersByTheirNumber) {
  const SourceText source = read(
      "<officiele-publicatie><metadata><meta name=\"DCTERMS.issued\" "
      "content=\"2024-11-13\"/></metadata><kamervragen>"
      "<kamervraagonderwerp>Vragen over\n havens</kamervraagonderwerp>"
      "<vraag><nr>1</nr><al>Hoeveel <nadruk type=\"vet\">havens</nadruk>\n ?</al></vraag>"
      "<vraag nr=\"2\"><al>Waarom?</al><lijst><li><li.nr>a.</li.nr><al>ten eerste</al></li></lijst></vraag>"
      "<antwoord><nr>Antwoord "
      "1</nr><al>Twaalf.<noot><noot.nr>1</noot.nr><noot.al>Bron.</noot.al></noot></al></antwoord>"
      "<antwoord><nr>2.</nr><al>Daarom.</al></antwoord></kamervragen></officiele-publicatie>");
  EXPECT_EQ(source.text,
            "Vragen over havens\n\nVraag 1\n\nHoeveel havens?\n\nVraag 2\n\nWaarom?\n\na. ten "
            "eerste\n\nAntwoord 1\n\n"
            "Twaalf.\n\n[1] Bron.\n\nAntwoord 2\n\nDaarom.\n");
  EXPECT_EQ(source.outline.metadata.title, "Vragen over havens");
  EXPECT_EQ(source.outline.metadata.date->iso(), "2024-11-13");
  ASSERT_EQ(source.outline.sections.size(), 1U);
  EXPECT_EQ(source.outline.sections[0].kind, SectionKind::note);
}

TEST(XmlReader, ReadsCalsTables) {
  const SourceText source = read(
      "<officiele-publicatie><table><tgroup cols=\"3\"><colspec colname=\"c1\"/><colspec colname=\"c2\"/>"
      "<colspec colname=\"c3\"/><thead><row><entry morerows=\"1\"><al>Jaar</al></entry><entry namest=\"c2\" "
      "nameend=\"c3\"><al>Steun</al></entry></row><row><entry>aantal</entry><entry>euro</entry></row></thead>"
      "<tbody><row><entry>Gent</entry><entry>3</entry><entry>1.500</entry></row>"
      "<row><entry>Aalst</entry><entry>4</entry><entry>2.500</entry></row></tbody></tgroup></table>"
      "</officiele-publicatie>");
  ASSERT_EQ(source.tables.size(), 1U);
  const SourceTable& table = source.tables[0];
  ASSERT_EQ(table.cells.size(), 10U);
  EXPECT_EQ(table.cells[0].rows, 2U);
  EXPECT_EQ(table.cells[1].columns, 2U);
  EXPECT_TRUE(table.cells[3].header);
  EXPECT_EQ(table.cells[2].column, 1U);
  EXPECT_EQ(table.cells[6].span.in(source.text), "1.500");
  EXPECT_FALSE(table.cells[6].header);
}

TEST(XmlReader, ReadsMinutes) {
  const SourceText source = read(
      "<?xml version=\"1.0\" "
      "encoding=\"utf-8\"?><officiele-publicatie><handelingen><vergadering><vergaderdatum>Donderdag\n"
      " 5 april 2018</vergaderdatum></vergadering><agendapunt><nr>\n "
      "2\n</nr><item-titel>Mededelingen</item-titel>"
      "<spreekbeurt><spreker><voorvoegsels>Mevrouw</voorvoegsels>\n<naam><achternaam>Bos</achternaam></"
      "naam>\n(\n"
      "<politiek>X</politiek>\n):</spreker><tekst><al>Dank u "
      "wel.</al></tekst></spreekbeurt></agendapunt></handelingen>"
      "</officiele-publicatie>");
  EXPECT_EQ(source.text, "Donderdag 5 april 2018\n\n2 Mededelingen\n\nMevrouw Bos (X):\n\nDank u wel.\n");
  EXPECT_EQ(source.outline.day, "Donderdag 5 april 2018");
  ASSERT_EQ(source.outline.headings.size(), 1U);
  EXPECT_EQ(source.outline.headings[0].span.in(source.text), "2 Mededelingen");
}

TEST(XmlReader, ReadsVlos) {
  const SourceText source = read(
      "<vlos:vlosCoreDocument xmlns:vlos=\"x\"><vlos:vergadering><vlos:titel>Plenaire zaal</vlos:titel>"
      "<vlos:activiteit><vlos:onderwerp>Havens</"
      "vlos:onderwerp><vlos:woordvoerder><vlos:spreker><vlos:achternaam>Bos"
      "</vlos:achternaam></vlos:spreker><vlos:tekst><vlos:alinea><vlos:alineaitem>De heer "
      "<vlos:nadruk>Bos</vlos:nadruk> "
      "(X):</vlos:alineaitem><vlos:alineaitem>Dank.</vlos:alineaitem></vlos:alinea></vlos:tekst></"
      "vlos:woordvoerder>"
      "</vlos:activiteit></vlos:vergadering></vlos:vlosCoreDocument>");
  EXPECT_EQ(source.text, "Plenaire zaal\n\nHavens\n\nDe heer Bos (X):\nDank.\n");
  ASSERT_EQ(source.outline.headings.size(), 2U);
  EXPECT_EQ(source.outline.headings[1].level, 2);
}

TEST(XmlReader, ReadsParlaMint) {
  const SourceText source = read(
      "<TEI "
      "xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Verslag</title></"
      "titleStmt>"
      "<publicationStmt><date when=\"2023-01-01\">2023</date></publicationStmt><sourceDesc><bibl><date "
      "when=\"2017-03-02\">2 "
      "maart</date></bibl></sourceDesc></fileDesc></teiHeader><text><body><div><head>Vragen</head>"
      "<note type=\"speaker\">De voorzitter:</note><u who=\"#a\"><seg xml:lang=\"nl\"><s><w>Het</w><w "
      "join=\"right\">woord</w>"
      "<pc>.</pc></s></seg><seg xml:lang=\"fr\">Merci.</seg></u></div></body></text></TEI>");
  EXPECT_EQ(source.text, "Verslag\n\nVragen\n\nDe voorzitter:\n\nHet woord.\n\nMerci.\n");
  EXPECT_EQ(source.outline.metadata.date->iso(), "2017-03-02");
  ASSERT_EQ(source.outline.languages.size(), 2U);
  EXPECT_EQ(source.outline.languages[1].language, "fr");
}

TEST(XmlReader, ReadsQuestionsOfTheBelgianChamber) {
  const SourceText source = read(
      "<QRVADOC><SDOCNAME>56-B001</SDOCNAME><DEPOTDAT>20240718</DEPOTDAT><AUT>Jan Peeters, "
      "X</AUT><TITN>Havens</TITN>"
      "<TITF>Les ports</TITF><TEXTQN>1. Hoeveel?<br/>2. Waarom?</TEXTQN><TEXTA1N>1. Twaalf.</TEXTA1N>"
      "<TEXTQF>Combien?</TEXTQF></QRVADOC>");
  EXPECT_NE(source.text.find("VRAAG\n\n1. Hoeveel?\n2. Waarom?\n\nANTWOORD\n\n1. Twaalf.\n"),
            std::string::npos)
      << source.text;
  EXPECT_EQ(source.outline.metadata.title, "Havens");
  EXPECT_EQ(source.outline.metadata.author, "Jan Peeters");
  EXPECT_EQ(source.outline.metadata.date->iso(), "2024-07-18");
  EXPECT_EQ(source.outline.languages.back().language, "fr");
}

TEST(XmlReader, ReadsAnyOther) {
  EXPECT_EQ(
      read("<lijst><post naam=\"x\"><naam>Haven &amp; kade</naam><bedrag>&euro; 5</bedrag></post></lijst>")
          .text,
      "Haven & kade\n\n€ 5\n");
  EXPECT_EQ(read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>co\xF6p</a>").text, "coöp\n");
  EXPECT_EQ(read(std::string("<\0a\0>\0x\0<\0/\0a\0>\0", 16)).text, "x\n");
}

struct BadCase {
  const char* name;
  std::string xml;
};
class BadXml : public testing::TestWithParam<BadCase> {};
TEST_P(BadXml, IsRefusedInOneLine) {
  const auto source = read_xml(GetParam().xml, "stuk.xml");
  ASSERT_FALSE(source);
  EXPECT_TRUE(source.problem().message().starts_with("stuk.xml: ")) << source.problem().message();
  EXPECT_EQ(source.problem().message().find('\n'), std::string::npos);
}
INSTANTIATE_TEST_SUITE_P(Files, BadXml,
                         testing::Values(BadCase{"cut_off", "<a><b>tekst"},
                                         BadCase{"crossed", "<a><b></a></b>"},
                                         BadCase{"no_element", "<?xml version=\"1.0\"?>"},
                                         BadCase{"deep",
                                                 [] {
                                                   std::string deep;
                                                   for (int i = 0; i < 400; ++i) deep += "<a>";
                                                   return deep;
                                                 }()}),
                         [](const auto& row) { return std::string(row.param.name); });

// Entities of the document's own are never expanded, files never opened.
TEST(XmlReader, ExpandsNoEntities) {
  std::string bomb = "<!DOCTYPE a [<!ENTITY e0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    bomb += "<!ENTITY e" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) bomb += "&e" + std::to_string(i - 1) + ";";
    bomb += "\">";
  }
  const auto source = read_xml("<?xml version=\"1.0\"?>" + bomb + "]><a>een &e29; twee</a>", "bom.xml");
  EXPECT_LT(source ? source->text.size() : 0, 100U);
  const auto file =
      read_xml("<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><a>een &f; twee</a>", "x.xml");
  EXPECT_EQ(file ? file->text : "een twee\n", "een twee\n");
}

}  // namespace
}  // namespace vraagbaak::indexer
