// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/known_names.h"

namespace vraagbaak::analysis {

KnownNames::KnownNames(const NameText& text) : text_(text) {
  words_.reserve(text.size());
  ids_.reserve(text.size());
  place_.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    place_.push_back(words_.size());
    const bool inner_dot = text[i].sign == '.' && text.touches(i) && text.touches(i + 1);  // SP.A
    if (text[i].sign == '-' || text[i].sign == '\'' || inner_dot) continue;
    words_.push_back(i);
    ids_.push_back(text[i].id);
  }
}

std::optional<KnownName> KnownNames::at(std::size_t i) const {
  const NameWord& first = text_[i];
  if (first.id == 0 || first.sign != 0) return std::nullopt;
  const std::optional<PhraseMatch> match = text_.lexicon.names().longest_at(ids_, place_[i]);
  if (!match) return std::nullopt;
  const GazetteerName& name = text_.lexicon.name(match->phrase);
  const std::size_t last = words_[match->end - 1] + 1;
  const bool has_capital = first.has_capital() || (name.lower_first && text_[last - 1].has_capital());
  if (!name.lower && !has_capital) return std::nullopt;
  if (name.upper && first.shape != WordShape::upper) return std::nullopt;
  for (std::size_t w = i + 1; w < last; ++w) {
    if (text_[w].gap_before) return std::nullopt;
  }
  return KnownName{last, &name};
}

}  // namespace vraagbaak::analysis
