// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>

#include "cli/console.h"
#include "cli/options.h"
#include "query/fact_lister.h"
#include "query/table_lister.h"

namespace vraagbaak::cli {

// Writes a list as CSV or as an Excel workbook, row by row. Every member throws Error where the file cannot
// be written.
class Export {
 public:
  virtual ~Export() = default;
  virtual void figure(const query::ListedFigure& listed) = 0;
  virtual void table(const query::ListedTable& table) = 0;
  // The file takes its name. Without it nothing is left behind.
  virtual void finish() = 0;
};

enum class ExportOf : std::uint8_t { figures, tables };

// The export that the options ask for; null where they ask for none.
std::unique_ptr<Export> make_export(const ExportOptions& options, ExportOf what, Console& console);

}  // namespace vraagbaak::cli
