// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/byte_span.h"

namespace vraagbaak::query {

// What "respectievelijk" or "achtereenvolgens" deals out: "in Gent en Brugge respectievelijk 5 en 7", "98,6
// %, 97,6 % en 97,8 % in respectievelijk 2014, 2015 en 2016". Of a sentence only the series of figures next
// to the word takes part; figures further on are told for themselves. Spans are bytes of `text`.
class RespectivePairs {
 public:
  // `figures` are the figures of one kind in the sentence, in order.
  RespectivePairs(std::string_view text, ByteSpan sentence, std::span<const ByteSpan> figures);

  // The year that `figure` is dealt; 0: none.
  int year_of(ByteSpan figure) const;
  // The item of a series that `figure` is dealt, of whatever it is a series; nullopt: none.
  std::optional<ByteSpan> item_of(ByteSpan figure) const;

 private:
  std::optional<std::size_t> number_of(ByteSpan figure) const;

  std::string_view text_;
  ByteSpan word_;                    // that deals; empty: none
  std::span<const ByteSpan> dealt_;  // the series of figures next to it
  ByteSpan before_;                  // what may be dealt to them: before the series and the word …
  ByteSpan behind_;                  // … behind them
};

}  // namespace vraagbaak::query
