// SPDX-License-Identifier: EUPL-1.2
#include "analysis/dictionary/dictionary_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "model/error.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::analysis {
namespace {

class LaidOver : public testing::Test {
 protected:
  LaidOver() { std::filesystem::create_directories(folder_ / "nl"); }

  DictionarySource source(std::string_view months) const {
    std::ofstream(folder_ / "nl/months.tsv", std::ios::binary) << months;
    return DictionarySource::with_folder(folder_.path());
  }
  std::string failure(std::string_view months) const {
    try {
      const DictionarySource with(source(months));
      const DictionaryFile file(with, "nl/months.tsv", {"form", "month"});
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  testing_support::TempFolder folder_;
};

TEST(DictionaryFile, ReadsABuiltInDictionary) {
  const auto source = DictionarySource::built_in();
  const DictionaryFile months(source, "nl/months.tsv", {"month", "form"});
  ASSERT_GE(months.rows().size(), 12u);
  EXPECT_EQ(months.rows().front()[0], "4");
  EXPECT_EQ(months.rows().front()[1], "apr");
}

TEST_F(LaidOver, ReplacesTheBuiltInFileOfThatName) {
  const auto with = source("# c\n#: form\tmonth\tnote\r\n\nbloeimaand\t5\r\n");
  const DictionaryFile months(with, "nl/months.tsv", {"form", "month", "note"});
  ASSERT_EQ(months.rows().size(), 1u);
  EXPECT_EQ(months.rows()[0].line, 4u);
  EXPECT_EQ(months.rows()[0][1], "5");
  EXPECT_EQ(months.rows()[0][2], "");
}

TEST_F(LaidOver, NamesFileAndLineOfWhatIsWrong) {
  EXPECT_NE(failure("mei\t5\n").find("months.tsv:1: no line before it names the columns"), std::string::npos);
  EXPECT_NE(failure("#: form\tday\n").find("no column \"month\""), std::string::npos);
  EXPECT_NE(failure("#: form\tmonth\nmei\t5\t6\n").find("months.tsv:2: more cells than columns"),
            std::string::npos);
  EXPECT_NE(failure("#: form\tmonth\n\t5\n").find("months.tsv:2: its first cell is empty"),
            std::string::npos);
  EXPECT_NE(failure("#: form\tmonth\nm\xFF\t5\n").find("months.tsv:2: the line is not UTF-8"),
            std::string::npos);
  EXPECT_NE(failure("").find("no line names the columns"), std::string::npos);
  EXPECT_EQ(failure("#: form\tmonth\nmei\t5\n"), "");
}

TEST(DictionarySource, SaysThatAFolderOrADictionaryIsMissing) {
  EXPECT_THROW(DictionarySource::with_folder("/no/such/folder"), Error);
  EXPECT_THROW(DictionarySource::built_in().text("nl/no-such.tsv"), Error);
}

}  // namespace
}  // namespace vraagbaak::analysis
