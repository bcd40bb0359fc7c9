// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/glossary.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

namespace {

// True for what normalize() leaves as it is, which is nearly every line.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; });
}

}  // namespace

Glossary::Glossary(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, "en-nl/glossary.tsv", {"english", "dutch"});
  for (const analysis::DictionaryRow& row : file) {
    if (row[1].empty()) file.reject(row, "there is no Dutch", "add it in the second cell");
    rows_.push_back(
        {is_plain(row[0]) ? std::string(row[0]) : analysis::normalize(row[0]), std::string(row[1])});
    const std::string& english = rows_.back().english;
    longest_ = std::max(longest_, 1 + static_cast<std::size_t>(std::ranges::count(english, ' ')));
  }
  if (!std::ranges::is_sorted(rows_, {}, &Row::english)) std::ranges::sort(rows_, {}, &Row::english);
  const auto twice = std::ranges::adjacent_find(rows_, {}, &Row::english);
  if (twice == rows_.end()) return;
  for (const analysis::DictionaryRow& row : file) {
    if (analysis::normalize(row[0]) == twice->english)
      file.reject(row, "\"" + twice->english + "\" is defined twice", "join the lines");
  }
}

std::optional<Glossary::Entry> Glossary::find(std::span<const std::string> words) const {
  const Row* found = nullptr;
  std::size_t taken = 0;
  std::string before;
  for (std::size_t i = 0; i < std::min(words.size(), longest_); ++i) {
    if (const Row* row = look_up(before, words[i])) {
      found = row;
      taken = i + 1;
    }
    before += words[i] + ' ';
  }
  if (found == nullptr) return std::nullopt;
  return Entry{taken, split_word_group(found->dutch)};
}

const Glossary::Row* Glossary::look_up(const std::string& before, const std::string& last) const {
  for (const std::string& form : english_base_forms(last)) {
    const std::string english = before + form;
    const auto at = std::ranges::lower_bound(rows_, english, {}, &Row::english);
    if (at != rows_.end() && at->english == english) return &*at;
  }
  return nullptr;
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
