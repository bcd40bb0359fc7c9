// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/audit_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::query {
namespace {

constexpr std::array<std::pair<std::string_view, AuditRole>, 11> kRoles = {{{"total", AuditRole::total},
                                                                            {"subtotal", AuditRole::subtotal},
                                                                            {"unsummed", AuditRole::unsummed},
                                                                            {"part", AuditRole::part},
                                                                            {"nothing", AuditRole::nothing},
                                                                            {"equals", AuditRole::equals},
                                                                            {"makes", AuditRole::makes},
                                                                            {"of_these", AuditRole::of_these},
                                                                            {"whole", AuditRole::whole},
                                                                            {"costs", AuditRole::costs},
                                                                            {"from", AuditRole::from}}};

// Words of a form of the dictionary at most: "totaal generaal", "geraamd op".
constexpr std::size_t kLongestForm = 2;

std::uint32_t bit(AuditRole role) {
  return 1U << static_cast<std::uint32_t>(role);
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + words[i];
  return text;
}

bool is_edge(char c) {
  return std::string_view("()[],;:.*\"'").find(c) != std::string_view::npos;
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = analysis::normalize(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(" \t\r\n", at), folded.size());
    std::string_view word = std::string_view(folded).substr(at, end - at);
    while (!word.empty() && is_edge(word.front())) word.remove_prefix(1);
    while (!word.empty() && is_edge(word.back())) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
    at = end + 1;
  }
  return words;
}

AuditWords::AuditWords(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, "nl/audit-words.tsv", {"form", "role"});
  for (const analysis::DictionaryRow& row : file) {
    const auto* const role = std::ranges::find(kRoles, row[1], [](const auto& known) { return known.first; });
    if (role == kRoles.end()) {
      file.reject(row, "role \"" + std::string(row[1]) + "\" is not known", "use one the header lists");
    }
    const std::string folded = analysis::normalize(row[0]);
    roles_[folded] |= bit(role->second);
    if (role->second == AuditRole::whole) wholes_.push_back(folded);
  }
  std::ranges::sort(wholes_, [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const analysis::DictionaryRow& row : analysis::DictionaryFile(
           dictionaries, "nl/approximators.tsv", {"form", "place", "effect", "low", "high", "source"})) {
    for (std::string& word : folded_words(row[0])) hedges_.insert(std::move(word));
  }
}

bool AuditWords::has_folded(const std::string& folded, AuditRole role) const {
  const auto found = roles_.find(folded);
  return found != roles_.end() && (found->second & bit(role)) != 0;
}

bool AuditWords::has(std::string_view word, AuditRole role) const {
  return has_folded(analysis::normalize(word), role);
}

bool AuditWords::any(std::string_view text, AuditRole role) const {
  return std::ranges::any_of(folded_words(text),
                             [&](const std::string& word) { return has_folded(word, role); });
}

AuditWords::Rest AuditWords::behind(std::string_view label, AuditRole role) const {
  const std::vector<std::string> words = folded_words(label);
  for (std::size_t count = std::min(kLongestForm, words.size()); count > 0; --count) {
    if (has_folded(joined(words, 0, count), role)) return {true, joined(words, count, words.size())};
  }
  return {};
}

AuditWords::Rest AuditWords::before(std::string_view label, AuditRole role) const {
  const std::vector<std::string> words = folded_words(label);
  for (std::size_t count = std::min(kLongestForm, words.size()); count > 0; --count) {
    const std::size_t rest = words.size() - count;
    if (has_folded(joined(words, rest, words.size()), role)) return {true, joined(words, 0, rest)};
  }
  return {};
}

bool AuditWords::is_hedge(std::string_view word) const {
  return hedges_.contains(analysis::normalize(word));
}

WholeNoun AuditWords::whole_noun(std::string_view word) const {
  const std::string folded = analysis::normalize(word);
  for (const std::string& head : wholes_) {
    if (!folded.ends_with(head)) continue;
    return {folded.substr(0, folded.size() - head.size()), head};
  }
  return {};
}

}  // namespace vraagbaak::query
