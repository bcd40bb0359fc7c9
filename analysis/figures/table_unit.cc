// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/table_unit.h"

#include <algorithm>
#include <string>

#include "analysis/figures/number_reader.h"
#include "analysis/figures/piece_lexer.h"

namespace vraagbaak::analysis {
namespace {

// "x 1.000", "in duizenden", "x 1 miljoen": the power of ten, 0 where it is none.
int power_in(const Decimal& value) {
  int power = 0;
  Decimal rest(1);
  while (rest < value && power < 12) {
    rest = *rest.shifted(1);
    ++power;
  }
  return rest == value ? power : 0;
}

}  // namespace

TableUnit read_table_unit(std::string_view header, const FigureLexicon& lexicon) {
  const PieceList list = cut_pieces(header, lexicon);
  const Reading reading{.text = header, .pieces = list.pieces, .numbers = list.numbers, .lexicon = &lexicon};
  TableUnit result;
  for (std::size_t at = 0; at < list.pieces.size(); ++at) {
    const Piece& piece = list.pieces[at];
    if (const EntryMatch currency = reading.match(at, Category::currency)) {
      result.unit = currency->name;
      result.scale_power += currency->power;
      at = currency.end - 1;
    } else if (const EntryMatch magnitude = reading.match(at, Category::magnitude)) {
      result.scale_power += magnitude->power;
    } else if (const EntryMatch thousands = reading.match(at, Category::vague); thousands && thousands->low) {
      result.scale_power += power_in(*divide(*thousands->low, Decimal(2), 0));
    } else if (reading.has_role(at, Role::times) && reading.is_digits(at + 1)) {
      const auto factor = read_number(reading, at + 1);
      if (!factor) continue;
      result.scale_power += power_in(factor->value);
      at = factor->end - 1;
    } else if (result.unit.empty() && reading.match(at, Category::unit)) {
      const EntryMatch unit = reading.match(at, Category::unit);
      const bool bracketed = at > 0 && (reading.is_symbol(at - 1, '(') || reading.is_symbol(at - 1, '['));
      const bool whole = unit.begin == 0 && unit.end == list.pieces.size();
      const bool after_in = at > 0 && reading.has_role(at - 1, Role::in);
      if (piece.kind == PieceKind::symbol ? unit->detail == "percentage" : bracketed || whole || after_in) {
        result.unit = unit->name;
      }
      at = unit.end - 1;
    } else if (result.unit.empty() && (reading.is_symbol(at, '#') || reading.has_role(at, Role::number_of))) {
      // # projecten, aantal bedrijven
      result.counted = true;
      if (reading.is_word(at + 1)) {
        result.unit = std::string(reading.text_of(at + 1));
        ++at;
      }
    }
  }
  if (result.scale_power > 15) result.scale_power = 0;
  return result;
}

FigureKind kind_of_unit(std::string_view unit, const FigureLexicon& lexicon) {
  const PieceList list = cut_pieces(unit, lexicon);
  if (const EntryMatch currency = lexicon.match(list.pieces, 0, Category::currency);
      currency && currency->name == unit) {
    return FigureKind::money;
  }
  if (const EntryMatch entry = lexicon.match(list.pieces, 0, Category::unit);
      entry && entry.end == list.pieces.size()) {
    if (entry->detail == "percentage") return FigureKind::percentage;
    return entry->detail == "area" ? FigureKind::area : FigureKind::number;
  }
  return unit.empty() ? FigureKind::number : FigureKind::count;
}

}  // namespace vraagbaak::analysis
