// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/dictionary/sorted_lines.h"

namespace vraagbaak::query {

// English words and phrases and how Dutch documents say them, from dictionaries/en-nl/glossary.tsv.
// Immutable; safe to share between threads.
class Glossary {
 public:
  // Throws Error where the dictionary is broken.
  explicit Glossary(const analysis::DictionarySource& dictionaries);
  Glossary(const Glossary&) = delete;
  Glossary& operator=(const Glossary&) = delete;

  struct Entry {
    std::size_t words = 0;           // how many English words it takes
    std::vector<std::string> dutch;  // normalized words or phrases, the likeliest first
  };
  // The longest entry that begins at words[0]; words are normalized English. The last word of an entry may be
  // a plural or a verb form ("applications", "granted"). nullopt where there is none.
  std::optional<Entry> find(std::span<const std::string> words) const;

 private:
  // The Dutch of an entry.
  std::optional<std::string_view> look_up(const std::string& before, const std::string& last) const;
  analysis::SortedLines lines() const { return analysis::SortedLines(text_); }

  // Lines "english<tab>dutch", normalized and sorted: those of the binary as they stand, as a question needs
  // few of many thousands; of a dictionary laid over them what was made of it.
  std::string own_;
  std::string_view text_;
};

// The forms a dictionary may list `word` under, itself first: without plural, -ed, -ing ("policies" →
// "policy").
std::vector<std::string> english_base_forms(std::string_view word);

}  // namespace vraagbaak::query
