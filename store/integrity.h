// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "store/fts_tokenizer.h"

namespace vraagbaak::store {

// Looks an index through and says in words what is wrong with it; nothing where it is whole: SQLite's pages
// and keys, FTS5's postings, passages that tile each document's text, figures and mentions that lie in their
// passage, sections that lie in their parent. With `terms` the postings are compared with the texts, too
// (that analyses them all again). Needs write permission (FTS5 asks for it) but changes nothing. Throws Error
// where the file cannot be opened.
std::vector<std::string> check_integrity(const std::filesystem::path& file, const TermMaker& terms = {});

}  // namespace vraagbaak::store
