// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/render/sheet.h"
#include "web/server/api_request.h"
#include "web/server/http_message.h"

namespace vraagbaak::web {

// A table that is downloaded as CSV or as an Excel workbook.
class SheetFile {
 public:
  // `format` is csv or xlsx; `name` that of the file, without its ending.
  SheetFile(Format format, std::string name, const std::vector<std::string>& columns);
  ~SheetFile();
  SheetFile(const SheetFile&) = delete;
  SheetFile& operator=(const SheetFile&) = delete;

  void add(const std::vector<query::render::SheetRow>& rows);
  // The file, whole. Once. Throws Error where the temporary file that a workbook needs cannot be written.
  HttpResponse response();

 private:
  struct Workbook;
  std::string name_;
  std::string text_;                    // of CSV
  std::unique_ptr<Workbook> workbook_;  // of xlsx
};

}  // namespace vraagbaak::web
