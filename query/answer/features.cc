// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/features.h"

namespace vraagbaak::query {

std::string_view to_string(Feature feature) {
  static constexpr std::array<std::string_view, kFeatures> kNames{
      "bias",          "kind",          "kind_first",  "kind_impossible", "clause",       "upto",
      "left",          "right",         "sentence",    "before",          "lead",         "after",
      "passage",       "heading",       "linked",      "title",           "vicinity",     "missing",
      "missing_names", "linked_match",  "title_match", "proximity",       "counted_unit", "counted_near",
      "year_here",     "year_sentence", "year_around", "year_other",      "year_missing", "in_answer",
      "in_question",   "own_question",  "echo",        "early",           "rank",         "rank_first",
      "row",           "column",        "row_extra",   "column_extra",    "caption",      "hedged",
      "bounded",       "whole",         "size",        "list_size",       "cue",          "is_year",
      "bare",          "is_tail",       "outside",     "respective",      "absent",       "heaviest_missing"};
  static_assert(kNames.back() == "heaviest_missing");
  return kNames[static_cast<std::size_t>(feature)];
}

}  // namespace vraagbaak::query
