// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace vraagbaak::indexer {

// What tells that two documents belong to the same parliamentary question, its asking and its answer:
//   - the number of its case in the Tweede Kamer (zaaknummer), "2024Z18775", in the file's name or alone on a
//   line
//     of the head, as kv-tk-… and ah-tk-… have it, or as the document's number;
//   - what it is called in both: "Vragen van het lid … over … (ingezonden …)", letters and digits alone,
//   since line
//     ends part words in one and glue them in the other.
// Sorted, each once; empty for a document of another kind. Numbers that are only mentioned do not count.
std::vector<std::string> question_keys(const Document& document);

}  // namespace vraagbaak::indexer
