// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/document.h"
#include "query/evaluation/gold.h"
#include "query/evaluation/report.h"

namespace vraagbaak::query {

// Gives the analysed document of that file name; asked for once a document and in the order of the gold.
using DocumentSource = std::function<Document(const std::string& name)>;

// A figure is right where it overlaps the gold's and has its kind and value, or its date; kinds that say when
// count as one, as do count and number. References (ordinal_ref) are left out on both sides.
EvaluationReport score_figures(const std::vector<GoldPassage<GoldFigure>>& gold,
                               const DocumentSource& documents);

// A name is right where start, end and label are the gold's.
EvaluationReport score_entities(const std::vector<GoldPassage<GoldEntity>>& gold,
                                const DocumentSource& documents);

// A pair is right where question and answer each overlap the gold's by half: intersection over union of the
// characters that are no white space.
EvaluationReport score_links(const std::vector<GoldLinks>& gold, const DocumentSource& documents);

}  // namespace vraagbaak::query
