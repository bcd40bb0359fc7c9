// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/outline_rules.h"

#include <algorithm>
#include <array>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::indexer {
namespace {

constexpr std::string_view kFile = "nl/outline-rules.tsv";
constexpr int kMostGroups = 4;

re2::RE2::Options rule_options() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  return options;
}

}  // namespace

const re2::RE2& OutlineRules::Rule::compile() const {
  if (const re2::RE2* made = ready.load(std::memory_order_acquire)) return *made;
  std::call_once(compiled, [this] {
    pattern = std::make_unique<re2::RE2>(source, rule_options());
    ready.store(pattern.get(), std::memory_order_release);
  });
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
      std::unique_ptr<Kind>& wider = kinds_[kind.substr(0, dot)];
      if (!wider) wider = std::make_unique<Kind>();
      for (const Rule* rule : rules) wider->add(*rule);
      if (dot == std::string::npos) break;
    }
  }
  for (auto& [kind, list] : words_)
    std::ranges::sort(list, [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

OutlineRules::OutlineRules(OutlineRules&&) noexcept = default;
OutlineRules::~OutlineRules() = default;

void OutlineRules::Kind::add(const Rule& rule) {
  const Bits bit = bit_of(rules_.size());
  for (std::size_t byte = 0; byte < begins_.size(); ++byte) {
    if (rule.hints.first_bytes[byte]) begins_[byte] |= bit;
    if (rule.hints.last_bytes[byte]) ends_[byte] |= bit;
  }
  rules_.push_back(&rule);
}

const OutlineRules::Kind& OutlineRules::kind(std::string_view name) const {
  static const Kind kNone;
  const std::unique_ptr<Kind>* found = kinds_.find(name);
  return found == nullptr ? kNone : **found;
}

template <typename Take>
bool OutlineRules::each_match(const Kind& kind, std::string_view text, bool whole, const Take& take) {
  const Kind::Bits candidates = whole ? kind.candidates(text) : ~Kind::Bits{0};
  if (candidates == 0) return false;
  for (std::size_t i = 0; i < kind.rules_.size(); ++i) {
    const Rule& rule = *kind.rules_[i];
    if ((candidates & Kind::bit_of(i)) == 0 || (whole && !rule.hints.fits(text))) continue;
    if (rule.hints.may_hold(text) && take(rule)) return true;
  }
  return false;
}

bool OutlineRules::has_match(const Kind& kind, std::string_view line) {
  return each_match(kind, line, true, [line](const Rule& rule) {
    return rule.compile().Match(re2::StringPiece(line.data(), line.size()), 0, line.size(),
                                re2::RE2::ANCHOR_BOTH, nullptr, 0);
  });
}

std::optional<OutlineRules::Match> OutlineRules::find(std::string_view kind_name,
                                                      std::string_view text) const {
  return first_match(kind(kind_name), text, false);
}

bool OutlineRules::may_hold(std::string_view kind_name, std::string_view text) const {
  return std::ranges::any_of(kind(kind_name).rules_, [text](const Rule* rule) {
    const bool spaced = std::ranges::any_of(
        rule->hints.needs, [](const std::string& word) { return word.find(' ') != std::string::npos; });
    return spaced || rule->hints.may_hold(text);
  });
}

std::optional<OutlineRules::Match> OutlineRules::first_match(const Kind& kind, std::string_view line,
                                                             bool whole) {
  std::optional<Match> match;
  each_match(kind, line, whole, [&](const Rule& rule) {
    const re2::RE2& pattern = rule.compile();
    std::array<re2::StringPiece, kMostGroups + 1> groups;
    const int count = pattern.NumberOfCapturingGroups() + 1;
    if (!pattern.Match(re2::StringPiece(line.data(), line.size()), 0, line.size(),
                       whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED, groups.data(), count)) {
      return false;
    }
    match = Match{rule.name, {}};
    for (int i = 1; i < count; ++i) {
      const auto& group = groups[static_cast<std::size_t>(i)];
      match->groups.emplace_back(group.data() == nullptr ? std::string_view{}
                                                         : std::string_view(group.data(), group.size()));
    }
    return true;
  });
  return match;
}

const std::vector<std::string>& OutlineRules::words(std::string_view kind) const {
  static const std::vector<std::string> kNoWords;
  const auto it = words_.find(kind);
  return it == words_.end() ? kNoWords : it->second;
}

}  // namespace vraagbaak::indexer
