// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "query/render/sheet.h"

namespace vraagbaak::query::render {

// Writes an Excel workbook (Office Open XML). Numbers are numbers where a double gives the decimal back (at
// most 15 digits), else text; whole dates from March 1900 on are dates, others ISO text; text is never a
// formula. A text beyond Excel's 32,767 characters is cut, a sheet beyond its 1,048,576 rows goes on in a
// further one. Uses temporary files, so that memory does not grow with the rows.
class XlsxWriter {
 public:
  // The file is written by close(). `name`: for messages. Throws Error where the file cannot be opened.
  XlsxWriter(std::string file, std::string name);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  // A new sheet: free rows above, then a header that stays in sight. `name`: at most 28 characters, none of
  // []:*?/\. Rows that follow go to it, or to another one by its number, counted from 0.
  std::size_t add_sheet(const std::string& name, const std::vector<std::string>& columns,
                        const std::vector<SheetRow>& above = {});
  void add_row(std::size_t sheet, const SheetRow& row);

  // Writes the file. Throws Error where that fails.
  void close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vraagbaak::query::render
