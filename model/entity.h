// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/byte_span.h"

namespace vraagbaak {

// Enumerators as they print in JSON.
enum class EntityKind : std::uint8_t { person, organisation, place, programme, legislation };

// One place where a named entity stands in a text.
struct Mention {
  ByteSpan span;
  EntityKind kind = EntityKind::organisation;
  std::size_t entity = 0;  // index into the entity list that came with it
  std::string rule;        // the rule that found it, for --explain

  friend bool operator==(const Mention&, const Mention&) = default;
};

// A named entity of one document: its fullest name there, and the other names the document uses for it.
struct Entity {
  std::string name;
  EntityKind kind = EntityKind::organisation;
  std::vector<std::string> aliases;

  friend bool operator==(const Entity&, const Entity&) = default;
};

// The entities of a text and where they stand. Mentions in order, none inside another.
struct EntityList {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;

  friend bool operator==(const EntityList&, const EntityList&) = default;
};

std::string_view to_string(EntityKind kind);
std::optional<EntityKind> entity_kind_from(std::string_view name);

}  // namespace vraagbaak
