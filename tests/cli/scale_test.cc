// SPDX-License-Identifier: EUPL-1.2
// What goes wrong at scale: thousands of tiny files, a huge one, a disk without room, several runs at once.
// The same with larger numbers, and on file systems that fill up: scripts/bad_input.py.
#include <set>

#include "tests/cli/program.h"

namespace vraagbaak {
namespace {

namespace fs = std::filesystem;

std::string question(int number, int version = 0) {
  const std::string n = std::to_string(number);
  return "Schriftelijke vraag nr. " + n +
         "\nSteun aan bedrijven\n\nVRAAG\n1. Hoeveel steun kregen de bedrijven?\n\n" +
         "ANTWOORD\n1. De bedrijven kregen " + n + ".500 euro steun voor versie" + std::to_string(version) +
         " van dossier" + n + ".\n";
}

// KiB at the peak of this program.
long own_memory() {
  struct rusage used {};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss;
}

class Scale : public ProgramTest {
 protected:
  void write_questions(int first, int last, int version = 0) const {
    for (int i = first; i < last; ++i) write("docs/" + std::to_string(i) + ".txt", question(i, version));
  }
  // Runs `vraagbaak` where no file may become larger than that: of a full disk what a program sees is that a
  // write fails.
  RunResult run_with_room(std::uintmax_t bytes, const std::vector<std::string>& arguments) const {
    std::vector<std::string> words = {"prlimit", "--fsize=" + std::to_string(bytes), VRAAGBAAK_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run_program(words);
  }
  // All figures with their documents: what the index holds, in the order of the documents.
  std::multiset<std::string> figures() const {
    std::multiset<std::string> all;
    for (const nlohmann::json& figure : lines(run({"figures", "--json"}).out)) all.insert(figure.dump());
    return all;
  }
  void expect_whole() const { EXPECT_EQ(run({"status", "--check"}).code, 0); }
  void expect_said(const RunResult& result, const std::string& words) const {
    expect_one_clear_line(result);
    EXPECT_NE(result.err.find("vraagbaak.db"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find(words), std::string::npos) << result.err;
  }
  std::vector<std::string> companions() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with("vraagbaak.db") && name != "vraagbaak.db") names.push_back(name);
    }
    return names;
  }
};

TEST_F(Scale, ThousandsOfTinyFilesTakeLittleMemory) {
  constexpr int kFew = 1000;
  constexpr int kMany = 6000;
  constexpr long kMostForAFile = 8;  // KiB; a million stay within what a machine has
  long before = 0;
  for (const int files : {kFew, kMany}) {
    for (int i = 0; i < files; ++i)
      write("docs/" + std::to_string(i % 10) + "/" + std::to_string(i) + ".txt",
            "Haven " + std::to_string(i));
    const RunResult result = run({"index", "--json", "docs", "--db", std::to_string(files) + ".db"});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(nlohmann::json::parse(result.out).at("added"), files);
    if (files == kFew) {
      before = result.memory;
    } else {
      EXPECT_LT(result.memory - before, (kMany - kFew) * kMostForAFile);
    }
  }
}

TEST_F(Scale, AFileOfAGibibyteIsRefusedInOneLineWithLittleMemory) {
  constexpr std::uintmax_t kGibibyte = 1U << 30;
  constexpr long kMostMemory = 64 << 10;  // KiB
  for (const char* begin :
       {"De haven kreeg 1200 euro.", "%PDF-1.7", "PK\3\4", "<?xml version=\"1.0\"?><a>"}) {
    write("docs/groot", begin);
    fs::resize_file(path("docs/groot"), kGibibyte);  // a hole: it takes no room on the disk
    const RunResult result = run({"index", "docs"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("docs/groot: is larger than 64 MiB: "), std::string::npos) << result.err;
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    EXPECT_LE(result.memory, std::max(kMostMemory, own_memory()));
  }
}

TEST_F(Scale, ADiskWithoutRoomForABuildIsSaidAndBlocksNothing) {
  write_questions(0, 200);
  ASSERT_EQ(run({"index", "--quiet", "docs", "--db", "other.db"}).code, 0);
  const std::uintmax_t whole = fs::file_size(path("other.db"));
  for (const std::uintmax_t room : {std::uintmax_t{16384}, whole / 8, whole / 4, whole / 2, whole * 7 / 8}) {
    expect_said(run_with_room(room, {"index", "--quiet", "docs"}), "free some space");
    EXPECT_FALSE(fs::exists(path("vraagbaak.db"))) << room;
    EXPECT_EQ(run({"search", "steun"}).code, 2);
    // What the build had come to, if to anything, is no index of another program.
    const RunResult status = run({"status"});
    EXPECT_NE(status.code, 0);
    EXPECT_EQ(status.err.find("is not a Vraagbaak index"), std::string::npos) << status.err;
  }
  EXPECT_EQ(run({"index", "--quiet", "docs"}).code, 0);
  expect_whole();
  EXPECT_EQ(figures().size(), lines(run({"figures", "--json", "--db", "other.db"}).out).size());
  EXPECT_EQ(companions(), std::vector<std::string>{});
}

TEST_F(Scale, ADiskWithoutRoomForAnUpdateLeavesTheIndexAsItWas) {
  write_questions(0, 60);
  ASSERT_EQ(run({"index", "--quiet", "docs"}).code, 0);
  const std::uintmax_t whole = fs::file_size(path("vraagbaak.db"));
  const auto before = figures();
  // More is written than the index holds, so that the write-ahead log comes to the limit first.
  write_questions(0, 600, 1);
  for (const std::uintmax_t room : {whole + 4096, whole * 5 / 4}) {
    expect_said(run_with_room(room, {"index", "--quiet", "docs"}), "free some space");
    EXPECT_EQ(figures(), before) << room;
    EXPECT_EQ(run({"search", "versie1"}).code, 1);
    expect_whole();
  }
  EXPECT_EQ(run({"index", "--quiet", "docs"}).code, 0);
  expect_whole();
  EXPECT_EQ(run({"search", "versie0"}).code, 1);
  EXPECT_EQ(run({"search", "dossier599"}).code, 0);
  EXPECT_EQ(companions(), std::vector<std::string>{});
}

TEST_F(Scale, OfRunsAtTheSameTimeEachEndsWellOrSaysThatAnotherIsAtWork) {
  constexpr int kFiles = 150;
  for (int round = 0; round < 4; ++round) {
    if (round % 2 == 0) fs::remove(path("vraagbaak.db"));  // a build, and an update of all files
    write_questions(0, kFiles, round);
    const std::string one = "\"$0\" index --quiet docs 2>said$i; echo $? >code$i";
    const RunResult all =
        run_program({"sh", "-c", "for i in 1 2 3 4; do { " + one + "; } & done; wait", VRAAGBAAK_BINARY});
    ASSERT_EQ(all.code, 0) << all.err;
    int ended_well = 0;
    for (const std::string i : {"1", "2", "3", "4"}) {
      const std::string code = content(path("code" + i));
      const std::string said = content(path("said" + i));
      if (code == "0\n") {
        ++ended_well;
        EXPECT_EQ(said, "");
      } else {
        EXPECT_EQ(code, "2\n");
        EXPECT_NE(said.find("is in use by another run"), std::string::npos) << said;
        EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
      }
    }
    EXPECT_GT(ended_well, 0);
    expect_whole();
    EXPECT_EQ(nlohmann::json::parse(run({"status", "--json"}).out).at("documents"), kFiles);
    EXPECT_EQ(companions(), std::vector<std::string>{});
  }
}

}  // namespace
}  // namespace vraagbaak
