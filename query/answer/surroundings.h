// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "model/figure.h"
#include "query/answer/feature_maker.h"
#include "query/answer/features.h"
#include "query/answer/passage_reading.h"
#include "query/answer/rates.h"

namespace vraagbaak::query {

// What stands round a candidate that the question does not say: the other features count what the question
// says of it, and a sentence that says much besides is more likely of something else.

// Adds `sentence_extra` and `announces`, which every candidate has.
void add_sentence(FeatureVector& features, const PassageReading& reading, ByteSpan sentence);

// Adds the features of the words in its own part of the sentence and of the figures beside it, for a figure
// in running text or a name. Of `place` the span and the sentence are read.
void add_neighbours(FeatureVector& features, const PassageReading& reading, const CandidatePlace& place);

// Adds the features of what a figure is told for each time, for one in running text: `asked` are the rates of
// the question.
void add_rate(FeatureVector& features, const PassageReading& reading, const CandidatePlace& place,
              const RateWords& words, const std::set<std::string>& asked);

// Adds what speaks of a number whatever is asked: `small` and `spelled`. `text` is the figure's.
void add_size(FeatureVector& features, const Figure& figure, std::string_view text);

}  // namespace vraagbaak::query
