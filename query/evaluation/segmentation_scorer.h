// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/token.h"
#include "query/evaluation/gold.h"
#include "query/evaluation/report.h"

namespace vraagbaak::query {

using SegmentationSource = std::function<Segmentation(std::string_view text)>;

// Precision, recall and F1 of tokens and sentences after the CoNLL 2018 shared task: a span counts where both
// its ends are the gold's, white space left out of the count of characters. The treebank's sentences are
// joined by one space and, once more, by a line end.
EvaluationReport score_segmentation(const std::vector<TreebankSentence>& gold,
                                    const SegmentationSource& segment);

}  // namespace vraagbaak::query
