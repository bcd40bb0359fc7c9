// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/json_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/readers/html_reader.h"
#include "indexer/readers/qrva_reader.h"
#include "indexer/readers/text_composer.h"

namespace vraagbaak::indexer {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 100;

// The brackets of a text, strings left out: how deep they go.
std::size_t depth_of(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

// A value as plain text: "<br/>" a line end, other tags gone, a list joined by commas.
std::string plain(const Json& value) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (text.find('<') == std::string::npos && text.find('&') == std::string::npos) return text;
    auto page = read_html("<html><body>" + text + "</body></html>", "");
    return page ? std::move(page.value().text) : text;
  }
  if (value.is_array() || value.is_object()) {
    std::string all;
    for (const auto& part : value) {
      const std::string text = plain(part);
      if (text.empty()) continue;
      if (!all.empty()) all += ", ";
      all += text;
    }
    return all;
  }
  if (value.is_null()) return "";
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class Writer {
 public:
  SourceText write(const Json& json) {
    walk(json, "");
    SourceText source = composer_.finish();
    if (source.outline.metadata.title.empty()) source.outline.metadata = std::move(first_);
    return source;
  }

 private:
  void walk(const Json& json, const std::string& key) {
    if (json.is_object()) {
      QrvaFields fields;
      for (const auto& [name, value] : json.items()) {
        if (std::ranges::all_of(name,
                                [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }))
          fields[name] = plain(value);
      }
      if (is_qrva(fields)) {
        SourceText question = write_qrva(fields);
        if (first_.title.empty()) first_ = question.outline.metadata;
        composer_.append(question);
        return;
      }
      for (const auto& [name, value] : json.items()) walk(value, name);
      composer_.end_paragraph();
    } else if (json.is_array()) {
      for (const auto& value : json) walk(value, key);
    } else if (std::string value = plain(json); !value.empty()) {
      if (!key.empty()) composer_.text(key + ": ");
      composer_.text(value);
      composer_.end_line();
    }
  }

  TextComposer composer_;
  Metadata first_;
};

}  // namespace

Result<SourceText> read_json(std::string_view text, std::string_view name) {
  if (depth_of(text) > kDeepest) {
    return Problem{std::string(name), "nests brackets more than a hundred deep",
                   "save it as plain text (.txt)"};
  }
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    return Problem{std::string(name), "is cut off or damaged JSON", "fetch it again, or save it as .txt"};
  }
  return Writer().write(json);
}

}  // namespace vraagbaak::indexer
