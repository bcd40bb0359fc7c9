// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

extern char** environ;

namespace vraagbaak {

// What a run of the program left.
struct RunResult {
  int code = -1;  // exit code; 128 + signal where it was killed
  std::string out;
  std::string err;
  long memory = 0;  // KiB at the peak; no less than what the test itself held when it started the run
};

// A folder of its own for one test, gone afterwards. Runs the built program in it.
class ProgramTest : public testing::Test {
 protected:
  ProgramTest() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    std::string name =
        std::string(test->test_suite_name()) + "_" + test->name() + "_" + std::to_string(getpid());
    for (char& c : name) c = c == '/' ? '_' : c;
    folder_ = std::filesystem::path(testing::TempDir()) / name;
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "docs");
  }
  ~ProgramTest() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, std::string_view content) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  // Runs `vraagbaak` with these arguments in the test's folder.
  RunResult run(const std::vector<std::string>& arguments, std::string_view input = "",
                const std::string& stdout_to = "") const {
    std::vector<std::string> words = {VRAAGBAAK_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run_program(words, input, stdout_to);
  }

  // Runs any program in the test's folder. Output goes through files, so nothing can block.
  RunResult run_program(const std::vector<std::string>& program, std::string_view input = "",
                        const std::string& stdout_to = "") const {
    write("stdin", input);
    const std::string out = stdout_to.empty() ? path("stdout") : stdout_to;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, path("stdin").c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, path("stderr").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    std::vector<std::string> words = {"env", "-C", folder_.string(), "-u", "VRAAGBAAK_DB", "-u", "NO_COLOR"};
    words.insert(words.end(), program.begin(), program.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_t child = 0;
    RunResult result;
    if (posix_spawnp(&child, "env", &actions, nullptr, argv.data(), environ) != 0) return result;
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    struct rusage used {};
    wait4(child, &status, 0, &used);
    result.memory = used.ru_maxrss;
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (stdout_to.empty()) result.out = content(path("stdout"));
    result.err = content(path("stderr"));
    return result;
  }

  static std::string content(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  static std::vector<nlohmann::json> lines(const std::string& out) {
    std::vector<nlohmann::json> objects;
    for (std::size_t at = 0; at < out.size();) {
      const std::size_t end = std::min(out.find('\n', at), out.size());
      objects.push_back(nlohmann::json::parse(out.substr(at, end - at)));
      at = end + 1;
    }
    return objects;
  }

  // Characters [start, end) of a UTF-8 text, counted as Python counts them.
  static std::string characters(std::string_view text, std::size_t start, std::size_t end) {
    std::string out;
    std::size_t at = 0;
    for (const char c : text) {
      if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++at;
      if (at > start && at <= end) out += c;
    }
    return out;
  }

  // One line on stderr, as every error is.
  static void expect_one_clear_line(const RunResult& run) {
    EXPECT_EQ(run.code, 2);
    EXPECT_TRUE(run.err.starts_with("vraagbaak: ")) << run.err;
    EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
    EXPECT_EQ(run.err.find("terminate"), std::string::npos) << run.err;
  }

  std::filesystem::path folder_;
};

}  // namespace vraagbaak
