// SPDX-License-Identifier: EUPL-1.2
// Our own gold (tests/gold) names places in the shared documents: they must be there, and hold what the line
// says.
#include <set>

#include "tests/cli/program.h"
#include "tests/support/shared_data.h"

namespace vraagbaak {
namespace {

using nlohmann::json;

class OwnGold : public ProgramTest {
 protected:
  void SetUp() override {
    const auto shared = shared_data();
    if (!shared) GTEST_SKIP() << "no ../shared: set VRAAGBAAK_SHARED to the folder with gold/ and corpora/";
    if (run_program({"python3", "--version"}).code != 0) GTEST_SKIP() << "no python3 to fill the gold with";
    const RunResult filled = run_program(
        {"python3", VRAAGBAAK_SOURCE_DIR "/scripts/fill_gold.py", shared->string(), path("gold")});
    ASSERT_EQ(filled.code, 0) << filled.err;
  }

  std::vector<json> gold(const std::string& name) const { return lines(content(path("gold/" + name))); }
};

TEST_F(OwnGold, AnswersStandInTheirEvidence) {
  for (const std::string part : {"development", "held-out"}) {
    for (const std::string name : {"/questions.jsonl", "/questions-other.jsonl"}) {
      const auto questions = gold(part + name);
      EXPECT_GE(questions.size(), 30u) << part << name;
      for (const json& question : questions) {
        const std::string id = question.at("id");
        EXPECT_EQ(question.at("answers").empty(), question.at("type") == "none") << id;
        if (question.at("answers").empty()) continue;
        EXPECT_FALSE(question.at("evidence").get<std::string>().empty()) << id;
        for (const json& answer : question.at("answers"))
          EXPECT_FALSE(answer.at("text").get<std::string>().empty()) << id;
      }
    }
  }
}

TEST_F(OwnGold, HeldOutDocumentsAndLinesAreNotAmongTheOthers) {
  for (const std::string name : {"/questions.jsonl", "/questions-other.jsonl", "/claims.jsonl"}) {
    std::set<std::string> known;
    for (const json& line : gold("development" + name)) known.insert(line.at("id"));
    for (const json& line : gold("held-out" + name))
      EXPECT_FALSE(known.contains(line.at("id").get<std::string>())) << line.at("id");
  }
}

TEST_F(OwnGold, NamesThatMeanTheSameAreNames) {
  for (const std::string part : {"development", "held-out"}) {
    for (const json& document : gold(part + "/aliases.jsonl")) {
      EXPECT_FALSE(document.at("groups").empty()) << document.at("doc");
      for (const json& group : document.at("groups")) {
        EXPECT_GE(group.size(), 2u) << document.at("doc");
        for (const json& name : group) EXPECT_FALSE(name.get<std::string>().empty()) << document.at("doc");
      }
    }
  }
}

TEST_F(OwnGold, FiguresLieInTheirPassages) {
  for (const std::string file : {"development/figures", "held-out/figures", "held-out/figures-second"}) {
    for (const json& passage : gold(file + ".jsonl")) {
      for (const json& figure : passage.at("figures")) {
        EXPECT_GE(figure.at("start"), passage.at("start")) << passage.at("id");
        EXPECT_LE(figure.at("end"), passage.at("end")) << passage.at("id");
        EXPECT_NE(passage.at("text").get<std::string>().find(figure.at("text").get<std::string>()),
                  std::string::npos)
            << passage.at("id");
      }
    }
  }
}

}  // namespace
}  // namespace vraagbaak
