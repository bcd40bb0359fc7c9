// SPDX-License-Identifier: EUPL-1.2
#include "cli/csv_file.h"

#include "model/error.h"
#include "query/render/csv.h"

namespace vraagbaak::cli {

CsvFile::CsvFile(const std::string& name, const std::vector<std::string>& columns, Console& console)
    : file_(name, console), stream_(file_.path(), std::ios::binary) {
  write(query::render::csv_line(columns));
}

void CsvFile::add(const query::render::SheetRow& row) {
  write(query::render::csv_line(row));
}

void CsvFile::finish() {
  if (!stream_.flush()) fail();
  stream_.close();
  file_.commit();
}

void CsvFile::write(const std::string& line) {
  if (!stream_.write(line.data(), static_cast<std::streamsize>(line.size()))) fail();
}

void CsvFile::fail() const {
  throw Error(file_.name(), "it cannot be written",
              "look at the folder, its rights, and the room on the disk");
}

}  // namespace vraagbaak::cli
