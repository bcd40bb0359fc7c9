// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::query {

// Where a match begins and ends in a snippet (SearchHit::snippet). Control characters of the text itself
// never stand in a snippet.
inline constexpr char kMatchBegin = '\x02';
inline constexpr char kMatchEnd = '\x03';

// The snippet with `before` and `after` in the place of these marks.
std::string mark_matches(std::string_view snippet, std::string_view before, std::string_view after);

}  // namespace vraagbaak::query
