// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/glossary.h"

#include <map>

#include "analysis/dictionary/built_in.h"
#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

namespace {

constexpr std::string_view kName = "en-nl/glossary.tsv";

// A dictionary in the form that look-ups rely on. A test holds the built-in one to it.
std::string sorted_lines(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, kName, {"english", "dutch"});
  std::map<std::string, std::string_view> rows;
  for (const analysis::DictionaryRow& row : file) {
    if (row[1].empty()) file.reject(row, "there is no Dutch", "add it in the second cell");
    const std::string english = analysis::normalize(row[0]);
    if (!rows.emplace(english, row[1]).second)
      file.reject(row, "\"" + english + "\" is defined twice", "join the lines");
  }
  std::string lines;
  for (const auto& [english, dutch] : rows) lines.append(english).append("\t").append(dutch).append("\n");
  return lines;
}

}  // namespace

Glossary::Glossary(const analysis::DictionarySource& dictionaries) {
  if (analysis::is_built_in(dictionaries, kName)) {
    text_ = dictionaries.text(kName);
  } else {
    own_ = sorted_lines(dictionaries);
    text_ = own_;
  }
}

std::optional<Glossary::Entry> Glossary::find(std::span<const std::string> words) const {
  std::optional<std::string_view> found;
  std::size_t taken = 0;
  std::string before;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto dutch = look_up(before, words[i])) {
      found = dutch;
      taken = i + 1;
    }
    before += words[i] + ' ';
    if (!lines().has_beginning(before)) break;
  }
  if (!found) return std::nullopt;
  return Entry{taken, split_word_group(*found)};
}

std::optional<std::string_view> Glossary::look_up(const std::string& before, const std::string& last) const {
  for (const std::string& form : english_base_forms(last)) {
    if (const auto dutch = lines().find(before + form)) return dutch;
  }
  return std::nullopt;
}

std::vector<std::string> english_base_forms(std::string_view word) {
  std::vector<std::string> forms{std::string(word)};
  const auto without = [&](std::size_t end, std::string_view add) {
    forms.push_back(std::string(word.substr(0, word.size() - end)) + std::string(add));
  };
  const auto doubled = [&](std::size_t end) {  // "planned" → "plan"
    const std::size_t n = word.size() - end;
    return n >= 3 && word[n - 1] == word[n - 2];
  };
  if (word.ends_with("'s")) without(2, "");
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
    if (word.ends_with("ies")) without(3, "y");
    without(1, "");
    if (word.ends_with("es")) without(2, "");
    if (word.ends_with("ves")) without(3, "f");
  }
  if (word.size() > 4 && word.ends_with("ed")) {
    if (word.ends_with("ied")) without(3, "y");
    without(1, "");
    without(2, "");
    if (doubled(2)) without(3, "");
  }
  if (word.size() > 5 && word.ends_with("ing")) {
    without(3, "");
    without(3, "e");
    if (doubled(3)) without(4, "");
  }
  if (word.size() > 4 && word.ends_with("ly")) without(2, "");
  return forms;
}

}  // namespace vraagbaak::query
