// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/section_builder.h"

#include <algorithm>
#include <numeric>

namespace vraagbaak::indexer {

SectionBuilder::Ticket SectionBuilder::add(Section section) {
  sections_.push_back(std::move(section));
  return sections_.size() - 1;
}

SectionBuilder::Result SectionBuilder::build(std::size_t text_size) && {
  Result result;
  result.index.assign(sections_.size(), 0);
  result.sections.push_back({kNone, SectionKind::document, "", "", {0, text_size}});

  std::vector<std::size_t> order(sections_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [this](std::size_t a, std::size_t b) {
    const ByteSpan x = sections_[a].span;
    const ByteSpan y = sections_[b].span;
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });

  std::vector<std::size_t> open{0};
  for (const std::size_t ticket : order) {
    Section section = std::move(sections_[ticket]);
    while (open.size() > 1 && result.sections[open.back()].span.end <= section.span.begin) open.pop_back();
    const ByteSpan outer = result.sections[open.back()].span;
    section.parent = open.back();
    section.span.begin = std::min(section.span.begin, outer.end);
    section.span.end = std::clamp(section.span.end, section.span.begin, outer.end);
    result.index[ticket] = result.sections.size();
    open.push_back(result.sections.size());
    result.sections.push_back(std::move(section));
  }
  return result;
}

}  // namespace vraagbaak::indexer
