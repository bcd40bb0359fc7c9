// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/pdf_reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "indexer/readers/pdf_table_finder.h"
#include "system/child_process.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/reader_contract.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::indexer {
namespace {

// A line of text that begins at `left`; every letter is six points wide.
PdfLine line(const std::string& text, double left, double top) {
  PdfLine out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    out.words.push_back({left + 6.0 * static_cast<double>(at), top, left + 6.0 * static_cast<double>(end),
                         top + 10, text.substr(at, end - at)});
    at = end + 1;
  }
  return out;
}
PdfPage page(std::vector<PdfBlock> blocks) {
  return {600, 800, std::move(blocks)};
}

std::string text_of(const std::vector<PdfPage>& pages) {
  const SourceText source = compose_pages(pages);
  EXPECT_EQ(testing_support::broken_promise(source), "");
  return source.text;
}

TEST(PdfLayout, JoinsLinesAndBrokenWords) {
  EXPECT_EQ(text_of({page({{{line("De minister bepaalt de crite-", 50, 200),
                             line("rium voor het sociaal-", 50, 212), line("economische beleid.", 50, 224)}},
                           {{line("Het sociaal-economische punt, in- ", 50, 300),
                             line("en uitvoer van West-", 50, 312), line("Vlaanderen.", 50, 324)}}})}),
            "De minister bepaalt de criterium voor het sociaal-economische beleid.\n\nHet "
            "sociaal-economische punt, in- en "
            "uitvoer van West-Vlaanderen.\n");
}

TEST(PdfLayout, EndsAPageBehindItsLastWord) {
  const SourceText source =
      compose_pages({page({{{line("De kade kreeg in 2016 nog 1502", 50, 200)}}}),
                     page({{{line("euro en nu 1503", 50, 200)}}}),
                     page({{{line("euro. Dat is meer dan de cri-", 50, 200)}}}),
                     page({{{line("terium.", 50, 200)}}}), page({{{line("Einde.", 50, 200)}}})});
  EXPECT_EQ(testing_support::broken_promise(source), "");
  const auto page_of = [&source](std::string_view word) {
    const std::size_t at = source.text.find(word);
    for (const Page& p : source.pages) {
      if (p.span.begin <= at && at < p.span.end) return p.number;
    }
    return 0;
  };
  EXPECT_EQ(page_of("1502"), 1);
  EXPECT_EQ(page_of("euro en"), 2);
  EXPECT_EQ(page_of("1503"), 2);
  EXPECT_EQ(page_of("euro. Dat"), 3);
  EXPECT_EQ(page_of("criterium"), 3);
  EXPECT_EQ(page_of("Einde"), 5);
}

TEST(PdfLayout, KeepsLinesThatEndEarlyAndItems) {
  EXPECT_EQ(
      text_of(
          {page({{{line("Datum: 3 mei", 50, 200), line("Onderwerp: de steun aan de havens van Gent", 50, 212),
                   line("1. Hoeveel steun kregen de havens samen?", 50, 224)}}})}),
      "Datum: 3 mei\nOnderwerp: de steun aan de havens van Gent\n1. Hoeveel steun kregen de havens samen?\n");
}

TEST(PdfLayout, ReadsAParagraphOverThePageAndPutsFurnitureBehindIt) {
  std::vector<PdfPage> pages;
  for (int i = 1; i <= 3; ++i) {
    pages.push_back(page(
        {{{line("de zin loopt door op de volgende", 50, 300), line("bladzijde en dan weer verder", 50, 312)}},
         {{line("Kamerstuk | " + std::to_string(i), 50, 770)}}}));
  }
  const SourceText source = compose_pages(pages);
  EXPECT_EQ(testing_support::broken_promise(source), "");
  const std::string sentence = "de zin loopt door op de volgende bladzijde en dan weer verder";
  EXPECT_EQ(source.text,
            sentence + " " + sentence + " " + sentence + "\n\nKamerstuk | 1\nKamerstuk | 2\nKamerstuk | 3\n");
  ASSERT_EQ(source.pages.size(), 3U);
  EXPECT_EQ(source.outline.sections.at(0).kind, SectionKind::furniture);
}

TEST(PdfLayout, SetsALabelBesideItsText) {
  EXPECT_EQ(text_of({page({{{line("Zaak:", 50, 200), line("Besluit:", 50, 240)}},
                           {{line("Brief over de havens van Gent", 150, 200)}},
                           {{line("Voor kennisgeving aangenomen", 150, 240)}}})}),
            "Zaak: Brief over de havens van Gent\n\nBesluit: Voor kennisgeving aangenomen\n");
}

