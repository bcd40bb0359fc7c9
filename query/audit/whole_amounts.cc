// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/whole_amounts.h"

#include <algorithm>

namespace vraagbaak::query {
namespace {

// How far before an amount its noun is looked for, in bytes, and how many words may stand between.
constexpr std::size_t kReach = 100;
constexpr std::size_t kMostBetween = 4;
// A bare "budget" is the one of the neighbouring sentences.
constexpr std::size_t kNear = 500;
// A whole that has more amounts than this has not one.
constexpr std::size_t kMostEntries = 64;

// What stands before `at` in its sentence.
std::string_view lead_of(std::string_view text, std::size_t at) {
  std::size_t begin = at > kReach ? at - kReach : 0;
  for (std::size_t i = begin; i < at; ++i) {
    const char c = text[i];
    const bool stop = (c == '.' && i + 1 < at && (text[i + 1] == ' ' || text[i + 1] == '\n')) || c == ';' ||
                      c == '?' || c == '!' || (c == '\n' && i + 1 < at && text[i + 1] == '\n');
    if (stop) begin = i + 1;
  }
  return text.substr(begin, at - begin);
}

}  // namespace

WholeAmounts::WholeAmounts(std::string_view text, std::span<const Figure> figures, const AuditWords& words)
    : text_(text), figures_(figures) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i].kind == FigureKind::money && figures[i].value && figures[i].bound == FigureBound::none) {
      read(i, words);
    }
  }
}

void WholeAmounts::read(std::size_t figure, const AuditWords& words) {
  std::size_t begin = figures_[figure].span.begin;
  std::string_view lead = lead_of(text_, begin);
  // Another figure between noun and amount takes the noun for itself.
  if (figure > 0) {
    const std::size_t last = std::min(figures_[figure - 1].span.end, begin);
    if (last > begin - lead.size()) lead = text_.substr(last, begin - last);
  }
  const std::vector<std::string> before = folded_words(lead);
  const auto enter = [&](const std::string& owner, const std::string& head) {
    std::vector<Entry>& entries = entries_[owner];
    if (entries.size() <= kMostEntries) entries.push_back({figure, head});
  };
  for (std::size_t back = 1; back <= std::min(kMostBetween + 1, before.size()); ++back) {
    const std::string& word = before[before.size() - back];
    if (const WholeNoun noun = words.whole_noun(word); !noun.head.empty())
      return enter(noun.owner, noun.head);
    if (!words.has(word, AuditRole::costs)) continue;
    // "het projectbudget bedraagt", else the nearest noun-like word before the verb: "het project kost".
    const std::size_t verb = before.size() - back;
    for (std::size_t i = 1; i <= std::min<std::size_t>(2, verb); ++i) {
      const WholeNoun noun = words.whole_noun(before[verb - i]);
      if (!noun.head.empty()) return enter(noun.owner, noun.head);
    }
    if (verb > 0 && before[verb - 1].size() > 3) enter(before[verb - 1], "");
    return;
  }
}

std::optional<std::size_t> WholeAmounts::find(const WholeNoun& noun, std::string_view unit,
                                              std::size_t at) const {
  const auto found = entries_.find(noun.owner);
  if (found == entries_.end() || found->second.size() > kMostEntries) return std::nullopt;
  std::optional<std::size_t> only;
  for (const Entry& entry : found->second) {
    const Figure& figure = figures_[entry.figure];
    if (figure.unit != unit || (!entry.head.empty() && entry.head != noun.head)) continue;
    const std::size_t place = figure.span.begin;
    if (noun.owner.empty() && (place > at ? place - at : at - place) > kNear) continue;
    if (only && *figures_[*only].value != *figure.value) return std::nullopt;
    if (!only) only = entry.figure;
  }
  return only;
}

}  // namespace vraagbaak::query
