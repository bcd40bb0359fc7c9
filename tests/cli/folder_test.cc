// SPDX-License-Identifier: EUPL-1.2
// Living with a folder: what is read of it, how an index stands, runs that are stopped, changes that are
// followed.
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <chrono>
#include <functional>
#include <thread>

#include "tests/cli/program.h"

namespace vraagbaak {
namespace {

namespace fs = std::filesystem;

std::string question(int number) {
  const std::string n = std::to_string(number);
  return "Schriftelijke vraag nr. " + n +
         "\nSteun aan bedrijven\n\nVRAAG\n1. Hoeveel steun kregen de bedrijven?\n\n" +
         "ANTWOORD\n1. De bedrijven kregen " + n + ".500 euro steun voor dossier" + n + ".\n";
}

class LivingFolder : public ProgramTest {
 protected:
  nlohmann::json index(std::vector<std::string> arguments = {"docs"}) const {
    arguments.insert(arguments.begin(), {"index", "--json"});
    const RunResult result = run(arguments);
    EXPECT_EQ(result.code, 0) << result.err;
    return nlohmann::json::parse(result.out);
  }
  nlohmann::json status() const { return nlohmann::json::parse(run({"status", "--json"}).out); }
  bool finds(const std::string& word) const { return run({"search", word}).code == 0; }

