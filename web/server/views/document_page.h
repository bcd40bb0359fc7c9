// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "query/whole_document.h"
#include "web/server/index_session.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// A document: what it says of itself, its outline, its text with the cited place and the hits of a query
// marked; or its questions beside their answers. A long document is given in parts, the one with the marked
// place first.
std::string write_document_page(const PageContext& context, const IndexSession& session,
                                const query::WholeDocument& document);

}  // namespace vraagbaak::web
