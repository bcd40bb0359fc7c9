// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "query/searcher.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// The page with the box alone.
std::string write_search_page(const PageContext& context);

// Results with their snippets, facets with counts, what is narrowed already.
std::string write_results_page(const PageContext& context, const query::SearchOutcome& outcome);

// The results as an Atom feed (RFC 4287). `address`: of this server, "http://localhost:8080"; `date_of`: the
// date of a document by its path, ISO 8601, as far as known.
std::string write_feed(const PageContext& context, const query::SearchOutcome& outcome,
                       std::string_view address,
                       const std::function<std::string(const std::string&)>& date_of);

}  // namespace vraagbaak::web
