// SPDX-License-Identifier: EUPL-1.2
#include <cstddef>
#include <string>
#include <vector>

#include "cli/export.h"
#include "cli/export_file.h"
#include "query/render/sheet.h"
#include "query/render/xlsx.h"

namespace vraagbaak::cli {
namespace {

using query::render::SheetRow;

const std::vector<std::string>& columns_of(ExportOf what) {
  return what == ExportOf::figures ? query::render::figure_columns() : query::render::table_cell_columns();
}

// Tables each get a sheet of their own, behind a list of them and a sheet of all their cells.
class XlsxExport final : public Export {
 public:
  XlsxExport(const std::string& name, ExportOf what, Console& console)
      : file_(name, console), workbook_(file_.path().string(), name) {
    if (what == ExportOf::tables) list_ = workbook_.add_sheet("Tables", query::render::table_list_columns());
    rows_ = workbook_.add_sheet(what == ExportOf::tables ? "Cells" : "Figures", columns_of(what));
  }
  void figure(const query::ListedFigure& listed) override {
    workbook_.add_row(rows_, query::render::figure_row(listed));
  }
  void table(const query::ListedTable& table) override {
    for (const SheetRow& row : query::render::table_cell_rows(table)) workbook_.add_row(rows_, row);
    SheetRow line = query::render::table_list_row(table);
    ++count_;
    if (count_ <= kMostSheets) {
      const std::string name = "Table " + std::to_string(count_);
      const query::render::TableGrid grid = query::render::table_grid(table);
      const std::size_t sheet = workbook_.add_sheet(name, grid.columns, grid.above);
      for (const SheetRow& row : grid.rows) workbook_.add_row(sheet, row);
      line.emplace_back(name);
    }
    workbook_.add_row(list_, line);
  }
  void finish() override {
    workbook_.close();
    file_.commit();
  }

 private:
  // Sheets beyond this are no help to a reader, and each is an open file while the workbook is written.
  static constexpr std::size_t kMostSheets = 200;

  ExportFile file_;
  query::render::XlsxWriter workbook_;
  std::size_t list_ = 0;
  std::size_t rows_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<Export> make_xlsx_export(const std::string& name, ExportOf what, Console& console) {
  return std::make_unique<XlsxExport>(name, what, console);
}

}  // namespace vraagbaak::cli
