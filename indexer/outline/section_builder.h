// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

#include "model/document.h"

namespace vraagbaak::indexer {

// Collects sections from several readers and nests them. add() hands out a ticket; build() says under which
// index in the finished list each ticket ended up.
class SectionBuilder {
 public:
  using Ticket = std::size_t;

  // A section with its span; `parent` is filled in by build().
  Ticket add(Section section);

  struct Result {
    std::vector<Section> sections;   // [0] the document; by begin, a parent before its children
    std::vector<std::size_t> index;  // of each ticket
  };
  // Nests by span. Where two sections cross, the later one is cut at the end of the earlier; of two with one
  // span the first added is the outer one.
  Result build(std::size_t text_size) &&;

 private:
  std::vector<Section> sections_;
};

}  // namespace vraagbaak::indexer