TEST(PdfTables, FindsRowsOfFigures) {
  std::vector<PdfBlock> blocks = {
      {{line("Provincie", 50, 200), line("Antwerpen", 50, 214), line("Limburg", 50, 228),
        line("Totaal", 50, 242)}},
      {{line("2017", 200, 200), line("1.200", 200, 214), line("300", 206, 228), line("1.500", 200, 242)}},
      {{line("2018", 300, 200), line("1.300", 300, 214), line("400", 306, 228), line("1.700", 300, 242)}}};
  const SourceText source = compose_pages({page(blocks)});
  EXPECT_EQ(source.text,
            "Provincie\t2017\t2018\nAntwerpen\t1.200\t1.300\nLimburg\t300\t400\nTotaal\t1.500\t1.700\n");
  ASSERT_EQ(source.tables.size(), 1U);
  EXPECT_EQ(source.tables[0].cells.size(), 12U);
}

TEST(PdfTables, TakesColumnsOfProseForNone) {
  std::vector<PdfBlock> blocks(2);
  for (int i = 0; i < 8; ++i) {
    blocks[0].lines.push_back(line("de linker kolom loopt door", 50, 200 + 12 * i));
    blocks[1].lines.push_back(line("en de rechter ook in 2017", 320, 200 + 12 * i));
  }
  EXPECT_TRUE(find_tables(page(blocks)).empty());
}

TEST(PdfReader, ReadsBoundingBoxes) {
  const auto pages = parse_bounding_boxes(
      "<html><body><doc><page width=\"600.0\" height=\"800.0\"><flow><block><line><word xMin=\"1.5\" "
      "yMin=\"2\" xMax=\"3\" "
      "yMax=\"4\">A&amp;B\x01</word></line></block></flow></page><page width=\"1\" "
      "height=\"1\"></page></doc></body></html>");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].blocks.at(0).lines.at(0).words.at(0).text, "A&B");
  EXPECT_EQ(pages[0].blocks[0].lines[0].words[0].left, 1.5);
}

TEST(PdfReader, RefusesWhatIsDamaged) {
  if (!system::find_program("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
  const auto source = read_pdf("%PDF-1.7\nkapot", "kapot.pdf");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.problem().message(),
            "kapot.pdf: is a damaged PDF: fetch it again, or open it and print it to a new PDF");
}

// A folder with stand-ins for programs goes before $PATH, or stands in its place.
class ScannedPdf : public testing::Test {
 protected:
  ScannedPdf() {
    const char* path = std::getenv("PATH");
    path_ = path == nullptr ? "" : path;
    std::filesystem::create_directories(folder_ / "bin");
  }
  ~ScannedPdf() override { ::setenv("PATH", path_.c_str(), 1); }
  void SetUp() override {
    const auto program = system::find_program("pdftotext");
    if (!program) GTEST_SKIP() << "pdftotext is not installed";
    std::filesystem::create_symlink(*program, folder_ / "bin/pdftotext");
  }
  void set_path(const std::string& more) const {
    ::setenv("PATH", ((folder_ / "bin").string() + more).c_str(), 1);
  }
  // An ocrmypdf that prints this file when it is given options that it knows.
  void install_ocr(const std::string& answer) const {
    const auto file = folder_.write("bin/ocrmypdf", "#!/bin/sh\n" + answer + "\n");
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    set_path(":" + path_);
  }

  const std::string scan_ = testing_support::build_pdf({{}});
  testing_support::TempFolder folder_;
  std::string path_;
};

TEST_F(ScannedPdf, IsNamedWithTheOption) {
  const auto source = read_pdf(scan_, "scan.pdf");
  ASSERT_FALSE(source);
  EXPECT_EQ(
      source.problem().message(),
      "scan.pdf: is a PDF without text: a scan: index it with --ocr, or make text of it with an OCR program");
}

TEST_F(ScannedPdf, NeedsOcrmypdf) {
  set_path("");
  const auto source = read_pdf(scan_, "scan.pdf", true);
  ASSERT_FALSE(source);
  EXPECT_EQ(
      source.problem().message(),
      "scan.pdf: is a scanned PDF, and ocrmypdf is not installed: install ocrmypdf and tesseract-ocr-nld");
}

TEST_F(ScannedPdf, IsReadByOcrmypdf) {
  const auto text = folder_.write("text.pdf", testing_support::build_pdf({{{72, 700, "Gent kreeg 12 euro."}},
                                                                          {{72, 700, "Meer niet."}}}));
  install_ocr(
      "[ \"$*\" = \"--quiet --skip-text --language nld --output-type pdf /dev/fd/3 -\" ] && head -c 5 "
      "/dev/fd/3 | grep -q %PDF- && cat '" +
      text.string() + "'");
  const auto source = read_pdf(scan_, "scan.pdf", true);
  ASSERT_TRUE(source) << source.problem().message();
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  EXPECT_EQ(source->text, "Gent kreeg 12 euro.\n\nMeer niet.\n");
  EXPECT_EQ(source->pages.size(), 2U);
}

TEST_F(ScannedPdf, ThatOcrmypdfCannotReadIsNamed) {
  install_ocr("exit 3");
  const auto source = read_pdf(scan_, "scan.pdf", true);
  ASSERT_FALSE(source);
  EXPECT_EQ(source.problem().what, "is a scanned PDF that ocrmypdf cannot read");
}

}  // namespace
}  // namespace vraagbaak::indexer
