// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/export.h"
#include "cli/open_index.h"
#include "query/render/fact_json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {

int run(const FiguresOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  query::FigureRequest request;
  request.query = options.query;
  request.document = options.document;
  if (!options.kind.empty()) request.kind = figure_kind_from(options.kind);
  request.unit = options.unit;
  if (options.least) request.least = store::ValueLimit{*options.least, true};
  if (options.most) request.most = store::ValueLimit{*options.most, true};
  request.years = options.years;
  request.subject = options.subject;
  request.limit = options.limit;
  const auto exported = make_export(options.exported, ExportOf::figures, context.console);
  const auto count = index.facts.list_figures(request, [&](const query::ListedFigure& listed) {
    if (exported) {
      exported->figure(listed);
    } else if (context.options.json) {
      context.console.print_line(query::render::figure_line_json(listed));
    } else {
      context.console.print(query::render::figure_text(listed, context.console.style()));
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
