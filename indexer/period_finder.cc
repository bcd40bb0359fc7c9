// SPDX-License-Identifier: EUPL-1.2
#include "indexer/period_finder.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "analysis/text/normalizer.h"
#include "indexer/section_path.h"

namespace vraagbaak::indexer {

using analysis::FigureReading;
using analysis::SentenceReading;
using analysis::WordExtent;

namespace {

constexpr std::size_t kWindow = 40;  // figures to either side that are looked at

}  // namespace

bool is_subjectless(const Figure& figure) {
  return is_temporal(figure.kind) || figure.kind == FigureKind::ordinal_ref;
}

// The time of a temporal figure in ISO 8601; empty where it has no year.
std::string period_of(const Figure& figure) {
  if (figure.date) return figure.date->year != 0 ? figure.date->iso() : "";
  if (figure.from && figure.to && figure.from->year != 0 && figure.to->year != 0)
    return figure.from->iso() + "/" + figure.to->iso();
  const auto& one = figure.from ? figure.from : figure.to;
  return one && one->year != 0 ? one->iso() : "";
}

// Money and money; things counted, and shares of them.
bool are_alike(const Figure& before, const Figure& figure) {
  const auto counts = [](const Figure& it) {
    return it.kind == FigureKind::count || it.kind == FigureKind::percentage ||
           it.kind == FigureKind::ratio || (it.kind == FigureKind::number && it.unit.empty());
  };
  return before.kind == figure.kind || (counts(before) && counts(figure));
}

PeriodFinder::PeriodFinder(const Document& document, const Segmentation& segmentation,
                           const analysis::PhraseGrammar& grammar, const analysis::FigureFinder& finder)
    : document_(document), segmentation_(segmentation), grammar_(grammar), finder_(finder) {
  for (const QaPair& pair : document.pairs) {
    if (pair.answer != kNone && pair.question != kNone) question_of_.emplace(pair.answer, pair.question);
  }
}

// Temporal figures that speak of something: not a part of a name or the date of a law, a contract, a letter
// ("het besluit van 11 december 2013").
bool PeriodFinder::is_time(const Figure& figure) const {
  if (!is_temporal(figure.kind) || period_of(figure).empty()) return false;
  return !is_named(figure.span) && !is_date_of_document(figure) && !is_session(figure) &&
         !ends_name(figure) && !is_deadline(figure);
}

// "voor 1 april 2020": until when something is to be done, not when the figure holds.
bool PeriodFinder::is_deadline(const Figure& figure) const {
  if (figure.kind != FigureKind::date || !figure.date || figure.date->day == 0) return false;
  const std::string_view text = std::string_view(document_.text).substr(0, figure.span.begin);
  return text.ends_with(" voor ") || text.ends_with(" vóór ") || text.ends_with("uiterlijk ") ||
         text.ends_with("uiterlijk op ");
}

// "Horizon 2020", "Barometer 2016", "de Codex Wonen van 2021": a year behind a word with a capital.
bool PeriodFinder::ends_name(const Figure& figure) const {
  if (figure.kind != FigureKind::year || figure.span.begin < 2) return false;
  std::string_view before = std::string_view(document_.text).substr(0, figure.span.begin);
  if (before.back() != ' ') return false;
  if (before.ends_with(" van ")) before.remove_suffix(4);  // "de Codex Wonen van 2021"
  before.remove_suffix(1);
  const std::string_view word = before.substr(before.find_last_of(" \n\t(") + 1);
  if (word.empty() || word.front() < 'A' || word.front() > 'Z') return false;
  return grammar_.phrases.role_of(analysis::normalize(word)) == analysis::WordRole::noun;
}

bool PeriodFinder::is_date_of_document(const Figure& figure) const {
  if (figure.kind != FigureKind::date || !figure.date || figure.date->day == 0) return false;
  std::string_view before = std::string_view(document_.text).substr(0, figure.span.begin);
  if (before.size() > 64) before.remove_prefix(before.size() - 64);
  return before.ends_with(" van ") || before.ends_with(" dd. ") || before.ends_with(" d.d. ");
}

// "2016-2017, nr. 103": the years of a session, with the number of a document behind.
bool PeriodFinder::is_session(const Figure& figure) const {
  if (figure.kind != FigureKind::period) return false;
  const std::size_t next = static_cast<std::size_t>(&figure - document_.figures.data()) + 1;
  return next < document_.figures.size() && document_.figures[next].kind == FigureKind::ordinal_ref &&
         document_.figures[next].span.begin < figure.span.end + 12;
}

std::string PeriodFinder::near(const Figure& figure, const FigureReading& said,
                               const SentenceReading& reading, WordExtent at, const Sentence& sentence,
                               std::size_t first, std::size_t last) {
  const Figure* best = nullptr;
  std::size_t least = 0;
  const bool length_of_time = said.is_length_of_time();
  const std::size_t own = static_cast<std::size_t>(&figure - document_.figures.data());
  const std::size_t from = own > first + kWindow ? own - kWindow : first;
  for (std::size_t i = from; i < last && i < own + kWindow; ++i) {
    const Figure& time = document_.figures[i];
    if (!is_time(time)) continue;
    const auto word = reading.extent_of(time.span);
    if (!word) continue;
    const bool here = reading.clause_of(word->begin) == reading.clause_of(at.begin);
    if (length_of_time && !here) continue;
    // What stands in brackets behind another figure is said of that one.
    if (reading.depth_of(word->begin) > reading.depth_of(at.begin) && !here && i > own + 1) continue;
    // "dit besluit (14 april 2016)"
    const bool outside = reading.depth_of(word->begin) <= reading.depth_of(at.begin);
    if (!outside && time.kind == FigureKind::date && time.date && time.date->day != 0) continue;
    if (i > own && (is_compared_with(time.span.begin) || is_of_next_part(figure, time))) continue;
    // The label of the next item: "…; - 2018: 14 miljoen".
    if (i > own && std::string_view(document_.text).substr(time.span.end).starts_with(":")) break;
    const std::size_t distance = reading.distance(at, *word);
    if (best == nullptr || distance < least) {
      best = &time;
      least = distance;
    }
  }
  if (best != nullptr) return period_of(*best);
  if (length_of_time) return {};
  if (auto paragraph = before(figure, sentence, first); !paragraph.empty()) return paragraph;
  return round(figure);
}

// "100 ha, waarvan een kwart in 2025 klaar is"
bool PeriodFinder::is_of_next_part(const Figure& figure, const Figure& time) const {
  const std::string_view between = ByteSpan{figure.span.end, time.span.begin}.in(document_.text);
  return between.find(" waarvan ") != std::string_view::npos ||
         between.find(" terwijl ") != std::string_view::npos || between.find(';') != std::string_view::npos;
}

// "12 % meer dan in 2015", "tegenover 2015": the time of another figure.
bool PeriodFinder::is_compared_with(std::size_t at) const {
  std::string_view before = std::string_view(document_.text).substr(0, at);
  for (const std::string_view between : {std::string_view(" "), std::string_view("in")}) {
    if (before.ends_with(between)) before.remove_suffix(between.size());
  }
  while (before.ends_with(' ')) before.remove_suffix(1);
  return before.ends_with(" dan") || before.ends_with(" tegenover") || before.ends_with("vergelijking met");
}

// The time of the sentence before, where this one goes on about the same: it has no figures but times, or
// its last figure is one of the same kind.
std::string PeriodFinder::before(const Figure& figure, const Sentence& sentence, std::size_t first) {
  if (lead_.sentence != &sentence || lead_.first != first) lead_ = lead_of(sentence, first);
  if (lead_.quantity != kNone) {
    const Figure& quantity = document_.figures[lead_.quantity];
    return are_alike(quantity, figure) ? quantity.period : "";
  }
  return lead_.time != kNone ? period_of(document_.figures[lead_.time]) : "";
}

PeriodFinder::Lead PeriodFinder::lead_of(const Sentence& sentence, std::size_t first) const {
  constexpr std::size_t kMostWithoutFigures = 2;
  Lead lead{&sentence, first};
  if (first == 0) return lead;
  auto number = static_cast<std::size_t>(&sentence - segmentation_.sentences.data());
  for (std::size_t back = 0; number > 0 && back < kMostWithoutFigures; ++back, --number) {
    if (segmentation_.sentences[number - 1].span.begin <= document_.figures[first - 1].span.begin) break;
  }
  if (number == 0) return lead;
  const std::size_t begin = segmentation_.sentences[number - 1].span.begin;
  const std::string_view between = ByteSpan{begin, sentence.span.begin}.in(document_.text);
  if (between.find("\n\n") != std::string_view::npos) return lead;
  for (std::size_t i = first; i-- > 0 && document_.figures[i].span.begin >= begin;) {
    const Figure& it = document_.figures[i];
    if (!is_subjectless(it)) {
      lead.quantity = i;
      break;
    }
    if (lead.time == kNone && is_time(it)) lead.time = i;
  }
  return lead;
}

// What the question that is answered, the headings or the title say, where they say one time only.
std::string PeriodFinder::round(const Figure& figure) {
  for (std::size_t section = section_at(document_, figure.span.begin), level = 0;
       section != kNone && level < kMostLevels; section = parent_of(document_, section), ++level) {
    const auto known = of_sections_.find(section);
    const std::string period = known != of_sections_.end()
                                   ? known->second
                                   : of_sections_.emplace(section, of_section(section)).first->second;
    if (!period.empty()) return period;
  }
  // A day in the title is the day of the document.
  const std::string period = in(document_.metadata.title);
  return period.find('-') == period.rfind('-') || period.find('/') != std::string::npos ? period : "";
}

std::string PeriodFinder::of_section(std::size_t section) {
  const Section& it = document_.sections[section];
  if (it.kind == SectionKind::heading && it.heading.size() <= kLongestHeading) {
    if (auto period = in(it.heading); !period.empty()) return period;
  }
  const auto question = question_of_.find(section);
  if (question == question_of_.end()) return {};
  const ByteSpan span = document_.sections[question->second].span;
  std::string only;
  const auto begin = std::ranges::lower_bound(document_.figures, span.begin, {},
                                              [](const Figure& f) { return f.span.begin; });
  for (auto at = begin; at != document_.figures.end() && at->span.begin < span.end; ++at) {
    if (!is_time(*at)) continue;
    const std::string period = period_of(*at);
    if (!only.empty() && only != period) return {};
    only = period;
  }
  return only;
}

// The one time a header, caption or heading names; empty where it names none or several.
std::string PeriodFinder::in(const std::string& text) {
  if (std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; })) return {};
  const auto known = of_texts_.find(text);
  if (known != of_texts_.end()) return known->second;
  std::string only;
  for (const Figure& figure : finder_.find(text)) {
    if (!is_temporal(figure.kind)) continue;
    const std::string period = period_of(figure);
    if (!only.empty() && period != only) {
      only.clear();
      break;
    }
    only = period;
  }
  return of_texts_.emplace(text, only).first->second;
}

// Whether it stands within a name.
bool PeriodFinder::is_named(ByteSpan span) const {
  const std::vector<Mention>& mentions = document_.names.mentions;
  const auto after =
      std::ranges::upper_bound(mentions, span.begin, {}, [](const Mention& m) { return m.span.begin; });
  return after != mentions.begin() && std::prev(after)->span.contains(span);
}

}  // namespace vraagbaak::indexer
