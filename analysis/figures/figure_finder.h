// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "model/calendar.h"
#include "model/figure.h"

namespace vraagbaak::analysis {

class FigureLexicon;

struct FigureOptions {
  // The day that relative dates (gisteren, vorig jaar) count from, and that dates without a year are
  // completed with. Without it relative dates yield no figure and "30 september" is --09-30. Needs year,
  // month and day.
  std::optional<PartialDate> reference;
};

// What a table says of a cell. All fields may be empty.
struct CellContext {
  std::string unit;           // ISO 4217 code, "%", "ha" …, or the noun counted
  int scale_power = 0;        // 6 for "in miljoen euro", 3 for "x 1.000"
  std::string column_header;  // read for a unit and a scale; what it says goes before the table's
  std::string
      row_header;  // read for what it counts ("Aantal dossiers") or for %, where the column says nothing
};

// The unit and scale that a caption or a header gives: "steun (MEUR)", "in miljoen euro", "Bedrag (x 1.000
// EUR)",
// "# projecten", "Aandeel (%)". Empty where it gives none.
struct TableUnit {
  std::string unit;
  int scale_power = 0;
  bool counted = false;  // "aantal" or "#": the numbers count things, also where `unit` is empty
  friend bool operator==(const TableUnit&, const TableUnit&) = default;
};

// Finds the figures of Dutch text: quantities with their unit, dates and periods, and the numbers that are
// references. Its vocabulary comes from dictionaries/nl (docs/figures.md). Immutable; safe to share between
// threads.
class FigureFinder {
 public:
  // Throws Error where a dictionary is missing or a line of it is wrong. The source is not needed afterwards.
  explicit FigureFinder(const DictionarySource& source);
  ~FigureFinder();
  FigureFinder(FigureFinder&&) noexcept;
  FigureFinder& operator=(FigureFinder&&) noexcept;

  // All figures in `text`, in order, none inside another. Spans count bytes from the start of `text`; values
  // are exact. Never throws on any input; ill-formed UTF-8 yields no figure there. Linear in the text.
  std::vector<Figure> find(std::string_view text, const FigureOptions& options = {}) const;

  // The figures of one table cell. A bare number takes the table's unit and scale: "43,00" with EUR and 6 is
  // 43000000 EUR. Spans count bytes from the start of `cell_text`.
  std::vector<Figure> find_in_cell(std::string_view cell_text, const CellContext& context) const;

  // What a rule (Figure::rule) does, in words; empty for an unknown one. Lives as long as the finder.
  std::string_view explain(std::string_view rule) const;

  // What the text of a caption or header says of the cells below it.
  TableUnit unit_in(std::string_view header) const;

 private:
  std::unique_ptr<const FigureLexicon> lexicon_;
};

}  // namespace vraagbaak::analysis
