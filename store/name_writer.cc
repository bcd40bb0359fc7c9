// SPDX-License-Identifier: EUPL-1.2
#include "store/name_writer.h"

#include <algorithm>
#include <set>
#include <utility>

#include "store/packed_bytes.h"

namespace vraagbaak::store {
namespace {

// Names whose ids are remembered: some ten megabytes.
constexpr std::size_t kKnownNames = 100'000;

// Those that are more than the entity's own name, each once.
std::vector<DocumentEntity::Alias> other_names(const Entity& entity,
                                               const std::vector<IndexEntry::Alias>& names) {
  std::vector<DocumentEntity::Alias> others;
  for (const IndexEntry::Alias& name : names) {
    if (name.alias != entity.name) others.push_back({name.folded, name.alias});
  }
  std::ranges::sort(others);
  others.erase(std::unique(others.begin(), others.end()), others.end());
  return others;
}

}  // namespace

void NameWriter::put(DocumentId document, const IndexEntry& entry, PassageId first_passage) {
  const std::vector<Entity>& entities = entry.document.names.entities;
  if (entities.empty()) return;
  std::vector<DocumentEntity> listed;
  std::set<std::pair<EntityId, std::string>> used;  // aliases: a document counts once
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const std::string& folded = entry.aliases[i].front().folded;
    listed.push_back({entity_of(entities[i], folded), other_names(entities[i], entry.aliases[i])});
    std::erase_if(listed.back().aliases, [&](const DocumentEntity::Alias& alias) {
      return !used.emplace(listed.back().id, alias.alias).second;
    });
    for (const DocumentEntity::Alias& alias : listed.back().aliases) add_alias(listed.back(), alias);
  }
  sql_["INSERT INTO document_entities VALUES(?, ?)"]->execute(document, Blob{pack_entities(listed)});
  std::vector<bool> is_mentioned(listed.size(), false);
  for (const PackedContent::EntityUse& use : entry.content.entity_uses) {
    if (use.entity >= listed.size()) continue;
    is_mentioned[use.entity] = true;
    pending_[listed[use.entity].id].push_back(
        {first_passage + static_cast<PassageId>(use.passage), use.mentions});
  }
  for (std::size_t i = 0; i < listed.size(); ++i) {
    if (!is_mentioned[i]) pending_[listed[i].id].push_back({first_passage, 0});
  }
}

void NameWriter::take_out(DocumentId document, PassageId first_passage, PassageId last_passage) {
  write_pending();
  std::vector<DocumentEntity> listed;
  {
    const StatementLease row = sql_["SELECT content FROM document_entities WHERE document_id = ?"];
    row->bind_all(document);
    if (row->step()) listed = database_.undamaged([&] { return unpack_entities(row->blob(0)); });
  }
  sql_["DELETE FROM document_entities WHERE document_id = ?"]->execute(document);
  std::set<EntityId> entities;
  for (const DocumentEntity& entity : listed) {
    for (const DocumentEntity::Alias& alias : entity.aliases) take_out_alias(entity.id, alias);
    entities.insert(entity.id);
  }
  for (const EntityId entity : entities) {
    take_out_passages(entity, first_passage, std::max(first_passage, last_passage));
  }
}

void NameWriter::write_pending() {
  std::vector<EntityId> entities;
  entities.reserve(pending_.size());
  for (const auto& [entity, passages] : pending_) entities.push_back(entity);
  std::ranges::sort(entities);
  for (const EntityId entity : entities) append(entity, std::move(pending_[entity]));
  pending_.clear();
  if (known_.size() > kKnownNames) known_.clear();
}

EntityId NameWriter::entity_of(const Entity& entity, const std::string& folded) {
  const auto kind = static_cast<int>(entity.kind);
  const auto [known, is_new] = known_.emplace(static_cast<char>(kind) + entity.name, 0);
  if (!is_new) return known->second;
  // Looked up, then inserted: as one statement (ON CONFLICT … RETURNING) names took three times as long.
  const std::optional<EntityId> found =
      sql_
          ["SELECT entity.id FROM entity_name JOIN entity ON entity.id = entity_name.entity_id"
           " WHERE folded = ? AND alias = '' AND name = ? AND kind = ?"]
              ->first_number(folded, entity.name, kind);
  if (found) {
    known->second = *found;
  } else {
    sql_["INSERT INTO entity(name, kind) VALUES(?, ?)"]->execute(entity.name, kind);
    known->second = database_.last_row_id();
    sql_["INSERT INTO entity_name VALUES(?, ?, '', 0)"]->execute(folded, known->second);
  }
  return known->second;
}

