// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/answer.h"
#include "web/server/index_session.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// The page with the box alone; the examples are questions of the documents themselves.
std::string write_ask_page(const PageContext& context, const std::vector<std::string>& examples);

// The answer, its proof, and the document beside it.
std::string write_answer_page(const PageContext& context, const IndexSession& session, const Answer& answer);

}  // namespace vraagbaak::web
