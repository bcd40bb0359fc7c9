// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace vraagbaak::analysis {

// The shape of a word, or of what stands of it before a mark. Unicode letters; ill-formed text has none of
// these shapes.

// One letter: J, é.
bool is_one_letter(std::string_view word);
// Two or more letters with a full stop between each two: a.u.b  M.C  d.w.z
bool is_dotted_letters(std::string_view word);
// Capitals with a full stop between each two, some with a hyphen after it: J.-P  P.H.-A  M
bool is_initials(std::string_view word);
// www
bool is_www(std::string_view word);

}  // namespace vraagbaak::analysis
