// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vraagbaak::importer {

// A web address (RFC 3986) in the parts that decide whether it may be fetched.
struct Address {
  std::string scheme;  // "http" or "https"
  std::string host;    // in small letters, with ":port" where one is named
  std::string path;    // from the first '/', with the query: "/sru?query=…"; "/" where there is none
  friend bool operator==(const Address&, const Address&) = default;
};

// nullopt: no address of the web: another scheme, user and password in it, bytes that have no place there.
std::optional<Address> parse_address(std::string_view text);
std::string to_string(const Address& address);

// `text` for use inside a path or a query: all but letters, digits and -._~ as %XX. Any bytes.
std::string percent_encoded(std::string_view text);

}  // namespace vraagbaak::importer
