// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/figures/figure_scanner.h"
#include "analysis/figures/number_reader.h"

namespace vraagbaak::analysis {

// Numbers that are no quantity: references (vraag nr. 761, artikel 15, list numbers, note marks, law
// numbers), and digits that are no figure at all (telephone, account and box numbers, postcodes, digits in
// names).
class ReferenceReader {
 public:
  explicit ReferenceReader(const Reading& reading) : reading_(reading) {}

  // The piece behind digits that are nothing and begin at `at`; `at` where none do.
  std::size_t skip_nothing(std::size_t at) const;
  // Adds the references that begin at `at`; the piece to go on from, or `at` where none do.
  std::size_t read(std::size_t at, std::vector<FoundFigure>& found) const;

 private:
  std::size_t read_after_word(std::size_t at, std::vector<FoundFigure>& found) const;
  bool is_inline_item(std::size_t at) const;
  std::size_t read_list_numbers(std::size_t at, std::vector<FoundFigure>& found) const;
  bool is_capital_end(std::size_t at) const;
  bool is_list_number(std::size_t at) const;
  bool is_note_mark(std::size_t at) const;
  bool is_item_in_degrees(std::size_t at) const;
  bool is_count_in_brackets(std::size_t at) const;
  std::optional<int> year_at_end(std::size_t at) const;
  std::size_t read_glued_series(std::size_t at, std::vector<FoundFigure>& found) const;
  bool is_clock(const ChainMatch& chain, std::size_t at) const;
  std::size_t code_end(std::size_t at) const;
  std::size_t paper_number_end(std::size_t at) const;
  bool is_name_part(std::size_t at) const;
  std::size_t skip_phone(std::size_t at) const;
  std::size_t add(std::size_t begin, std::size_t end, std::string_view rule,
                  std::vector<FoundFigure>& found) const;
  std::size_t size_of(std::size_t at) const { return reading_.pieces[at].end - reading_.pieces[at].begin; }
  bool starts_line(std::size_t at) const { return reading_.pieces[at].gap >= Gap::line; }
  bool is_capital(std::size_t at) const;

  const Reading& reading_;
};

}  // namespace vraagbaak::analysis
