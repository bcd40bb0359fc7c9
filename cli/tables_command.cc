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
  const auto list = [&](const auto& take) { return index.tables.list(request, take); };
  return show_list<query::ListedTable>(list, &Export::table, query::render::table_line_json,
                                       query::render::table_text, exported.get(), context);
}

}  // namespace vraagbaak::cli
