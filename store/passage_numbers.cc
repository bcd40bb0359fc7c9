// SPDX-License-Identifier: EUPL-1.2
#include "store/passage_numbers.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace vraagbaak::store {
namespace {

std::vector<std::uint16_t> unpack(std::string_view bytes) {
  std::vector<std::uint16_t> numbers(bytes.size() / 2);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    numbers[i] = static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[2 * i]) |
                                            static_cast<unsigned char>(bytes[2 * i + 1]) << 8U);
  }
  return numbers;
}

std::string pack(const std::vector<std::uint16_t>& numbers) {
  std::string bytes;
  bytes.reserve(2 * numbers.size());
  for (const std::uint16_t number : numbers) {
    bytes += static_cast<char>(number & 0xFFU);
    bytes += static_cast<char>(number >> 8U);
  }
  return bytes;
}

std::vector<std::uint16_t> stored_block(StatementCache& statements, PassageNumber which, std::int64_t block) {
  const StatementLease row =
      statements[which == PassageNumber::words ? "SELECT words FROM passage_length WHERE block = ?"
                                               : "SELECT kinds FROM passage_figures WHERE block = ?"];
  row->bind_all(block);
  return row->step() ? unpack(row->view(0)) : std::vector<std::uint16_t>{};
}

}  // namespace

void PassageNumbers::find_block(std::int64_t block) {
  auto found = blocks_.find(block);
  if (found == blocks_.end()) found = blocks_.emplace(block, stored_block(statements_, which_, block)).first;
  last_ = &found->second;
  at_ = block;
}

void PassageNumbers::forget() {
  blocks_.clear();
  last_ = nullptr;
}

void PassageNumberWriter::set(PassageId passage, std::size_t number) {
  changed_[passage / kPassagesInBlock][static_cast<std::size_t>(passage % kPassagesInBlock)] =
      static_cast<std::uint16_t>(std::min(number, kGreatestNumber));
}

void PassageNumberWriter::write() {
  for (const auto& [block, changes] : changed_) {
    std::vector<std::uint16_t> numbers = stored_block(statements_, which_, block);
    numbers.resize(std::max(numbers.size(), changes.rbegin()->first + 1));
    for (const auto& [place, number] : changes) numbers[place] = number;
    const std::string bytes = pack(numbers);
    statements_[which_ == PassageNumber::words
                    ? "INSERT OR REPLACE INTO passage_length VALUES(?, CAST(? AS BLOB))"
                    : "INSERT OR REPLACE INTO passage_figures VALUES(?, CAST(? AS BLOB))"]
        ->execute(block, bytes);
  }
  changed_.clear();
}

}  // namespace vraagbaak::store
