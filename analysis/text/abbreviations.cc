// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/abbreviations.h"

#include <algorithm>
#include <array>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::analysis {
namespace {

// No abbreviation is longer; what is longer is not looked up (so a look-up needs no memory of its own).
constexpr std::size_t kLongest = 24;

std::string_view without_full_stop(std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  return word;
}

std::optional<AbbreviationUse> use_from(std::string_view name) {
  if (name == "title") return AbbreviationUse::title;
  if (name == "number") return AbbreviationUse::number;
  if (name == "inner") return AbbreviationUse::inner;
  if (name == "final") return AbbreviationUse::final;
  return std::nullopt;
}

}  // namespace

Abbreviations::Abbreviations(const DictionarySource& dictionaries) {
  const DictionaryFile file(dictionaries, "nl/abbreviations.tsv", {"form", "use"});
  for (const DictionaryRow& row : file) {
    const std::string_view key = without_full_stop(row[0]);
    if (key.empty() || key.size() > kLongest) {
      file.reject(row, "form " + std::string(row[0]) + " is empty or longer than 24 bytes",
                  "write an abbreviation");
    }
    const auto use = use_from(row[1]);
    if (!use) {
      file.reject(row, "unknown use " + std::string(row[1]), "write title, number, inner or final");
    }
    longest_ = std::max(longest_, key.size());
    if (uses_.contains(key))
      file.reject(row, "form " + std::string(row[0]) + " stands there twice", "remove one of the lines");
    uses_.emplace(key, *use);
  }
}

std::optional<AbbreviationUse> Abbreviations::find(std::string_view word) const {
  word = without_full_stop(word);
  if (word.empty() || word.size() > longest_) return std::nullopt;
  const AbbreviationUse* found = uses_.find(word);
  if (found == nullptr && word.front() >= 'A' && word.front() <= 'Z') {
    std::array<char, kLongest> small{};
    std::ranges::copy(word, small.begin());
    small.front() = static_cast<char>(word.front() - 'A' + 'a');
    found = uses_.find(std::string_view(small.data(), word.size()));
  }
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace vraagbaak::analysis
