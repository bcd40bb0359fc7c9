// SPDX-License-Identifier: EUPL-1.2
#include "indexer/subject_linker.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/phrases/figure_reading.h"
#include "analysis/phrases/sentence_reading.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::indexer {

using analysis::FigureReading;
using analysis::one_line;
using analysis::PhraseGrammar;
using analysis::SentenceReading;
using analysis::WordExtent;

struct SubjectLinker::Words {
  explicit Words(const analysis::DictionarySource& dictionaries) : grammar(dictionaries) {}
  PhraseGrammar grammar;
};

namespace {

constexpr std::size_t kWindow = 40;  // words to either side of a figure that are looked at
constexpr std::size_t kLongestHeading = 120;
constexpr std::size_t kNearSentences = 2;  // so far back a figure may go on about the same
constexpr std::size_t kMostLevels = 5;     // headings round a figure that are asked for its period

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

// "Tabel 8: steun per provincie" -> "steun per provincie"; "1.2. Budget" -> "Budget".
std::string without_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && colon < 16 && colon + 2 < text.size()) text.remove_prefix(colon + 1);
  while (!text.empty() && std::string_view(" .)-0123456789").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  return one_line(text);
}

bool says_something(std::string_view label) {
  const std::string folded = analysis::normalize(label);
  if (folded.starts_with("totaal") || folded.starts_with("total") || folded.starts_with("algemeen totaal"))
    return false;
  return std::ranges::count_if(folded, [](char c) {
           return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
         }) >= 2;
}

class Linker {
 public:
  Linker(const PhraseGrammar& grammar, Document& document, const Segmentation& segmentation,
         const analysis::FigureFinder& finder)
      : grammar_(grammar), document_(document), segmentation_(segmentation), finder_(finder) {
    for (const Table& table : document.tables) {
      for (const Cell& cell : table.cells) {
        if (!cell.span.empty()) cells_.push_back({cell.span, &table});
      }
    }
    std::ranges::sort(cells_, {}, &CellOf::span);
    for (const Mention& mention : document.names.mentions) {
      if (mention.kind == EntityKind::place)
        places_.emplace(analysis::normalize(mention.span.in(document.text)),
                        one_line(mention.span.in(document.text)));
    }
    for (const QaPair& pair : document.pairs) {
      if (pair.answer != kNone && pair.question != kNone) question_of_.emplace(pair.answer, pair.question);
    }
  }

  void run() {
    std::size_t next = 0;
    const std::vector<Figure>& figures = document_.figures;
    for (const Sentence& sentence : segmentation_.sentences) {
      while (next < figures.size() && figures[next].span.begin < sentence.span.begin) ++next;
      std::size_t end = next;
      while (end < figures.size() && figures[end].span.begin < sentence.span.end) ++end;
      if (end > next) link_sentence(sentence, next, end);
      next = end;
    }
  }

 private:
  struct CellOf {
    ByteSpan span;
    const Table* table;
  };

  // Figures [first, last) stand in the sentence.
  void link_sentence(const Sentence& sentence, std::size_t first, std::size_t last) {
    std::optional<SentenceReading> reading;
    for (std::size_t i = first; i < last; ++i) {
      Figure& figure = document_.figures[i];
      if (is_subjectless(figure)) continue;
      if (const Table* table = table_of(figure)) {
        link_cell(figure, *table);
        continue;
      }
      if (!reading)
        reading.emplace(grammar_, document_.text, segmentation_, sentence, figures_of(first, last));
      link_prose(figure, *reading, sentence, first, last);
    }
  }

  const Table* table_of(const Figure& figure) const {
    if (figure.row.empty() && figure.column.empty()) return nullptr;
    const auto after = std::ranges::upper_bound(cells_, figure.span.begin, {},
                                                [](const CellOf& it) { return it.span.begin; });
    return after == cells_.begin() ? nullptr : std::prev(after)->table;
  }

