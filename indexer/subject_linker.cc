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

#include "analysis/phrases/sentence_reading.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::indexer {

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
constexpr std::size_t kMostLevels = 5;  // headings round a figure that are asked for its period

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

  void link_prose(Figure& figure, const SentenceReading& reading, const Sentence& sentence, std::size_t first,
                  std::size_t last) {
    const auto at = reading.extent_of(figure.span);
    if (!at) return;
    figure.measure = reading.measure_of(figure, *at);
    figure.period = period_near(figure, reading, *at, sentence, first, last);
    figure.place = place_near(figure, reading, *at, sentence);
    figure.subject = reading.subject_of(figure, *at);
    if (!figure.subject.empty() || reading.is_length_of_time(figure)) return;
    if (const Mention* name = nearest_mention(figure.span, sentence.span, false)) {
      figure.subject = one_line(name->span.in(document_.text));
    } else {
      figure.subject = heading_over(figure);
    }
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

  // Temporal figures that speak of something: not the date of a law.
  bool is_time(const Figure& figure) const {
    if (!is_temporal(figure.kind) || period_of(figure).empty()) return false;
    const Mention* mention = mention_over(figure.span);
    return mention == nullptr || mention->kind != EntityKind::legislation;
  }

  std::string period_near(const Figure& figure, const SentenceReading& reading, WordExtent at,
                          const Sentence& sentence, std::size_t first, std::size_t last) const {
    const Figure* best = nullptr;
    std::size_t least = 0;
    const std::size_t own = static_cast<std::size_t>(&figure - document_.figures.data());
    const std::size_t from = own > first + kWindow ? own - kWindow : first;
    for (std::size_t i = from; i < last && i < own + kWindow; ++i) {
      const Figure& time = document_.figures[i];
      if (!is_time(time)) continue;
      const auto word = reading.extent_of(time.span);
      if (!word) continue;
      const std::size_t distance = reading.distance(at, *word);
      if (best == nullptr || distance < least) {
        best = &time;
        least = distance;
      }
    }
    if (best != nullptr) return period_of(*best);
    if (auto paragraph = period_of_paragraph(sentence, first); !paragraph.empty()) return paragraph;
    return period_round(figure);
  }

  // The last time named before in the paragraph.
  std::string period_of_paragraph(const Sentence& sentence, std::size_t first) const {
    constexpr std::size_t kFurthest = 600;  // bytes
    const std::size_t from = sentence.span.begin > kFurthest ? sentence.span.begin - kFurthest : 0;
    const std::string_view text = document_.text;
    const std::size_t blank = text.substr(from, sentence.span.begin - from).rfind("\n\n");
    const std::size_t begin = blank == std::string_view::npos ? from : from + blank;
    for (std::size_t i = first; i > 0 && document_.figures[i - 1].span.begin >= begin; --i) {
      if (is_time(document_.figures[i - 1])) return period_of(document_.figures[i - 1]);
    }
    return {};
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
    return period_in(document_.metadata.title);
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
