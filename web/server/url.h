// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/result.h"

namespace vraagbaak::web {

// Names and values in the order they were sent, decoded.
using Parameters = std::vector<std::pair<std::string, std::string>>;

// A request target, decoded: well-formed UTF-8 without NUL throughout.
struct Target {
  std::string path;  // begins with '/'
  Parameters parameters;
  friend bool operator==(const Target&, const Target&) = default;
};

// Reads "/ask?q=a+b%20c". A Problem where it does not begin with '/', an escape is none, or what it stands
// for is no UTF-8 or holds a NUL. Linear.
Result<Target> parse_target(std::string_view target);

// Reads "a=1&b=2" (application/x-www-form-urlencoded). A Problem as above.
Result<Parameters> parse_parameters(std::string_view text);

// The first value of that name; empty where there is none.
std::string value_of(const Parameters& parameters, std::string_view name);

// Percent-encodes everything but unreserved characters; encode_path() leaves '/' as well.
std::string encode(std::string_view text);
std::string encode_path(std::string_view text);

// "/ask?q=a%20b"; parameters with an empty value are left out.
std::string make_url(std::string_view path, const Parameters& parameters);

}  // namespace vraagbaak::web
