// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/open_index.h"
#include "query/render/fact_json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {

int run(const EntitiesOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  query::EntityRequest request;
  request.query = options.query;
  request.document = options.document;
  if (!options.kind.empty()) request.kind = entity_kind_from(options.kind);
  request.limit = options.limit;
  const auto count = index.facts.list_entities(request, [&](const query::ListedEntity& entity) {
    if (context.options.json) {
      context.console.print_line(query::render::entity_line_json(entity));
    } else {
      context.console.print(query::render::entity_text(entity, context.console.style()));
    }
  });
  if (!count) {
    context.console.complain(count.problem().message());
    return kUnusable;
  }
  return *count > 0 ? kFound : kNothing;
}

}  // namespace vraagbaak::cli
