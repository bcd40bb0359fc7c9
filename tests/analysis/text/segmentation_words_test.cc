// SPDX-License-Identifier: EUPL-1.2
// The word lists that tokenizer and sentence splitter read: look-up, and refusal of a broken file.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "analysis/text/abbreviations.h"
#include "analysis/text/clitics.h"
#include "analysis/text/sentence_edges.h"
#include "model/error.h"

namespace vraagbaak::analysis {
namespace {

namespace fs = std::filesystem;

// A folder of dictionaries with one file in it, gone when the test ends.
class Overlay {
 public:
  Overlay(const std::string& name, const std::string& content)
      : folder_(fs::temp_directory_path() /
                ("vraagbaak_words_" +
                 std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(folder_);
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << content;
  }
  ~Overlay() { fs::remove_all(folder_); }
  Overlay(const Overlay&) = delete;
  Overlay& operator=(const Overlay&) = delete;
  DictionarySource source() const { return DictionarySource::with_folder(folder_); }

 private:
  fs::path folder_;
};

TEST(AbbreviationsTest, AreFoundWithAndWithoutFullStopAndWithACapital) {
  const Abbreviations abbreviations(DictionarySource::built_in());
  EXPECT_EQ(abbreviations.find("nr."), AbbreviationUse::inner);
  EXPECT_EQ(abbreviations.find("nr"), AbbreviationUse::inner);
  EXPECT_EQ(abbreviations.find("Nr."), AbbreviationUse::inner);
  EXPECT_EQ(abbreviations.find("dr"), AbbreviationUse::title);
  EXPECT_EQ(abbreviations.find("art"), AbbreviationUse::number);
  EXPECT_EQ(abbreviations.find("enz."), AbbreviationUse::final);
  EXPECT_EQ(abbreviations.find("ING"), std::nullopt);  // a bank, not an engineer
  EXPECT_EQ(abbreviations.find(""), std::nullopt);
  EXPECT_EQ(abbreviations.find("."), std::nullopt);
  EXPECT_EQ(abbreviations.find(std::string(1000, 'a')), std::nullopt);
}

TEST(AbbreviationsTest, UnknownUseIsRefusedWithItsLine) {
  const Overlay overlay("nl/abbreviations.tsv", "#: form\tuse\nnr.\tinner\ndr.\ttitel\n");
  try {
    const Abbreviations abbreviations(overlay.source());
    FAIL() << "the broken line was accepted";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("abbreviations.tsv:3"), std::string::npos) << error.what();
  }
}

TEST(AbbreviationsTest, DoubleFormIsRefused) {
  const Overlay overlay("nl/abbreviations.tsv", "#: form\tuse\nnr.\tinner\nnr\tfinal\n");
  EXPECT_THROW(Abbreviations(overlay.source()), Error);
}

TEST(CliticsTest, KnowTheirSide) {
  const Clitics clitics(DictionarySource::built_in());
  EXPECT_TRUE(clitics.takes_apostrophe_before("t"));
  EXPECT_TRUE(clitics.takes_apostrophe_before("S"));
  EXPECT_FALSE(clitics.takes_apostrophe_before("l"));
  EXPECT_TRUE(clitics.takes_apostrophe_after("l"));
  EXPECT_FALSE(clitics.takes_apostrophe_after("t"));
  EXPECT_TRUE(clitics.takes_hyphen_before("ie"));
  EXPECT_FALSE(clitics.takes_hyphen_before(""));
}

TEST(CliticsTest, FormWithoutMarkIsRefused) {
  const Overlay overlay("nl/clitics.tsv", "#: form\tlanguage\nt\tnl\n");
  EXPECT_THROW(Clitics(overlay.source()), Error);
}

TEST(SentenceEdgesTest, KnowTheirRole) {
  const SentenceEdges edges(DictionarySource::built_in());
  EXPECT_TRUE(edges.begins_sentence("Daarnaast"));
  EXPECT_FALSE(edges.begins_sentence("daarnaast"));
  EXPECT_FALSE(edges.begins_sentence("Brussel"));
  EXPECT_TRUE(edges.goes_on("van"));
  EXPECT_FALSE(edges.goes_on("project"));
}

TEST(SentenceEdgesTest, UnknownRoleIsRefused) {
  const Overlay overlay("nl/sentence-edges.tsv", "#: form\trole\nvan\tverder\n");
  EXPECT_THROW(SentenceEdges(overlay.source()), Error);
}

}  // namespace
}  // namespace vraagbaak::analysis
