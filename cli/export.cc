// SPDX-License-Identifier: EUPL-1.2
#include "cli/export.h"

#include <string>
#include <vector>

#include "cli/csv_file.h"
#include "query/render/sheet.h"

namespace vraagbaak::cli {
namespace {

using query::render::SheetRow;

const std::vector<std::string>& columns_of(ExportOf what) {
  return what == ExportOf::figures ? query::render::figure_columns() : query::render::table_cell_columns();
}

class CsvExport final : public Export {
 public:
  CsvExport(const std::string& name, ExportOf what, Console& console)
      : file_(name, columns_of(what), console) {}
  void figure(const query::ListedFigure& listed) override { file_.add(query::render::figure_row(listed)); }
  void table(const query::ListedTable& table) override {
    for (const SheetRow& row : query::render::table_cell_rows(table)) file_.add(row);
  }
  void finish() override { file_.finish(); }

 private:
  CsvFile file_;
};

}  // namespace

std::unique_ptr<Export> make_export(const ExportOptions& options, ExportOf what, Console& console) {
  if (!options.csv.empty()) return std::make_unique<CsvExport>(options.csv, what, console);
  if (!options.xlsx.empty()) return make_xlsx_export(options.xlsx, what, console);
  return nullptr;
}

}  // namespace vraagbaak::cli
