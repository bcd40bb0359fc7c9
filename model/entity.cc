// SPDX-License-Identifier: EUPL-1.2
#include "model/entity.h"

#include <array>

namespace vraagbaak {
namespace {

constexpr std::array<std::string_view, 5> kKindNames = {"person", "organisation", "place", "programme",
                                                        "legislation"};

}  // namespace

std::string_view to_string(EntityKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<EntityKind> entity_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] == name) return static_cast<EntityKind>(i);
  }
  return std::nullopt;
}

}  // namespace vraagbaak
