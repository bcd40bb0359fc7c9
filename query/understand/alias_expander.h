// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/analyzer.h"
#include "query/understand/question.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Adds to each short name of the question what the documents call the same thing: "EFRO" where a document
// says "Europees Fonds voor Regionale Ontwikkeling (EFRO)". Only names that documents define are added.
void add_aliases(Question& question, const store::IndexReader& reader, const analysis::Analyzer& analyzer);

}  // namespace vraagbaak::query
