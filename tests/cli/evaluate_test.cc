// SPDX-License-Identifier: EUPL-1.2
// `evaluate` against the reference scripts: what it computes is what they compute, to the fourth decimal.
#include <map>

#include "tests/cli/program.h"
#include "tests/support/shared_data.h"

namespace vraagbaak {
namespace {

using nlohmann::json;

class Evaluate : public ProgramTest {
 protected:
  void SetUp() override {
    const auto shared = shared_data();
    if (!shared) GTEST_SKIP() << "no ../shared: set VRAAGBAAK_SHARED to the folder with gold/ and tools/";
    shared_ = shared->string();
    if (run_program({"python3", "--version"}).code != 0)
      GTEST_SKIP() << "no python3 to run the reference scripts";
  }

  json evaluate(const std::vector<std::string>& arguments) const {
    std::vector<std::string> words = {"evaluate", "--json"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const RunResult result = run(words);
    EXPECT_EQ(result.code, 0) << result.err;
    const auto objects = lines(result.out);
    return objects.size() == 1 ? objects[0] : json();
  }
  // The last line of a script's output.
  json script(const std::string& name, std::vector<std::string> arguments,
              std::string_view input = "") const {
    arguments.insert(arguments.begin(), {"python3", shared_ + "/tools/" + name});
    const RunResult result = run_program(arguments, input);
    EXPECT_EQ(result.code, 0) << result.err;
    const std::string trimmed = result.out.substr(0, result.out.find_last_not_of('\n') + 1);
    return json::parse(trimmed.substr(trimmed.rfind('\n') + 1));
  }
  static void expect_same(const json& reference, const json& ours) {
    EXPECT_FALSE(reference.empty());
    for (const auto& [key, value] : reference.items()) {
      ASSERT_TRUE(ours.contains(key)) << key;
      EXPECT_NEAR(ours.at(key).get<double>(), value.get<double>(), 1.01e-4) << key;  // both round
    }
  }
  // What `extract` says of every document that stands in the folder, as the scripts want it.
  void extract_all(const std::string& documents) const {
    for (const auto& entry : std::filesystem::directory_iterator(documents)) {
      if (entry.path().extension() != ".txt") continue;
      const RunResult result = run({"extract", "--json", entry.path().string()});
      write("predicted/" + entry.path().filename().string() + ".json", result.out);
    }
  }

  std::string shared_;
};

TEST_F(Evaluate, QuestionsAsTheScriptDoes) {
  const std::string gold = shared_ + "/gold/questions.jsonl";
  const std::string documents = shared_ + "/corpus";
  ASSERT_EQ(run({"index", "--quiet", documents}).code, 0);
  const RunResult inputs = run_program({"python3", shared_ + "/tools/score_qa.py", "inputs", gold});
  write("predicted.ndjson", run({"ask", "--json", "--batch", "-"}, inputs.out).out);
  const json reference = script("score_qa.py", {"questions", gold, path("predicted.ndjson")});
  expect_same(reference, evaluate({gold, "--docs", documents}));
  expect_same(reference, evaluate({gold}));  // over the index there is
}

TEST_F(Evaluate, FiguresAndEntitiesAsTheScriptsDo) {
  const std::string documents = shared_ + "/corpus";
  extract_all(documents);
  expect_same(script("score_figures.py", {shared_ + "/gold/figures.jsonl", path("predicted")}),
              evaluate({shared_ + "/gold/figures.jsonl", "--docs", documents}));
  expect_same(script("score_entities.py", {shared_ + "/gold/entities.jsonl", path("predicted")}),
              evaluate({shared_ + "/gold/entities.jsonl", "--docs", documents}));
}

TEST_F(Evaluate, LinksAsTheScriptDoes) {
  const std::string gold = shared_ + "/gold/qrva/qa_links.jsonl";
  const std::string documents = shared_ + "/corpora/be-qrva-2017";
  expect_same(script("score_links.py", {gold, documents, VRAAGBAAK_BINARY}),
              evaluate({gold, "--docs", documents}));
}

TEST_F(Evaluate, NumbersAsTheScriptDoes) {
  for (const char* tier : {"1", "2"}) {
    expect_same(
        script("score_numbers.py", {"run", shared_ + "/suites/numbers", VRAAGBAAK_BINARY, "--tier", tier}),
        evaluate({shared_ + "/suites/numbers", "--tier", tier}));
  }
}

TEST_F(Evaluate, SegmentationAsTheScriptDoes) {
  const std::string gold = shared_ + "/suites/segmentation/nl_alpino-ud-dev.conllu";
  const json ours = evaluate({gold});
  for (const std::string join : {"space", "newline"}) {
    const RunResult raw =
        run_program({"python3", shared_ + "/tools/eval_segmentation.py", "raw", gold, "--join", join});
    write("predicted.json", run({"extract", "--json", "-"}, raw.out).out);
    const json reference =
        script("eval_segmentation.py", {"score", gold, path("predicted.json"), "--join", join, "--json"});
    for (const std::string what : {"tokens", "sentences"}) {
      for (const std::string measure : {"precision", "recall", "f1"}) {
        EXPECT_NEAR(ours.at(join + "_" + what + "_" + measure).get<double>() * 100,
                    reference.at(what).at(measure).get<double>(), 1.01e-2)
            << join << " " << what << " " << measure;
      }
    }
  }
}

using EvaluateUse = ProgramTest;

TEST_F(EvaluateUse, SaysWhatItCannotScore) {
  expect_one_clear_line(run({"evaluate", "nergens.jsonl"}));
  write("claims.jsonl", "{\"id\":\"c\",\"claim\":\"Het is zo.\",\"verdict\":\"supported\"}\n");
  expect_one_clear_line(run({"evaluate", "claims.jsonl"}));
  expect_one_clear_line(run({"evaluate", "docs"}));
  write("figures.jsonl",
        "{\"id\":\"f\",\"doc\":\"weg.txt\",\"start\":0,\"end\":1,\"text\":\"3\",\"figures\":[]}\n");
  expect_one_clear_line(run({"evaluate", "figures.jsonl"}));
  expect_one_clear_line(run({"evaluate", "figures.jsonl", "--docs", "docs"}));
  expect_one_clear_line(run({"evaluate", "figures.jsonl", "--docs", "nergens"}));
}

TEST_F(EvaluateUse, ListsMissesWhereAsked) {
  write("docs/a.txt", "De brug kost 5 miljoen euro.\n");
  write("figures.jsonl",
        "{\"id\":\"f\",\"doc\":\"a.txt\",\"start\":0,\"end\":28,\"text\":\"De brug kost 5 miljoen euro.\","
        "\"figures\":[{\"start\":13,\"end\":27,\"text\":\"5 miljoen "
        "euro\",\"kind\":\"money\",\"value\":\"6\"}]}\n");
  const RunResult quiet = run({"evaluate", "figures.jsonl", "--docs", "docs"});
  EXPECT_EQ(quiet.code, 0) << quiet.err;
  EXPECT_EQ(quiet.out.find("MISS"), std::string::npos);
  EXPECT_NE(
      run({"evaluate", "figures.jsonl", "--docs", "docs", "--misses"}).out.find("MISS f 5 miljoen euro"),
      std::string::npos);
}

using EvaluateFolder = ProgramTest;

TEST_F(EvaluateFolder, GoldNamesDocumentsByNameOrByPathBelowTheFolder) {
  const std::string text = "Er kwamen 12 klachten binnen.";
  write("documents/2017/klachten.txt", text);
  for (const std::string name : {"klachten.txt", "2017/klachten.txt"}) {
    const json figure = {{"start", 10}, {"end", 12}, {"text", "12"}, {"kind", "count"}, {"value", "12"}};
    const json gold = {{"id", "1"},          {"doc", name},  {"start", 0},
                       {"end", text.size()}, {"text", text}, {"figures", json::array({figure})}};
    write("gold.jsonl", gold.dump() + "\n");
    const RunResult result = run({"evaluate", "--json", path("gold.jsonl"), "--docs", path("documents")});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(lines(result.out).at(0).at("exact_f1"), 1.0) << name;
  }
  const RunResult absent = run({"evaluate", "--json", path("gold.jsonl"), "--docs", path("documents/2017")});
  EXPECT_EQ(absent.code, 2);
  EXPECT_NE(absent.err.find("2017/klachten.txt"), std::string::npos) << absent.err;
}

// What figures are figures of, against the notes of a reader on the sample documents (subjects.jsonl). The
// floors stand a little below what is reached: whoever changes how sentences are read sees what it costs.
TEST_F(EvaluateFolder, SubjectsOfTheSampleDocumentsAreReadAsNoted) {
  const std::string root = VRAAGBAAK_SOURCE_DIR;
  const RunResult result =
      run({"evaluate", "--json", root + "/tests/cli/subjects.jsonl", "--docs", root + "/corpus"});
  ASSERT_EQ(result.code, 0) << result.err;
  const auto reports = lines(result.out);
  const auto report =
      std::ranges::find_if(reports, [](const json& it) { return it.at("what") == "subjects"; });
  ASSERT_NE(report, reports.end()) << result.out;
  EXPECT_GE(report->at("figures").get<int>(), 85);
  for (const auto& [name, floor] : std::map<std::string, double>{{"subject_recall", 0.90},
                                                                 {"measure_recall", 0.80},
                                                                 {"measure_precision", 0.80},
                                                                 {"period_recall", 0.94},
                                                                 {"period_precision", 0.94},
                                                                 {"place_recall", 0.80},
                                                                 {"place_precision", 0.80}})
    EXPECT_GE(report->at(name).get<double>(), floor) << name;
}

}  // namespace
}  // namespace vraagbaak
