// SPDX-License-Identifier: EUPL-1.2
// What was measured or done of a figure: FigureReading::measure() and what it asks.
#include <algorithm>

#include "analysis/phrases/figure_reading.h"

namespace vraagbaak::analysis {

// A word of nl/measures.tsv of its own clause goes first, then the verb of the clause, then what stands
// further off.
MeasureReading FigureReading::measure() const {
  const bool is_agent = at_.begin > 0 && folded(at_.begin - 1) == "door";  // "een audit door twee bureaus"
  if (is_agent || is_adverbial_time() || is_age()) return {};
  // "ter steun van twee projecten"
  if (const auto group = figure_.kind == FigureKind::count ? before_van() : std::nullopt;
      group && folded(group->end - 1).ends_with("ing"))
    return {folded(group->end - 1), true};
  const MeasureWord* near = nearest_measure();
  const bool here = near != nullptr && sentence_.clause_of(near->word) == sentence_.clause_of(at_.begin) &&
                    (!frame_.subordinate || (near->word >= frame_.begin && near->word < frame_.end));
  if (near != nullptr && near->known && here) return {near->measure, true};
  if (std::string verb = verb_of_clause(); !verb.empty()) return {std::move(verb), true};
  if (near != nullptr && (near->known || near->shape == MeasureWord::Shape::before_noun))
    return {near->measure, here};
  return {measure_of_lead_in(), false};
}

const MeasureWord* FigureReading::nearest_measure() const {
  constexpr std::size_t kFurthest = 22;
  const bool length_of_time = is_length_of_time();
  const MeasureWord* best = nullptr;
  std::size_t least = kFurthest;
  const std::span<const MeasureWord> hits = sentence_.measures();
  const auto from =
      std::ranges::lower_bound(hits, at_.begin > kWindow ? at_.begin - kWindow : 0, {}, &MeasureWord::word);
  // What stands before the colon of a list is asked only where the item says nothing; a label is the item's
  // own.
  std::size_t item = at_.begin;
  while (item > 0 && at_.begin - item < kWindow && folded(item - 1) != ":") --item;
  if (at_.begin - item < 3 || at_.begin - item >= kWindow) item = 0;
  for (const MeasureWord& hit : hits.subspan(static_cast<std::size_t>(from - hits.begin()))) {
    if (hit.word < item) continue;
    if (hit.word > at_.end + kWindow) break;
    // A length of time is seldom measured by a verb of another clause.
    const bool here = sentence_.clause_of(hit.word) == sentence_.clause_of(at_.begin);
    if ((figure_.kind == FigureKind::number || !hit.known) && !here) continue;
    if (sentence_.depth_of(hit.word) > sentence_.depth_of(at_.begin)) continue;
    if (length_of_time && !hit.known) continue;
    if (hit.shape == MeasureWord::Shape::noun && !counts_as_noun_measure(hit)) continue;
    if (hit.shape == MeasureWord::Shape::before_noun && !belongs_to_counted(hit)) continue;
    const bool before = hit.word < at_.begin;
    std::size_t away = sentence_.distance(at_, {hit.word, hit.word + 1}) + (before ? 0 : 1);
    if (hit.shape == MeasureWord::Shape::before_noun) away += 4;
    if (away >= least) continue;
    least = away;
    best = &hit;
  }
  return best;
}

// "zes groepen waarvoor de stad betaalt": of the relative clause behind what is counted, where the main
// clause says nothing or the noun is known already ("de twee plannen die de raad kreeg").
std::string FigureReading::verb_of_clause() const {
  ClauseFrame frame = frame_;
  // What stands in brackets goes with the clause round them.
  const std::size_t depth = sentence_.depth_of(at_.begin);
  if (depth > 0 && !frame.verb) {
    std::size_t open = at_.begin;
    while (open > 0 && at_.begin - open < kWindow && sentence_.depth_of(open - 1) >= depth) --open;
    if (open > 0 && sentence_.depth_of(open - 1) < depth) frame = clause_frame(sentence_, {open - 1, open});
  }
  std::string main = verb_text(sentence_, frame);
  const bool known_noun = at_.begin > 0 && role(at_.begin - 1) == WordRole::determiner;
  if (figure_.kind == FigureKind::count && (main.empty() || known_noun)) {
    const NounPhrase* phrase = phrase_at(skip_range(at_.end));
    if (phrase != nullptr) {
      for (const std::size_t end : {phrase->end, with_complement(phrase->end)}) {
        if (std::string relative = verb_text(sentence_, relative_clause(sentence_, end)); !relative.empty()) {
          main = std::move(relative);
          break;
        }
      }
    }
  }
  for (const MeasureWord& hit : sentence_.measures()) {
    if (hit.known && hit.shape == MeasureWord::Shape::verb &&
        folded(hit.word) == main.substr(0, main.find(' ')))
      return hit.measure;
  }
  return main;
}

// "een subsidie van 5 miljoen", "de uitgaven bedroegen 5 miljoen", "Uitgaven: 5 miljoen": a noun measures
// what stands behind it with nothing but a verb between; behind a preposition it is something else.
bool FigureReading::counts_as_noun_measure(const MeasureWord& measure) const {
  if (measure.word >= at_.begin) return false;
  const NounPhrase* phrase = nullptr;
  for (const NounPhrase& it : sentence_.phrases_from(measure.word)) {
    if (it.begin <= measure.word) phrase = &it;
    break;
  }
  if (phrase == nullptr) return false;
  // The first noun of its phrase is its head: not "realisatie" of "de kost van de realisatie".
  for (std::size_t i = phrase->begin; i < measure.word; ++i) {
    if (role(i) == WordRole::link) return false;
  }
  const bool right_before = at_.begin - phrase->end <= 4 && folded(phrase->end) == "van";
  return right_before || !phrase->before || folded(*phrase->before) == "met";
}

// "73 bevraagde starters"
bool FigureReading::belongs_to_counted(const MeasureWord& measure) const {
  const NounPhrase* phrase = phrase_at(at_.end);
  return phrase != nullptr && measure.word >= phrase->begin && measure.word < phrase->end;
}

// Of the items of a list: what the words before its colon say was done; a word of nl/measures.tsv before
// others.
std::string FigureReading::measure_of_lead_in() const {
  const std::size_t colon = colon_of_list();
  const std::size_t begin = colon > kWindow ? colon - kWindow : 0;
  const MeasureWord* best = nullptr;
  const std::span<const MeasureWord> hits = sentence_.measures();
  const auto from = std::ranges::lower_bound(hits, begin, {}, &MeasureWord::word);
  for (const MeasureWord& hit : hits.subspan(static_cast<std::size_t>(from - hits.begin()))) {
    if (hit.word >= colon) break;
    if (sentence_.depth_of(hit.word) > 0 || hit.shape == MeasureWord::Shape::noun) continue;
    if (!hit.known && hit.shape == MeasureWord::Shape::verb) continue;
    if (best == nullptr || hit.known >= best->known) best = &hit;
  }
  return best == nullptr ? "" : best->measure;
}

}  // namespace vraagbaak::analysis
