// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "query/proof/proof.h"

namespace vraagbaak::query {

// What became of a place. Enumerators as they print in JSON.
enum class ProofState : std::uint8_t {
  holds,              // the document is the same, and says it there
  changed_elsewhere,  // the document has changed, but the quote stands where it stood
  moved,              // … and the quote stands elsewhere in it
  changed,            // the quote is no longer in the document
  missing,            // there is no such document
  altered,            // the document is the same, and never said that there: the proof itself was changed
};

std::string_view to_string(ProofState state);

// A place held against a text. Offsets are code points of that text.
struct ProofCheck {
  ProofState state = ProofState::holds;
  std::size_t start = 0;  // of moved: where the quote stands now; of changed and altered: where it first
                          // differs
  std::string now;        // of changed and altered: what stands there in place of the rest of the quote
  friend bool operator==(const ProofCheck&, const ProofCheck&) = default;
};

// Holds a place against the document's present text. Any text; linear but for the search of a moved quote.
ProofCheck check_place(const ProofPlace& place, std::string_view text);

}  // namespace vraagbaak::query
