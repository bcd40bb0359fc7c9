// SPDX-License-Identifier: EUPL-1.2
#include "store/block_store.h"

#include <iterator>

#include "store/database.h"

namespace vraagbaak::store {
namespace {

// Unpacked bytes that are kept: some hundreds of blocks, those of the passages of one question.
constexpr std::size_t kKeptBytes = 16 << 20;

PassageId passage_of_block_row(std::int64_t id) {
  return id >> 1;
}
bool is_rest(std::int64_t id) {
  return (id & 1) != 0;
}

}  // namespace

std::shared_ptr<BlockStore::Block> BlockStore::of(PassageId passage) {
  if (const auto behind_it = places_.upper_bound(passage); behind_it != places_.begin()) {
    const Blocks::iterator place = std::prev(behind_it)->second;
    if ((*place)->holds(passage)) {
      kept_.splice(kept_.begin(), kept_, place);
      return *place;
    }
  }
  if (!at_or_before_) {
    at_or_before_.emplace(database_,
                          "SELECT id, content FROM content_block WHERE id <= ? ORDER BY id DESC LIMIT 2");
  }
  const StatementLease row(*at_or_before_);
  row->bind_all(block_row(passage) + 1);
  if (!row->step()) return nullptr;
  std::shared_ptr<Block> block;
  if (is_rest(row->number(0))) {
    const std::string rest(row->blob(1));
    if (!row->step()) return nullptr;
    block = unpack(row->number(0), std::string(row->blob(1)) + rest);
  } else {
    block = unpack(row->number(0), row->blob(1));
  }
  return block->holds(passage) ? block : nullptr;
}

std::shared_ptr<BlockStore::Block> BlockStore::behind(PassageId passage) {
  if (!next_)
    next_.emplace(database_, "SELECT id, content FROM content_block WHERE id > ? ORDER BY id LIMIT 2");
  const StatementLease row(*next_);
  row->bind_all(block_row(passage) + 1);
  if (!row->step()) return nullptr;
  const std::int64_t id = row->number(0);
  std::string frame(row->blob(1));
  if (row->step() && row->number(0) == id + 1) frame += row->blob(1);
  return unpack(id, frame);
}

std::string_view BlockStore::text_of(PassageId passage) {
  const std::shared_ptr<Block> block = of(passage);
  return block == nullptr ? std::string_view() : block->content.text(block->place_of(passage));
}

std::shared_ptr<BlockStore::Block> BlockStore::unpack(std::int64_t id, std::string_view frame) {
  auto block = database_.undamaged(
      [&] { return std::make_shared<Block>(passage_of_block_row(id), frame, phrases_of(frame)); });
  if (const auto known = places_.find(block->first); known != places_.end()) return *known->second;
  kept_.push_front(block);
  places_.emplace(block->first, kept_.begin());
  kept_bytes_ += block->content.byte_count();
  while (kept_bytes_ > kKeptBytes && kept_.size() > 1) {
    kept_bytes_ -= kept_.back()->content.byte_count();
    places_.erase(kept_.back()->first);
    kept_.pop_back();
  }
  return block;
}

const PhraseBook& BlockStore::phrases_of(std::string_view frame) {
  const std::uint32_t id = book_of(frame);
  if (id == 0) return PhraseBook::common();
  if (phrases_ == nullptr || phrases_->id() != id) {
    Statement row(database_, "SELECT content FROM phrase_book");
    if (!row.step()) throw DamagedBytes();
    phrases_ = std::make_unique<const PhraseBook>(std::string(row.blob(0)));
  }
  return *phrases_;
}

std::span<const ContentBlock::StoredFigure> BlockStore::figures(Block& block) const {
  return database_.undamaged([&] { return block.content.figures(); });
}
std::span<const ContentBlock::StoredFigure> BlockStore::figures(Block& block, PassageId passage) const {
  return database_.undamaged([&] { return block.content.figures(block.place_of(passage)); });
}
std::span<const ContentBlock::StoredMention> BlockStore::mentions(Block& block, PassageId passage) const {
  return database_.undamaged([&] { return block.content.mentions(block.place_of(passage)); });
}

}  // namespace vraagbaak::store
