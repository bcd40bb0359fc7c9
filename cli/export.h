// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "cli/command.h"
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

// The end of a command that lists: hands what `list` gives to the export that is asked for, or prints it as
// JSON lines or as text. `list` takes a function for each item and says how many there were, or what is
// wrong. Gives the exit code.
template <typename Item, typename List>
int show_list(const List& list, void (Export::*write)(const Item&), std::string (*json)(const Item&),
              std::string (*text)(const Item&, const query::render::Style&), Export* exported,
              Context& context) {
  const auto count = list([&](const Item& item) {
    if (exported != nullptr) {
      (exported->*write)(item);
    } else if (context.options.json) {
      context.console.print_line(json(item));
    } else {
      context.console.print(text(item, context.console.style()));
    }
  });
  if (!count) {
    context.console.complain(count.problem().message());
    return kUnusable;
  }
  if (exported != nullptr) exported->finish();
  return *count > 0 ? kFound : kNothing;
}
std::unique_ptr<Export> make_xlsx_export(const std::string& name, ExportOf what, Console& console);

}  // namespace vraagbaak::cli
