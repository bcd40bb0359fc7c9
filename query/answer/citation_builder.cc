// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/citation_builder.h"

#include <algorithm>

#include "model/offset_map.h"

namespace vraagbaak::query {
namespace {

// Tables, documents and sections remembered at one time: enough for the passages of one answer, and of many
// searches; a bound for a long batch. Some three MiB in all.
constexpr std::size_t kMostTables = 256;
constexpr std::size_t kMostDocuments = 4096;
constexpr std::size_t kMostSections = 8192;

// Sections round one another; a damaged index may hold a ring.
constexpr int kDeepest = 1000;

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// `span` of `text` without white space at its ends.
ByteSpan trimmed(std::string_view text, ByteSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text[span.end - 1])) --span.end;
  return span;
}

ByteSpan shifted(ByteSpan span, std::size_t by) {
  return {span.begin + by, span.end + by};
}

// The line round `span`, without its line end.
ByteSpan line_round(std::string_view text, ByteSpan span) {
  while (span.begin > 0 && text[span.begin - 1] != '\n') --span.begin;
  while (span.end < text.size() && text[span.end] != '\n') ++span.end;
  return span;
}

}  // namespace

Citation CitationBuilder::of_passage(const store::PassageRecord& passage) const {
  return cite(passage, trimmed(passage.text, {0, passage.text.size()}));
}

Citation CitationBuilder::of_span(const store::PassageRecord& passage, ByteSpan span) const {
  // Of a line of cells the one that is meant, not the first.
  return cite(passage, sentences_round(passage, span), span.begin);
}

ByteSpan CitationBuilder::sentences_round(const store::PassageRecord& passage, ByteSpan span) const {
  const ByteSpan wanted = within(passage, span);
  const Segmentation segmentation = segmenter_.segment(passage.text);
  ByteSpan quote = wanted;
  for (const Sentence& sentence : segmentation.sentences) {
    if (!sentence.span.overlaps(wanted) && !sentence.span.contains(wanted)) continue;
    quote.begin = std::min(quote.begin, sentence.span.begin);
    quote.end = std::max(quote.end, sentence.span.end);
  }
  return trimmed(passage.text, quote);
}

Citation CitationBuilder::of_figure(const store::PassageRecord& passage,
                                    const store::FigureRecord& figure) const {
  const ByteSpan span = figure.figure.span;
  if (!figure.table) return of_span(passage, span);
  const auto row = table_row(passage, *figure.table, span);
  return cite(passage, row ? trimmed(passage.text, *row) : sentences_round(passage, span), span.begin);
}

void place_in_sheet(Citation& citation, const store::IndexReader& reader, store::DocumentId document,
                    std::size_t byte) {
  if (auto place = reader.cell_at(document, byte)) {
    citation.sheet = std::move(place->sheet);
    citation.cell = std::move(place->cell);
  }
}

Citation CitationBuilder::of_row(const store::PassageRecord& passage, std::size_t table,
                                 ByteSpan span) const {
  const auto row = table_row(passage, table, span);
  return cite(passage, row ? trimmed(passage.text, *row) : within(passage, span), span.begin);
}

// Whatever of `span` (of the document) lies in the passage, counted from the passage's start.
ByteSpan CitationBuilder::within(const store::PassageRecord& passage, ByteSpan span) {
  const std::size_t begin = std::clamp(span.begin, passage.span.begin, passage.span.end) - passage.span.begin;
  const std::size_t end = std::clamp(span.end, passage.span.begin, passage.span.end) - passage.span.begin;
  return {std::min(begin, passage.text.size()), std::min(end, passage.text.size())};
}

std::string CitationBuilder::section_name(store::DocumentId document, std::size_t section) const {
  const store::SectionRecord* at = this->section({document, section});
  if (at == nullptr) return "";
  const std::string path = at->heading_path;
  for (int steps = 0; at != nullptr && steps < kDeepest; ++steps) {
    const bool numbered = at->kind == SectionKind::question || at->kind == SectionKind::sub_question ||
                          at->kind == SectionKind::answer;
    if (numbered && !at->label.empty()) return at->label;
    if (!at->parent) break;
    at = this->section({document, *at->parent});
  }
  return path;
}

const store::SectionRecord* CitationBuilder::section(store::PartId id) const {
  auto found = sections_.find(id);
  if (found == sections_.end()) {
    if (sections_.size() >= kMostSections) sections_.clear();
    found = sections_.emplace(id, reader_.section(id)).first;
  }
  return found->second ? &*found->second : nullptr;
}

const store::DocumentRecord& CitationBuilder::document(store::DocumentId id) const {
  if (const auto found = documents_.find(id); found != documents_.end()) return found->second;
  if (documents_.size() >= kMostDocuments) documents_.clear();
  return documents_.emplace(id, reader_.document(id).value_or(store::DocumentRecord{})).first->second;
}

Citation CitationBuilder::cite(const store::PassageRecord& passage, ByteSpan span, std::size_t at) const {
  Citation citation;
  const store::DocumentRecord& record = document(passage.document);
  citation.document = record.path;
  citation.copies = record.copies;
  citation.title = record.metadata.title;
  citation.section = section_name(passage.document, passage.section);
  citation.span = shifted(span, passage.span.begin);
  citation.page = reader_.page_at(passage.document, citation.span.begin);
  citation.quote = span.in(passage.text);
  place_in_sheet(citation, reader_, passage.document, at);
  citation.start =
      passage.start_code_point + count_code_points(std::string_view(passage.text).substr(0, span.begin));
  citation.end = citation.start + count_code_points(citation.quote);
  return citation;
}

// From the first cell of the row that holds `span` to the last, and back to the start of the line where its
// label stands; counted from the passage's start. nullopt where no cell holds it.
std::optional<ByteSpan> CitationBuilder::table_row(const store::PassageRecord& passage, std::size_t table,
                                                   ByteSpan span) const {
  const store::PartId id{passage.document, table};
  auto found = cells_.find(id);
  if (found == cells_.end()) {
    if (cells_.size() >= kMostTables) cells_.clear();
    found = cells_.emplace(id, reader_.cells(id)).first;
  }
  const std::vector<Cell>& cells = found->second;
  const auto holder = std::ranges::find_if(cells, [&](const Cell& cell) { return cell.span.contains(span); });
  if (holder == cells.end()) return std::nullopt;
  ByteSpan row = holder->span;
  for (const Cell& cell : cells) {
    if (cell.row != holder->row || cell.span.empty()) continue;
    row.begin = std::min(row.begin, cell.span.begin);
    row.end = std::max(row.end, cell.span.end);
  }
  return line_round(passage.text, within(passage, row));
}

}  // namespace vraagbaak::query
