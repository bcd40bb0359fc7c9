// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/answer.h"
#include "model/offset_map.h"
#include "model/result.h"
#include "query/answer/citation_builder.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// The documents of that name as is_named() takes it, by path; all where it is empty. A Problem where the name
// fits none.
Result<std::vector<store::DocumentRecord>> named_documents(const store::IndexReader& reader,
                                                           const std::string& name);

// The whole text of one document of the index, to cite from. Does not move: the map holds on to the text.
class DocumentText {
 public:
  // Reader and citations must outlive it.
  DocumentText(const store::IndexReader& reader, const CitationBuilder& citations,
               store::DocumentRecord record);
  DocumentText(const DocumentText&) = delete;
  DocumentText& operator=(const DocumentText&) = delete;

  const store::DocumentRecord& record() const { return record_; }
  std::string_view text() const { return text_; }
  // `span` (bytes) as far as it lies in the text.
  ByteSpan clamped(ByteSpan span) const;
  std::size_t code_point_at(std::size_t byte) const { return map_.code_point_at(byte); }

  // Exactly `span`, in the section of that number.
  Citation cite(ByteSpan span, std::size_t section) const;
  // The lines that `span` touches, from their first ink to their last.
  ByteSpan lines_round(ByteSpan span) const;

 private:
  const store::IndexReader& reader_;
  const CitationBuilder& citations_;
  store::DocumentRecord record_;
  std::string text_;
  OffsetMap map_;
};

}  // namespace vraagbaak::query