  void link_cell(Figure& figure, const Table& table) {
    const std::string caption = without_label(table.caption);
    for (const std::string& label : {one_line(figure.row), caption, one_line(figure.column)}) {
      if (!says_something(label) || !period_in(label).empty()) continue;
      figure.subject = label;
      break;
    }
    if (figure.subject.empty() && says_something(caption)) figure.subject = caption;
    for (const std::string* text :
         std::initializer_list<const std::string*>{&figure.column, &figure.row, &table.caption}) {
      if (figure.measure.empty()) figure.measure = grammar_.measures.in_text(*text);
      if (figure.period.empty()) figure.period = period_in(*text);
    }
    for (const std::string* text :
         std::initializer_list<const std::string*>{&figure.row, &figure.column, &table.caption}) {
      if (figure.place.empty()) figure.place = place_in(*text);
    }
  }

  std::span<const Figure> figures_of(std::size_t first, std::size_t last) const {
    return std::span<const Figure>(document_.figures).subspan(first, last - first);
  }

  // What was said of a figure before, for those that go on about the same.
  struct Told {
    const Figure* figure = nullptr;
    std::string head;  // the subject without what belongs to it
    std::size_t sentence = 0;
    std::size_t depth = 0;
  };

  void link_prose(Figure& figure, const SentenceReading& reading, const Sentence& sentence, std::size_t first,
                  std::size_t last) {
    const auto at = reading.extent_of(figure.span);
    if (!at) return;
    const FigureReading said(reading, figure, *at);
    const std::size_t number = number_of(sentence);
    const std::size_t depth = reading.depth_of(at->begin);
    const Told* before = told_before(figure, number, depth, false);
    figure.measure = measure_of(figure, said, before, number);
    figure.period = period_near(figure, said, reading, *at, sentence, first, last);
    figure.place = place_near(figure, reading, *at, sentence);
    link_subject(figure, said, sentence, before);
    if (figure.subject.empty() || said.is_length_of_time()) return;
    const std::string head = heads_.contains(&figure) ? heads_.at(&figure) : figure.subject;
    while (!told_.empty() && told_.back().depth >= depth) told_.pop_back();
    told_.push_back({&figure, head, number, depth});
    heads_.clear();
  }

  void link_subject(Figure& figure, const FigureReading& said, const Sentence& sentence, const Told* before) {
    const analysis::SubjectReading subject = said.subject();
    const bool same_sentence = before != nullptr && before->sentence == number_of(sentence);
    if (!subject.own.empty()) {
      figure.subject = subject.own;
      heads_[&figure] = subject.head;
      if (const std::string topic = fuller_topic(subject, said, sentence); !topic.empty())
        figure.subject = topic;
      return;
    }
    if (subject.under_time) {
      figure.subject = topic_of_list(said, sentence);
      if (!figure.subject.empty()) return;
    }
    const bool goes_on = before != nullptr && (is_comparable(*before->figure, figure) || subject.in_brackets);
    if (goes_on && same_sentence && !subject.has_clause_subject) {
      go_on(figure, subject, *before);
    } else if (!subject.clause.empty() && (subject.has_clause_subject || !goes_on)) {
      figure.subject = subject.clause;
    } else if (goes_on) {
      go_on(figure, subject, *before);
    } else if (!subject.clause.empty()) {
      figure.subject = subject.clause;
    }
    if (!figure.subject.empty() || said.is_length_of_time()) return;
    // "Die was in 2023 goed voor 490 miljoen euro."
    figure.subject = topic_of_sentence_before(sentence);
    if (!figure.subject.empty()) return;
    if (const Mention* name = nearest_mention(figure.span, sentence.span, false)) {
      figure.subject = one_line(name->span.in(document_.text));
    } else {
      figure.subject = heading_over(figure);
    }
  }

