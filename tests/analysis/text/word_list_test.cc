// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/word_list.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "analysis/text/stop_words.h"
#include "analysis/text/word_table.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::analysis {
namespace {

class OwnTable : public testing::Test {
 protected:
  ~OwnTable() override { std::filesystem::remove(path_); }

  void write(std::string_view bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  WordList open() const { return {DictionarySource::built_in(), path_}; }
  // A table of eight slots that holds "appelboom" and, with a capital only, "Oostkamp".
  static std::string table() {
    std::vector<std::uint32_t> slots(8, 0);
    const auto put = [&](std::string_view word, std::uint32_t mark) {
      slots[find_slot(slots, hash_word(word))] = slot_key(hash_word(word)) | mark;
    };
    put("appelboom", (3u << 3) | 5u);
    put("oostkamp", kNameMark);
    const WordTableHeader header{.words = 2, .slots = slots.size(), .checksum = checksum_of(slots)};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    return bytes.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof slots[0]);
  }

  testing_support::TempFolder folder_;
  std::string path_ = (folder_ / "words.bin").string();
};

TEST_F(OwnTable, FindsItsWordsAndNoOthers) {
  write(table());
  const WordList words = open();
  ASSERT_TRUE(words.is_large()) << words.description();
  EXPECT_EQ(words.find("appelboom").as_first, 3);
  EXPECT_EQ(words.find("appelboom").as_last, 5);
  EXPECT_TRUE(words.find("oostkamp").name);
  EXPECT_FALSE(words.contains("appelbomen"));
  EXPECT_FALSE(words.contains(""));
  EXPECT_TRUE(words.contains("budget"));  // our own
  EXPECT_NE(words.description().find("2 words from"), std::string::npos);
}

TEST_F(OwnTable, WorksOnWithoutADamagedOne) {
  const std::string whole = table();
  for (const std::string& bytes :
       {std::string(), std::string("no table"), whole.substr(0, whole.size() - 4), whole.substr(0, 32),
        whole + "....", std::string(whole.size(), '\0'), std::string(whole.size(), '\xFF')}) {
    write(bytes);
    const WordList words = open();
    EXPECT_FALSE(words.is_large());
    EXPECT_TRUE(words.contains("budget"));
    EXPECT_NE(words.description().find("install the package wdutch"), std::string::npos);
  }
  EXPECT_FALSE(WordList(DictionarySource::built_in(), "/no/such/file").is_large());
  EXPECT_FALSE(WordList(DictionarySource::built_in(), testing::TempDir()).is_large());
}

TEST_F(OwnTable, EndsEachSearchInAFullTable) {
  std::string full = table();
  for (std::size_t at = sizeof(WordTableHeader); at < full.size(); ++at) full[at] = '\x55';
  write(full);
  EXPECT_FALSE(open().contains("appelboom"));
}

TEST_F(OwnTable, ChangesTheFingerprint) {
  write(table());
  EXPECT_NE(open().fingerprint(), WordList(DictionarySource::built_in(), "").fingerprint());
  EXPECT_EQ(open().fingerprint(), open().fingerprint());
}

TEST(WordList, FindsTheLargeListTheBuildMade) {
  if (!std::filesystem::exists("/usr/share/dict/dutch"))
    GTEST_SKIP() << "the package wdutch is not installed";
  const WordList words(DictionarySource::built_in());
  ASSERT_TRUE(words.is_large()) << words.description();
  for (const std::string_view word : {"noodzakelijk", "gemeentehuis", "betaalden", "cooperatie"}) {
    EXPECT_TRUE(words.contains(word)) << word;
  }
  EXPECT_FALSE(words.contains("qzxqzx"));
  EXPECT_GT(words.find("huis").as_last, words.find("bedrijfsbezoek").as_last);
}

TEST(StopWords, AreThoseOfTheirLanguage) {
  const StopWords words(DictionarySource::built_in());
  EXPECT_TRUE(words.contains("van", Language::nl));
  EXPECT_TRUE(words.contains("the", Language::en));
  EXPECT_TRUE(words.contains("etaient", Language::fr));
  EXPECT_FALSE(words.contains("the", Language::nl));
  EXPECT_FALSE(words.contains("budget", Language::nl));
  EXPECT_FALSE(words.contains("", Language::en));
  EXPECT_EQ(to_string(Language::fr), "fr");
}

}  // namespace
}  // namespace vraagbaak::analysis
