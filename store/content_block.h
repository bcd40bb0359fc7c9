// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: a block of a document, unpacked.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "store/compression.h"

namespace vraagbaak::store {

// Consecutive passages of a document: their text, and the figures and mentions that begin in them. Figures
// and mentions are read when they are first asked for. For one thread.
class ContentBlock {
 public:
  // `phrases` are those that the frame was packed with. Throws DamagedBytes (store/packed_bytes.h), as
  // everything below may, where the frame is not whole.
  explicit ContentBlock(std::string_view frame, const PhraseBook& phrases = PhraseBook::common());
  ContentBlock(const ContentBlock&) = delete;
  ContentBlock& operator=(const ContentBlock&) = delete;

  // Texts of a figure; a text that is not there is empty. Dates and numbers as Figure's members print.
  enum Text : std::uint8_t {
    value,
    unit,
    date,
    date_from,
    date_to,
    low,
    high,
    row,
    column,
    subject,
    measure,
    period,
    place,
    rule,
    kTexts
  };
  struct StoredFigure {
    std::size_t passage = 0;  // place in the block
    std::size_t ordinal = 0;  // among the figures of its passage
    ByteSpan span;            // in the document
    FigureKind kind = FigureKind::count;
    bool approx = false;
    FigureBound bound = FigureBound::none;
    std::array<std::string_view, kTexts> texts;
    std::optional<std::size_t> table;
    std::optional<std::size_t> cell;
  };
  struct StoredMention {
    std::size_t passage = 0;
    ByteSpan span;
    std::size_t entity = 0;  // index in the document's list of entities
    EntityKind kind = EntityKind::organisation;
    std::string_view rule;
  };

  std::size_t passage_count() const { return starts_.size() - 1; }
  // Of the passage with that place in the block, below passage_count().
  std::string_view text(std::size_t passage) const;
  ByteSpan span(std::size_t passage) const { return {starts_[passage], starts_[passage + 1]}; }
  // In memory, about: what is read of it takes some three times its packed columns.
  std::size_t byte_count() const { return content_.size() * 4; }

  // By passage, then by place in the text.
  std::span<const StoredFigure> figures();
  std::span<const StoredFigure> figures(std::size_t passage);
  std::span<const StoredMention> mentions();
  std::span<const StoredMention> mentions(std::size_t passage);

 private:
  void read_figures();
  void read_mentions();
  std::string_view own_text(ByteSpan span) const;

  std::string content_;
  std::vector<std::size_t> starts_;  // of each passage in the document, and the end of the last
  std::string_view text_;
  std::vector<std::string_view> strings_;
  std::string_view packed_figures_;
  std::string_view packed_mentions_;
  std::deque<std::string> made_;  // texts of figures that stand nowhere as they are
  std::optional<std::vector<StoredFigure>> figures_;
  std::optional<std::vector<StoredMention>> mentions_;
};

}  // namespace vraagbaak::store
