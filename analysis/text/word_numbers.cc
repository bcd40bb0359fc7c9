// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/word_numbers.h"

#include <algorithm>

#include "analysis/text/word_memo.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kFewestSlots = std::size_t{1} << 11;
constexpr std::size_t kLongestNumber = 4;

}  // namespace

WordNumbers::WordNumbers() : slots_(kFewestSlots), generation_(new_memo_owner()) {}

WordNumbers& WordNumbers::of_thread() {
  thread_local WordNumbers numbers;
  return numbers;
}

WordNumber WordNumbers::number(std::string_view word) {
  if (word.size() >= kReach) return number_in_text(word);
  char reach[kReach] = {};
  std::ranges::copy(word, reach);
  return number_in_text({reach, word.size()});
}

// `at`: the slot where the look-up ended.
WordNumber WordNumbers::add(const Key& key, std::string_view word, std::size_t at) {
  if (begins_.size() >= kMostHeldWords) return 0;
  begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  if (word.size() > kReach) bytes_.insert(bytes_.end(), word.begin() + kReach, word.end());
  const auto number = static_cast<WordNumber>(begins_.size());
  slots_[at] = {key, number, static_cast<std::uint32_t>(word.size())};
  if (2 * begins_.size() > slots_.size()) grow();
  return number;
}

void WordNumbers::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    // The hash needs no more of a word than what lies behind its key.
    std::string_view rest;
    if (slot.size > kReach) rest = {bytes_.data() + begins_[slot.number - 1], slot.size - kReach};
    std::size_t at = hash_of(slot.key, slot.size, rest) & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

void WordNumbers::clear() {
  std::ranges::fill(slots_, Slot{});
  begins_.clear();
  bytes_.clear();
  generation_ = new_memo_owner();
}

WordHold::WordHold() : numbers_(WordNumbers::of_thread()) {
  if (numbers_.holds_ == 0 && numbers_.begins_.size() > WordNumbers::kMostWords) numbers_.clear();
  ++numbers_.holds_;
}

WordHold::~WordHold() {
  --numbers_.holds_;
}

std::vector<WordNumber> number_words(std::string_view text, std::span<const Token> tokens) {
  WordNumbers& numbers = WordNumbers::of_thread();
  std::vector<WordNumber> numbered;
  numbered.reserve(tokens.size());
  for (const Token& token : tokens) {
    const bool may_come_again = token.kind == TokenKind::word ||
                                (token.kind == TokenKind::number && token.span.size() <= kLongestNumber);
    const bool reaches = token.span.begin + WordNumbers::kReach <= text.size();
    const std::string_view word = token.span.in(text);
    numbered.push_back(!may_come_again ? 0 : reaches ? numbers.number_in_text(word) : numbers.number(word));
  }
  return numbered;
}

}  // namespace vraagbaak::analysis
