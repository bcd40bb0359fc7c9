// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: tables passage_length and passage_figures, a small number for each passage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "store/records.h"
#include "store/statement.h"

namespace vraagbaak::store {

// Passages of a block: at two bytes each it fills a page of 16 KiB. An index may hold millions of passages,
// of which a query meets few.
inline constexpr PassageId kPassagesInBlock = 8000;
// A greater number counts as this; the indexer cuts passages long before they have so many words.
inline constexpr std::size_t kGreatestNumber = 65535;

enum class PassageNumber : std::uint8_t {
  words,         // in all searched columns together
  figure_kinds,  // bit 1 << kind for each FigureKind of its figures
};

// Reads numbers, a block when the first of its passages is asked for. One connection, one thread.
class PassageNumbers {
 public:
  PassageNumbers(StatementCache& statements, PassageNumber which) : statements_(statements), which_(which) {}

  // 0 where nothing is known of the passage.
  std::size_t of(PassageId passage) {
    const std::vector<std::uint16_t>& block = block_of(passage);
    const auto place = static_cast<std::size_t>(passage % kPassagesInBlock);
    return place < block.size() ? block[place] : 0;
  }
  // The numbers of the passages from id passage / kPassagesInBlock * kPassagesInBlock on, as far as they are
  // known. Good until the next look-up.
  const std::vector<std::uint16_t>& block_of(PassageId passage) {
    const std::int64_t block = passage / kPassagesInBlock;
    if (block != at_ || last_ == nullptr) find_block(block);
    return *last_;
  }
  // The index has changed.
  void forget();

 private:
  using Block = std::vector<std::uint16_t>;

  void find_block(std::int64_t block);

  StatementCache& statements_;
  const PassageNumber which_;
  std::unordered_map<std::int64_t, Block> blocks_;
  std::int64_t at_ = -1;  // the block of the last look-up …
  const Block* last_ = nullptr;
};

// Gathers numbers and writes each block once.
class PassageNumberWriter {
 public:
  PassageNumberWriter(StatementCache& statements, PassageNumber which)
      : statements_(statements), which_(which) {}

  void set(PassageId passage, std::size_t number);
  // Within the transaction that writes the passages.
  void write();

 private:
  StatementCache& statements_;
  const PassageNumber which_;
  std::map<std::int64_t, std::map<std::size_t, std::uint16_t>> changed_;
};

}  // namespace vraagbaak::store