  // "… 141 Syriers uit Libanon, 43 uit Turkije": the noun of the one before, with what is added here.
  void go_on(Figure& figure, const analysis::SubjectReading& subject, const Told& before) {
    heads_[&figure] = before.head;
    const bool part = subject.addition.starts_with('(');
    if (part && before.depth > 0) {
      const Told* host = told_before(figure, before.sentence, before.depth, true);
      figure.subject = host != nullptr ? host->figure->subject + " " + subject.addition
                                       : subject.addition.substr(1, subject.addition.size() - 2);
      return;
    }
    figure.subject = subject.addition.empty() ? before.figure->subject
                     : part                   ? before.figure->subject + " " + subject.addition
                                              : before.head + " " + subject.addition;
  }

  static bool is_comparable(const Figure& before, const Figure& figure) {
    if (figure.kind == FigureKind::percentage)
      return before.kind == FigureKind::percentage || before.kind == FigureKind::count;
    if (before.kind != figure.kind) {
      const bool bare = figure.unit.empty() && figure.kind == FigureKind::number;
      return bare && (before.kind == FigureKind::count || before.kind == FigureKind::money);
    }
    return before.unit == figure.unit || figure.unit.empty() || before.unit.empty();
  }

  // Money and money; things counted, and shares of them.
  static bool are_alike(const Figure& before, const Figure& figure) {
    const auto counts = [](const Figure& it) {
      return it.kind == FigureKind::count || it.kind == FigureKind::percentage ||
             it.kind == FigureKind::ratio || (it.kind == FigureKind::number && it.unit.empty());
    };
    return before.kind == figure.kind || (counts(before) && counts(figure));
  }

  // The figure before in this sentence or the one before it, outside deeper brackets; in brackets what stands
  // before them too.
  const Told* told_before(const Figure& figure, std::size_t sentence, std::size_t depth, bool outside) const {
    for (auto told = told_.rbegin(); told != told_.rend(); ++told) {
      if (told->sentence + kNearSentences < sentence) return nullptr;
      const std::string_view between = ByteSpan{told->figure->span.end, figure.span.begin}.in(document_.text);
      if (between.find("\n\n") != std::string_view::npos) return nullptr;
      if (outside ? told->depth < depth : told->depth <= depth) return &*told;
    }
    return nullptr;
  }

  std::string measure_of(const Figure& figure, const FigureReading& said, const Told* before,
                         std::size_t sentence) const {
    analysis::MeasureReading measure = said.measure();
    if (measure.own || before == nullptr || before->sentence != sentence) return measure.measure;
    if (said.is_length_of_time() || !are_alike(*before->figure, figure)) return measure.measure;
    return before->figure->measure.empty() ? measure.measure : before->figure->measure;
  }

  // --- lists

  std::size_t number_of(const Sentence& sentence) const {
    return static_cast<std::size_t>(&sentence - segmentation_.sentences.data());
  }

  // What the lead-in of a list speaks of: in the same sentence, or the last before it that is no item.
  std::string topic_of_list(const FigureReading& said, const Sentence& sentence) {
    if (std::string topic = said.topic_before(); !topic.empty()) return topic;
    constexpr std::size_t kMostItems = 40;
    const std::size_t own = number_of(sentence);
    for (std::size_t i = own; i > 0 && own - i < kMostItems; --i) {
      const Sentence& lead = segmentation_.sentences[i - 1];
      const std::string_view text = lead.span.in(document_.text);
      if (i < own && text.find_first_of("\n") == 0) return {};
      if (is_item(text)) continue;
      return topic_of_sentence(i - 1);
    }
    return {};
  }

  // Of the sentence before in the same paragraph.
  std::string topic_of_sentence_before(const Sentence& sentence) {
    const std::size_t own = number_of(sentence);
    if (own == 0 || is_item(sentence.span.in(document_.text))) return {};
    const std::string_view text = document_.text;
    if (sentence.span.begin > 0 && text.substr(sentence.span.begin - 1).starts_with("\n")) return {};
    return topic_of_sentence(own - 1);
  }

