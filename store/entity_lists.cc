// SPDX-License-Identifier: EUPL-1.2
// The entities of a document: how many; of each the difference of its id to that of the one before it, how
// many aliases, and these. The passages of an entity: of each the difference to the one before it, times two,
// and one more where it mentions it another number of times than once; then that number follows.
#include "store/entity_lists.h"

#include "store/packed_bytes.h"

namespace vraagbaak::store {

std::string pack_entities(std::span<const DocumentEntity> entities) {
  PackedWriter writer;
  writer.number(entities.size());
  EntityId before = 0;
  for (const DocumentEntity& entity : entities) {
    writer.difference(entity.id - before);
    before = entity.id;
    writer.number(entity.aliases.size());
    for (const DocumentEntity::Alias& alias : entity.aliases) {
      writer.text(alias.folded);
      writer.text(alias.alias);
    }
  }
  return writer.bytes();
}

std::vector<DocumentEntity> unpack_entities(std::string_view bytes) {
  PackedReader reader(bytes);
  std::vector<DocumentEntity> entities(reader.count());
  EntityId before = 0;
  for (DocumentEntity& entity : entities) {
    entity.id = before += reader.difference();
    entity.aliases.resize(reader.count());
    for (DocumentEntity::Alias& alias : entity.aliases) {
      alias.folded = reader.text();
      alias.alias = reader.text();
    }
  }
  return entities;
}

std::string pack_passages(std::span<const NamingPassage> passages, std::int64_t part) {
  PackedWriter writer;
  PassageId before = part << kPartBits;
  for (const NamingPassage& passage : passages) {
    const bool is_once = passage.mentions == 1;
    writer.number(static_cast<std::uint64_t>(passage.id - before) << 1 | (is_once ? 0U : 1U));
    if (!is_once) writer.number(passage.mentions);
    before = passage.id;
  }
  return writer.bytes();
}

std::vector<NamingPassage> unpack_passages(std::string_view bytes, std::int64_t part) {
  PackedReader reader(bytes);
  std::vector<NamingPassage> passages;
  PassageId before = part << kPartBits;
  while (!reader.is_at_end()) {
    const std::uint64_t step = reader.number();
    before += static_cast<PassageId>(step >> 1);
    passages.push_back({before, (step & 1) == 0 ? 1 : reader.size()});
  }
  return passages;
}

}  // namespace vraagbaak::store
