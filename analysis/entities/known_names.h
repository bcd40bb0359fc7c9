// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// A gazetteer name that stands in a text and ends before word `last`.
struct KnownName {
  std::size_t last = 0;
  const GazetteerName* name = nullptr;  // of the lexicon

  bool is(EntityKind kind) const { return name->kind == kind; }
};

// Where the names of the gazetteers stand in a text. Keeps a reference to the text.
class KnownNames {
 public:
  explicit KnownNames(const NameText& text) : text_(text) {}

  // The longest gazetteer name that begins at word i and is written as a name: with its capital, an acronym
  // in capitals. Hyphens make no difference. A bounded number of steps.
  std::optional<KnownName> at(std::size_t i) const;

 private:
  const NameText& text_;
};

}  // namespace vraagbaak::analysis
