// SPDX-License-Identifier: EUPL-1.2
#include "system/file_bytes.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

#include "tests/support/temp_folder.h"

namespace vraagbaak::system {
namespace {

TEST(FileBytes, GivesWhatIsThere) {
  const testing_support::TempFolder folder;
  const std::string bytes("een\0twee\xFF", 9);
  EXPECT_EQ(read_file(folder.write("a", bytes), 9).value(), bytes);
  EXPECT_EQ(read_file(folder.write("leeg", ""), 0).value(), "");
}

TEST(FileBytes, RefusesWhatIsTooLargeOrNoFile) {
  const testing_support::TempFolder folder;
  const auto large = folder.write("groot", std::string((1U << 20) + 1, 'a'));
  EXPECT_EQ(read_file(large, 1U << 20).problem().message(),
            large.string() + ": is larger than 1 MiB: split it into smaller files");
  EXPECT_FALSE(read_file(folder / "weg", 100));
  EXPECT_FALSE(read_file(folder.path(), 100));
  const auto pipe = folder / "pijp";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_FALSE(read_file(pipe, 100)) << "a pipe that nobody writes to is not waited for";
}

TEST(FileBytes, ReadsAgainWhatChangesMeanwhile) {
  const testing_support::TempFolder folder;
  const auto file = folder.write("nota", "een");
  int reads = 0;
  const auto once = [&] {
    if (++reads == 1) folder.write("nota", "twee keer");
  };
  EXPECT_EQ(read_file(file, 100, once).value(), "twee keer");
  EXPECT_EQ(reads, 2);

  reads = 0;
  const auto always = [&] { folder.write("nota", std::string(static_cast<std::size_t>(++reads), 'a')); };
  EXPECT_EQ(read_file(file, 100, always).problem().message(),
            file.string() + ": changes while it is read: index it again when it is no longer written");
  EXPECT_EQ(reads, 3);
}

TEST(FileBytes, KeepsWhatItHasOfAFileThatVanishesMeanwhile) {
  const testing_support::TempFolder folder;
  const auto file = folder.write("nota", "een");
  EXPECT_EQ(read_file(file, 100, [&] { std::filesystem::remove(file); }).value(), "een");
  EXPECT_EQ(
      read_file(file, 100).problem().message(),
      file.string() + ": cannot be read (No such file or directory): check that it is there and may be read");
}

}  // namespace
}  // namespace vraagbaak::system
