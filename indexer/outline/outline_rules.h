// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_map.h"
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
  OutlineRules(OutlineRules&&) noexcept;
  ~OutlineRules();
  // Compiles every pattern and tries its example. Throws Error as above.
  static void check(const analysis::DictionarySource& dictionaries);

  struct Match {
    std::string_view rule;
    std::vector<std::string_view> groups;  // the pattern's groups, views into the line; empty where absent
  };

  // The rules of one kind and of those that begin with it and a dot.
  class Kind;
  // For whoever asks of many lines; lives as long as these rules. Of a kind without rules: one that matches
  // nothing.
  const Kind& kind(std::string_view name) const;

  // The first rule of `kind` (or of a kind that begins with it and a dot) that matches all of `line`. A line
  // of more than 400 bytes is never a header, a caption or furniture and matches none.
  inline std::optional<Match> match(const Kind& kind, std::string_view line) const;
  std::optional<Match> match(std::string_view kind_name, std::string_view line) const {
    return match(kind(kind_name), line);
  }
  // The first place in `text` where a rule of `kind` matches; `text` is bounded by the caller.
  std::optional<Match> find(std::string_view kind, std::string_view text) const;
  // False where no rule of `kind` matches anywhere in `text`, nor in it with its white space changed.
  bool may_hold(std::string_view kind, std::string_view text) const;
  // Whether match() gives something; faster.
  inline bool matches(const Kind& kind, std::string_view line) const;
  bool matches(std::string_view kind_name, std::string_view line) const {
    return matches(kind(kind_name), line);
  }

  // The alternatives of a word list ("word.join", "word.range" …), folded to lower case, longest first.
  const std::vector<std::string>& words(std::string_view kind) const;

 private:
  struct Rule {
    std::string name;
    std::string source;  // of the pattern
    PatternHints hints;
    mutable std::once_flag compiled;
    mutable std::unique_ptr<const re2::RE2> pattern;
    mutable std::atomic<const re2::RE2*> ready = nullptr;

    const re2::RE2& compile() const;
  };

  // Calls take(rule) for the rules that the hints let through, until it is true.
  template <typename Take>
  static bool each_match(const Kind& kind, std::string_view text, bool whole, const Take& take);
  static std::optional<Match> first_match(const Kind& kind, std::string_view text, bool whole);
  static bool has_match(const Kind& kind, std::string_view line);
  // Longest line that is tried as a header, a caption or furniture. The longest caption in the genre runs to
  // some 200 bytes on its first line.
  static constexpr std::size_t kLongestRuleLine = 400;

  std::vector<std::unique_ptr<const Rule>> rules_;
  analysis::WordMap<std::unique_ptr<Kind>> kinds_;
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

class OutlineRules::Kind {
 public:
  // False where no rule of the kind matches all of `line`: by its first and its last byte.
  bool may_be(std::string_view line) const { return candidates(line) != 0; }
  // False where no rule matches a line that ends in that byte.
  bool may_end_in(char last) const { return ends_[static_cast<unsigned char>(last)] != 0; }

 private:
  friend OutlineRules;
  // A bit for each rule; all rules from the 32nd on share the last.
  using Bits = std::uint32_t;
  static constexpr std::size_t kLastBit = 31;
  static Bits bit_of(std::size_t rule) { return Bits{1} << std::min(rule, kLastBit); }

  void add(const Rule& rule);
  Bits candidates(std::string_view line) const {
    if (line.empty()) return ~Bits{0};
    return begins_[static_cast<unsigned char>(line.front())] & ends_[static_cast<unsigned char>(line.back())];
  }

  std::vector<const Rule*> rules_;  // in the order in which they are tried
  std::array<Bits, 256> begins_{};  // by the first byte of a line: the rules that may match it
  std::array<Bits, 256> ends_{};    // by its last byte
};

// Most lines fail on their first and last byte.
inline std::optional<OutlineRules::Match> OutlineRules::match(const Kind& kind, std::string_view line) const {
  if (!kind.may_be(line) || line.size() > kLongestRuleLine) return std::nullopt;
  return first_match(kind, line, true);
}

inline bool OutlineRules::matches(const Kind& kind, std::string_view line) const {
  return kind.may_be(line) && line.size() <= kLongestRuleLine && has_match(kind, line);
}

}  // namespace vraagbaak::indexer
