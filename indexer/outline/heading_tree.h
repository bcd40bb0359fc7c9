// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "indexer/outline/line_classifier.h"
#include "indexer/outline/section_builder.h"

namespace vraagbaak::indexer {

// Adds a section for each heading line, nested by the way the headings are numbered. What stands above what
// is read from the text itself: a style ("A.", "1.", "1.1", "IV.") that is open is taken up again where the
// number goes on from the one that is open ("B." after "A."); otherwise it begins a level below. Chapters
// ("Hoofdstuk 2") stand above all, headings without a number below all. Headings
// with a level of their own (Line::level) nest by it alone. A section reaches to the next heading of its own
// or a higher level. Linear.
void add_headings(std::string_view text, const std::vector<Line>& lines, SectionBuilder& sections);

}  // namespace vraagbaak::indexer
