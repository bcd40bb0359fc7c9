// SPDX-License-Identifier: EUPL-1.2
#include "query/whole_document.h"

#include <utility>

namespace vraagbaak::query {

WholeDocument read_whole_document(const store::IndexReader& reader, store::DocumentRecord record) {
  WholeDocument document;
  document.sections = reader.sections(record.id);
  document.passages = reader.passages(record.id);
  document.pairs = reader.pairs(record.id);
  document.unanswered = reader.unanswered(record.id);
  document.text.reserve(record.byte_count);
  for (const store::PassageRecord& passage : document.passages) document.text += passage.text;
  document.record = std::move(record);
  return document;
}

}  // namespace vraagbaak::query
