// SPDX-License-Identifier: EUPL-1.2
#include "cli/hand_over.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/command.h"
#include "cli/export.h"
#include "model/embedded_file.h"
#include "model/error.h"

namespace vraagbaak::cli {
namespace whole_program {
std::span<const EmbeddedFile> embedded_files();
}

namespace {

[[noreturn]] void fail() {
  throw Error("vraagbaak",
              "cannot start the part that reads documents: " + std::generic_category().message(errno),
              "allow programs to run from memory, or from the folder for temporary files");
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The arguments that this process was started with.
std::vector<std::string> own_arguments() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> arguments;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\0', at), all.size());
    arguments.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return arguments;
}

// Where memory may not be run: a file that has no name by the time it runs.
int unnamed_file(std::string_view program) {
  std::string name = (std::filesystem::temp_directory_path() / "vraagbaak-XXXXXX").string();
  const int writing = ::mkstemp(name.data());
  if (writing < 0) return -1;
  const bool is_written = write_all(writing, program) && ::fchmod(writing, 0700) == 0;
  ::close(writing);  // what is open for writing cannot be run
  const int file = is_written ? ::open(name.c_str(), O_RDONLY | O_CLOEXEC) : -1;
  ::unlink(name.c_str());
  return file;
}

}  // namespace

void hand_over() {
  const std::string_view program = whole_program::embedded_files().front().content;
  std::vector<std::string> texts = own_arguments();
  std::vector<char*> arguments;
  for (std::string& text : texts) arguments.push_back(text.data());
  arguments.push_back(nullptr);
  // It finds its data files by this program's place, see analysis/dictionary/data_file.h.
  std::error_code ignored;
  ::setenv("VRAAGBAAK_PROGRAM", std::filesystem::read_symlink("/proc/self/exe", ignored).c_str(), 1);
  const int memory = ::memfd_create("vraagbaak", MFD_CLOEXEC);
  if (memory >= 0 && write_all(memory, program)) ::fexecve(memory, arguments.data(), environ);
  const int file = unnamed_file(program);
  if (file >= 0) ::fexecve(file, arguments.data(), environ);
  fail();
}

// What the small program leaves to the whole one.
int run(const IndexOptions&, Context&) {
  hand_over();
}
int run(const ImportOptions&, Context&) {
  hand_over();
}
// It compares the program that made the index with the one that would make it now.
int run(const StatusOptions&, Context&) {
  hand_over();
}
int run(const CheckOptions&, Context&) {
  hand_over();
}
int run(const VerifyOptions&, Context&) {
  hand_over();
}
int run(const ExtractOptions&, Context&) {
  hand_over();
}
int run(const EvaluateOptions&, Context&) {
  hand_over();
}
int run(const ServeOptions&, Context&) {
  hand_over();
}
std::unique_ptr<Export> make_xlsx_export(const std::string&, ExportOf, Console&) {
  hand_over();
}

}  // namespace vraagbaak::cli
