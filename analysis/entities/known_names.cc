// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/known_names.h"

#include <array>
#include <span>

namespace vraagbaak::analysis {
namespace {

// Words of the longest gazetteer name that is found; the longest in the dictionaries has 15.
constexpr std::size_t kMostWords = 24;

}  // namespace

std::optional<KnownName> KnownNames::at(std::size_t i) const {
  const NameWord& first = text_[i];
  const PhraseMatcher& names = text_.lexicon.names();
  if (first.sign != 0 || !names.begins_phrase(first.id)) return std::nullopt;
  if (!first.has_capital() && !text_.lexicon.may_begin_small(first.id)) return std::nullopt;
  std::array<WordId, kMostWords> ids{};
  std::array<std::size_t, kMostWords> ends{};
  std::size_t count = 0;
  for (std::size_t w = i; w < text_.size() && count < ids.size(); ++w) {
    if (w > i && text_[w].gap_before) break;
    const bool inner_dot = text_[w].sign == '.' && text_.touches(w) && text_.touches(w + 1);  // SP.A
    if (text_[w].sign == '-' || text_[w].sign == '\'' || inner_dot) continue;
    if (text_[w].id == 0) break;
    ids[count] = text_[w].id;
    ends[count++] = w + 1;
  }
  const std::optional<PhraseMatch> match = names.longest_at(std::span(ids).first(count), 0);
  if (!match) return std::nullopt;
  const GazetteerName& name = text_.lexicon.name(match->phrase);
  const std::size_t last = ends[match->end - 1];
  const bool has_capital = first.has_capital() || (name.lower_first && text_[last - 1].has_capital());
  if (!name.lower && !has_capital) return std::nullopt;
  if (name.upper && first.shape != WordShape::upper) return std::nullopt;
  return KnownName{last, &name};
}

}  // namespace vraagbaak::analysis
