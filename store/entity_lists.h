// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: which entities a document names, and which passages name an entity, packed.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/records.h"

namespace vraagbaak::store {

// An entity of a document, with the names other than its own that the document has for it.
struct DocumentEntity {
  struct Alias {
    std::string folded;
    std::string alias;
    friend auto operator<=>(const Alias&, const Alias&) = default;
  };
  EntityId id = 0;
  std::vector<Alias> aliases;
};

std::string pack_entities(std::span<const DocumentEntity> entities);
// The inverse. Throws DamagedBytes (store/packed_bytes.h) where the bytes are not whole.
std::vector<DocumentEntity> unpack_entities(std::string_view bytes);

// A passage that names an entity, and how often. 0 times: the document knows the entity from elsewhere, as
// the name of a list; it stands with the first passage.
struct NamingPassage {
  PassageId id = 0;
  std::size_t mentions = 0;
};

// The passages of an entity are kept in parts, so that one more costs a part and not all.
inline constexpr unsigned kPartBits = 14;
inline std::int64_t part_of(PassageId passage) {
  return passage >> kPartBits;
}

// Passages of one part, in order.
std::string pack_passages(std::span<const NamingPassage> passages, std::int64_t part);
// The inverse. Throws DamagedBytes where the bytes are not whole.
std::vector<NamingPassage> unpack_passages(std::string_view bytes, std::int64_t part);

}  // namespace vraagbaak::store
