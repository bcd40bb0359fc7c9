// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "query/understand/query_syntax.h"
#include "query/understand/unit_names.h"
#include "store/passage_search.h"
#include "store/records.h"

namespace vraagbaak::query {

// Whether a document is the one a user names: by one of its paths, the end of one, its file name with or
// without extension, or a pattern with * ("2022/*"). Letter case of ASCII letters does not count.
bool is_named(const store::DocumentRecord& document, std::string_view name);

// What the fields of a query allow: `documents` is set (sorted) where a field speaks of documents, `kinds`
// where one speaks of passages, `with_figure` and `without_figure` where one speaks of figures: one and the
// same figure must have all that is asked, and no figure what is excluded. The fields may be combined by AND,
// OR and NOT as they like, but fields of documents, of passages and of figures not under one OR (then a
// Problem).
Result<store::SearchFilter> resolve_filter(const QueryNode& query,
                                           const std::vector<store::DocumentRecord>& documents,
                                           const UnitNames& units);

// True where a field speaks of documents (type, year, author, document), and where one speaks of figures.
bool speaks_of_documents(const QueryNode& query);
bool speaks_of_figures(const QueryNode& query);

// True where the query has any field but title:.
bool has_filter(const QueryNode& query);

}  // namespace vraagbaak::query
