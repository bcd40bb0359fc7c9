// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "cli/console.h"

namespace vraagbaak::cli {

// A file that an export goes to, "-" being stdout. It takes its name only when it is whole: what stood there
// before stays until then, and for good where the export fails.
class ExportFile {
 public:
  // Throws Error where `name` is a folder. `console` must outlive it.
  ExportFile(std::string name, Console& console);
  ~ExportFile();
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;

  // Where to write meanwhile.
  const std::filesystem::path& path() const { return path_; }
  // For messages.
  const std::string& name() const { return name_; }
  // Moves what was written to its place. Throws Error where that fails.
  void commit();

 private:
  std::string name_;
  Console& console_;
  std::filesystem::path path_;
  std::filesystem::path target_;  // empty: stdout
};

}  // namespace vraagbaak::cli
