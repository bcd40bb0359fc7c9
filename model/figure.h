// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/byte_span.h"
#include "model/calendar.h"
#include "model/decimal.h"

namespace vraagbaak {

// What a figure measures. Enumerators as they print in JSON.
enum class FigureKind : std::uint8_t {
  money,       // unit: ISO 4217 code
  percentage,  // unit: "%" or "procentpunt"
  count,       // things counted; unit: the head noun
  number,  // a duration, age, length, weight …; unit as the text has it; or a bare number without a unit
  date,    // `date`, as precise as the text: a month or a day
  year,    // `date` = "2022", value = 2022
  period,  // `from` and `to`, both inclusive
  area,    // unit: ha, m2, km2 …
  ratio,   // "1 op de 3", "50/50", "111,0 per 1.000 inwoners"
  ordinal_ref,  // no quantity: question number, article, footnote mark, law number, rank
};

// An open side of a figure: `min` after minstens, meer dan, vanaf …, `max` after maximaal, tot, minder dan …
enum class FigureBound : std::uint8_t { none, min, max };

// One figure in a text: a quantity (value + unit) or a date, where it stands and what it is said of.
struct Figure {
  FigureKind kind = FigureKind::count;
  ByteSpan span;  // sign, currency, % and unit symbol included; not the noun counted, `ca.` or `tot`
  std::optional<Decimal> value;  // exact, scale words and table scale applied: "2,5 miljoen" = 2500000
  std::string unit;
  std::optional<PartialDate> date;
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  bool approx = false;  // after ca., ongeveer, ruim, bijna …
  FigureBound bound = FigureBound::none;
  std::optional<Decimal>
      low;  // the interval a hedge or bound stands for ("ruim 43 miljoen" = 43–45 million);
  std::optional<Decimal> high;  // absent: that side is open, or the figure is not hedged
  std::string row;              // table cell: header text of its row …
  std::string column;           // … and of its column, the upper header first
  std::string subject;          // the noun phrase or name the figure is about, where known
  std::string measure;  // what was measured of it, by its family in nl/measures.tsv: "besteed", "toegekend" …
  std::string period;  // the time it speaks of, ISO 8601: "2016", "2016-12-31", "2017/2021"; not of a figure
                       // that is a time itself
  std::string place;   // the region or municipality it speaks of, as the document names it
  std::string rule;    // the rule that made it, for --explain

  friend bool operator==(const Figure&, const Figure&) = default;
};

// True for date, year and period: such a figure says when, not how much, and its value is not printed.
bool is_temporal(FigureKind kind);

std::string_view to_string(FigureKind kind);
std::optional<FigureKind> figure_kind_from(std::string_view name);
// "min", "max"; empty for none.
std::string_view to_string(FigureBound bound);

}  // namespace vraagbaak
