// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "store/index_writer.h"

namespace vraagbaak::store {

inline const IndexIdentity kIdentity{"words-1", "program-1"};

// Words cut at everything that is no ASCII letter or digit, in lower case; a word that ends in "en" has its
// stem beside it.
TermList sample_terms(std::string_view text);

// Fills terms, heading paths and folded names of a document the way the indexer does.
IndexEntry make_entry(Document document, std::string source);

// A written question with its answer: two pages, a question and an answer section that belong together, a
// table with two cells, figures of every kind of field, an organisation with an alias, page furniture.
Document sample_document(std::string path);

// A document of one section whose passages are the lines of the text.
Document plain_document(std::string path, std::string text, Metadata metadata = {});

}  // namespace vraagbaak::store
