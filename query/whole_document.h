// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Everything of one document that a page shows, read at once. Spans are bytes of `text`.
struct WholeDocument {
  store::DocumentRecord record;
  std::string text;
  std::vector<store::SectionRecord> sections;  // [i].id.number == i
  std::vector<store::PassageRecord> passages;  // tile the text
  std::vector<QaPair> pairs;
  std::vector<std::string> unanswered;  // labels
};

// Throws Error where the index is damaged.
WholeDocument read_whole_document(const store::IndexReader& reader, store::DocumentRecord record);

}  // namespace vraagbaak::query
