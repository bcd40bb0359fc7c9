// SPDX-License-Identifier: EUPL-1.2
#include "indexer/subject_linker.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/phrases/figure_reading.h"
#include "analysis/phrases/sentence_reading.h"
#include "analysis/text/normalizer.h"
#include "indexer/period_finder.h"
#include "indexer/place_finder.h"
#include "indexer/topic_finder.h"

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

constexpr std::size_t kNearSentences = 2;  // so far back a figure may go on about the same

class Linker {
 public:
  Linker(const PhraseGrammar& grammar, Document& document, const Segmentation& segmentation,
         const analysis::FigureFinder& finder)
      : grammar_(grammar),
        document_(document),
        segmentation_(segmentation),
        topics_(grammar, document, segmentation),
        periods_(document, segmentation, grammar, finder),
        places_(grammar, document, segmentation) {
    for (const Table& table : document.tables) {
      for (const Cell& cell : table.cells) {
        if (!cell.span.empty()) cells_.push_back({cell.span, &table});
      }
    }
    std::ranges::sort(cells_, {}, &CellOf::span);
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

  // What a header, a row label or a caption says, read once for all cells it stands over.
  struct Label {
    std::string line;  // on one line
    bool says_something = false;
    std::string subject;  // the line without an empty head; empty where it says nothing or a time
    bool is_place = false;
    std::string_view measure;
    std::string period;
    std::string place;
  };
  // What a table is about, for rows that do not say it.
  struct Topic {
    std::string text;
    std::string measure;  // "ingevoerde schapen"
  };

  using Labels = std::unordered_map<std::string, Label>;

  const Label& label_of(const std::string& text) { return entry_of(text, nullptr)->second; }

  // With its text; `last`: that of the cell before, which is mostly the same.
  const Labels::value_type* entry_of(const std::string& text, const Labels::value_type* last) {
    if (last != nullptr && last->first == text) return last;
    const auto known = labels_.find(text);
    return known != labels_.end() ? &*known : &*labels_.emplace(text, read_label(text)).first;
  }

  Label read_label(const std::string& text) {
    Label label;
    label.line = one_line(text);
    label.says_something = says_something(label.line);
    if (label.says_something && periods_.in(label.line).empty())
      label.subject = grammar_.without_empty_head(label.line);
    label.place = places_.in(label.line);
    label.is_place = !label.line.empty() && label.place == label.line;
    if (text != label.line) label.place = places_.in(text);
    label.measure = grammar_.measures.in_text(text);
    label.period = periods_.in(text);
    return label;
  }

  void link_cell(Figure& figure, const Table& table) {
    if (of_cells_.table != &table) {
      of_cells_.table = &table;
      of_cells_.caption = entry_of(table.caption, nullptr);
      of_cells_.title = entry_of(title_of(table), nullptr);
    }
    of_cells_.row = entry_of(figure.row, of_cells_.row);
    const Label& row = of_cells_.row->second;
    const Label& column = label_of(figure.column);
    const Label& caption = of_cells_.caption->second;
    const Label& title = of_cells_.title->second;
    for (const Label* label : {&row, &title, &column}) {
      if (label->subject.empty()) continue;
      figure.subject = label->subject;
      break;
    }
    if (figure.subject.empty() && title.says_something) figure.subject = title.line;
    take_topic_of_table(figure, table, row);
    for (const Label* label : {&column, &row, &caption}) {
      if (figure.measure.empty()) figure.measure = label->measure;
      if (figure.period.empty()) figure.period = label->period;
    }
    for (const Label* label : {&row, &column, &caption}) {
      if (figure.place.empty()) figure.place = label->place;
    }
  }

  // A row that is only a place or a total is about what the caption or the lead-in speaks of: "schapen
  // (Ierland)".
  void take_topic_of_table(Figure& figure, const Table& table, const Label& row) {
    if (!row.is_place && (row.says_something || !figure.subject.empty())) return;
    const Topic& topic = topic_of(table);
    if (topic.text.empty() || topic.text == row.line) return;
    figure.subject = row.is_place ? topic.text + " (" + row.line + ")" : topic.text;
    if (!topic.measure.empty()) figure.measure = topic.measure;
  }

  const Topic& topic_of(const Table& table) {
    const auto known = of_tables_.find(&table);
    if (known != of_tables_.end()) return known->second;
    Topic topic;
    const Label& title = label_of(title_of(table));
    topic.text =
        title.says_something ? grammar_.without_empty_head(thing_of(title.line)) : topics_.of_table(table);
    const std::string first = analysis::normalize(topic.text.substr(0, topic.text.find(' ')));
    const std::string_view measure = grammar_.measures.in_text(first);
    if (grammar_.verbs.is_participle_before_noun(first)) topic.measure = measure.empty() ? first : measure;
    return of_tables_.emplace(&table, std::move(topic)).first->second;
  }

  // The caption without "Tabel 8:".
  const std::string& title_of(const Table& table) {
    const auto known = titles_.find(&table);
    return known != titles_.end() ? known->second
                                  : titles_.emplace(&table, without_label(table.caption)).first->second;
  }

  // "Steun per provincie (in euro)" -> "Steun"
  static std::string thing_of(const std::string& caption) {
    const std::size_t end = std::min({caption.find(" ("), caption.find(" per "), caption.size()});
    return end == 0 ? caption : caption.substr(0, end);
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
    const std::size_t number = topics_.number_of(sentence);
    const std::size_t depth = reading.depth_of(at->begin);
    const Told* before = told_before(figure, number, depth, false);
    figure.measure = measure_of(figure, said, before, number);
    figure.period = periods_.near(figure, said, reading, *at, sentence, first, last);
    figure.place = places_.near(figure, reading, *at, sentence);
    link_subject(figure, said, sentence, before);
    if (figure.subject.empty() || said.is_length_of_time()) return;
    const std::string head = heads_.contains(&figure) ? heads_.at(&figure) : figure.subject;
    while (!told_.empty() && told_.back().depth >= depth) told_.pop_back();
    told_.push_back({&figure, head, number, depth});
    heads_.clear();
  }

  void link_subject(Figure& figure, const FigureReading& said, const Sentence& sentence, const Told* before) {
    const analysis::SubjectReading subject = said.subject();
    const bool same_sentence = before != nullptr && before->sentence == topics_.number_of(sentence);
    if (!subject.own.empty()) {
      figure.subject = subject.own;
      heads_[&figure] = subject.head;
      if (const std::string topic = topics_.fuller(subject, said, sentence); !topic.empty())
        figure.subject = topic;
      return;
    }
    if (subject.under_time) {
      figure.subject = topics_.of_list(said, sentence);
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
    figure.subject = topics_.of_sentence_before(sentence);
    if (!figure.subject.empty()) return;
    figure.subject = topics_.name_near(figure, sentence);
    if (figure.subject.empty()) figure.subject = topics_.heading_over(figure);
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

  const PhraseGrammar& grammar_;
  Document& document_;
  const Segmentation& segmentation_;
  TopicFinder topics_;
  PeriodFinder periods_;
  PlaceFinder places_;
  std::vector<CellOf> cells_;
  Labels labels_;
  struct {
    const Table* table = nullptr;
    const Labels::value_type* caption = nullptr;
    const Labels::value_type* title = nullptr;
    const Labels::value_type* row = nullptr;
  } of_cells_;  // labels of the cell before
  std::unordered_map<const Table*, std::string> titles_;
  std::unordered_map<const Table*, Topic> of_tables_;
  std::vector<Told> told_;  // by depth of brackets, the last of each
  std::unordered_map<const Figure*, std::string> heads_;
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
