// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::indexer {

// Adds one code point as UTF-8; what is no Unicode scalar value is added as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

// Bytes to well-formed UTF-8. A byte-order mark says UTF-8 or UTF-16 and is dropped. What is UTF-8 is UTF-8,
// whatever it declares of itself: texts are often converted without their declaration. Otherwise `declared`
// counts where it names a one-byte set of Latin letters (iso-8859-*, windows-125*, cp437, cp850, macintosh);
// without one, or with another, bytes that are not UTF-8 are read as Windows-1252, one by one, so a file that
// is all Windows-1252 and one that mixes the two both come out as their writers saw them. What no set knows
// becomes U+FFFD.
std::string decode_text(std::string bytes, std::string_view declared = {});

// The same for markup, whose first KiB names its own set: <?xml encoding="…"?> or <meta charset=…>. UTF-16
// without a mark is known by its first tag.
std::string decode_markup(std::string bytes);

}  // namespace vraagbaak::indexer
