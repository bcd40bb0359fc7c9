// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <string>

#include "indexer/readers/converter_readers.h"
#include "indexer/readers/zip_reader.h"
#include "system/child_process.h"
#include "tests/indexer/readers/office_files.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/reader_contract.h"

namespace vraagbaak::indexer {
namespace {

using testing_support::build_zip;

const std::string kHtml = "<html><body><h1>Nota</h1><p>Vijf havens.</p></body></html>";

TEST(ZipReader, ReadsEveryDocumentUnderItsName) {
  const auto source = read_zip(build_zip({{"map/", ""},
                                          {"map/nota.html", kHtml},
                                          {".verborgen.txt", "weg"},
                                          {"__MACOSX/._nota.html", "weg"},
                                          {"cijfers.csv", "a;b;c;d\n1;2;3;4\n5;6;7;8\n"},
                                          {"foto.png", "\x89PNG\r\n\x1A\n"},
                                          {"weer.zip", build_zip({{"a.txt", "a"}})}}),
                               "stukken.zip", {});
  ASSERT_TRUE(source) << source.problem().message();
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  EXPECT_EQ(source->text,
            "map/nota.html\n\nNota\n\nVijf havens.\n\ncijfers.csv\n\na\tb\tc\td\n1\t2\t3\t4\n5\t6\t7\t8\n");
  ASSERT_EQ(source->outline.headings.size(), 3U);
  EXPECT_EQ(source->outline.headings[1].level, 2);
  ASSERT_EQ(source->sheets.size(), 1U);
  EXPECT_EQ(source->text.substr(source->sheets[0].marks.at(1).begin, 3), "1\t2");
  ASSERT_EQ(source->left_out.size(), 2U);
  EXPECT_EQ(source->left_out[0].where, "foto.png");
  EXPECT_EQ(source->left_out[1].what, "is an archive in an archive");
}

TEST(ZipReader, KeepsPagesWhereAllHaveThem) {
  const auto source =
      read_zip(build_zip({{"a.txt", "een\ftwee\n"}, {"b.txt", "drie\n\fvier\n"}}), "s.zip", {});
  ASSERT_TRUE(source);
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  ASSERT_EQ(source->pages.size(), 4U);
  EXPECT_EQ(source->pages[2].number, 1);
  EXPECT_NE(source->pages[3].span.in(source->text).find("vier"), std::string::npos);
}

TEST(ZipReader, SaysWhyNothingCanBeRead) {
  EXPECT_EQ(
      read_zip(build_zip({{"a.bin", std::string("\0\1", 2)}}), "s.zip", {}).problem().message().substr(0, 60),
      "s.zip: holds nothing that can be read: a.bin is a binary fil");
  EXPECT_FALSE(read_zip("PK\x03\x04", "s.zip", {}));
  EXPECT_EQ(read_zip(build_zip({}), "s.zip", {})->text, "");
}

TEST(Converters, ReadRichText) {
  if (!system::find_program("unrtf")) GTEST_SKIP() << "unrtf is not installed";
  const auto source =
      read_rtf("{\\rtf1\\ansi De co\\'f6peratie kreeg 5 euro.\\par Meer niet.\\par}", "a.rtf");
  ASSERT_TRUE(source) << source.problem().message();
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  EXPECT_NE(source->text.find("De coöperatie kreeg 5 euro."), std::string::npos) << source->text;
}

TEST(Converters, NameTheProgramThatIsMissing) {
  const char* path = std::getenv("PATH");
  const std::string before = path == nullptr ? "" : path;
  ::setenv("PATH", "/bestaat/niet", 1);
  const auto source = read_doc("x", "brief.doc");
  ::setenv("PATH", before.c_str(), 1);
  ASSERT_FALSE(source);
  EXPECT_EQ(source.problem().message(),
            "brief.doc: is an old Word document (.doc), which needs catdoc: install catdoc, or convert it "
            "with `soffice "
            "--convert-to pdf FILE`");
}

}  // namespace
}  // namespace vraagbaak::indexer
