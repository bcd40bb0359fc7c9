// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::indexer {

// The dictionaries in the binary, loaded once.
const analysis::DictionarySource& dictionaries();

// All that an index tells, without row numbers: two builds of the same documents give the same text.
std::string dump_index(const std::filesystem::path& db);

// Empty where the index at `db` is whole, its postings compared with the texts; otherwise what is wrong.
std::string damage_of(const std::filesystem::path& db);

// A written question with its answer, different for every number; a few hundred bytes.
std::string sample_text(int number);

}  // namespace vraagbaak::indexer
