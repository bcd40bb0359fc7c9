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

re2::RE2::Options rule_options() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  return options;
}

}  // namespace

const re2::RE2& OutlineRules::Rule::compile() const {
  std::call_once(compiled, [this] { pattern = std::make_unique<re2::RE2>(source, rule_options()); });
  return *pattern;
}

void OutlineRules::check(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, kFile, {"rule", "kind", "pattern", "example"});
  for (const auto& row : file) {
    if (row[1].starts_with("word.")) continue;
    const re2::RE2 pattern(re2::StringPiece(row[2].data(), row[2].size()), rule_options());
    if (!pattern.ok()) file.reject(row, "pattern: " + pattern.error(), "write a pattern that RE2 reads");
    if (pattern.NumberOfCapturingGroups() > kMostGroups)
      file.reject(row, "pattern with more than 4 groups", "write (?:…) for groups that are not read");
    if (!row[3].empty() && !re2::RE2::PartialMatch(re2::StringPiece(row[3].data(), row[3].size()), pattern))
      file.reject(row, "the example does not match the pattern", "mend one of the two");
  }
}

OutlineRules::OutlineRules(const analysis::DictionarySource& dictionaries) {
  // What is built in was checked with the program.
  if (dictionaries.text(kFile) != analysis::DictionarySource::built_in().text(kFile)) check(dictionaries);
  std::map<std::string, std::vector<const Rule*>>
      by_kind;  // the order in which rules of several kinds are tried
  const analysis::DictionaryFile file(dictionaries, kFile, {"rule", "kind", "pattern", "example"});
  for (const auto& row : file) {
    const std::string kind(row[1]);
    if (kind.empty() || row[2].empty()) file.reject(row, "rule without kind or pattern", "fill both cells");
    if (kind.starts_with("word.")) {
      words_[kind].emplace_back(row[2]);
      continue;
    }
    auto rule = std::make_unique<Rule>();
    rule->name = row[0];
    rule->source = row[2];
    rule->hints = read_pattern_hints(row[2]);
    by_kind[kind].push_back(rule.get());
    rules_.push_back(std::move(rule));
  }
  for (const auto& [kind, rules] : by_kind) {
    // "unit" stands for "unit.EUR.3" too.
    for (std::size_t dot = kind.find('.');; dot = kind.find('.', dot + 1)) {
      Kind& wider = kinds_[kind.substr(0, dot)];
      for (const Rule* rule : rules) {
        wider.rules.push_back(rule);
        wider.first_bytes |= rule->hints.first_bytes;
        wider.last_bytes |= rule->hints.last_bytes;
      }
      if (dot == std::string::npos) break;
    }
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
  const auto found = kinds_.find(kind);
  return found != kinds_.end() && std::ranges::any_of(found->second.rules, [text](const Rule* rule) {
           const bool spaced = std::ranges::any_of(rule->hints.needs, [](const std::string& word) {
             return word.find(' ') != std::string::npos;
           });
           return spaced || rule->hints.may_hold(text);
         });
}

std::optional<OutlineRules::Match> OutlineRules::first_match(std::string_view kind, std::string_view line,
                                                             bool whole) const {
  const auto found = kinds_.find(kind);
  if (found == kinds_.end()) return std::nullopt;
  const Kind& tried = found->second;
  if (whole && !line.empty() &&
      !(tried.first_bytes[static_cast<unsigned char>(line.front())] &&
        tried.last_bytes[static_cast<unsigned char>(line.back())])) {
    return std::nullopt;
  }
  const re2::StringPiece text(line.data(), line.size());
  const auto anchor = whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
  for (const Rule* rule : tried.rules) {
    if (!(whole ? rule->hints.may_be(line) : rule->hints.may_hold(line))) continue;
    const re2::RE2& pattern = rule->compile();
    std::array<re2::StringPiece, kMostGroups + 1> groups;
    const int count = pattern.NumberOfCapturingGroups() + 1;
    if (!pattern.Match(text, 0, text.size(), anchor, groups.data(), count)) continue;
    Match match{rule->name, {}};
    for (int i = 1; i < count; ++i) {
      const auto& group = groups[static_cast<std::size_t>(i)];
      match.groups.emplace_back(group.data() == nullptr ? std::string_view{}
                                                        : std::string_view(group.data(), group.size()));
    }
    return match;
  }
  return std::nullopt;
}

const std::vector<std::string>& OutlineRules::words(std::string_view kind) const {
  static const std::vector<std::string> kNoWords;
  const auto it = words_.find(kind);
  return it == words_.end() ? kNoWords : it->second;
}

}  // namespace vraagbaak::indexer