  // A run that goes on while the test does. Its output is in the files "started.out" and "started.err".
  pid_t start(const std::vector<std::string>& arguments, std::string err = "") const {
    if (err.empty()) err = path("started.err");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, path("started.out").c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_NOCTTY, 0600);
    std::vector<std::string> words = {"env", "-C", folder_.string(), "-u", "VRAAGBAAK_DB", VRAAGBAAK_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    // Tests that run in the background are started with SIGINT ignored.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGINT);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t child = 0;
    EXPECT_EQ(posix_spawnp(&child, "env", &actions, &attributes, argv.data(), environ), 0);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return child;
  }
  static int end(pid_t child, int signal) {
    ::kill(child, signal);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  // Waits for something that must happen; how long is no matter, but a test has to end.
  static bool comes_true(const std::function<bool()>& what) {
    const auto latest = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    while (!what()) {
      if (std::chrono::steady_clock::now() > latest) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
  }
};

TEST_F(LivingFolder, IncludeAndExclude) {
  for (const char* name : {"docs/a.txt", "docs/a.md", "docs/oud/b.txt", "docs/2017/c.txt"})
    write(name, question(name[5]));
  EXPECT_EQ(index().at("documents"), 4);
  const auto some = index({"docs", "--include", "*.txt", "--exclude", "oud/", "--exclude", "2018/**"});
  EXPECT_EQ(some.at("documents"), 2);
  EXPECT_EQ(some.at("removed"), 2);  // what is kept out goes out
  const RunResult wrong = run({"index", "docs", "--include", "[abc"});
  expect_one_clear_line(wrong);
  EXPECT_NE(wrong.err.find("--include [abc"), std::string::npos) << wrong.err;
}

TEST_F(LivingFolder, RenamedAndTwice) {
  write("docs/a.txt", question(1));
  write("docs/b.txt", question(2));
  index();
  fs::rename(folder_ / "docs/a.txt", folder_ / "docs/z.txt");
  write("docs/kopie/b.txt", question(2));
  const auto summary = index();
  EXPECT_EQ(summary.at("documents"), 2);
  EXPECT_EQ(summary.at("renamed"), 1);
  EXPECT_EQ(summary.at("duplicates"), 1);
  const auto found = nlohmann::json::parse(run({"search", "--json", "dossier2"}).out);
  EXPECT_EQ(found.at("results")[0].at("document"), "b.txt");
  EXPECT_EQ(found.at("results")[0].at("copies"), nlohmann::json({"kopie/b.txt"}));
  EXPECT_NE(run({"search", "dossier2"}).out.find("b.txt = kopie/b.txt"), std::string::npos);
  EXPECT_EQ(run({"figures", "--document", "kopie/b.txt"}).code, 0);
  const auto other = nlohmann::json::parse(run({"search", "--json", "dossier1"}).out);
  EXPECT_EQ(other.at("results")[0].at("document"), "z.txt");
  EXPECT_FALSE(other.at("results")[0].contains("copies"));
}

TEST_F(LivingFolder, WhatIsNoFileIsNamedAndNothingHangs) {
  write("docs/a.txt", question(1));
  ASSERT_EQ(::mkfifo(path("docs/pijp").c_str(), 0600), 0);
  fs::create_directory_symlink(".", folder_ / "docs/kring");
  fs::create_symlink("lus", folder_ / "docs/lus");
  fs::create_symlink("/dev/zero", folder_ / "docs/nullen");
  const RunResult result = run({"index", "docs"});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 4) << result.err;
  for (const char* name : {"docs/pijp: is a named pipe", "docs/kring: is a link to a folder",
                           "docs/lus: cannot be read", "docs/nullen: is a device"}) {
    EXPECT_NE(result.err.find(name), std::string::npos) << result.err;
  }
  EXPECT_EQ(status().at("failed").size(), 4U);
}

TEST_F(LivingFolder, NamesMayHoldAnything) {
  const std::vector<std::string> names = {"regel\neinde.txt", "\"aan'haling\".txt", "caf\xE9.txt", "-v",
                                          "a\x1b[31m.txt",    "[haken].txt"};
  for (std::size_t i = 0; i < names.size(); ++i) write("docs/" + names[i], question(static_cast<int>(i)));
  write("docs/leeg\n\xFF.txt", "");
  const RunResult result = run({"index", "docs", "--verbose"});
  EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 8) << result.err;  // one line each
  EXPECT_EQ(result.err.find('\x1b'), std::string::npos);
  EXPECT_EQ(index().at("unchanged"), 6);
  EXPECT_EQ(status().at("failed").size(), 1U);
  const RunResult told = run({"status"});
  EXPECT_EQ(told.out.find('\xFF'), std::string::npos);
  const auto found = nlohmann::json::parse(run({"search", "--json", "dossier0"}).out);
  EXPECT_EQ(found.at("results")[0].at("document"), "regel\neinde.txt");
}

TEST_F(LivingFolder, StatusTellsHowTheIndexStands) {
  expect_one_clear_line(run({"status"}));
  write("docs/a.txt", question(1));
  write("docs/b.txt", question(2));
  write("docs/kopie.txt", question(2));
  write("docs/c.csv", "naam;bedrag\nGent;1200\nAalst;1300\n");
  write("docs/kapot.pdf", "%PDF-1.4 kapot");
  index();
  const auto json = status();
  EXPECT_EQ(json.at("state"), "ready");
  EXPECT_EQ(json.at("up_to_date"), true);
  EXPECT_EQ(json.at("documents"), 3);
  EXPECT_EQ(json.at("files"), 4);
  std::map<std::string, int> types;
  for (const auto& entry : json.at("types"))
    types[entry.at("type").get<std::string>()] = entry.at("documents");
  EXPECT_EQ(types["schriftelijke_vraag"], 2);
  std::map<std::string, int> formats;
  for (const auto& entry : json.at("formats"))
    formats[entry.at("format").get<std::string>()] = entry.at("documents");
  EXPECT_EQ(formats, (std::map<std::string, int>{{"csv", 1}, {"text", 2}}));
  ASSERT_EQ(json.at("failed").size(), 1U);
  EXPECT_EQ(json.at("failed")[0].at("path"), "kapot.pdf");
  EXPECT_NE(json.at("failed")[0].at("error").get<std::string>().find("PDF"), std::string::npos);
  std::uint64_t parts = 0;
  for (const auto& part : json.at("size").at("parts")) parts += part.at("bytes").get<std::uint64_t>();
  EXPECT_EQ(parts, fs::file_size(folder_ / "vraagbaak.db"));
  EXPECT_EQ(json.at("size").at("total"), parts);
  EXPECT_EQ(json.at("last_run").at("added"), 3);
  EXPECT_EQ(json.at("last_run").at("failed"), 1);
  for (const char* key : {"program", "format", "sqlite", "analysis", "made_by"})
    EXPECT_TRUE(json.at("versions").contains(key)) << key;
  index();
  EXPECT_EQ(status().at("last_run").at("unchanged"), 3);

  const RunResult text = run({"status", "--check"});
  EXPECT_EQ(text.code, 0) << text.err;
  for (const char* part :
       {"3 documents in 4 files", "schriftelijke_vraag", "full-text index", "kapot.pdf", "whole"})
    EXPECT_NE(text.out.find(part), std::string::npos) << text.out;

  write("geen.db", "Geen index maar een brief van enkele regels, die met rust gelaten wordt.\n");
  expect_one_clear_line(run({"status", "--db", "geen.db"}));
}

TEST_F(LivingFolder, StatusSaysWhatDamageThereIs) {
  for (int i = 0; i < 40; ++i) write("docs/" + std::to_string(i) + ".txt", question(i));
  index();
  {
    // Pages in the middle are overwritten.
    std::fstream file(folder_ / "vraagbaak.db", std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(fs::file_size(folder_ / "vraagbaak.db") / 2));
    file << std::string(40'000, '\x5A');
  }
  EXPECT_EQ(run({"status", "--check"}).code, 2);
}

TEST_F(LivingFolder, QuietVerboseAndNoBarWithoutATerminal) {
  write("docs/a.txt", question(1));
  const RunResult plain = run({"index", "docs"});
  EXPECT_TRUE(plain.err.empty()) << plain.err;
  EXPECT_NE(plain.out.find("1 document (1 added)"), std::string::npos) << plain.out;
  write("docs/b.txt", question(2));
  fs::rename(folder_ / "docs/a.txt", folder_ / "docs/c.txt");
  const RunResult verbose = run({"index", "docs", "-v"});
  EXPECT_NE(verbose.err.find("added docs/b.txt\n"), std::string::npos) << verbose.err;
  EXPECT_NE(verbose.err.find("renamed docs/c.txt (was "), std::string::npos) << verbose.err;
  fs::remove(folder_ / "docs/b.txt");
  const RunResult quiet = run({"index", "docs", "-q"});
  EXPECT_TRUE(quiet.out.empty() && quiet.err.empty()) << quiet.out << quiet.err;
  expect_one_clear_line(run({"index", "docs", "-q", "-v"}));
}

TEST_F(LivingFolder, ATerminalGetsABarThatIsGoneAtTheEnd) {
  for (int i = 0; i < 30; ++i) write("docs/" + std::to_string(i) + ".txt", question(i));
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(terminal, 0);
  ASSERT_EQ(::grantpt(terminal) + ::unlockpt(terminal), 0);
  const int side = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY);  // keeps it open when the program has gone
  ASSERT_GE(side, 0);
  EXPECT_EQ(end(start({"index", "docs"}, ::ptsname(terminal)), 0), 0);
  ASSERT_EQ(::fcntl(terminal, F_SETFL, O_NONBLOCK), 0);
  std::string shown(1 << 16, '\0');
  const ssize_t size = ::read(terminal, shown.data(), shown.size());
  ASSERT_GT(size, 0);
  shown.resize(static_cast<std::size_t>(size));
  ::close(side);
  ::close(terminal);
  for (const char* part : {"[", "/30 files", " MB/s", "\x1b[K"})
    EXPECT_NE(shown.find(part), std::string::npos) << shown;
  EXPECT_TRUE(shown.ends_with("\r\x1b[K")) << shown;
}

TEST_F(LivingFolder, ARunThatIsStoppedGoesOnNextTime) {
  constexpr int kFiles = 1500;
  for (int i = 0; i < kFiles; ++i) write("docs/" + std::to_string(i) + ".txt", question(i));
  const pid_t child = start({"index", "docs"});
  ASSERT_TRUE(comes_true([&] { return fs::exists(folder_ / "vraagbaak.db.building-wal"); }));
  EXPECT_EQ(end(child, SIGTERM), 143);
  const std::string said = content(path("started.err"));
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
  EXPECT_NE(said.find("run the same command again"), std::string::npos) << said;
  const RunResult told = run({"status"});
  EXPECT_EQ(told.code, 1);  // nothing can be asked yet
  EXPECT_NE(told.out.find("stopped"), std::string::npos) << told.out;
  expect_one_clear_line(run({"search", "steun"}));
  const auto summary = index();
  EXPECT_EQ(summary.at("added").get<int>() + summary.at("unchanged").get<int>(), kFiles);
  EXPECT_EQ(summary.at("documents"), kFiles);
  EXPECT_EQ(run({"status", "--check"}).code, 0);
}

TEST_F(LivingFolder, ASecondRunAtTheSameTimeIsToldSoInOneLine) {
  write("docs/a.txt", question(1));
  index();
  const int held = ::open(path("vraagbaak.db").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::flock(held, LOCK_EX | LOCK_NB), 0);  // as a run does
  const RunResult second = run({"index", "docs"});
  expect_one_clear_line(second);
  EXPECT_NE(second.err.find("in use by another run"), std::string::npos) << second.err;
  EXPECT_EQ(status().at("state"), "updating");
  EXPECT_TRUE(finds("dossier1"));  // who reads is not in the way
  ::close(held);
  EXPECT_EQ(status().at("state"), "ready");
}

TEST_F(LivingFolder, AWatchFollowsChangesWhileOthersRead) {
  write("docs/a.txt", question(1));
  const pid_t child = start({"index", "docs", "--watch"});
  const bool began =
      comes_true([&] { return content(path("started.err")).find("Ctrl-C") != std::string::npos; });
  EXPECT_TRUE(began);
  EXPECT_TRUE(finds("dossier1"));
  write("docs/b.txt", question(2));
  EXPECT_TRUE(comes_true([&] { return finds("dossier2"); }));
  write("docs/nieuw/diep/c.txt", question(3));
  EXPECT_TRUE(comes_true([&] { return finds("dossier3"); }));
  write("docs/nieuw/diep/d.txt", question(4));
  EXPECT_TRUE(comes_true([&] { return finds("dossier4"); }));
  fs::remove(folder_ / "docs/b.txt");
  EXPECT_TRUE(comes_true([&] { return !finds("dossier2"); }));
  write("docs/kapot.pdf", "%PDF-1.4");
  EXPECT_TRUE(
      comes_true([&] { return content(path("started.err")).find("kapot.pdf") != std::string::npos; }));
  // Another run may come between.
  write("docs/e.txt", question(5));
  EXPECT_TRUE(comes_true([&] { return run({"index", "docs", "--quiet"}).code == 0 && finds("dossier5"); }));
  EXPECT_EQ(end(child, SIGINT), 0);
  EXPECT_EQ(run({"index", "docs"}).code, 0);  // a round may have been under way
  EXPECT_EQ(status().at("state"), "ready");
  EXPECT_EQ(run({"status", "--check"}).code, 0);
  EXPECT_FALSE(fs::exists(folder_ / "vraagbaak.db-wal"));
}

}  // namespace
}  // namespace vraagbaak
