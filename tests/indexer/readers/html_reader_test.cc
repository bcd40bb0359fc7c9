// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/html_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/reader_contract.h"

namespace vraagbaak::indexer {
namespace {

SourceText read(std::string body) {
  auto source = read_html(std::move(body), "proef.html");
  EXPECT_TRUE(source) << source.problem().message();
  if (!source) return {};
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  return std::move(source).value();
}

struct PageCase {
  const char* name;
  std::string html;
  std::string text;
};
class Html : public testing::TestWithParam<PageCase> {};
TEST_P(Html, BecomesRunningText) {
  EXPECT_EQ(read(GetParam().html).text, GetParam().text);
}
INSTANTIATE_TEST_SUITE_P(
    Pages, Html,
    testing::Values(
        PageCase{"paragraphs", "<html><body><p>Een\n zin.</p><p>Twee.</p></body></html>",
                 "Een zin.\n\nTwee.\n"},
        PageCase{"inline", "<p>De <b>mini</b>ster <i>van</i> Werk</p>", "De minister van Werk\n"},
        PageCase{"no_break_space", "<p>5&nbsp;000&nbsp;euro &euro;&nbsp;3</p>", "5 000 euro € 3\n"},
        PageCase{"soft_hyphen", "<p>be&shy;gro&shy;ting</p>", "begroting\n"},
        PageCase{"line_break", "<p>Brussel<br>1 mei</p>", "Brussel\n1 mei\n"},
        PageCase{"list", "<ul><li>een</li><li><p>twee</p></li></ul><p>drie</p>", "- een\n- twee\n\ndrie\n"},
        PageCase{"numbered_list", "<ol><li>Hoeveel?</li><li>Waarom?</li></ol>", "1. Hoeveel?\n2. Waarom?\n"},
        PageCase{"list_that_goes_on", "<ol start=3><li>Hoeveel?</li></ol>", "3. Hoeveel?\n"},
        PageCase{"script_and_style", "<style>p{}</style><p>a</p><script>var x='<p>b</p>'</script>", "a\n"},
        PageCase{
            "words_data_islands",
            "<html><head><!--[if gte mso 9]><xml><o:p>5</o:p></xml><![endif]--></head><body><p>a<o:p></o:p>"
            "</p></body></html>",
            "a\n"},
        PageCase{"tags_cut_off", "<p>een<b>twee<p>drie", "eentwee\n\ndrie\n"},
        PageCase{"wrong_charset",
                 "<html><head><meta charset=windows-1252></head><body><p>coöperatie</p></body></html>",
                 "coöperatie\n"},
        PageCase{
            "right_charset",
            "<html><head><meta charset=windows-1252></head><body><p>co\xF6peratie \x80 5</p></body></html>",
            "coöperatie € 5\n"},
        PageCase{
            "other_charset",
            "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-15\"></head>"
            "<body><p>\xA4 5</p></body></html>",
            "€ 5\n"},
        PageCase{"space_before_a_mark", "<p>de heer\n<b>Jansen</b>\n(\n<i>X</i>\n): ja</p>",
                 "de heer Jansen (X): ja\n"},
        PageCase{"layout_table",
                 "<table><tr><td><p>Links</p><p>en</p><p>meer</p></td><td>Rechts</td></tr></table>",
                 "Links\n\nen\n\nmeer\n\nRechts\n"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(HtmlReader, GivesHeadingsWithTheirLevel) {
  const SourceText source =
      read("<h1>Nota</h1><p>a</p><h2>Deel <br> een</h2><p class=MsoHeading3>Punt</p><h2></h2>");
  ASSERT_EQ(source.outline.headings.size(), 3U);
  EXPECT_EQ(source.outline.headings[0].span.in(source.text), "Nota");
  EXPECT_EQ(source.outline.headings[1].span.in(source.text), "Deel een");
  EXPECT_EQ(source.outline.headings[1].level, 2);
  EXPECT_EQ(source.outline.headings[2].level, 3);
}

TEST(HtmlReader, ReadsATableWithHeadersOverColumnsAndRows) {
  const SourceText source = read(
      "<table><caption>Steun per provincie</caption><thead><tr><th rowspan=2>Provincie<th colspan=2>2017</tr>"
      "<tr><th>aantal<th>euro</tr></thead><tr><td>Antwerpen<td>12<td>1.000</tr><tr><td>Limburg<td><td>500</"
      "tr></table>");
  ASSERT_EQ(source.tables.size(), 1U);
  const SourceTable& table = source.tables[0];
  EXPECT_EQ(table.caption.in(source.text), "Steun per provincie");
  ASSERT_EQ(table.cells.size(), 9U);
  EXPECT_TRUE(table.cells[0].header);
  EXPECT_EQ(table.cells[0].rows, 2U);
  EXPECT_EQ(table.cells[1].columns, 2U);
  EXPECT_EQ(table.cells[2].column, 1U);  // beside the cell from above
  EXPECT_EQ(table.cells[8].span.in(source.text), "500");
  EXPECT_EQ(table.cells[8].row, 3U);
  EXPECT_EQ(table.cells[8].column, 2U);
  EXPECT_NE(source.text.find("Antwerpen\t12\t1.000\n"), std::string::npos);
}

TEST(HtmlReader, TellsTheLanguageOfParagraphs) {
  const SourceText source = read(
      "<body lang=FR-BE><p>Onbekend</p><p class=NormalNL>Een zin.</p><p class=NormalNL><span lang=FR>Une "
      "phrase</span>"
      "</p><p><span lang=NL-BE>Twee</span><span lang=FR>!</span></p></body>");
  ASSERT_EQ(source.outline.languages.size(), 3U);
  EXPECT_EQ(source.outline.languages[0].language, "nl");
  EXPECT_EQ(source.outline.languages[1].language, "fr");
  EXPECT_EQ(source.outline.languages[2].language, "nl");
  EXPECT_EQ(source.outline.languages[2].span.in(source.text), "Twee!");
}

TEST(HtmlReader, LetsTheDutchHeadingOfTwoHeadWhatFollows) {
  const SourceText source = read(
      "<h2><span lang=NL>Vraag over de haven</span></h2><h2><span lang=FR>Question sur le "
      "port</span></h2><p>Ja.</p>");
  ASSERT_EQ(source.outline.headings.size(), 1U);
  EXPECT_EQ(source.outline.headings[0].span.in(source.text), "Vraag over de haven");
}

TEST(HtmlReader, ReadsTitleAndDate) {
  const SourceText source = read(
      "<html><head><title>Kamer\n stuk</title><meta name=\"DCTERMS.issued\" content=\"2024-09-04\"></head>"
      "<body><nav>Menu</nav><p>a</p></body></html>");
  EXPECT_EQ(source.outline.metadata.title, "Kamer stuk");
  EXPECT_EQ(source.outline.metadata.date->iso(), "2024-09-04");
  ASSERT_EQ(source.outline.sections.size(), 1U);
  EXPECT_EQ(source.outline.sections[0].kind, SectionKind::furniture);
  EXPECT_EQ(source.outline.sections[0].span.in(source.text), "Menu\n\n");
}

TEST(HtmlReader, BoundsNesting) {
  std::string tables;
  for (int i = 0; i < 300; ++i) tables += "<table><tr><td>";
  EXPECT_NE(read(tables + "diep").text.find("diep"), std::string::npos);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<b><i>";
  const auto refused = read_html(deep, "diep.html");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().message(),
            "diep.html: nests tags more than 2000 deep: save it as plain text (.txt)");
}

}  // namespace
}  // namespace vraagbaak::indexer
