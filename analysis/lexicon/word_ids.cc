// SPDX-License-Identifier: EUPL-1.2
#include "analysis/lexicon/word_ids.h"

namespace vraagbaak::analysis {

WordId WordIds::add(std::string_view word) {
  if (2 * (keys_.size() + 1) > slots_.size()) grow();
  const std::uint64_t key = word_hash(word).key;
  filter_[filter_bit(key) / 64] |= std::uint64_t{1} << (filter_bit(key) % 64);
  Slot& slot = slots_[slot_of(key)];
  if (slot.id == 0) {
    keys_.push_back(key);
    slot = {key, static_cast<WordId>(keys_.size())};
  }
  return slot.id;
}

void WordIds::grow() {
  slots_ = std::vector<Slot>(2 * slots_.size());
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    slots_[slot_of(keys_[i])] = {keys_[i], static_cast<WordId>(i + 1)};
  }
}

}  // namespace vraagbaak::analysis
