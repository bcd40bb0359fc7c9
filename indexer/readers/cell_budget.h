// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>

#include "indexer/readers/csv_reader.h"
#include "indexer/readers/reader.h"

namespace vraagbaak::indexer {

// Thrown from inside a parser; `what` completes a Problem ("has more than 400000 cells").
struct TooMuchInCells {
  std::string what;
};

// What the cells of one document take together, counted as they are read: many cells may name one long text,
// and one repeated row may stand for thousands, so the size of the file bounds neither.
class CellBudget {
 public:
  // One more cell with so many bytes of text. Throws TooMuchInCells beyond kMostCells or kLargestText.
  void take(std::size_t bytes) {
    if (++cells_ > kMostCells) throw TooMuchInCells{"has more than " + std::to_string(kMostCells) + " cells"};
    bytes_ += bytes;
    if (bytes_ > kLargestText) {
      throw TooMuchInCells{"holds more than " + std::to_string(kLargestText >> 20) + " MiB of text"};
    }
  }

 private:
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace vraagbaak::indexer
