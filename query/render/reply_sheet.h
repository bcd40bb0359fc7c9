// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/answer.h"
#include "query/render/sheet.h"

namespace vraagbaak::query::render {

// Answers, verdicts and passages found as rows of an export. One name a column.

// The answer and then the other stated values; no row where nothing was found.
const std::vector<std::string>& answer_columns();
std::vector<SheetRow> answer_rows(const Answer& answer);

const std::vector<std::string>& verdict_columns();
SheetRow verdict_row(const Verdict& verdict);

// The matches in a snippet stand between ** and **.
const std::vector<std::string>& hit_columns();
SheetRow hit_row(const SearchHit& hit);

}  // namespace vraagbaak::query::render
