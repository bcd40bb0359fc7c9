// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: the tables of names, for whoever writes them.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/database.h"
#include "store/entity_lists.h"
#include "store/index_writer.h"
#include "store/statement.h"

namespace vraagbaak::store {

// Writes which entities documents name and where. What comes together in a batch is written together, so that
// an entity that many documents name costs a row a batch.
class NameWriter {
 public:
  NameWriter(Database& database, StatementCache& statements) : database_(database), sql_(statements) {}

  // The entities of a document whose passages have the ids from `first_passage` on.
  void put(DocumentId document, const IndexEntry& entry, PassageId first_passage);
  // Takes them out. Names that no other document uses go, and entities that none names.
  void take_out(DocumentId document, PassageId first_passage, PassageId last_passage);
  // Writes what still waits: before the batch is committed.
  void write_pending();

 private:
  EntityId entity_of(const Entity& entity, const std::string& folded);
  void add_alias(const DocumentEntity& entity, const DocumentEntity::Alias& alias);
  void take_out_alias(EntityId entity, const DocumentEntity::Alias& alias);
  // The passages of an entity with ids from `first` to `last` out; the entity, too, where none is left.
  void take_out_passages(EntityId entity, PassageId first, PassageId last);
  void append(EntityId entity, std::vector<NamingPassage> passages);

  Database& database_;
  StatementCache& sql_;
  std::unordered_map<EntityId, std::vector<NamingPassage>> pending_;
  std::unordered_map<std::string, EntityId> known_;  // by kind and name
};

}  // namespace vraagbaak::store
