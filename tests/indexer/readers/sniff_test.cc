// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/sniff.h"

#include <gtest/gtest.h>

#include <string>

namespace vraagbaak::indexer {
namespace {

using namespace std::string_literals;

const std::string kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

// A compound file of a kind that is not known, with so many bytes between header and directory.
std::string compound(std::size_t before_directory) {
  std::string bytes = kCompound + std::string(512 - kCompound.size(), '\0');
  bytes[30] = 9;  // sectors of 512 bytes
  bytes[48] = static_cast<char>(before_directory / 512);
  return bytes + std::string(before_directory, '\0') + std::string(512, 'x');
}

struct SniffCase {
  const char* name;
  std::string bytes;
  FileKind kind;
};
class Sniff : public testing::TestWithParam<SniffCase> {};
TEST_P(Sniff, TellsTheKind) {
  EXPECT_EQ(sniff(GetParam().bytes), GetParam().kind);
  EXPECT_FALSE(describe(GetParam().kind).empty());
  EXPECT_EQ(advice(GetParam().kind).empty(), GetParam().kind == FileKind::text);
}
INSTANTIATE_TEST_SUITE_P(
    Kinds, Sniff,
    testing::Values(
        SniffCase{"empty", "", FileKind::text}, SniffCase{"plain", "Vraag nr. 3\n", FileKind::text},
        SniffCase{"accents", "co\xC3\xB6peratie", FileKind::text},
        SniffCase{"windows_1252", "co\xF6peratie, \x80 5", FileKind::text},
        SniffCase{"form_feed_and_tab", "a\tb\f\v\r\n", FileKind::text},
        SniffCase{"utf16_little_endian",
                  "\xFF\xFE"
                  "a\0b\0"s,
                  FileKind::text},
        SniffCase{"utf16_big_endian", "\xFE\xFF\0a\0b"s, FileKind::text},
        SniffCase{"less_than_sign", "< 5 % van de leden", FileKind::text},
        SniffCase{"pdf", "%PDF-1.7\n...", FileKind::pdf},
        SniffCase{"pdf_after_rubbish", "\0\0\x01%PDF-1.4 \0"s, FileKind::pdf},
        SniffCase{"pdf_in_a_sentence", "een bestand begint met %PDF- en dan verder", FileKind::text},
        SniffCase{"docx", "PK\x03\x04....[Content_Types].xml....word/document.xml", FileKind::docx},
        SniffCase{"xlsx", "PK\x03\x04........xl/workbook.xml", FileKind::xlsx},
        SniffCase{"odt",
                  "PK\x03\x04"
                  "mimetypeapplication/vnd.oasis.opendocument.text",
                  FileKind::open_text},
        SniffCase{"ods",
                  "PK\x03\x04"
                  "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                  FileKind::open_sheet},
        SniffCase{"odp",
                  "PK\x03\x04"
                  "mimetypeapplication/vnd.oasis.opendocument.presentation",
                  FileKind::open_document},
        SniffCase{"zip", "PK\x03\x04nota.txt", FileKind::zip},
        SniffCase{"doc", kCompound + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s, FileKind::old_word},
        SniffCase{"xls", kCompound + "W\0o\0r\0k\0b\0o\0o\0k\0"s, FileKind::old_excel},
        SniffCase{"ppt", compound(1024), FileKind::old_office},
        SniffCase{"cut_off", compound(1024).substr(0, 1600), FileKind::cut_office},
        SniffCase{"cut_in_header", kCompound + " PowerPoint", FileKind::cut_office},
        SniffCase{"odd_sectors", kCompound + std::string(2000, '\xFF'), FileKind::cut_office},
        SniffCase{"locked", kCompound + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s,
                  FileKind::locked_office},
        SniffCase{"rtf", "{\\rtf1\\ansi tekst}", FileKind::rtf},
        SniffCase{"html", "<!DOCTYPE html><html>", FileKind::html},
        SniffCase{"html_bare", "\xEF\xBB\xBF\n <HTML lang=nl>", FileKind::html},
        SniffCase{"html_after_comment", "<!-- saved --> \n<html>", FileKind::html},
        SniffCase{"xhtml", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", FileKind::html},
        SniffCase{"xml", "\xEF\xBB\xBF\n\n<?xml version=\"1.0\"?><handelingen>", FileKind::xml},
        SniffCase{"open_comment", "<!-- nooit gesloten", FileKind::text},
        SniffCase{"png", "\x89PNG\r\n\x1A\n", FileKind::picture},
        SniffCase{"jpeg", "\xFF\xD8\xFF\xE0", FileKind::picture},
        SniffCase{"gzip", "\x1F\x8B\x08", FileKind::binary},
        SniffCase{"sqlite", "SQLite format 3\0..."s, FileKind::binary},
        SniffCase{"nul", "tekst met een \0 erin"s, FileKind::binary},
        SniffCase{"control_characters", "\x01\x02\x03\x04tekst", FileKind::binary}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Sniff, TellsTextsApart) {
  EXPECT_EQ(sniff_text("{\"a\": 1}"), FileKind::json);
  EXPECT_EQ(sniff_text(" [ {\"a\": 1} ]\n"), FileKind::json);
  EXPECT_EQ(sniff_text("[1] een noot]"), FileKind::text);
  EXPECT_EQ(sniff_text("a;b\n1;2\n3;4\n"), FileKind::csv);
  EXPECT_EQ(sniff_text("# Nota\n\n**zin**\n"), FileKind::markdown);
  EXPECT_EQ(sniff_text("Een zin.\n"), FileKind::text);
  EXPECT_EQ(sniff_text(""), FileKind::text);
}

}  // namespace
}  // namespace vraagbaak::indexer
