// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "indexer/file_scanner.h"

namespace vraagbaak::indexer {

// Texts of files from all over the list, some megabytes or a quarter of them all: what the files are like.
// The same files give the same sample. Left out are files that programs of others have to convert, which
// takes long, and those that cannot be read.
std::vector<std::string> sample_texts(const std::vector<ScanPlan::Job>& jobs);

}  // namespace vraagbaak::indexer
