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

// Long texts are read in blocks of about this many bytes, which stay in the processor's cache. A block ends
// with a paragraph, since no figure or hedge reaches over a blank line.
constexpr std::size_t kBlockSize = 32 * 1024;

std::size_t block_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kBlockSize) return text.size();
  const std::size_t blank_line = text.find("\n\n", begin + kBlockSize);
  return blank_line == std::string_view::npos ? text.size() : blank_line + 2;
}

// What a thread reads figures with, used again from text to text.
struct Workspace {
  PieceList list;
  std::vector<FoundFigure> found;

  // Of a text beyond all measure nothing is kept.
  void shed() {
    constexpr std::size_t kMostKept = 4 * kBlockSize;  // pieces, and figures
    if (list.pieces.capacity() > kMostKept) list = {};
    if (found.capacity() > kMostKept / 8) found = {};
  }
};

Workspace& workspace() {
  thread_local Workspace own;
  own.shed();
  return own;
}

// The figures of a block, in the workspace.
std::vector<FoundFigure>& find_in_block(std::string_view text, const FigureLexicon& lexicon,
                                        const std::optional<PartialDate>& reference, Workspace& work) {
  work.list = cut_pieces(text, lexicon, std::move(work.list));
  const Reading reading{
      .text = text, .pieces = work.list.pieces, .numbers = work.list.numbers, .lexicon = &lexicon};
  work.found = scan_figures(reading, reference, std::move(work.found));
  apply_hedges(reading, work.found);
  return work.found;
}

// The unit of a cell's bare numbers: its column's, else its row's, else the table's. A column that repeats
// the table's unit keeps the table's scale.
TableUnit unit_of_cell(const CellContext& context, const FigureLexicon& lexicon) {
  const TableUnit table{.unit = context.unit, .scale_power = context.scale_power};
  TableUnit column = read_table_unit(context.column_header, lexicon);
  if (column.counted || (!column.unit.empty() && column.unit != table.unit)) return column;
  if (!column.unit.empty()) {
    if (column.scale_power == 0) column.scale_power = table.scale_power;
    return column;
  }
  const TableUnit row = read_table_unit(context.row_header, lexicon);
  if (row.counted || (row.unit == "%" && context.unit != "%")) return row;
  return table.unit.empty() && table.scale_power == 0 ? column : table;
}

// Gives a bare number of a cell the table's unit.
void apply_context(Figure& figure, const TableUnit& context, const FigureLexicon& lexicon) {
  const auto value = figure.value ? figure.value->shifted(context.scale_power) : std::nullopt;
  if (!value) return;
  figure.value = *value;
  figure.date.reset();
  figure.unit = context.unit;
  figure.kind = context.counted ? FigureKind::count : kind_of_unit(context.unit, lexicon);
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
  std::vector<Figure> figures;
  Workspace& work = workspace();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = block_end(text, begin);
    std::vector<FoundFigure>& found =
        find_in_block(text.substr(begin, end - begin), *lexicon_, reference, work);
    if (end == text.size()) figures.reserve(figures.size() + found.size());
    for (FoundFigure& item : found) {
      item.figure.span.begin += begin;
      item.figure.span.end += begin;
      figures.push_back(std::move(item.figure));
    }
    begin = end;
  }
  return figures;
}

std::vector<Figure> FigureFinder::find_in_cell(std::string_view cell_text, const CellContext& context) const {
  std::vector<FoundFigure>& found = find_in_block(cell_text, *lexicon_, std::nullopt, workspace());
  const TableUnit unit = unit_of_cell(context, *lexicon_);
  // "2000" under "steun (MEUR)" is an amount; "2019" under "jaar" has no unit and stays a year
  const bool lone = found.size() == 1;
  std::vector<Figure> figures;
  figures.reserve(found.size());
  for (FoundFigure& item : found) {
    const bool bare = item.bare || (lone && item.figure.kind == FigureKind::year);
    if (bare && unit != TableUnit{}) apply_context(item.figure, unit, *lexicon_);
    figures.push_back(std::move(item.figure));
  }
  return figures;
}

std::string_view FigureFinder::explain(std::string_view rule) const {
  return lexicon_->explain(rule);
}

TableUnit FigureFinder::unit_in(std::string_view header) const {
  return read_table_unit(header, *lexicon_);
}

}  // namespace vraagbaak::analysis
