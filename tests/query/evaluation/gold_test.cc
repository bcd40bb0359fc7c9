// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/gold.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "model/error.h"
#include "query/evaluation/gold_text.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::query {
namespace {

class Gold : public testing::Test {
 protected:
  GoldFile read(std::string_view content, const char* extension = ".jsonl") {
    file_.replace_extension(extension);
    std::ofstream(file_, std::ios::binary) << content;
    return read_gold(file_);
  }
  std::string failure(std::string_view content, const char* extension = ".jsonl") {
    try {
      read(content, extension);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  testing_support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "gold.jsonl";
};

TEST_F(Gold, TellsFilesByTheirKeys) {
  const GoldFile questions = read(
      R"({"id":"1","lang":"nl","question":"Hoeveel?","type":"money","answers":[{"text":"3 euro","value":"3.50","unit":"EUR"}],"doc":"a.txt","evidence":"Het is 3 euro."})"
      "\n\n"
      R"({"id":"2","lang":"en","question":"Who?","type":"none","answers":[]})");
  ASSERT_EQ(questions.questions.size(), 2u);
  EXPECT_EQ(*questions.questions[0].answers[0].value, *Decimal::parse("3.5"));
  EXPECT_TRUE(questions.questions[1].document.empty());
  EXPECT_EQ(
      read(
          R"({"id":"f","doc":"a","start":0,"end":2,"text":"3 ","figures":[{"start":0,"end":1,"text":"3","kind":"count","value":3}]})")
          .figures.at(0)
          .items.at(0)
          .value,
      Decimal(3));
  EXPECT_EQ(
      read(
          R"({"id":"e","doc":"a","start":0,"end":4,"text":"Gent","entities":[{"start":0,"end":4,"label":"place"}]})")
          .entities.at(0)
          .items.at(0)
          .label,
      "place");
  EXPECT_EQ(read(R"({"doc":"a","pairs":[{"label":"1","question":[0,3],"answer":[5,9]}],"unanswered":["2"]})")
                .links.at(0)
                .pairs.at(0)
                .answer.second,
            9u);
  EXPECT_EQ(read(R"({"id":"n","model":"number","input":"drie","expected":[{"value":"3"}]})")
                .numbers.at(0)
                .expected.at(0)
                .value,
            Decimal(3));
}

TEST_F(Gold, ReadsSurfaceTokensOfATreebank) {
  const GoldFile treebank = read(
      "# text = Het is a.\n"
      "1\tHet\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "2-3\tisa\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
      "2\tis\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "3\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "3.1\tleeg\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
      "1\tJa\t_\t_\t_\t_\t_\t_\t_\t_\n",
      ".conllu");
  ASSERT_EQ(treebank.treebank.size(), 2u);
  EXPECT_EQ(treebank.treebank[0], (TreebankSentence{{"Het", true}, {"isa", false}, {".", true}}));
}

TEST_F(Gold, NamesTheBrokenLine) {
  EXPECT_NE(failure("{\"question\":\"a\"\n").find("gold.jsonl:1"), std::string::npos);
  EXPECT_NE(failure("{\"iets\":1}\n").find("no gold"), std::string::npos);
  EXPECT_NE(failure("[1,2]\n").find(":1"), std::string::npos);
  EXPECT_NE(failure("1\tHet\n", ".conllu").find("columns"), std::string::npos);
  EXPECT_THROW(read_gold("/nergens/is.jsonl"), Error);
}

TEST(GoldText, FoldsAsTheReferenceDoes) {
  EXPECT_EQ(fold_for_comparison("  Één  CAFÉ – 11,11% (ca.)"), "een cafe 11 11% ca");
  EXPECT_EQ(fold_for_comparison("ﬁn_al ½ m²"), "fin_al 1 2 m2");
  EXPECT_EQ(fold_for_comparison("Straße"), "strasse");
  EXPECT_EQ(fold_for_comparison("…"), "");
}

TEST(GoldText, CountsWords) {
  const WordCounts a = count_words("de haven en de kaai");
  EXPECT_EQ(total(a), 5u);
  EXPECT_EQ(common(a, count_words("de de de kaai")), 3u);
}

}  // namespace
}  // namespace vraagbaak::query
