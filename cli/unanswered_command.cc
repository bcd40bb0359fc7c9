// SPDX-License-Identifier: EUPL-1.2
#include <optional>

#include "cli/command.h"
#include "cli/csv_file.h"
#include "cli/open_index.h"
#include "query/render/unanswered_report.h"
#include "query/unanswered/unanswered_lister.h"

namespace vraagbaak::cli {

int run(const UnansweredOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  const query::GapWords words(context.dictionaries);
  const auto found =
      query::find_unanswered(index.reader, words, index.citations, {options.document, options.all});
  if (!found) {
    context.console.complain(found.problem().message());
    return kUnusable;
  }
  std::optional<CsvFile> csv;
  if (!options.csv.empty()) csv.emplace(options.csv, query::render::unanswered_columns(), context.console);
  for (const query::OpenQuestion& question : *found) {
    if (csv) {
      csv->add(query::render::unanswered_row(question));
    } else if (context.options.json) {
      context.console.print_line(query::render::unanswered_line_json(question));
    } else {
      context.console.print(query::render::unanswered_text(question, context.console.style()));
    }
  }
  if (csv) csv->finish();
  return found->empty() ? kNothing : kFound;
}

}  // namespace vraagbaak::cli
