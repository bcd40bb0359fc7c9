// SPDX-License-Identifier: EUPL-1.2
#include "store/heading_path.h"

#include <vector>

namespace vraagbaak::store {

std::string HeadingFinder::path_of(PartId section) {
  if (!row_)
    row_.emplace(database_, "SELECT heading, parent FROM section WHERE document_id = ? AND number = ?");
  std::vector<std::string> headings;  // from the innermost out
  // Section 0 is the document; its heading would be its title, which is searched on its own. A parent stands
  // before its children.
  for (std::size_t number = section.number; number != 0;) {
    const StatementLease row(*row_);
    row->reset();
    row->bind_all(section.document, number);
    if (!row->step()) break;
    headings.push_back(row->text(0));
    const std::size_t parent = row->is_null(1) ? 0 : row->size(1);
    number = parent < number ? parent : 0;
  }
  HeadingPath path;
  while (!headings.empty()) {
    path.add(headings.back());
    headings.pop_back();
  }
  return std::move(path).take();
}

}  // namespace vraagbaak::store
