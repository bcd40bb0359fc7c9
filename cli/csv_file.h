// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/export_file.h"
#include "query/render/sheet.h"

namespace vraagbaak::cli {

// A CSV file, row by row; "-" is stdout. Every member throws Error where it cannot be written. Without
// finish() nothing is left behind.
class CsvFile {
 public:
  CsvFile(const std::string& name, const std::vector<std::string>& columns, Console& console);
  void add(const query::render::SheetRow& row);
  // The file takes its name.
  void finish();

 private:
  void write(const std::string& line);
  [[noreturn]] void fail() const;

  ExportFile file_;
  std::ofstream stream_;
};

}  // namespace vraagbaak::cli
