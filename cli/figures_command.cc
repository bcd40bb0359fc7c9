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
  const auto list = [&](const auto& take) { return index.facts.list_figures(request, take); };
  return show_list<query::ListedFigure>(list, &Export::figure, query::render::figure_line_json,
                                        query::render::figure_text, exported.get(), context);
}

}  // namespace vraagbaak::cli
