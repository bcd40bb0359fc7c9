// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <re2/re2.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "indexer/outline/pattern_hints.h"

namespace vraagbaak::indexer {

// The rules of nl/outline-rules.tsv, compiled: a rule has a name, a kind and a pattern (RE2, case folded)
// that a whole line, or for kinds in lower case "word.*" one word, must match. Immutable; safe to share
// between threads.
class OutlineRules {
 public:
  explicit OutlineRules(const analysis::DictionarySource& dictionaries);

  struct Match {
    std::string_view rule;
    std::vector<std::string_view> groups;  // the pattern's groups, views into the line; empty where absent
  };

  // The first rule of `kind` (or of a kind that begins with it and a dot) that matches all of `line`. A line
  // of more than 400 bytes is never a header, a caption or furniture and matches none.
  std::optional<Match> match(std::string_view kind, std::string_view line) const;
  // The first place in `text` where a rule of `kind` matches; `text` is bounded by the caller.
  std::optional<Match> find(std::string_view kind, std::string_view text) const;
  // False where no rule of `kind` matches anywhere in `text`, nor in it with its white space changed.
  bool may_hold(std::string_view kind, std::string_view text) const;
  bool matches(std::string_view kind, std::string_view line) const { return match(kind, line).has_value(); }

  // The alternatives of a word list ("word.join", "word.range" …), folded to lower case, longest first.
  const std::vector<std::string>& words(std::string_view kind) const;

 private:
  std::optional<Match> first_match(std::string_view kind, std::string_view text, bool whole) const;
  struct Rule {
    std::string name;
    std::unique_ptr<const re2::RE2> pattern;
    PatternHints hints;
  };
  std::map<std::string, std::vector<Rule>, std::less<>> patterns_;
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

}  // namespace vraagbaak::indexer
