// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "query/render/sheet.h"
#include "query/render/style.h"
#include "query/unanswered/unanswered_lister.h"

namespace vraagbaak::query::render {

// One line: kind, label, asker, addressee, date, citation (of the question), answer_citation.
std::string unanswered_line_json(const OpenQuestion& open_question);
std::string unanswered_text(const OpenQuestion& open_question, const Style& style);

const std::vector<std::string>& unanswered_columns();
SheetRow unanswered_row(const OpenQuestion& open_question);

}  // namespace vraagbaak::query::render