void NameWriter::add_alias(const DocumentEntity& entity, const DocumentEntity::Alias& alias) {
  sql_
      ["INSERT INTO entity_name VALUES(?, ?, ?, 1)"
       " ON CONFLICT(folded, entity_id, alias) DO UPDATE SET documents = documents + 1"]
          ->execute(alias.folded, entity.id, alias.alias);
}

void NameWriter::take_out_alias(EntityId entity, const DocumentEntity::Alias& alias) {
  sql_["UPDATE entity_name SET documents = documents - 1 WHERE folded = ? AND entity_id = ? AND alias = ?"]
      ->execute(alias.folded, entity, alias.alias);
  sql_["DELETE FROM entity_name WHERE folded = ? AND entity_id = ? AND alias = ? AND documents <= 0"]
      ->execute(alias.folded, entity, alias.alias);
}

void NameWriter::take_out_passages(EntityId entity, PassageId first, PassageId last) {
  for (std::int64_t part = part_of(first); part <= part_of(last); ++part) {
    std::vector<NamingPassage> passages;
    {
      const StatementLease row =
          sql_["SELECT passages FROM entity_passages WHERE entity_id = ? AND part = ?"];
      row->bind_all(entity, part);
      if (!row->step()) continue;
      passages = database_.undamaged([&] { return unpack_passages(row->blob(0), part); });
    }
    std::erase_if(passages, [&](const NamingPassage& it) { return it.id >= first && it.id <= last; });
    if (passages.empty()) {
      sql_["DELETE FROM entity_passages WHERE entity_id = ? AND part = ?"]->execute(entity, part);
    } else {
      sql_["UPDATE entity_passages SET passages = ?3 WHERE entity_id = ?1 AND part = ?2"]->execute(
          entity, part, Blob{pack_passages(passages, part)});
    }
  }
  if (sql_["SELECT 1 FROM entity_passages WHERE entity_id = ? LIMIT 1"]->first_number(entity)) return;
  sql_
      ["DELETE FROM entity_name WHERE folded = (SELECT folded(name) FROM entity WHERE id = ?1)"
       " AND entity_id = ?1 AND alias = ''"]
          ->execute(entity);
  sql_["DELETE FROM entity WHERE id = ?"]->execute(entity);
  known_.clear();  // the id may be given anew
}

void NameWriter::append(EntityId entity, std::vector<NamingPassage> passages) {
  // A document may list one entity twice.
  std::ranges::stable_sort(passages, {}, &NamingPassage::id);
  std::vector<NamingPassage> merged;
  for (const NamingPassage& passage : passages) {
    if (!merged.empty() && merged.back().id == passage.id) {
      merged.back().mentions += passage.mentions;
    } else {
      merged.push_back(passage);
    }
  }
  for (auto begin = merged.begin(); begin != merged.end();) {
    const std::int64_t part = part_of(begin->id);
    const auto end =
        std::find_if(begin, merged.end(), [&](const NamingPassage& it) { return part_of(it.id) != part; });
    std::vector<NamingPassage> all;
    {
      const StatementLease row =
          sql_["SELECT passages FROM entity_passages WHERE entity_id = ? AND part = ?"];
      row->bind_all(entity, part);
      if (row->step()) all = database_.undamaged([&] { return unpack_passages(row->blob(0), part); });
    }
    all.insert(all.end(), begin, end);
    sql_["INSERT OR REPLACE INTO entity_passages VALUES(?, ?, ?)"]->execute(entity, part,
                                                                            Blob{pack_passages(all, part)});
    begin = end;
  }
}

}  // namespace vraagbaak::store
