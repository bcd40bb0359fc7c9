// SPDX-License-Identifier: EUPL-1.2
// The headings of a document are one zstd frame over: how many; each of them.
#include "store/heading_path.h"

#include "store/block_store.h"
#include "store/packed_bytes.h"

namespace vraagbaak::store {
namespace {

std::vector<std::string> unpack_headings(std::string_view frame, const PhraseBook& phrases) {
  const std::string content = decompress(frame, phrases);
  PackedReader reader(content);
  std::vector<std::string> headings(reader.count());
  for (std::string& heading : headings) heading = reader.text();
  return headings;
}

}  // namespace

std::string pack_headings(std::span<const Section> sections, const PhraseBook& phrases) {
  PackedWriter writer;
  writer.number(sections.size());
  for (const Section& section : sections) writer.text(section.heading);
  return compress(writer.bytes(), phrases);
}

std::vector<std::string> HeadingFinder::of(DocumentId document) {
  if (!headings_) headings_.emplace(database_, "SELECT content FROM document_headings WHERE document_id = ?");
  const StatementLease row(*headings_);
  row->bind_all(document);
  if (!row->step()) return {};
  return database_.undamaged(
      [&] { return unpack_headings(row->blob(0), database_.blocks().phrases_of(row->blob(0))); });
}

std::string HeadingFinder::path_of(PartId section, const std::vector<std::string>& headings) {
  if (!parent_) parent_.emplace(database_, "SELECT parent FROM section WHERE document_id = ? AND number = ?");
  std::vector<std::size_t> numbers;  // from the innermost out
  // Section 0 is the document; its heading would be its title, which is searched on its own. A parent stands
  // before its children.
  for (std::size_t number = section.number; number != 0;) {
    const StatementLease row(*parent_);
    row->reset();
    row->bind_all(section.document, number);
    if (!row->step()) break;
    numbers.push_back(number);
    const std::size_t parent = row->is_null(0) ? 0 : row->size(0);
    number = parent < number ? parent : 0;
  }
  HeadingPath path;
  for (; !numbers.empty(); numbers.pop_back()) {
    if (numbers.back() < headings.size()) path.add(headings[numbers.back()]);
  }
  return std::move(path).take();
}

}  // namespace vraagbaak::store