  std::string topic_of_sentence(std::size_t number) {
    const auto known = topics_.find(number);
    if (known != topics_.end()) return known->second;
    const Sentence& lead = segmentation_.sentences[number];
    const SentenceReading reading(grammar_, document_.text, segmentation_, lead, figures_in(lead.span));
    return topics_.emplace(number, analysis::topic_of(reading)).first->second;
  }

  // An item of a list, or a label with its figure.
  static bool is_item(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    if (text.starts_with("-") || text.starts_with("\u2022") || text.starts_with("\u2013") ||
        text.starts_with("*"))
      return true;
    const bool digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
    return digit && text.size() < 40 && text.find(':') != std::string_view::npos;
  }

  // "Het aantal gunstig afgehandelde dossiers: - 33 dossiers in 2010": what the list says of the noun
  // counted.
  std::string fuller_topic(const analysis::SubjectReading& subject, const FigureReading& said,
                           const Sentence& sentence) {
    if (subject.head.empty() || subject.head.find(' ') != std::string::npos) return {};
    // "Het betreft 49 gevallen."
    if (subject.own == subject.head &&
        grammar_.phrases.role_of(analysis::normalize(subject.head)) == analysis::WordRole::empty)
      return topic_of_list(said, sentence);
    const std::string topic =
        is_item(sentence.span.in(document_.text)) ? topic_of_list(said, sentence) : said.topic_before();
    const bool ends_so = topic.size() > subject.head.size() && topic.ends_with(" " + subject.head);
    return ends_so ? topic : "";
  }

  std::span<const Figure> figures_in(ByteSpan span) const {
    const auto first = std::ranges::lower_bound(document_.figures, span.begin, {},
                                                [](const Figure& f) { return f.span.begin; });
    auto last = first;
    while (last != document_.figures.end() && last->span.begin < span.end) ++last;
    return {first, last};
  }

  // --- subject

  std::string heading_over(const Figure& figure) const {
    for (std::size_t section = section_of(figure), level = 0; section != kNone && level < kMostLevels;
         section = parent_of(section), ++level) {
      const Section& it = document_.sections[section];
      if (it.kind != SectionKind::heading && it.kind != SectionKind::table) continue;
      if (it.heading.empty() || it.heading.size() > kLongestHeading) continue;
      std::string heading = without_label(it.heading);
      if (says_something(heading)) return heading;
    }
    return {};
  }

  // --- period

  // Temporal figures that speak of something: not a part of a name or the date of a law, a contract, a letter
  // ("het besluit van 11 december 2013").
  bool is_time(const Figure& figure) const {
    if (!is_temporal(figure.kind) || period_of(figure).empty()) return false;
    return mention_over(figure.span) == nullptr && !is_date_of_document(figure) && !is_session(figure) &&
           !ends_name(figure);
  }

  // "Horizon 2020", "Barometer 2016": a year right behind a word in capitals.
  bool ends_name(const Figure& figure) const {
    if (figure.kind != FigureKind::year || figure.span.begin < 2) return false;
    std::string_view before = std::string_view(document_.text).substr(0, figure.span.begin);
    if (before.back() != ' ') return false;
    before.remove_suffix(1);
    const std::string_view word = before.substr(before.find_last_of(" \n\t(") + 1);
    if (word.empty() || word.front() < 'A' || word.front() > 'Z') return false;
    return grammar_.phrases.role_of(analysis::normalize(word)) == analysis::WordRole::noun;
  }

  bool is_date_of_document(const Figure& figure) const {
    if (figure.kind != FigureKind::date || !figure.date || figure.date->day == 0) return false;
    std::string_view before = std::string_view(document_.text).substr(0, figure.span.begin);
    if (before.size() > 64) before.remove_prefix(before.size() - 64);
    return before.ends_with(" van ") || before.ends_with(" dd. ") || before.ends_with(" d.d. ");
  }

