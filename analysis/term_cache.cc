// SPDX-License-Identifier: EUPL-1.2
#include "analysis/term_cache.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kFewestEntries = 256;
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

}  // namespace

void TermCache::open(std::uint64_t owner) {
  const std::uint64_t generation = WordNumbers::of_thread().generation();
  if (owner_ == owner && generation_ == generation) return;
  clear();
  owner_ = owner;
  generation_ = generation;
}

void TermCache::clear() {
  entries_.clear();
  bytes_.clear();
}

const std::string_view* TermCache::find(WordNumber word) {
  if (word >= entries_.size() || !entries_[word].is_known) return nullptr;
  found_ = {bytes_.data() + entries_[word].offset, entries_[word].size};
  return &found_;
}

std::string_view TermCache::add(WordNumber word, std::string_view terms) {
  if (bytes_.size() > kMostBytes) clear();
  if (word >= entries_.size())
    entries_.resize(std::max<std::size_t>({kFewestEntries, 2 * entries_.size(), word + 1}));
  const std::size_t offset = bytes_.size();
  bytes_.insert(bytes_.end(), terms.begin(), terms.end());
  entries_[word] = {static_cast<std::uint32_t>(offset), static_cast<std::uint16_t>(terms.size()), true};
  return {bytes_.data() + offset, terms.size()};
}

}  // namespace vraagbaak::analysis
