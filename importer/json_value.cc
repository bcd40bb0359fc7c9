// SPDX-License-Identifier: EUPL-1.2
#include "importer/json_value.h"

#include <charconv>

namespace vraagbaak::importer {
namespace {

// Deeper than this no answer of a service goes; a parser that goes down with it would run out of stack.
constexpr int kDeepest = 100;

}  // namespace

Result<nlohmann::json> parse_json(std::string_view bytes, const std::string& address) {
  bool too_deep = false;
  const auto watch = [&too_deep](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    too_deep = too_deep || depth > kDeepest;
    return !too_deep;
  };
  auto json = nlohmann::json::parse(bytes.begin(), bytes.end(), watch, false);
  if (too_deep || json.is_discarded()) {
    return Problem{address, "answers with what is no JSON", "try again later, or look at it in a browser"};
  }
  return json;
}

std::string text_at(const nlohmann::json& object, const char* key) {
  if (!object.is_object()) return "";
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  return found->is_number() ? found->dump() : "";
}

std::uint64_t number_at(const nlohmann::json& object, const char* key) {
  const std::string text = text_at(object, key);
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : 0;
}

}  // namespace vraagbaak::importer
