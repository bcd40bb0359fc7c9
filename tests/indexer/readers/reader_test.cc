// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/reader.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <random>
#include <string>

#include "analysis/text/utf8.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::indexer {
namespace {

using namespace std::string_literals;

std::string text_of(std::string bytes) {
  const auto source = read_document(std::move(bytes), "proef.txt");
  return source ? source->text : "problem: " + source.problem().message();
}

struct TextCase {
  const char* name;
  std::string bytes;
  std::string text;
};
class Text : public testing::TestWithParam<TextCase> {};
TEST_P(Text, IsRead) {
  EXPECT_EQ(text_of(GetParam().bytes), GetParam().text);
}
INSTANTIATE_TEST_SUITE_P(
    Encodings, Text,
    testing::Values(TextCase{"ascii", "a\r\nb\n", "a\r\nb\n"}, TextCase{"utf8", "één € 5", "één € 5"},
                    TextCase{"byte_order_mark", "\xEF\xBB\xBFéén", "één"},
                    TextCase{"only_the_first_mark", "\xEF\xBB\xBF\xEF\xBB\xBFx", "\xEF\xBB\xBFx"},
                    TextCase{"windows_1252", "co\xF6peratie \x80 5 \x96 \x93zo\x94", "coöperatie € 5 – “zo”"},
                    TextCase{"undefined_in_windows_1252", "a\x81z", "a\uFFFDz"},
                    TextCase{"mixed", "één en \xE9\xE9n", "één en één"},
                    TextCase{"cut_off_sequence", "prijs \xE2\x82", "prijs â‚"},
                    TextCase{"utf16_little_endian",
                             "\xFF\xFE"
                             "a\0\xEB\0\xAC\x20"s,
                             "aë€"},
                    TextCase{"utf16_big_endian", "\xFE\xFF\0a\0\xEB\x20\xAC"s, "aë€"},
                    TextCase{"utf16_pair", "\xFE\xFF\xD8\x3D\xDE\x00"s, "😀"},
                    TextCase{"utf16_half_pairs", "\xFE\xFF\xD8\x3D\0a\xDE\x00"s, "\uFFFDa\uFFFD"},
                    TextCase{"utf16_odd_byte", "\xFE\xFF\0a\0"s, "a\uFFFD"},
                    TextCase{"utf16_pair_cut_off",
                             "\xFF\xFE"
                             "a\0\x3D\xD8"s,
                             "a\uFFFD"}),
    [](const auto& row) { return std::string(row.param.name); });

struct RefusedCase {
  const char* name;
  std::string bytes;
  const char* said;
};
class Refused : public testing::TestWithParam<RefusedCase> {};
TEST_P(Refused, NamesTheFileAndTheMend) {
  const auto source = read_document(GetParam().bytes, "proef.txt");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.problem().where, "proef.txt");
  EXPECT_NE(source.problem().what.find(GetParam().said), std::string::npos) << source.problem().what;
  EXPECT_FALSE(source.problem().mend.empty());
}
INSTANTIATE_TEST_SUITE_P(Kinds, Refused,
                         testing::Values(RefusedCase{"empty", "", "empty"},
                                         RefusedCase{"blank", " \r\n\t\f\n", "no text"},
                                         RefusedCase{"mark_only", "\xEF\xBB\xBF", "no text"},
                                         RefusedCase{"binary", "a\0b"s, "binary"},
                                         RefusedCase{"ppt", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office"},
                                         RefusedCase{"docx", "PK\x03\x04word/document.xml", "damaged"}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Pages, EndAtFormFeedsAndTileTheText) {
  const auto source = read_document("een\ftwee\n\f\fvier", "x");
  ASSERT_TRUE(source);
  std::size_t at = 0;
  ASSERT_EQ(source->pages.size(), 4U);
  for (std::size_t i = 0; i < source->pages.size(); ++i) {
    EXPECT_EQ(source->pages[i].number, static_cast<int>(i) + 1);
    EXPECT_EQ(source->pages[i].span.begin, at);
    at = source->pages[i].span.end;
  }
  EXPECT_EQ(at, source->text.size());
  EXPECT_EQ(read_document("een\f", "x")->pages.size(), 1U);  // pdftotext ends the last page, too
  EXPECT_TRUE(read_document("een", "x")->pages.empty());
}

TEST(ReadDocument, MakesWellFormedUtf8OfAnyBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const auto source = read_document(bytes, "x");
    if (source) {
      EXPECT_TRUE(analysis::is_utf8(source->text));
    }
  }
}

TEST(ReadFile, GivesTheBytes) {
  const testing_support::TempFolder folder;
  const std::string bytes = "a\0b\r\n"s + std::string(100000, 'x');
  EXPECT_EQ(*read_file(folder.write("a.txt", bytes)), bytes);
  EXPECT_EQ(*read_file(folder.write("leeg.txt", "")), "");
}

TEST(ReadFile, RefusesWhatIsNoOrdinaryFile) {
  const testing_support::TempFolder folder;
  EXPECT_FALSE(read_file(folder / "nergens.txt"));
  EXPECT_FALSE(read_file(folder.path()));
  EXPECT_FALSE(read_file("/dev/zero"));  // would never end
  const std::filesystem::path pipe = folder / "pijp";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_FALSE(read_file(pipe));  // would wait for ever
}

TEST(ReadFile, RefusesAFileThatIsTooLarge) {
  const testing_support::TempFolder folder;
  const std::filesystem::path file = folder.write("groot.txt", "x");
  std::filesystem::resize_file(file, kLargestFile + 1);  // sparse
  const auto bytes = read_file(file);
  ASSERT_FALSE(bytes);
  EXPECT_NE(bytes.problem().what.find("64 MiB"), std::string::npos);
}

TEST(Bounds, OfTextAndNumbers) {
  const std::string line(99, 'a');
  std::string text;
  while (text.size() + line.size() < kLargestText) text += line + '\n';
  EXPECT_TRUE(read_document(text, "lang.txt"));
  text.resize(kLargestText + 1, 'b');
  EXPECT_EQ(read_document(text, "lang.txt").problem().message(),
            "lang.txt: holds more than 8 MiB of text: split it into smaller files");

  std::string numbers;
  for (std::size_t i = 0; i < kMostNumbers; ++i) numbers += "1.234,50 ";
  EXPECT_TRUE(read_document(numbers, "cijfers.txt"));
  EXPECT_EQ(read_document(numbers + "5", "cijfers.txt").problem().message(),
            "cijfers.txt: holds more than 150000 numbers: split it into smaller files");
}

}  // namespace
}  // namespace vraagbaak::indexer
