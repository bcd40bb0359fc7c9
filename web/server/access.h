// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/server/http_message.h"

namespace vraagbaak::web {

// Who may ask. Without a token the server listens on the machine itself only.
struct AccessRules {
  std::string host = "127.0.0.1";  // as given with --host
  std::string token;               // empty: none is asked for
};

// True for a name or address of the machine itself: "localhost", "127.0.0.1", "::1".
bool is_loopback(std::string_view host);

// Why the request may not be answered; nullopt where it may.
// - Its Host must be a loopback name or the host the server was given (with any port): so that a page
//   elsewhere, whose name was made to point here, is not answered. With a token any well-formed Host will do.
// - Where there is a token it must come as `Authorization: Bearer TOKEN`, or as the password of Basic, which
//   browsers ask for. Compared in a time that does not tell how much of it was right.
std::optional<Refusal> refuse_access(const HttpRequest& request, const AccessRules& rules);

}  // namespace vraagbaak::web
