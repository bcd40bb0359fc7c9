// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "store/compression.h"

namespace vraagbaak::store {

// The text of a document with its headings, figures, mentions and cells, as the index keeps them.
struct PackedContent {
  // Consecutive passages: their text, and the figures and mentions that begin in them.
  struct Block {
    std::size_t first_passage = 0;  // index in Document::passages
    std::string frame;
  };
  // How often a passage mentions an entity, by their indexes in the document.
  struct EntityUse {
    std::size_t entity = 0;
    std::size_t passage = 0;
    std::size_t mentions = 0;
  };

  // How many of its figures have that unit, empty for none.
  struct UnitUse {
    std::string unit;
    std::size_t figures = 0;
  };

  std::size_t byte_count = 0;  // of the text
  std::size_t code_point_count = 0;
  std::size_t figure_count = 0;
  std::vector<std::size_t> code_points;     // of the text before each passage
  std::vector<std::uint32_t> figure_kinds;  // of each passage: a bit for each FigureKind that it holds
  std::vector<Block> blocks;                // in order; together they hold all passages
  std::vector<std::string> tables;          // columns and cells of each
  std::string headings;                     // of the sections
  std::vector<UnitUse> units;               // each once
  std::vector<EntityUse> entity_uses;       // by entity, then passage
};

// Figures and mentions that begin in no passage are left out; of mentions of one entity at the same place one
// is kept. Blocks and headings are packed with `phrases`. Any thread may call it.
PackedContent pack_content(const Document& document, const PhraseBook& phrases = PhraseBook::common());

}  // namespace vraagbaak::store
