// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/answer/document_view.h"
#include "store/records.h"

namespace vraagbaak::query {

// How a figure stands to what happened. Enumerators as they print in JSON.
enum class Standing : std::uint8_t { unsaid, realised, budgeted, estimated };

std::string_view to_string(Standing standing);

// A quantity of a document (no time, no reference) with what it is said of, for comparing it with others.
struct StatedFigure {
  store::FigureRecord record;  // spans count from the document's start
  store::DocumentId document = 0;
  std::size_t section = 0;
  Side side = Side::other;
  ByteSpan sentence;               // or table row; bytes of the document
  std::vector<std::string> terms;  // stems of the sentence's words of substance, or of the cell's headers and
                                   // caption; without figures and times. Sorted, each once
  std::vector<std::string> own;    // … of the part that speaks of this figure alone; of a cell: its headers
  std::vector<std::string> times;  // ISO 8601, of the sentence or headers, its own period among them; sorted
  bool says_time = false;          // a time stands in the sentence or headers
  std::vector<int> years;          // of this figure: its period's, or what its own part says; sorted
  std::vector<store::EntityId> names;  // in the sentence; sorted
  std::size_t rank = 0;                // its place among the comparable figures of the sentence …
  std::size_t peers = 1;               // … and how many those are
  Standing standing = Standing::unsaid;
  bool is_deictic = false;  // the sentence leans on who says it: "mijn", "deze"
  bool is_now = false;      // "momenteel": true of the day it was written
};

}  // namespace vraagbaak::query