  // "2016-2017, nr. 103": the years of a session, with the number of a document behind.
  bool is_session(const Figure& figure) const {
    if (figure.kind != FigureKind::period) return false;
    const std::size_t next = static_cast<std::size_t>(&figure - document_.figures.data()) + 1;
    return next < document_.figures.size() && document_.figures[next].kind == FigureKind::ordinal_ref &&
           document_.figures[next].span.begin < figure.span.end + 12;
  }

  std::string period_near(const Figure& figure, const FigureReading& said, const SentenceReading& reading,
                          WordExtent at, const Sentence& sentence, std::size_t first,
                          std::size_t last) const {
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
    if (auto paragraph = period_before(figure, sentence, first); !paragraph.empty()) return paragraph;
    return period_round(figure);
  }

  // "100 ha, waarvan een kwart in 2025 klaar is"
  bool is_of_next_part(const Figure& figure, const Figure& time) const {
    const std::string_view between = ByteSpan{figure.span.end, time.span.begin}.in(document_.text);
    return between.find(" waarvan ") != std::string_view::npos ||
           between.find(" terwijl ") != std::string_view::npos || between.find(';') != std::string_view::npos;
  }

  // "12 % meer dan in 2015", "tegenover 2015": the time of another figure.
  bool is_compared_with(std::size_t at) const {
    std::string_view before = std::string_view(document_.text).substr(0, at);
    for (const std::string_view between : {std::string_view(" "), std::string_view("in")}) {
      if (before.ends_with(between)) before.remove_suffix(between.size());
    }
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before.ends_with(" dan") || before.ends_with(" tegenover") || before.ends_with("vergelijking met");
  }

  // The time of the sentence before, where this one goes on about the same: it has no figures but times, or
  // its last figure is one of the same kind.
  std::string period_before(const Figure& figure, const Sentence& sentence, std::size_t first) const {
    constexpr std::size_t kMostWithoutFigures = 2;
    if (first == 0) return {};
    std::size_t number = number_of(sentence);
    for (std::size_t back = 0; number > 0 && back < kMostWithoutFigures; ++back, --number) {
      if (segmentation_.sentences[number - 1].span.begin <= document_.figures[first - 1].span.begin) break;
    }
    if (number == 0) return {};
    const ByteSpan lead = segmentation_.sentences[number - 1].span;
    const std::string_view between = ByteSpan{lead.begin, sentence.span.begin}.in(document_.text);
    if (between.find("\n\n") != std::string_view::npos) return {};
    const Figure* quantity = nullptr;
    const Figure* time = nullptr;
    for (std::size_t i = first; i > 0; --i) {
      const Figure& it = document_.figures[i - 1];
      if (it.span.begin < lead.begin) break;
      if (!is_subjectless(it) && quantity == nullptr) quantity = &it;
      if (is_time(it) && time == nullptr) time = &it;
    }
    if (quantity != nullptr) return are_alike(*quantity, figure) ? quantity->period : "";
    return time != nullptr ? period_of(*time) : "";
  }

  // What the question that is answered, the headings or the title say, where they say one time only.
  std::string period_round(const Figure& figure) const {
    for (std::size_t section = section_of(figure), level = 0; section != kNone && level < kMostLevels;
         section = parent_of(section), ++level) {
      const auto known = section_periods_.find(section);
      const std::string period =
          known != section_periods_.end()
              ? known->second
              : section_periods_.emplace(section, section_period(section)).first->second;
      if (!period.empty()) return period;
    }
    // A day in the title is the day of the document.
    const std::string period = period_in(document_.metadata.title);
    return period.find('-') == period.rfind('-') || period.find('/') != std::string::npos ? period : "";
  }

