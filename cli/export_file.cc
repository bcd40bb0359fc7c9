// SPDX-License-Identifier: EUPL-1.2
#include "cli/export_file.h"

#include <unistd.h>

#include <array>
#include <fstream>
#include <system_error>
#include <utility>

#include "model/error.h"

namespace vraagbaak::cli {
namespace fs = std::filesystem;

namespace {

std::string part_name() {
  return "vraagbaak-" + std::to_string(::getpid()) + ".part";
}

}  // namespace

ExportFile::ExportFile(std::string name, Console& console) : name_(std::move(name)), console_(console) {
  if (name_ != "-") {
    std::error_code error;
    target_ = name_;
    if (fs::is_directory(target_, error)) throw Error(name_, "it is a folder", "name a file in it");
    // A link stays one: what it points to is written.
    if (fs::is_symlink(target_, error)) {
      const fs::path pointed = fs::weakly_canonical(target_, error);
      if (!error) target_ = pointed;
    }
    path_ = target_.parent_path() / part_name();
  } else {
    path_ = fs::temp_directory_path() / part_name();
  }
  // What a crash left behind, or a trap laid there.
  std::error_code ignored;
  fs::remove(path_, ignored);
}

ExportFile::~ExportFile() {
  std::error_code ignored;
  fs::remove(path_, ignored);
}

void ExportFile::commit() {
  std::error_code error;
  const bool ordinary =
      !target_.empty() && (!fs::exists(target_, error) || fs::is_regular_file(target_, error));
  if (ordinary) {
    fs::rename(path_, target_, error);
    if (error)
      throw Error(name_, "it cannot be written: " + error.message(), "look at the folder and its rights");
    return;
  }
  // stdout, a pipe or a device: copied.
  std::ifstream written(path_, std::ios::binary);
  std::ofstream device;
  if (!target_.empty()) device.open(target_, std::ios::binary);
  std::array<char, 65536> block{};
  while (written.read(block.data(), block.size()) || written.gcount() > 0) {
    const std::string_view bytes(block.data(), static_cast<std::size_t>(written.gcount()));
    if (target_.empty()) {
      console_.print(bytes);
    } else {
      device.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
  }
  if (!target_.empty() && !device.flush())
    throw Error(name_, "it cannot be written", "name an ordinary file");
}

}  // namespace vraagbaak::cli
