// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/answer.h"
#include "query/claim_checker.h"
#include "web/server/index_session.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// The page with the box alone.
std::string write_check_page(const PageContext& context);

// The verdict on one claim, with the evidence and the document beside it.
std::string write_verdict_page(const PageContext& context, const IndexSession& session,
                               const Verdict& verdict);

// A text with each figure marked by its verdict, and the evidence for each beside it.
std::string write_article_page(const PageContext& context, std::string_view text,
                               const std::vector<query::FigureVerdict>& judged);

}  // namespace vraagbaak::web
