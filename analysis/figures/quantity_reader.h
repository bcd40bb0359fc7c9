// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/figures/figure_scanner.h"
#include "analysis/figures/number_reader.h"

namespace vraagbaak::analysis {

// Numbers with what they measure: money, percentages, areas, other units, ratios, and counts with the noun.
class QuantityReader {
 public:
  explicit QuantityReader(const Reading& reading) : reading_(reading) {}

  // Adds the quantity that begins at `at` (a number, sign or currency); the piece to go on from, or `at`.
  std::size_t read(std::size_t at, std::vector<FoundFigure>& found) const;

  // The noun behind a number: the head without adjectives, and the piece behind it. Empty where none follows.
  struct Noun {
    std::string text;
    std::size_t end = 0;
  };
  // `one`: one thing is counted, so no plural is looked for behind the first noun.
  Noun noun_at(std::size_t at, bool one = false) const;
  bool is_counted_noun(const Noun& noun) const;

 private:
  struct Sign {
    std::size_t number_at = 0;
    bool negative = false;
  };
  std::optional<Sign> sign_at(std::size_t at) const;
  bool in_signed_series(std::size_t at) const;
  bool is_bullet_or_age(std::size_t at) const;
  bool opens_range(std::size_t at) const;
  std::size_t read_amount(std::size_t at, std::size_t number_at, bool negative,
                          std::vector<FoundFigure>& found) const;
  std::size_t read_with_currency_before(std::size_t at, const EntryMatch& currency,
                                        std::vector<FoundFigure>& found) const;
  std::size_t read_percentage_of(std::size_t at, std::vector<FoundFigure>& found) const;
  std::size_t read_duration_with_article(std::size_t at, std::vector<FoundFigure>& found) const;
  std::size_t read_vague(std::size_t at, std::vector<FoundFigure>& found) const;
  std::size_t read_none_yet(std::size_t at, std::vector<FoundFigure>& found) const;
  std::size_t read_proportion(std::size_t at, std::size_t end, std::vector<FoundFigure>& found) const;
  bool is_name_word(std::size_t at) const;
  std::size_t read_slashed(std::size_t at, std::vector<FoundFigure>& found) const;
  std::optional<std::size_t> finish_money(std::size_t at, const EntryMatch& currency, Decimal& value) const;
  std::optional<std::size_t> finish_ratio(const NumberMatch& number, Decimal& value) const;
  std::size_t push(std::size_t begin, std::size_t end, FigureKind kind, std::optional<Decimal> value,
                   std::string unit, std::string_view rule, std::vector<FoundFigure>& found) const;
  bool belongs_to_next(std::size_t at, const EntryMatch& currency) const;
  std::size_t tally_end(std::size_t at) const;
  bool is_clock(std::size_t at, const NumberMatch& number) const;
  EntryMatch unit_at(std::size_t at) const;
  std::size_t size_of(std::size_t at) const { return reading_.pieces[at].end - reading_.pieces[at].begin; }

  const Reading& reading_;
};

}  // namespace vraagbaak::analysis
