// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "query/evaluation/document_scorers.h"
#include "query/evaluation/gold.h"
#include "query/evaluation/report.h"

namespace vraagbaak::query {

// Which names of a document mean the same: over pairs of names that stand in one group. A pair is right where
// both sides have it, spelled alike but for quotes and hyphens; a pair counts against precision only where
// one of its names stands in the gold, for the gold lists the names that have others.
EvaluationReport score_aliases(const std::vector<GoldAliases>& gold, const DocumentSource& documents);

}  // namespace vraagbaak::query
