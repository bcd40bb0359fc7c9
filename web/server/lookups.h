// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "web/server/http_message.h"
#include "web/server/index_session.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// Carries out the request of `context` on the index and renders the outcome in the format it asks for. A
// Refusal with 400 where something that is needed is missing or a query says nothing, 404 where a document is
// not there. `address`: of this server, "http://localhost:8080". `known_tag`: of what the client has already;
// a picture that is the same is not sent again. `examples` gives questions for the empty page. Throws Error
// where the index cannot be read or the work was interrupted.
std::variant<HttpResponse, Refusal> look_up(const IndexSession& session, const PageContext& context,
                                            std::string_view address, std::string_view known_tag,
                                            const std::function<std::vector<std::string>()>& examples);

}  // namespace vraagbaak::web
