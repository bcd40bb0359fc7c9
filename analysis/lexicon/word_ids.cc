// SPDX-License-Identifier: EUPL-1.2
#include "analysis/lexicon/word_ids.h"

namespace vraagbaak::analysis {
std::size_t WordIds::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.id == 0 || (slot.hash == hash && words_[slot.id - 1] == word)) return at;
  }
}

WordId WordIds::add(std::string_view word) {
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const std::uint32_t hash = slot_hash(word_hash(word).key);
  Slot& slot = slots_[slot_of(word, hash)];
  if (slot.id == 0) {
    words_.emplace_back(word);
    slot = {hash, static_cast<WordId>(words_.size())};
  }
  return slot.id;
}

void WordIds::grow() {
  slots_ = std::vector<Slot>(2 * slots_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t hash = slot_hash(word_hash(words_[i]).key);
    slots_[slot_of(words_[i], hash)] = {hash, static_cast<WordId>(i + 1)};
  }
}

}  // namespace vraagbaak::analysis
