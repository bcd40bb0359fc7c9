// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "query/understand/query_syntax.h"
#include "store/passage_search.h"
#include "store/records.h"

namespace vraagbaak::query {

// Whether a document is the one a user names: by its path, the end of its path, its file name with or without
// extension, or a pattern with * ("2022/*"). Letter case of ASCII letters does not count.
bool is_named(const store::DocumentRecord& document, std::string_view name);

// What the fields of a query allow: `documents` is set (sorted) where a field speaks of documents, `kinds`
// where one speaks of passages. The fields may be combined by AND, OR and NOT as they like, but a field of
// documents and kind: not under one OR (then a Problem).
Result<store::SearchFilter> resolve_filter(const QueryNode& query,
                                           const std::vector<store::DocumentRecord>& documents);

// True where the query has any field but title:.
bool has_filter(const QueryNode& query);

}  // namespace vraagbaak::query
