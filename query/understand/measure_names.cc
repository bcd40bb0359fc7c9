// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/measure_names.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::query {

MeasureNames::MeasureNames(const analysis::DictionarySource& dictionaries,
                           const analysis::Analyzer& analyzer) {
  for (const analysis::DictionaryRow& row :
       analysis::DictionaryFile(dictionaries, "nl/measures.tsv", {"form", "measure", "particle"})) {
    if (!row[2].empty()) continue;
    std::vector<std::string>& families = families_[analyzer.stem_term(std::string(row[0]))];
    const std::string family(row[1]);
    if (std::ranges::find(families, family) == families.end()) families.push_back(family);
  }
}

const std::vector<std::string>& MeasureNames::of(std::string_view stem_term) const {
  static const std::vector<std::string> kNone;
  const auto at = families_.find(std::string(stem_term));
  return at == families_.end() ? kNone : at->second;
}

}  // namespace vraagbaak::query
