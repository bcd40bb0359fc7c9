// SPDX-License-Identifier: EUPL-1.2
#include "query/document_text.h"

#include <algorithm>
#include <utility>

#include "query/answer/citation_builder.h"
#include "query/understand/document_filter.h"

namespace vraagbaak::query {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

Result<std::vector<store::DocumentRecord>> named_documents(const store::IndexReader& reader,
                                                           const std::string& name) {
  std::vector<store::DocumentRecord> documents = reader.documents();
  if (name.empty()) return documents;
  std::erase_if(documents, [&](const store::DocumentRecord& document) { return !is_named(document, name); });
  if (documents.empty()) {
    return Problem{"--document " + name, "the index holds no such document",
                   "give its path, the end of it, or a pattern such as *2022*"};
  }
  return documents;
}

DocumentText::DocumentText(const store::IndexReader& reader, const CitationBuilder& citations,
                           store::DocumentRecord record)
    : reader_(reader),
      citations_(citations),
      record_(std::move(record)),
      text_(reader.document_text(record_.id)),
      map_(text_) {}

ByteSpan DocumentText::clamped(ByteSpan span) const {
  const std::size_t begin = std::min(span.begin, text_.size());
  return {begin, std::clamp(span.end, begin, text_.size())};
}

Citation DocumentText::cite(ByteSpan span, std::size_t section) const {
  span = clamped(span);
  Citation citation;
  citation.document = record_.path;
  citation.copies = record_.copies;
  citation.title = record_.metadata.title;
  citation.section = citations_.section_name(record_.id, section);
  citation.page = reader_.page_at(record_.id, span.begin);
  place_in_sheet(citation, reader_, record_.id, span.begin);
  citation.span = span;
  citation.start = map_.code_point_at(span.begin);
  citation.end = map_.code_point_at(span.end);
  citation.quote = span.in(text_);
  return citation;
}

ByteSpan DocumentText::lines_round(ByteSpan span) const {
  span = clamped(span);
  while (span.begin > 0 && text_[span.begin - 1] != '\n') --span.begin;
  while (span.end < text_.size() && text_[span.end] != '\n') ++span.end;
  while (span.begin < span.end && is_space(text_[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text_[span.end - 1])) --span.end;
  return span;
}

}  // namespace vraagbaak::query
