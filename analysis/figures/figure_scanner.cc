// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/figure_scanner.h"

#include <algorithm>
#include <string>
#include <utility>

#include "analysis/figures/date_reader.h"
#include "analysis/figures/quantity_reader.h"
#include "analysis/figures/reference_reader.h"
#include "analysis/figures/relative_dates.h"

namespace vraagbaak::analysis {
namespace {

class Scanner {
 public:
  Scanner(const Reading& reading, const std::optional<PartialDate>& reference,
          std::vector<FoundFigure> reused)
      : reading_(reading),
        reference_(reference),
        references_(reading),
        quantities_(reading),
        found_(std::move(reused)) {
    found_.clear();
  }

  std::vector<FoundFigure> scan() {
    if (read_lone_rank()) return std::move(found_);
    for (std::size_t at = 0; at < reading_.pieces.size();) at = std::max(step(at), at + 1);
    return std::move(found_);
  }

 private:
  // Reads what begins at `at`; the piece to go on from, or `at` where nothing begins there.
  std::size_t step(std::size_t at) {
    const Piece& piece = reading_.pieces[at];
    if (piece.kind != PieceKind::digits && !reading_.lexicon->is_anchor(piece.word, reference_.has_value())) {
      return piece.kind == PieceKind::symbol ? at_symbol(at) : at;
    }
    if (const std::size_t end = references_.skip_nothing(at); end != at) return end;
    if (reference_) {
      // a rank may be a day here (de 20e van volgende maand), so dates come before references
      if (const auto date = read_date(reading_, at, reference_); date && piece.kind != PieceKind::digits) {
        return add_date(*date);
      }
      if (const auto relative = read_relative_date(reading_, at, *reference_)) return add_date(*relative);
    }
    if (const std::size_t end = references_.read(at, found_); end != at) return end;
    if (const auto date = read_date(reading_, at, reference_)) return add_date(*date);
    if (const auto end = quantities_.read(at, found_); end != at) return end;
    if (piece.kind == PieceKind::digits) return std::max(read_chain(reading_, at).end, at + 1);
    return at;
  }

  // A text that is nothing but a rank: "vijfentwintigste". Inside a text a rank in words is no figure.
  bool read_lone_rank() {
    if (reading_.pieces.empty() || reading_.pieces.size() > 8 || reading_.is_digits(0)) return false;
    const auto part = read_number(reading_, 0);  // "een achtste" is a part, "vier miljoenste" is a rank
    if (part && part->end == reading_.pieces.size() && part->value > *Decimal::from_parts(1, 3)) return false;
    const auto rank = read_rank(reading_, 0);
    if (!rank || rank->end != reading_.pieces.size()) return false;
    FoundFigure found{.figure = {}, .begin = 0, .end = rank->end, .noun_end = rank->end};
    found.figure.kind = FigureKind::ordinal_ref;
    found.figure.span = {reading_.pieces.front().begin, reading_.pieces.back().end};
    found.figure.value = rank->value;
    found.figure.rule = "reference.rank";
    found_.push_back(std::move(found));
    return true;
  }

  // Most symbols are marks of the sentence, and begin nothing.
  std::size_t at_symbol(std::size_t at) {
    const Piece& piece = reading_.pieces[at];
    if (piece.symbol != '-' && piece.symbol != '+' && !reading_.lexicon->begins_any(piece.word)) return at;
    const std::size_t end = references_.skip_nothing(at);
    return end != at ? end : quantities_.read(at, found_);
  }

  std::size_t add_date(const DateMatch& date) {
    FoundFigure found{.figure = {}, .begin = date.begin, .end = date.end, .noun_end = date.end};
    Figure& figure = found.figure;
    figure.span = {reading_.pieces[date.begin].begin, reading_.pieces[date.end - 1].end - date.cut};
    figure.rule = std::string(date.rule);
    if (date.to) {
      figure.kind = FigureKind::period;
      figure.from = date.from;
      figure.to = date.to;
    } else {
      figure.date = date.from;
      figure.kind = date.from.month == 0 ? FigureKind::year : FigureKind::date;
      if (date.from.month == 0) figure.value = Decimal(date.from.year);
    }
    const std::size_t span_end = figure.span.end;
    take_days_before(found);
    found_.push_back(std::move(found));
    if (date.cut != 0) {
      FoundFigure mark{.figure = {}, .begin = date.end - 1, .end = date.end, .noun_end = date.end};
      mark.figure.kind = FigureKind::ordinal_ref;
      mark.figure.span = {span_end, span_end + date.cut};
      mark.figure.value = Decimal::parse(mark.figure.span.in(reading_.text));
      mark.figure.rule = "reference.note_mark";
      found_.push_back(std::move(mark));
    }
    return date.end;
  }

  // "op 3, 4 en 5 mei 2019": the numbers before are days of the same month.
  void take_days_before(const FoundFigure& date) {
    const std::optional<PartialDate>& last = date.figure.date;
    if (!last || last->day == 0 || !reading_.is_digits(date.begin)) return;
    PartialDate day = *last;
    std::size_t begin = date.begin;
    for (std::size_t i = found_.size(); i-- > 0; begin = found_[i].begin) {
      FoundFigure& item = found_[i];
      // only "en" or "of" says that the last one is a day too: "op zender 1, 13 november"
      const bool and_or = reading_.has_role(item.end, Role::and_) || reading_.has_role(item.end, Role::or_);
      const bool joined = item.bare && item.end == item.begin + 1 && item.end + 1 == begin &&
                          (and_or || (begin != date.begin && reading_.is_symbol(item.end, ',')));
      if (!joined || !reading_.is_digits(item.begin) || !reading_.is_near(begin) ||
          !(*item.figure.value < Decimal(day.day)) || item.figure.value->is_zero()) {
        return;
      }
      day.day = static_cast<int>(item.figure.value->mantissa());
      item.figure.kind = FigureKind::date;
      item.figure.value.reset();
      item.figure.date = day;
      item.figure.rule = "date.series";
      item.bare = false;
    }
  }

  const Reading& reading_;
  const std::optional<PartialDate>& reference_;
  ReferenceReader references_;
  QuantityReader quantities_;
  std::vector<FoundFigure> found_;
};

}  // namespace

std::vector<FoundFigure> scan_figures(const Reading& reading, const std::optional<PartialDate>& reference,
                                      std::vector<FoundFigure> reused) {
  return Scanner(reading, reference, std::move(reused)).scan();
}

}  // namespace vraagbaak::analysis
