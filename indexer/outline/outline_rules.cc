// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/outline_rules.h"

#include <algorithm>
#include <array>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::indexer {
namespace {

constexpr std::string_view kFile = "nl/outline-rules.tsv";
// Longest line that is tried as a header, a caption or furniture. The longest caption in the genre runs to
// some 200 bytes on its first line.
constexpr std::size_t kLongestRuleLine = 400;
constexpr int kMostGroups = 4;

}  // namespace

OutlineRules::OutlineRules(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, kFile, {"rule", "kind", "pattern", "example"});
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  for (const auto& row : file) {
    const std::string kind(row[1]);
    if (kind.empty() || row[2].empty()) file.reject(row, "rule without kind or pattern", "fill both cells");
    if (kind.starts_with("word.")) {
      words_[kind].emplace_back(row[2]);
      continue;
    }
    auto pattern = std::make_unique<re2::RE2>(re2::StringPiece(row[2].data(), row[2].size()), options);
    if (!pattern->ok()) file.reject(row, "pattern: " + pattern->error(), "write a pattern that RE2 reads");
    if (pattern->NumberOfCapturingGroups() > kMostGroups)
      file.reject(row, "pattern with more than 4 groups", "write (?:…) for groups that are not read");
    if (!row[3].empty() && !re2::RE2::PartialMatch(re2::StringPiece(row[3].data(), row[3].size()), *pattern))
      file.reject(row, "the example does not match the pattern", "mend one of the two");
    patterns_[kind].push_back({std::string(row[0]), std::move(pattern), read_pattern_hints(row[2])});
  }
  for (auto& [kind, list] : words_)
    std::ranges::sort(list, [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::optional<OutlineRules::Match> OutlineRules::match(std::string_view kind, std::string_view line) const {
  if (line.size() > kLongestRuleLine) return std::nullopt;
  return first_match(kind, line, true);
}

std::optional<OutlineRules::Match> OutlineRules::find(std::string_view kind, std::string_view text) const {
  return first_match(kind, text, false);
}

bool OutlineRules::may_hold(std::string_view kind, std::string_view text) const {
  for (auto it = patterns_.lower_bound(kind); it != patterns_.end() && it->first.starts_with(kind); ++it) {
    for (const Rule& rule : it->second) {
      const bool spaced = rule.hints.needs.find(' ') != std::string::npos;
      if (spaced || rule.hints.may_hold(text)) return true;
    }
  }
  return false;
}

std::optional<OutlineRules::Match> OutlineRules::first_match(std::string_view kind, std::string_view line,
                                                             bool whole) const {
  const re2::StringPiece text(line.data(), line.size());
  const auto anchor = whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
  for (auto it = patterns_.lower_bound(kind); it != patterns_.end() && it->first.starts_with(kind); ++it) {
    if (it->first.size() > kind.size() && it->first[kind.size()] != '.') continue;
    for (const Rule& rule : it->second) {
      if (whole ? !rule.hints.may_begin(line) : !rule.hints.may_hold(line)) continue;
      std::array<re2::StringPiece, kMostGroups + 1> groups;
      const int count = rule.pattern->NumberOfCapturingGroups() + 1;
      if (!rule.pattern->Match(text, 0, text.size(), anchor, groups.data(), count)) continue;
      Match match{rule.name, {}};
      for (int i = 1; i < count; ++i) {
        const auto& group = groups[static_cast<std::size_t>(i)];
        match.groups.emplace_back(group.data() == nullptr ? std::string_view{}
                                                          : std::string_view(group.data(), group.size()));
      }
      return match;
    }
  }
  return std::nullopt;
}

const std::vector<std::string>& OutlineRules::words(std::string_view kind) const {
  static const std::vector<std::string> kNoWords;
  const auto it = words_.find(kind);
  return it == words_.end() ? kNoWords : it->second;
}

}  // namespace vraagbaak::indexer
