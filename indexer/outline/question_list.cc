// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/question_list.h"

#include <algorithm>

namespace vraagbaak::indexer {
namespace {

// Runs tried for the list of questions; the last ones, since the questions close the text.
constexpr std::size_t kMostRuns = 48;

using Chain = std::vector<std::size_t>;  // indices of enumerators

bool opens(const Enumerator& enumerator, int number) {
  return enumerator.place != EnumeratorPlace::figure && enumerator.parts.front().number == number &&
         std::ranges::all_of(enumerator.parts, [number](PartNumber part) { return part.number == number; });
}

std::size_t question_marks(std::string_view text, ByteSpan span, const std::vector<Enumerator>& enumerators,
                           const Chain& chain) {
  std::size_t items = 0;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const std::size_t begin = enumerators[chain[i]].span.begin;
    const std::size_t end = i + 1 < chain.size() ? enumerators[chain[i + 1]].span.begin : span.end;
    items += text.substr(begin, end - begin).find('?') != std::string_view::npos ? 1 : 0;
  }
  return items;
}

Chain chain_from(std::size_t first, const std::vector<Enumerator>& enumerators) {
  Chain chain{first};
  int next = enumerators[first].parts.front().number + 1;
  for (std::size_t i = first + 1; i < enumerators.size(); ++i) {
    if (!opens(enumerators[i], next)) continue;
    chain.push_back(i);
    ++next;
  }
  return chain;
}

Chain best_chain(std::string_view text, ByteSpan range, const std::vector<Enumerator>& enumerators) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < enumerators.size(); ++i)
    if (opens(enumerators[i], 1)) starts.push_back(i);
  if (starts.size() > kMostRuns) starts.erase(starts.begin(), starts.end() - kMostRuns);
  Chain best;
  std::size_t best_marks = 0;
  for (const std::size_t start : starts) {
    Chain chain = chain_from(start, enumerators);
    const std::size_t marks = question_marks(text, range, enumerators, chain);
    if (best.empty() || marks > best_marks || (marks == best_marks && chain.size() >= best.size())) {
      best = std::move(chain);
      best_marks = marks;
    }
  }
  return best;
}

// The lettered parts a), b), c) … between two numbers. A single letter is no list.
std::vector<SubQuestion> find_parts(std::string_view text, const std::vector<Enumerator>& enumerators,
                                    std::size_t first, std::size_t end_index, ByteSpan question) {
  std::vector<SubQuestion> parts;
  for (std::size_t i = first; i < end_index; ++i) {
    const Enumerator& enumerator = enumerators[i];
    if (enumerator.span.begin >= question.end) break;
    const PartNumber part = enumerator.parts.front();
    const bool own = i == first ? part.letter != 0 : part.number == 0 && part.letter != 0;
    if (!own || enumerator.parts.size() != 1) continue;
    const char expected = parts.empty() ? 'a' : static_cast<char>(parts.back().letter + 1);
    if (part.letter != expected) continue;
    const std::size_t begin = i == first ? question.begin : enumerator.span.begin;
    if (!parts.empty()) parts.back().span = trim(text, {parts.back().span.begin, begin});
    parts.push_back({part.letter, {begin, question.end}});
  }
  if (parts.size() < 2) parts.clear();
  return parts;
}

}  // namespace

ByteSpan trim(std::string_view text, ByteSpan span) {
  static constexpr std::string_view kSpace = " \t\r\n\f\v";
  while (span.begin < span.end && kSpace.find(text[span.begin]) != std::string_view::npos) ++span.begin;
  while (span.end > span.begin && kSpace.find(text[span.end - 1]) != std::string_view::npos) --span.end;
  return span;
}

std::vector<Question> find_questions(std::string_view text, ByteSpan range,
                                     const std::vector<Enumerator>& enumerators) {
  const Chain chain = best_chain(text, range, enumerators);
  std::vector<Question> questions;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const std::size_t begin = enumerators[chain[i]].span.begin;
    const bool last = i + 1 == chain.size();
    const std::size_t end = last ? range.end : enumerators[chain[i + 1]].span.begin;
    Question question;
    question.number = static_cast<int>(i) + 1;
    question.span = trim(text, {begin, end});
    const std::size_t end_index = last ? enumerators.size() : chain[i + 1];
    question.parts = find_parts(text, enumerators, chain[i], end_index, question.span);
    questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace vraagbaak::indexer
