// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>

#include "model/answer.h"
#include "web/server/index_session.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// A cited place, and within it what the answer is: code points of the document.
struct ShownPlace {
  Citation citation;
  std::size_t start = 0;
  std::size_t end = 0;
};

// The document beside an answer: the question and the answer that the place stands in, or the text round it,
// with the sentence and the figure marked, and a link to the whole.
void write_reading_pane(HtmlWriter& html, const PageContext& context, const IndexSession& session,
                        const ShownPlace& place);

// The pane alone, as a page: for whoever follows a link to a place beside an answer.
std::string write_pane_page(const PageContext& context, const IndexSession& session, const ShownPlace& place);

}  // namespace vraagbaak::web
