// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/figure_finder.h"

#include <algorithm>
#include <utility>

#include "analysis/figures/figure_lexicon.h"
#include "analysis/figures/figure_scanner.h"
#include "analysis/figures/piece_lexer.h"
#include "analysis/figures/table_unit.h"

namespace vraagbaak::analysis {
namespace {

std::vector<FoundFigure> find_pieces(std::string_view text, const FigureLexicon& lexicon,
                                     const std::optional<PartialDate>& reference) {
  const PieceList list = cut_pieces(text, lexicon);
  const Reading reading{.text = text, .pieces = list.pieces, .numbers = list.numbers, .lexicon = &lexicon};
  auto found = scan_figures(reading, reference);
  apply_hedges(reading, found);
  return found;
}

std::vector<Figure> take_figures(std::vector<FoundFigure> found) {
  std::vector<Figure> figures;
  figures.reserve(found.size());
  for (FoundFigure& item : found) figures.push_back(std::move(item.figure));
  return figures;
}

// Gives a bare number of a cell the table's unit.
void apply_context(Figure& figure, const TableUnit& context, const FigureLexicon& lexicon) {
  const auto value = figure.value ? figure.value->shifted(context.scale_power) : std::nullopt;
  if (!value) return;
  figure.value = *value;
  figure.date.reset();
  figure.unit = context.unit;
  figure.kind = kind_of_unit(context.unit, lexicon);
  figure.rule = "cell.table_unit";
}

}  // namespace

FigureFinder::FigureFinder(const DictionarySource& source)
    : lexicon_(std::make_unique<const FigureLexicon>(source)) {}
FigureFinder::~FigureFinder() = default;
FigureFinder::FigureFinder(FigureFinder&&) noexcept = default;
FigureFinder& FigureFinder::operator=(FigureFinder&&) noexcept = default;

std::vector<Figure> FigureFinder::find(std::string_view text, const FigureOptions& options) const {
  std::optional<PartialDate> reference = options.reference;
  if (reference && (!reference->is_valid() || reference->year == 0 || reference->day == 0)) reference.reset();
  return take_figures(find_pieces(text, *lexicon_, reference));
}

std::vector<Figure> FigureFinder::find_in_cell(std::string_view cell_text, const CellContext& context) const {
  auto found = find_pieces(cell_text, *lexicon_, std::nullopt);
  TableUnit unit{.unit = context.unit, .scale_power = context.scale_power};
  if (unit == TableUnit{}) unit = unit_in(context.column_header);
  if (unit == TableUnit{}) return take_figures(std::move(found));
  // "2000" under "steun (MEUR)" is an amount; "2019" under "jaar" has no unit and stays a year
  const bool lone = found.size() == 1;
  for (FoundFigure& item : found) {
    const FigureKind kind = item.figure.kind;
    if (item.bare || (lone && kind == FigureKind::year)) apply_context(item.figure, unit, *lexicon_);
  }
  return take_figures(std::move(found));
}

TableUnit FigureFinder::unit_in(std::string_view header) const {
  return read_table_unit(header, *lexicon_);
}

}  // namespace vraagbaak::analysis
