// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/label_owner.h"

#include <algorithm>
#include <utility>

namespace vraagbaak::query {

namespace {

// A sentence that goes on for at most so many words behind its last figure ends with that figure and what it
// counts.
constexpr std::size_t kTailWords = 2;
// One that begins with at most so many words before its first figure has no label there.
constexpr std::size_t kHeadWords = 1;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool is_letter =
        !is_space(c) && c != '.' && c != ',' && c != ';' && c != ')' && c != '(' && c != '-';
    if (is_letter && !inside) ++words;
    inside = is_letter || (inside && !is_space(c));
  }
  return words;
}

}  // namespace

LabelOwner::LabelOwner(std::string_view text, ByteSpan sentence, std::vector<ByteSpan> figures,
                       const std::vector<std::size_t>& breaks)
    : sentence_(sentence), figures_(std::move(figures)) {
  const auto first = std::ranges::upper_bound(breaks, sentence.begin);
  const auto last = std::ranges::lower_bound(breaks, sentence.end);
  if (first < last) breaks_.assign(first, last);
  if (figures_.size() < 2) return;
  const std::size_t head = count_words(ByteSpan{sentence.begin, figures_.front().begin}.in(text));
  const std::size_t tail = count_words(ByteSpan{figures_.back().end, sentence.end}.in(text));
  if (head <= kHeadWords && tail > kTailWords) side_ = Side::behind;
  if (tail <= kTailWords && head > kHeadWords) side_ = Side::before;
}

std::optional<std::size_t> LabelOwner::owner_of(std::size_t at) const {
  if (figures_.size() < 2 || at < sentence_.begin || at >= sentence_.end) return std::nullopt;
  // The figures before and behind the word.
  const auto next =
      std::ranges::upper_bound(figures_, at, {}, [](const ByteSpan& span) { return span.begin; });
  const std::size_t behind = static_cast<std::size_t>(next - figures_.begin());
  if (behind > 0 && at < figures_[behind - 1].end) return behind - 1;  // inside it
  // Its own part of the sentence, where that has one figure.
  const auto end = std::ranges::upper_bound(breaks_, at);
  const ByteSpan part{end == breaks_.begin() ? sentence_.begin : *std::prev(end),
                      end == breaks_.end() ? sentence_.end : *end};
  const bool has_before = behind > 0 && figures_[behind - 1].begin >= part.begin;
  const bool has_behind = behind < figures_.size() && figures_[behind].begin < part.end;
  if (has_before != has_behind) {
    // What comes before the first figure and names it may hold for all of them.
    if (has_behind && behind == 0 && part.begin == sentence_.begin) return std::nullopt;
    return has_before ? behind - 1 : behind;
  }
  if (behind == 0) return std::nullopt;
  if (behind == figures_.size()) return side_ == Side::before ? std::nullopt : std::optional(behind - 1);
  if (side_ == Side::before) return behind;
  if (side_ == Side::behind) return behind - 1;
  // A break between the word and one of them leaves the other.
  const bool cut_before = std::ranges::any_of(
      breaks_, [&](std::size_t cut) { return cut > figures_[behind - 1].end && cut <= at; });
  const bool cut_behind = std::ranges::any_of(
      breaks_, [&](std::size_t cut) { return cut > at && cut <= figures_[behind].begin; });
  if (cut_before == cut_behind) return std::nullopt;
  return cut_before ? behind : behind - 1;
}

}  // namespace vraagbaak::query
