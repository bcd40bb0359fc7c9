// SPDX-License-Identifier: EUPL-1.2
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>

#include "cli/command.h"
#include "cli/input_text.h"
#include "cli/open_index.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {
namespace {

// One query; its exit code.
int search(const std::string& query, const SearchOptions& options, const OpenIndex& index, Context& context) {
  query::SearchRequest request{query, {}, options.limit, options.offset};
  request.time = std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(options.seconds * 1000)));
  const auto outcome = index.searcher.search(request);
  if (!outcome) {
    context.console.complain(outcome.problem().message());
    if (context.options.json) {
      context.console.print_line(query::render::problem_json("query", query, outcome.problem()));
    }
    return kUnusable;
  }
  for (const std::string& note : outcome->notes) context.console.complain("query: " + note);
  const SearchResult& result = outcome->result;
  if (context.options.json) {
    context.console.print_line(query::render::search_json(result));
  } else {
    context.console.print(query::render::search_text(result, options.offset, context.console.style()));
    const std::size_t last = options.offset + result.hits.size();
    if (result.total == 0) {
      context.console.complain("nothing found");
    } else if (last < result.total) {
      context.console.complain(std::to_string(result.hits.size()) + " of " + std::to_string(result.total) +
                               " passages: --limit and --offset show more");
    }
  }
  return result.hits.empty() ? kNothing : kFound;
}

}  // namespace

int run(const SearchOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  if (options.batch.empty()) return search(options.query, options, index, context);
  int best = kNothing;  // found, where any line found something
  LineInput lines(options.batch);
  while (const auto line = lines.next()) {
    if (search(*line, options, index, context) == kFound) best = kFound;
    context.console.flush();
  }
  return best;
}

}  // namespace vraagbaak::cli
