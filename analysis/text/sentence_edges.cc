// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/sentence_edges.h"

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::analysis {

SentenceEdges::SentenceEdges(const DictionarySource& dictionaries) {
  const DictionaryFile file(dictionaries, "nl/sentence-edges.tsv", {"form", "role"});
  for (const DictionaryRow& row : file) {
    if (row[1] == "begins") {
      begins_.insert(row[0]);
    } else if (row[1] == "goes_on") {
      goes_on_.insert(row[0]);
    } else if (row[1] == "links") {
      links_.insert(row[0]);
    } else {
      file.reject(row, "unknown role " + std::string(row[1]), "write begins, goes_on or links");
    }
  }
}

}  // namespace vraagbaak::analysis
