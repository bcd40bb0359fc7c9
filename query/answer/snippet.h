// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "model/byte_span.h"
#include "query/understand/fts_printer.h"

namespace vraagbaak::query {

// Where a match begins and ends in a snippet (SearchHit::snippet). Control characters of the text itself
// never stand in a snippet.
inline constexpr char kMatchBegin = '\x02';
inline constexpr char kMatchEnd = '\x03';

// What matches in a text.
struct TermMatch {
  ByteSpan span;         // of a compound of which only a part matches: that part
  std::size_t term = 0;  // which of the sought terms, prefixes and phrases, counted through
  friend bool operator==(const TermMatch&, const TermMatch&) = default;
};

// The matches in order, none overlapping another. Linear in the text.
std::vector<TermMatch> find_matches(std::string_view text, const SoughtTerms& sought,
                                    const analysis::Analyzer& analyzer);

// From the first to the last match of the stretch of `width` bytes at most that holds the most different
// matches; nullopt without matches.
std::optional<ByteSpan> densest_stretch(const std::vector<TermMatch>& matches, std::size_t width);

// The window of about `width` bytes of `text` with the most different matches, cut at words, "…" where
// something was left out; white space becomes single spaces, matches stand between kMatchBegin and kMatchEnd.
// Without matches: the beginning of the text. Linear.
std::string make_snippet(std::string_view text, const std::vector<TermMatch>& matches, std::size_t width);

// The snippet with `before` and `after` in the place of these marks.
std::string mark_matches(std::string_view snippet, std::string_view before, std::string_view after);

}  // namespace vraagbaak::query
