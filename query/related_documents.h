// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/whole_document.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// How another file belongs to a document of which the question, the answer or an annex has a file of its own.
enum class Relation : std::uint8_t {
  answers,   // it answers questions of the document
  asks,      // it asks the questions that the document answers
  annex,     // an answer in the document names it as its annex
  annex_of,  // an answer in it names the document as its annex
};

std::string_view to_string(Relation relation);

struct RelatedDocument {
  store::DocumentRecord record;
  Relation relation = Relation::answers;
};

// The files that belong to a document, by relation and then by path; each once for each relation. Of a large
// document the first 200 questions and answers are looked up, and 24 files at most are told.
std::vector<RelatedDocument> related_documents(const store::IndexReader& reader,
                                               const WholeDocument& document);

}  // namespace vraagbaak::query