  std::string section_period(std::size_t section) const {
    const Section& it = document_.sections[section];
    if (it.kind == SectionKind::heading && it.heading.size() <= kLongestHeading) {
      if (auto period = period_in(it.heading); !period.empty()) return period;
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
  std::string period_in(const std::string& text) const {
    if (text.find_first_of("0123456789") == std::string::npos) return {};
    const auto known = text_periods_.find(text);
    if (known != text_periods_.end()) return known->second;
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
    return text_periods_.emplace(text, only).first->second;
  }

  // --- place

  std::string place_near(const Figure& figure, const SentenceReading& reading, WordExtent at,
                         const Sentence& sentence) const {
    // Its own clause first; of the rest of the sentence what stands before it.
    const Mention* place = nearest_mention(figure.span, reading.clause_round(at), true);
    if (place == nullptr && reading.depth_of(at.begin) > 0)
      place = nearest_mention(figure.span, {bracket_host(figure.span), figure.span.begin}, true);
    if (place == nullptr)
      place = nearest_mention(figure.span, {sentence.span.begin, figure.span.begin}, true);
    if (place != nullptr) return one_line(place->span.in(document_.text));
    for (std::size_t section = section_of(figure), level = 0; section != kNone && level < 2;
         section = parent_of(section), ++level) {
      const Section& it = document_.sections[section];
      if (it.kind != SectionKind::heading || it.heading.size() > kLongestHeading) continue;
      if (auto named = place_in(it.heading); !named.empty()) return named;
    }
    return {};
  }

  // A place of the document that a label names in whole words.
  std::string place_in(const std::string& text) const {
    constexpr std::size_t kMostWords = 4;  // "Sint-Pieters-Leeuw", "Brussels Hoofdstedelijk Gewest"
    if (places_.empty() || text.empty()) return {};
    const std::string folded = analysis::normalize(text);
    std::vector<ByteSpan> words;
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find_first_of(" ,;:()/", at), folded.size());
      if (end > at) words.push_back({at, end});
      at = end + 1;
    }
    for (std::size_t i = 0; i < words.size() && i < 24; ++i) {
      for (std::size_t count = std::min(kMostWords, words.size() - i); count > 0; --count) {
        const auto found =
            places_.find(folded.substr(words[i].begin, words[i + count - 1].end - words[i].begin));
        if (found != places_.end()) return found->second;
      }
    }
    return {};
  }

  // --- names

  const Mention* mention_over(ByteSpan span) const {
    const std::vector<Mention>& mentions = document_.names.mentions;
    const auto after =
        std::ranges::upper_bound(mentions, span.begin, {}, [](const Mention& m) { return m.span.begin; });
    if (after == mentions.begin()) return nullptr;
    return std::prev(after)->span.contains(span) ? &*std::prev(after) : nullptr;
  }

