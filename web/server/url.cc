// SPDX-License-Identifier: EUPL-1.2
#include "web/server/url.h"

#include <algorithm>

#include "analysis/text/utf8.h"

namespace vraagbaak::web {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Result<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0)
        return Problem{"address", "a % is not followed by two hexadecimal digits", "write % itself as %25"};
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (decoded.find('\0') != std::string::npos)
    return Problem{"address", "holds a NUL character", "leave it out"};
  if (analysis::first_ill_formed(decoded))
    return Problem{"address", "is not UTF-8 once decoded", "encode the text as UTF-8"};
  return decoded;
}

std::string encode_except(std::string_view text, std::string_view kept) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kept.find(c) != kept.npos;
    if (plain) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kHex[byte >> 4];
    encoded += kHex[byte & 0xF];
  }
  return encoded;
}

}  // namespace

Result<Target> parse_target(std::string_view target) {
  if (!target.starts_with('/')) return Problem{"address", "does not begin with /", "give a path"};
  target = target.substr(0, target.find('#'));
  const std::size_t mark = target.find('?');
  auto path = decode(target.substr(0, mark), false);
  if (!path) return path.problem();
  Target parsed;
  parsed.path = std::move(path).value();
  if (mark == std::string_view::npos) return parsed;
  auto parameters = parse_parameters(target.substr(mark + 1));
  if (!parameters) return parameters.problem();
  parsed.parameters = std::move(parameters).value();
  return parsed;
}

Result<Parameters> parse_parameters(std::string_view text) {
  Parameters parameters;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decode(pair.substr(0, equals), true);
    if (!name) return name.problem();
    auto value = decode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!value) return value.problem();
    parameters.emplace_back(std::move(name).value(), std::move(value).value());
  }
  return parameters;
}

std::string value_of(const Parameters& parameters, std::string_view name) {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return "";
}

std::string encode(std::string_view text) {
  return encode_except(text, "-._~");
}

std::string encode_path(std::string_view text) {
  return encode_except(text, "-._~/");
}

std::string make_url(std::string_view path, const Parameters& parameters) {
  std::string url = encode_path(path);
  char separator = '?';
  for (const auto& [name, value] : parameters) {
    if (value.empty()) continue;
    url += separator;
    url += encode(name) + "=" + encode(value);
    separator = '&';
  }
  return url;
}

}  // namespace vraagbaak::web
