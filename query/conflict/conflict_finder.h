// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "query/answer/citation_builder.h"
#include "query/conflict/conflict.h"
#include "query/quantity/statement_reader.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

struct ConflictRequest {
  std::string document;   // only conflicts with a side in it, as is_named() takes it; empty: all
  std::size_t limit = 0;  // 0: all
};

// The conflicts of an index: the likeliest first, then by document and place. Precision comes before
// completeness: two figures conflict where their sentences or headers say the same but for the figure, of the
// same times, names and unit; what is budgeted, estimated and realised is kept apart, and so is what one
// document says of its own day. A Problem where no document has the name. Near linear in the figures: each
// statement meets those alone that share one of its rare words.
Result<std::vector<Conflict>> find_conflicts(const store::IndexReader& reader,
                                             const StatementReader& statements,
                                             const CitationBuilder& citations,
                                             const ConflictRequest& request);

}  // namespace vraagbaak::query
