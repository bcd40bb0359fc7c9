// SPDX-License-Identifier: EUPL-1.2
#include "web/server/sheet_file.h"

#include <stdlib.h>  // mkdtemp

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "model/error.h"
#include "query/render/csv.h"
#include "query/render/xlsx.h"

namespace vraagbaak::web {
namespace {

std::string new_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "vraagbaak-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    throw Error(name, "cannot be made", "free some space in the folder for temporary files");
  return name;
}

}  // namespace

// A workbook in a folder of its own, gone with it.
struct SheetFile::Workbook {
  explicit Workbook(const std::string& name)
      : folder(new_folder()), file(folder + "/" + name), writer(file, name) {}
  ~Workbook() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  std::string folder;
  std::string file;
  query::render::XlsxWriter writer;
  std::size_t sheet = 0;
};

SheetFile::SheetFile(Format format, std::string name, const std::vector<std::string>& columns)
    : name_(std::move(name)) {
  if (format == Format::xlsx) {
    name_ += ".xlsx";
    workbook_ = std::make_unique<Workbook>(name_);
    workbook_->sheet = workbook_->writer.add_sheet("Vraagbaak", columns);
  } else {
    name_ += ".csv";
    text_ = "\xEF\xBB\xBF" +
            query::render::csv_line(columns);  // without the mark Excel takes it for Windows-1252
  }
}

SheetFile::~SheetFile() = default;

void SheetFile::add(const std::vector<query::render::SheetRow>& rows) {
  for (const query::render::SheetRow& row : rows) {
    if (workbook_) {
      workbook_->writer.add_row(workbook_->sheet, row);
    } else {
      text_ += query::render::csv_line(row);
    }
  }
}

HttpResponse SheetFile::response() {
  HttpResponse response{200, "text/csv; charset=utf-8", std::move(text_), {}};
  if (workbook_) {
    workbook_->writer.close();
    std::ostringstream content;
    content << std::ifstream(workbook_->file, std::ios::binary).rdbuf();
    response.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    response.body = std::move(content).str();
  }
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name_ + "\"");
  return response;
}

}  // namespace vraagbaak::web
