// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "query/evaluation/document_scorers.h"
#include "query/evaluation/gold.h"
#include "query/evaluation/report.h"

namespace vraagbaak::query {

// What figures are figures of, over the gold's figures that were found with their kind and value:
//   subject, place  right where at least half of the words are shared (F1 of stems, stop words left out), or
//                   where it is the gold's with less behind it: "klachten" of "klachten van reizigers uit
//                   Gent"
//   measure         right where both name one family of nl/measures.tsv, or share a stem
//   period          right where the ISO texts are equal; an open end ("2018/..") is none
// Recall counts what the gold gives; precision counts also what was said where the gold says nothing, save
// for subjects. What the gold gives as "?" is not judged. `subject_words` is the mean of that F1.
EvaluationReport score_subjects(const std::vector<GoldPassage<GoldFigure>>& gold,
                                const DocumentSource& documents,
                                const analysis::DictionarySource& dictionaries);

}  // namespace vraagbaak::query
