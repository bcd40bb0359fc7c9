// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/byte_span.h"

namespace vraagbaak::query {

// Tells which of several figures in a sentence a word speaks of: "55 in Gent en 29 in Aalst", "Gent: 55;
// Aalst: 29", "in 2013 910 (528 Nederlandstalige), en in 2014 804". Words stand behind their figures in the
// first and before them in the others; how the sentence begins and ends tells which.
class LabelOwner {
 public:
  // `figures` are those of the sentence, in order, none overlapping another; `breaks` are where its parts
  // begin (ClauseCutter). All spans are bytes of `text`, which must outlive the object.
  LabelOwner(std::string_view text, ByteSpan sentence, std::vector<ByteSpan> figures,
             const std::vector<std::size_t>& breaks);

  // The figure that the word at byte `at` speaks of, by index; nullopt where it speaks of all: it stands
  // before them, or there are fewer than two figures.
  std::optional<std::size_t> owner_of(std::size_t at) const;

 private:
  enum class Side : unsigned char { unknown, before, behind };  // where words stand of their figures

  ByteSpan sentence_;
  std::vector<ByteSpan> figures_;
  std::vector<std::size_t> breaks_;  // those in the sentence
  Side side_ = Side::unknown;
};

}  // namespace vraagbaak::query
