// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: what an FTS5 text looks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::store {

// The phrases of an FTS5 text, in the order in which FTS5 numbers them. Empty where it holds what may make a
// phrase match in fewer places than it stands in (a column, the beginning of a column), or is no such text.
struct MatchPhrase {
  std::string text;
  bool is_term = false;  // one whole term
  bool is_prefix = false;

  // A name for it that no other phrase has: no term holds a space or a control character.
  std::string name() const { return is_prefix ? '\x01' + text : text; }
};
std::vector<MatchPhrase> match_phrases(std::string_view match);

// An FTS5 text of phrases, operators and brackets.
struct MatchNode {
  enum class Kind : std::uint8_t {
    phrase,
    all,      // of the children
    any,      // of the children
    without,  // the first child and not the second
  };
  Kind kind = Kind::phrase;
  std::size_t phrase = 0;  // as match_phrases() numbers them
  std::vector<MatchNode> children;
};

// nullopt where it holds something else (NEAR, columns), or is no such text.
std::optional<MatchNode> parse_match(std::string_view match);

}  // namespace vraagbaak::store
