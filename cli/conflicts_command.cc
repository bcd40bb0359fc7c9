// SPDX-License-Identifier: EUPL-1.2
#include <optional>

#include "cli/command.h"
#include "cli/csv_file.h"
#include "cli/open_index.h"
#include "query/conflict/conflict_finder.h"
#include "query/render/conflict_report.h"

namespace vraagbaak::cli {

int run(const ConflictsOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  const query::StatementReader statements(context.dictionaries, index.analyzer);
  const auto found =
      query::find_conflicts(index.reader, statements, index.citations, {options.document, options.limit});
  if (!found) {
    context.console.complain(found.problem().message());
    return kUnusable;
  }
  std::optional<CsvFile> csv;
  if (!options.csv.empty()) csv.emplace(options.csv, query::render::conflict_columns(), context.console);
  for (const query::Conflict& conflict : *found) {
    if (csv) {
      csv->add(query::render::conflict_row(conflict));
    } else if (context.options.json) {
      context.console.print_line(query::render::conflict_line_json(conflict));
    } else {
      context.console.print(query::render::conflict_text(conflict, context.console.style()));
    }
  }
  if (csv) csv->finish();
  return found->empty() ? kNothing : kFound;
}

}  // namespace vraagbaak::cli
