// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: the blocks of the index file, by the passages they hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "store/compression.h"
#include "store/content_block.h"
#include "store/records.h"
#include "store/statement.h"

namespace vraagbaak::store {

class Database;

// The row of table content_block that a block begins with, by its first passage. Where a page of the file had
// no room for all of it, the row behind has the rest.
inline std::int64_t block_row(PassageId first) {
  return first << 1;
}

// Unpacks blocks and keeps those that were asked for last. What it keeps stays true: an id that a passage had
// is never given to another. Throws Error where a block is damaged.
class BlockStore {
 public:
  explicit BlockStore(const Database& database) : database_(database) {}

  struct Block {
    Block(PassageId id, std::string_view frame, const PhraseBook& phrases)
        : first(id), content(frame, phrases) {}
    bool holds(PassageId passage) const {
      return passage >= first && passage < first + static_cast<PassageId>(content.passage_count());
    }
    // Of a passage that it holds.
    std::size_t place_of(PassageId passage) const { return static_cast<std::size_t>(passage - first); }

    PassageId first = 0;  // its first passage
    ContentBlock content;
    std::optional<std::vector<EntityId>> entities{};  // of the document, once somebody has looked them up
  };

  // The block that holds the passage; nullptr where there is none.
  std::shared_ptr<Block> of(PassageId passage);
  // The first block that begins behind that passage; nullptr where there is none.
  std::shared_ptr<Block> behind(PassageId passage);
  // The text of a passage; empty where it is not there. Good until the next look-up.
  std::string_view text_of(PassageId passage);
  // The figures of a block or of one passage of it, and its mentions.
  std::span<const ContentBlock::StoredFigure> figures(Block& block) const;
  std::span<const ContentBlock::StoredFigure> figures(Block& block, PassageId passage) const;
  std::span<const ContentBlock::StoredMention> mentions(Block& block, PassageId passage) const;

  // The phrases that a frame of the index was packed with, good until the next look-up. Throws DamagedBytes
  // where they are not there.
  const PhraseBook& phrases_of(std::string_view frame);

  const Database& database() const { return database_; }

 private:
  std::shared_ptr<Block> unpack(std::int64_t id, std::string_view frame);

  using Blocks = std::list<std::shared_ptr<Block>>;

  const Database& database_;
  std::optional<Statement> at_or_before_;
  std::optional<Statement> next_;
  std::unique_ptr<const PhraseBook> phrases_;     // the index's own, once a block asked for them
  Blocks kept_;                                   // what was asked for last in front
  std::map<PassageId, Blocks::iterator> places_;  // of each, by its first passage
  std::size_t kept_bytes_ = 0;
};

}  // namespace vraagbaak::store
