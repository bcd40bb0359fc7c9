// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vraagbaak::query {

// What speaks for or against a candidate. Shares are weighted shares of the question's terms, 0–1.
enum class Feature : std::uint8_t {
  bias,             // 1
  kind,             // how likely the question asks for this kind of answer
  kind_first,       // 1: it is the likeliest kind
  kind_impossible,  // 1: the kind is as good as excluded
  clause,           // share of terms in the part of the sentence that speaks of it alone
  repeats,          // share of terms in that part which title or headings say already
  upto,             // share of terms from the beginning of its sentence to the end of that part
  left,      // share of terms between the comparable figure before it (in its sentence) and the candidate
  right,     // … between it and the comparable figure after it
  sentence,  // share of terms in its sentence (or row) but not in left or right
  before,    // further terms in the sentence before
  lead,      // further terms in the sentence that announces the bullets it is one of
  after,     // further terms in the sentence after
  passage,   // further terms in the rest of the passage
  heading,   // further terms in the headings round it
  linked,    // further terms in the linked question
  title,     // further terms in the document's title
  vicinity,  // further terms in the passages round it
  missing,   // share of terms that are nowhere
  missing_names,     // share of names that are nowhere, of all names
  linked_match,      // share of terms in the linked question, whether elsewhere or not
  title_match,       // share of terms in the title, whether elsewhere or not
  proximity,         // share of terms in the sentence, each the less the farther
  counted_unit,      // 1: what it counts is what the question counts
  counted_near,      // 1: … stands within a few words
  year_here,         // 1: the year it is said of is the question's
  year_sentence,     // 1: … in the sentence
  year_around,       // 1: … in passage, headings, linked question or title
  year_other,        // 1: the year it is said of is another
  year_missing,      // 1: the question's year is nowhere
  in_answer,         // 1: stands in an answer
  in_question,       // 1: stands in a question
  own_question,      // 1: in the answer to one numbered question
  echo,              // 1: the same number stands in the question asked
  early,             // 1 in the first sentence of the passage, less after
  rank,              // the passage's score against the best one's
  rank_first,        // 1: in the best passage
  row,               // share of terms in the row's header
  column,            // share of terms in the column's header
  row_extra,         // share of the row header's words that the question does not have
  column_extra,      // … of the column header's words
  caption,           // share of terms in the table's caption
  hedged,            // 1: approximate
  bounded,           // 1: a bound that the question asks for (maximaal), -1: one it does not ask for
  whole,             // 1: "totaal" is asked and stands there; -1: asked and does not
  size,              // number of items, or words of a text, in tens
  list_size,         // 1: as many items as the question says; -1: another number
  cue,               // 1: a word stands there that introduces such an answer ("omdat", "voorzitter")
  is_year,           // 1: the figure is a bare year
  bare,              // 1: a number without a unit
  is_tail,           // 1: a predicate without its subject
  outside,           // 1: outside question and answer, in the head of the document
  respective,        // 1: "respectievelijk" pairs it with what is asked, -1: with something else
  absent,            // weight of the terms that no document has
  heaviest_missing,  // weight of the heaviest term that is nowhere about it
  contrast,       // share of terms that a peer's part has, and neither its own nor what goes before them all
  old_value,      // 1: it is what was before a change ("van 40% naar 30%"), and the question does not ask for
                  // that
  cell,           // share of terms in the row's or the column's header
  row_behind,     // how much more of the question another row's header of the table says
  column_behind,  // … another column's header
  cell_behind,    // … the headers of another cell
  focus,          // like `clause`, by what tells the sentences of the document apart (FocusWeights)
  focus_upto,  // … further terms from the beginning of its sentence on: what is said of the figures before
               // it holds for it too, until something else is said
  focus_sentence,  // … further terms in the sentence
  focus_before,    // … further terms in the sentence before, or the one that announces its bullets
  focus_linked,    // … further terms in the linked question
  focus_near,      // like `proximity`, by focus
  focus_contrast,  // like `contrast`, by focus
  owned,           // share of focus of the terms that speak of this figure of the sentence (LabelOwner)
  disowned,        // … of another one and not of this
  linked_best,     // how well its own numbered question covers the focus, against the best of the document
  definite,        // 1: known already, "de 400 ondernemingen"
  part,            // 1: a part of a figure before it, "waarvan 31"
  total_here,      // 1: called a total, and the question does not ask for one
  unit_said,       // 1: what it counts is said by the question, which counts something else
  unit_other,      // 1: the question counts something that is not what it counts
  period_said,     // share of the question's years that its period has; -1: its period is another
  subject,         // share of focus in what it is a figure of
  measure,         // 1: measured as the question asks ("besteed"), -1: in another way that is known
  place_said,      // 1: of the place that the question names; -1: other figures are, this one is of another
  yearless,        // 1: a day without its year
  clause_extra,    // share of the content words of its part of the sentence that the question does not say
  clause_extra_words,  // … how many they are, in eights, 8 at most
  clause_bare,         // 1: its part of the sentence has no content word
  sentence_extra,      // share of the content words of its sentence that the question does not say
  alone,               // 1: the one figure of its sentence
  first_figure,        // 1: no figure before it in its sentence
  figures_here,        // figures in its sentence, as a logarithm
  bracketed,           // 1: in brackets
  announces,           // 1: its sentence ends in a colon: the whole, of which the parts follow
  repeated,            // how many candidates say the same, as a logarithm
  spelled,             // 1: a number in words
  small,               // 1: a number below ten
  longest_item,        // of a list: words of its longest item, in tens, 2 at most
  name_echo,           // share of the name's words that the question says
  rate_said,           // 1: told for each year, month … or thing, as the question asks it
  rate_other,          // 1: told for each of another than the question asks
  rate_unasked,        // 1: told for each of something, and the question asks for no rate
  size_said,           // of a list: 1: a number before it says how many items it has
  named_items,         // of a list: share of its items that begin with a capital
  item_fit,            // of a list whose items have to be names of one kind: how many are, from -1 to 1
  listed,              // of a name: 1: an item of a list of such names, none of which is the answer alone
  count,
};
inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::count);

std::string_view to_string(Feature feature);

struct FeatureVector {
  std::array<double, kFeatures> value{};

  double operator[](Feature feature) const { return value[static_cast<std::size_t>(feature)]; }
  double& operator[](Feature feature) { return value[static_cast<std::size_t>(feature)]; }
};

}  // namespace vraagbaak::query
