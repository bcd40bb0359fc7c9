// SPDX-License-Identifier: EUPL-1.2
#include "store/block_store.h"

#include <algorithm>

#include "store/database.h"

namespace vraagbaak::store {
namespace {

// Unpacked bytes that are kept: the blocks of the passages of one question, some hundreds.
constexpr std::size_t kKeptBytes = 8 << 20;

PassageId passage_of_block_row(std::int64_t id) {
  return id >> 1;
}
bool is_rest(std::int64_t id) {
  return (id & 1) != 0;
}

}  // namespace

std::shared_ptr<BlockStore::Block> BlockStore::of(PassageId passage) {
  ++clock_;
  for (Kept& kept : kept_) {
    if (!kept.block->holds(passage)) continue;
    kept.used = clock_;
    return kept.block;
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
  auto block = database_.undamaged([&] { return std::make_shared<Block>(passage_of_block_row(id), frame); });
  const std::size_t bytes = block->content.byte_count();
  while (!kept_.empty() && kept_bytes_ + bytes > kKeptBytes) {
    const auto oldest = std::ranges::min_element(kept_, {}, &Kept::used);
    kept_bytes_ -= oldest->block->content.byte_count();
    *oldest = std::move(kept_.back());
    kept_.pop_back();
  }
  kept_.push_back({clock_, block});
  kept_bytes_ += bytes;
  return block;
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
