// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/text/segmenter.h"
#include "indexer/indexer.h"
#include "query/answer/citation_builder.h"
#include "store/index_reader.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::testing_support {

// The dictionaries and the analyzer that they make, read once for all tests of a program.
inline const analysis::DictionarySource& dictionaries() {
  static const analysis::DictionarySource source = analysis::DictionarySource::built_in();
  return source;
}
inline const analysis::Analyzer& analyzer() {
  static const analysis::Analyzer built(dictionaries());
  return built;
}

// Names and texts.
using Documents = std::vector<std::pair<std::string, std::string>>;

// A few documents, indexed in a folder of their own and open for reading.
class SmallIndex {
 public:
  explicit SmallIndex(const Documents& documents)
      : reader(make(documents)), segmenter(dictionaries()), citations(reader, segmenter) {}

  TempFolder folder;
  store::IndexReader reader;
  analysis::Segmenter segmenter;
  query::CitationBuilder citations;

 private:
  store::IndexReader make(const Documents& documents) const {
    for (const auto& [name, text] : documents) folder.write("documents/" + name, text);
    indexer::index_paths({folder / "documents"}, folder / "index.db", dictionaries());
    return {folder / "index.db", analyzer().fingerprint()};
  }
};

}  // namespace vraagbaak::testing_support
