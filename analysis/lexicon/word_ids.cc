// SPDX-License-Identifier: EUPL-1.2
#include "analysis/lexicon/word_ids.h"

namespace vraagbaak::analysis {
namespace {

// FNV-1a; words are short.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15U);
}

}  // namespace

std::size_t WordIds::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.id == 0 || (slot.hash == hash && words_[slot.id - 1] == word)) return at;
  }
}

WordId WordIds::add(std::string_view word) {
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const std::uint32_t hash = hash_of(word);
  Slot& slot = slots_[slot_of(word, hash)];
  if (slot.id == 0) {
    words_.emplace_back(word);
    slot = {hash, static_cast<WordId>(words_.size())};
  }
  return slot.id;
}

WordId WordIds::find(std::string_view word) const {
  return slots_[slot_of(word, hash_of(word))].id;
}

void WordIds::grow() {
  slots_ = std::vector<Slot>(2 * slots_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t hash = hash_of(words_[i]);
    slots_[slot_of(words_[i], hash)] = {hash, static_cast<WordId>(i + 1)};
  }
}

}  // namespace vraagbaak::analysis
