// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/export.h"
#include "cli/open_index.h"
#include "query/render/table_json.h"
#include "query/render/table_text.h"

namespace vraagbaak::cli {

int run(const TablesOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  const auto exported = make_export(options.exported, ExportOf::tables, context.console);
  const query::TableRequest request{options.query, options.document, options.limit};
  const auto count = index.tables.list(request, [&](const query::ListedTable& table) {
    if (exported) {
      exported->table(table);
    } else if (context.options.json) {
      context.console.print_line(query::render::table_line_json(table));
    } else {
      context.console.print(query::render::table_text(table, context.console.style()));
    }
  });
  if (!count) {
    context.console.complain(count.problem().message());
    return kUnusable;
  }
  if (exported) exported->finish();
  return *count > 0 ? kFound : kNothing;
}

}  // namespace vraagbaak::cli
