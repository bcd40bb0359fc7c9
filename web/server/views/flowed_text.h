// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::web {

// The text with a space for each line end that only wraps a running sentence; all other bytes as they are, so
// that offsets hold. Kept: ends of short lines, of sentences, before list marks, and in lines set out in
// columns. `is_cut`: the text may begin in the middle of a line. Any bytes.
std::string flowed_text(std::string_view text, bool is_cut);

}  // namespace vraagbaak::web
