// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/outline/outline_rules.h"
#include "model/byte_span.h"

namespace vraagbaak::indexer {

// The columns of a table as its header names them.
struct TableHeader {
  std::string label_column;  // what stands above the row labels; often empty
  std::vector<std::string>
      columns;  // one a data column; a column under a wider one has both, the upper first
};

// Divides header lines over `columns` data columns. Flat text has lost where one header ends and the next
// begins: tried in turn are wide gaps, paragraphs, capitals ("Aantal dossiers | Steunbedrag in euro"), words,
// and an upper line whose headers each span as many columns ("2017 2018" over "# projecten steun …"). nullopt
// where no way gives `columns` headers, or one more for the labels. Words in small letters are taken for
// names only where the lines are all of the header, and not the lower part of a longer one.
enum class HeaderLines { part, whole };
std::optional<TableHeader> divide_header(std::string_view text, const std::vector<ByteSpan>& lines,
                                         std::size_t columns, const OutlineRules& rules,
                                         HeaderLines extent = HeaderLines::whole);

// Lines joined by one space; a hyphen at a line's end joins without: "West-⏎Vlaamse" → "West-Vlaamse". White
// space runs become one space.
std::string join_lines(std::string_view text, const std::vector<ByteSpan>& lines);

}  // namespace vraagbaak::indexer
