// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <re2/re2.h>

#include <bitset>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "indexer/outline/pattern_hints.h"

namespace vraagbaak::indexer {

// The rules of nl/outline-rules.tsv, compiled: a rule has a name, a kind and a pattern (RE2, case folded)
// that a whole line, or for kinds in lower case "word.*" one word, must match. Safe to share between threads.
// The patterns that are built in were checked when the program was made (outline_rules_test.cc) and are
// compiled when they are first tried, for most texts need few of them; those of a file laid over them at
// once.
class OutlineRules {
 public:
  // Throws Error where a line of the file is wrong.
  explicit OutlineRules(const analysis::DictionarySource& dictionaries);
  // Compiles every pattern and tries its example. Throws Error as above.
  static void check(const analysis::DictionarySource& dictionaries);

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
  struct Rule {
    std::string name;
    std::string source;  // of the pattern
    PatternHints hints;
    mutable std::once_flag compiled;
    mutable std::unique_ptr<const re2::RE2> pattern;

    const re2::RE2& compile() const;
  };
  // The rules of one kind and of those that begin with it and a dot.
  struct Kind {
    std::vector<const Rule*> rules;
    std::bitset<256> first_bytes;  // of all
    std::bitset<256> last_bytes;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view kind) const { return std::hash<std::string_view>{}(kind); }
  };

  std::optional<Match> first_match(std::string_view kind, std::string_view text, bool whole) const;

  std::vector<std::unique_ptr<const Rule>> rules_;
  std::unordered_map<std::string, Kind, Hash, std::equal_to<>> kinds_;
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

}  // namespace vraagbaak::indexer
