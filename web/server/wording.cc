// SPDX-License-Identifier: EUPL-1.2
#include "web/server/wording.h"

#include <algorithm>
#include <charconv>

#include "analysis/dictionary/dictionary_file.h"
#include "query/claim/verdict_words.h"

namespace vraagbaak::web {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// "en;q=0.8" -> 0.8; 1 where it says nothing.
double quality(std::string_view entry) {
  const std::size_t at = entry.find("q=");
  double value = 1;
  if (at != std::string_view::npos)
    std::from_chars(entry.data() + at + 2, entry.data() + entry.size(), value);
  return value;
}

}  // namespace

Wording::Wording(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, "interface/messages.tsv", {"key", "nl", "en"});
  for (const analysis::DictionaryRow& row : file) {
    if (row[1].empty() || row[2].empty()) file.reject(row, "a language is missing", "fill in both columns");
    messages_[std::string(row[0])] = {std::string(row[1]), std::string(row[2])};
  }
}

std::string Wording::say(std::string_view language, std::string_view key,
                         std::initializer_list<std::string_view> fillings) const {
  const auto found = messages_.find(key);
  if (found == messages_.end()) return std::string(key);
  return query::filled_in(language == "en" ? found->second.english : found->second.dutch, fillings);
}

std::string_view preferred_language(std::string_view accept_language) {
  double dutch = 0;
  double english = 0;
  while (!accept_language.empty()) {
    const std::size_t comma = std::min(accept_language.find(','), accept_language.size());
    const std::string_view entry = trimmed(accept_language.substr(0, comma));
    accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
    if (entry.starts_with("nl")) dutch = std::max(dutch, quality(entry));
    if (entry.starts_with("en")) english = std::max(english, quality(entry));
  }
  return english > dutch ? "en" : "nl";
}

}  // namespace vraagbaak::web
