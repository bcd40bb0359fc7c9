// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "model/answer.h"
#include "model/result.h"

namespace vraagbaak::query::render {

// The JSON objects of the command line and the HTTP interface, each one line without a line end, keys in a
// fixed order, absent keys left out. Decimal values are strings, offsets code points of the document's text.

// `explain` adds the features of each candidate and what they contributed.
std::string answer_json(const Answer& answer, bool explain = false);
std::string verdict_json(const Verdict& verdict);
// The matches in a snippet stand between ** and **.
std::string search_json(const SearchResult& result);

// For a line of a batch that could not be carried out: {"KEY": input, "error": message}.
std::string problem_json(const std::string& key, const std::string& input, const Problem& problem);

}  // namespace vraagbaak::query::render
