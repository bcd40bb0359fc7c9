// SPDX-License-Identifier: EUPL-1.2
#include "analysis/term_cache.h"

#include <algorithm>
#include <cstring>

#include "analysis/text/text_hash.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kFewestSlots = std::size_t{1} << 11;  // grows fourfold
constexpr std::size_t kMostSlots = std::size_t{1} << 19;    // 8 MB
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

}  // namespace

TermCache::TermCache() : table_(kFewestSlots) {}

void TermCache::clear() {
  std::ranges::fill(table_, Entry{});
  bytes_.clear();
  used_ = 0;
}

const std::string_view* TermCache::find(std::string_view word) {
  const std::uint64_t hash = text_hash(word);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Entry& entry = table_[at];
    if (entry.word_size == 0) return nullptr;
    if (entry.hash != hash || entry.word_size != word.size()) continue;
    const char* const begin = bytes_.data() + entry.offset;
    if (std::memcmp(begin, word.data(), word.size()) != 0) continue;
    found_ = {begin + entry.word_size, entry.terms_size};
    return &found_;
  }
}

std::string_view TermCache::add(std::string_view word, std::string_view terms) {
  if (2 * used_ >= table_.size()) {
    if (table_.size() < kMostSlots) {
      grow();
    } else {
      clear();
    }
  }
  if (bytes_.size() > kMostBytes) clear();
  Entry entry{.hash = text_hash(word),
              .offset = static_cast<std::uint32_t>(bytes_.size()),
              .word_size = static_cast<std::uint16_t>(word.size()),
              .terms_size = 0};
  bytes_.insert(bytes_.end(), word.begin(), word.end());
  const std::size_t terms_begin = bytes_.size();
  bytes_.insert(bytes_.end(), terms.begin(), terms.end());
  entry.terms_size = static_cast<std::uint16_t>(bytes_.size() - terms_begin);
  put(entry);
  ++used_;
  return {bytes_.data() + terms_begin, entry.terms_size};
}

void TermCache::put(const Entry& entry) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = entry.hash & mask;
  while (table_[at].word_size != 0) at = (at + 1) & mask;
  table_[at] = entry;
}

void TermCache::grow() {
  std::vector<Entry> old(table_.size() * 4);
  old.swap(table_);
  for (const Entry& entry : old) {
    if (entry.word_size != 0) put(entry);
  }
}

}  // namespace vraagbaak::analysis