  // Whether a place says where the figure is: behind a preposition, as a label, or before the figure in
  // brackets
  // ("uit Libanon (298)"), which is then where that figure is and no other. "De Verenigde Staten
  // investeerden" says who.
  bool says_where(ByteSpan place, ByteSpan figure) const {
    const std::string_view text = document_.text;
    const std::string_view behind = text.substr(place.end, 4);
    const bool has_own =
        behind.size() > 2 && behind.starts_with(" (") && behind[2] >= '0' && behind[2] <= '9';
    if (has_own) return figure.begin == place.end + 2;
    if (behind.starts_with(":") || behind.starts_with(" :")) return true;
    // "Oefening - Tinglev, Denemarken;"
    const bool closed =
        behind.empty() || std::string_view(",;.)\n").find(behind.front()) != std::string_view::npos;
    bool determined = false;
    std::size_t at = place.begin;
    for (std::size_t steps = 0; steps < 3 && at > 0; ++steps) {
      std::size_t end = at;
      while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
      std::size_t begin = end;
      while (begin > 0 && end - begin < 32 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
      const std::string word = analysis::normalize(text.substr(begin, end - begin));
      const analysis::WordRole role = grammar_.phrases.role_of(word);
      if (role == analysis::WordRole::preposition || word == "van" || word == "voor" || word == "rond")
        return word != "door" && word != "met";
      const bool passes = role == analysis::WordRole::determiner || word == "en" || word == "of" ||
                          (role == analysis::WordRole::noun && steps == 0) || word.ends_with(",");
      if (steps == 0 && role == analysis::WordRole::determiner) determined = true;
      if (!passes) break;
      at = begin;
    }
    return closed && !determined;
  }

  // Where the words before the bracket that holds the figure begin to count.
  std::size_t bracket_host(ByteSpan figure) const {
    constexpr std::size_t kFurthest = 48;  // bytes
    const std::size_t from = figure.begin > kFurthest ? figure.begin - kFurthest : 0;
    const std::size_t bracket = document_.text.rfind('(', figure.begin);
    if (bracket == std::string::npos || bracket < from) return figure.begin;
    return bracket > kFurthest ? bracket - kFurthest : 0;
  }

  // The mention in `within` that stands nearest to `span`; places alone, or none of them.
  const Mention* nearest_mention(ByteSpan span, ByteSpan within, bool places) const {
    constexpr std::ptrdiff_t kMostMentions = 16;  // to either side
    const std::vector<Mention>& mentions = document_.names.mentions;
    const auto middle =
        std::ranges::lower_bound(mentions, span.begin, {}, [](const Mention& m) { return m.span.begin; });
    const Mention* best = nullptr;
    std::size_t least = 0;
    const auto first = middle - std::min(kMostMentions, middle - mentions.begin());
    const auto last = middle + std::min(kMostMentions, mentions.end() - middle);
    for (auto at = first; at != last; ++at) {
      if (!within.contains(at->span) || (at->kind == EntityKind::place) != places) continue;
      if (places && !says_where(at->span, span)) continue;
      if (!places && at->kind != EntityKind::organisation && at->kind != EntityKind::programme) continue;
      const std::size_t distance = at->span.begin < span.begin
                                       ? span.begin - std::min(span.begin, at->span.end)
                                       : at->span.begin - span.begin;
      if (best == nullptr || distance < least) {
        best = &*at;
        least = distance;
      }
    }
    return best;
  }

  // --- sections

  std::size_t section_of(const Figure& figure) const {
    const auto after = std::ranges::upper_bound(document_.passages, figure.span.begin, {},
                                                [](const Passage& p) { return p.span.begin; });
    return after == document_.passages.begin() ? kNone : std::prev(after)->section;
  }
  std::size_t parent_of(std::size_t section) const {
    const std::size_t parent = document_.sections[section].parent;
    return parent < section ? parent : kNone;
  }

  const PhraseGrammar& grammar_;
  Document& document_;
  const Segmentation& segmentation_;
  const analysis::FigureFinder& finder_;
  std::vector<CellOf> cells_;
  std::unordered_map<std::string, std::string> places_;  // folded as mentioned -> name
  std::map<std::size_t, std::size_t> question_of_;       // answer section -> the question it answers
  std::vector<Told> told_;                               // by depth of brackets, the last of each
  std::unordered_map<const Figure*, std::string> heads_;
  std::unordered_map<std::size_t, std::string> topics_;  // by sentence
  mutable std::unordered_map<std::size_t, std::string> section_periods_;
  mutable std::unordered_map<std::string, std::string> text_periods_;
};

}  // namespace

SubjectLinker::SubjectLinker(const analysis::DictionarySource& dictionaries)
    : words_(std::make_unique<const Words>(dictionaries)) {}
SubjectLinker::~SubjectLinker() = default;
SubjectLinker::SubjectLinker(SubjectLinker&&) noexcept = default;

void SubjectLinker::link(Document& document, const Segmentation& segmentation,
                         const analysis::FigureFinder& finder) const {
  Linker(words_->grammar, document, segmentation, finder).run();
}

}  // namespace vraagbaak::indexer
