// SPDX-License-Identifier: EUPL-1.2
#include "web/server/access.h"

#include <algorithm>
#include <array>

namespace vraagbaak::web {
namespace {

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return lowered;
}

// "[::1]:8080" -> "::1"; empty where it is no host.
std::string host_name(std::string_view host) {
  const bool bracketed = host.starts_with('[');
  const std::size_t end = bracketed ? host.find(']') : std::min(host.find(':'), host.size());
  if (end == std::string_view::npos) return "";
  std::string_view port = host.substr(bracketed ? end + 1 : end);
  if (!port.empty()) {
    if (port.front() != ':') return "";
    port.remove_prefix(1);
    if (!std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; })) return "";
  }
  const std::string name = lower(host.substr(bracketed ? 1 : 0, bracketed ? end - 1 : end));
  const bool plain = std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '_';
  });
  return plain ? name : "";
}

bool is_same_secret(std::string_view a, std::string_view b) {
  unsigned differs = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char other = b.empty() ? '\0' : b[i % b.size()];
    differs |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(other);
  }
  return differs == 0;
}

// RFC 4648; empty on anything else.
std::string decode_base64(std::string_view text) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string decoded;
  unsigned bits = 0;
  int held = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const std::size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) return "";
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
    held += 6;
    if (held >= 8) {
      held -= 8;
      decoded += static_cast<char>(bits >> held & 0xFF);
    }
  }
  return decoded;
}

std::string given_token(std::string_view authorization) {
  const std::size_t space = authorization.find(' ');
  if (space == std::string_view::npos) return "";
  const std::string scheme = lower(authorization.substr(0, space));
  const std::string_view credentials = authorization.substr(space + 1);
  if (scheme == "bearer") return std::string(credentials);
  if (scheme != "basic") return "";
  const std::string pair = decode_base64(credentials);
  const std::size_t colon = pair.find(':');
  return colon == std::string::npos ? "" : pair.substr(colon + 1);
}

}  // namespace

bool is_loopback(std::string_view host) {
  const std::string name = lower(host);
  return name == "localhost" || name == "::1" || name == "[::1]" || name == "127.0.0.1";
}

std::optional<Refusal> refuse_access(const HttpRequest& request, const AccessRules& rules) {
  const std::string host = host_name(request.host);
  if (host.empty())
    return Refusal{400, "bad_host", "Host: is missing or no host: send the name of this server"};
  if (rules.token.empty()) {
    if (is_loopback(host) || host == lower(rules.host)) return std::nullopt;
    return Refusal{421, "wrong_host",
                   "Host: this server answers for localhost only: open it under that name, or start it with "
                   "--host and --token-file"};
  }
  if (is_same_secret(given_token(request.authorization), rules.token)) return std::nullopt;
  return Refusal{401, "token_needed",
                 "Authorization: the token is missing or wrong: send it as Bearer, or as the password"};
}

}  // namespace vraagbaak::web
