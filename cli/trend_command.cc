// SPDX-License-Identifier: EUPL-1.2
#include <optional>
#include <vector>

#include "cli/command.h"
#include "cli/csv_file.h"
#include "cli/open_index.h"
#include "query/render/trend_report.h"
#include "query/trend/trend_finder.h"

namespace vraagbaak::cli {

int run(const TrendOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  const query::TrendKnowledge knowledge(context.dictionaries, index.analyzer);
  const std::vector<query::TrendSeries> found =
      query::find_trend(options.query, index.reader, knowledge, index.citations, options.limit);
  std::optional<CsvFile> csv;
  if (!options.csv.empty()) csv.emplace(options.csv, query::render::trend_columns(), context.console);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const query::TrendSeries& series = found[i];
    const query::render::Style& style = context.console.style();
    if (csv) {
      for (const query::render::SheetRow& row : query::render::trend_rows(i + 1, series)) csv->add(row);
    } else if (context.options.json) {
      context.console.print_line(query::render::trend_line_json(options.query, i + 1, series));
    } else {
      if (i > 0) context.console.print_line("");
      context.console.print(options.chart ? query::render::trend_chart(series, style)
                                          : query::render::trend_text(series, style));
    }
  }
  if (csv) csv->finish();
  return found.empty() ? kNothing : kFound;
}

}  // namespace vraagbaak::cli
