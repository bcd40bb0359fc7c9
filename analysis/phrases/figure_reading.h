// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analysis/phrases/clause_frame.h"
#include "analysis/phrases/sentence_reading.h"
#include "model/figure.h"

namespace vraagbaak::analysis {

// What a sentence says a figure is about. Texts stand on one line, without article.
struct SubjectReading {
  std::string own;   // a phrase tied to the figure itself; empty where there is none
  std::string head;  // of `own` the noun alone, without what belongs to it: "vluchtelingen"
  std::string
      addition;        // without `own`: what the figure adds to the subject of the one before ("uit Turkije")
  std::string clause;  // without `own`: subject, object or purpose of the clause
  bool has_clause_subject = false;  // `clause` is of the figure's own clause, without a preposition
  bool in_brackets = false;
  bool under_time = false;  // behind a label that is only a time: "- 2011: 166"
};

struct MeasureReading {
  std::string measure;  // a family of nl/measures.tsv or a verb; empty where none is near
  bool own = false;     // of the figure's own clause
};

// Reads what a sentence says of one of its figures. Each question looks at some forty words to either side.
// Three files define it: figure_subject.cc (subject), figure_measure.cc (measure) and figure_reading.cc (what
// both ask).
class FigureReading {
 public:
  // `at` is sentence.extent_of(figure.span). All must outlive the reading.
  FigureReading(const SentenceReading& sentence, const Figure& figure, WordExtent at);

  SubjectReading subject() const;
  MeasureReading measure() const;
  // Five years, ten days: said of a subject or of nothing, so no name or heading stands in for one.
  bool is_length_of_time() const;
  // What the words before the figure speak of; for the items of a list, what its first line speaks of.
  std::string topic_before() const;

 private:
  static constexpr std::size_t kWindow = 40;  // words to either side of the figure that are looked at
  struct Words {                              // [begin, end)
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // figure_subject.cc
  std::optional<Words> own_words(SubjectReading& reading) const;
  Words counted(const NounPhrase& phrase) const;
  std::optional<Words> tied() const;
  std::optional<Words> label() const;
  std::optional<Words> before_bracket() const;
  std::optional<Words> direct() const;
  void read_clause(SubjectReading& reading) const;
  bool counts_times() const;
  std::optional<Words> group_counted() const;
  std::optional<Words> part_of_counted() const;
  bool is_change_only(Words words) const;
  bool is_measure(std::size_t word) const;
  bool is_changed() const;
  std::string having_verb() const;
  std::string owner() const;
  std::string addition() const;

  // figure_measure.cc
  const MeasureWord* nearest_measure() const;
  std::string verb_of_clause() const;
  bool belongs_to_counted(const MeasureWord& measure) const;
  bool counts_as_noun_measure(const MeasureWord& measure) const;
  std::string measure_of_lead_in() const;

  // figure_reading.cc
  bool is_age() const;
  bool is_adverbial_time() const;
  std::optional<Words> before_van() const;
  std::size_t colon_of_list() const;
  std::span<const NounPhrase> phrases_near() const;
  const NounPhrase* phrase_at(std::size_t begin) const;
  const NounPhrase* phrase_to(std::size_t end) const;
  std::size_t with_complement(std::size_t end) const;
  std::size_t with_relative_clause(std::size_t end) const;
  std::size_t skip_range(std::size_t at) const;
  std::size_t skip_asides(std::size_t at) const;
  bool is_stray(const NounPhrase& phrase) const;
  bool begins_with_capital(std::size_t word) const;
  static bool is_complement(std::string_view word);
  static bool is_relative(std::string_view word);
  std::string text_of(Words words) const;
  WordRole role(std::size_t word) const;
  const std::string& folded(std::size_t word) const;

  const SentenceReading& sentence_;
  const Figure& figure_;
  WordExtent at_;
  ClauseFrame frame_;  // the clause of the figure
};

// What a sentence without figures to read speaks of: the lead-in of a list.
std::string topic_of(const SentenceReading& sentence);

}  // namespace vraagbaak::analysis
