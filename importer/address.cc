// SPDX-License-Identifier: EUPL-1.2
#include "importer/address.h"

#include <algorithm>

namespace vraagbaak::importer {
namespace {

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_host(std::string_view host) {
  static constexpr std::string_view kMarks = "-.:[]_";  // brackets: IPv6
  return !host.empty() && std::ranges::all_of(host, [](char c) {
    return is_letter_or_digit(c) || kMarks.find(c) != std::string_view::npos;
  });
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  Address address;
  address.scheme = small(text.substr(0, colon));
  if (address.scheme != "http" && address.scheme != "https") return std::nullopt;
  const std::string_view rest = text.substr(colon + 3);
  const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
  address.host = small(rest.substr(0, end));
  if (!is_host(address.host)) return std::nullopt;
  const std::string_view path = rest.substr(end, rest.find('#', end) - end);
  if (!path.starts_with('/')) address.path = '/';
  address.path += path;
  const bool is_clean = std::ranges::all_of(
      address.path, [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7F'; });
  if (!is_clean) return std::nullopt;
  return address;
}

std::string to_string(const Address& address) {
  return address.scheme + "://" + address.host + address.path;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 0x0FU]};
    }
  }
  return out;
}

}  // namespace vraagbaak::importer
