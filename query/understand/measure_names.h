// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::query {

// What words of a question say of how something was measured: "uitbetaald" and "betaalde" are of the family
// "uitbetaald" (dictionaries/nl/measures.tsv). Immutable; safe to share between threads.
class MeasureNames {
 public:
  // Throws Error where the dictionary is broken.
  MeasureNames(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer);

  // The families of a word by its stem term ("~betaal"), in the order of the dictionary; none where it says
  // nothing of that. Forms that need another word beside them ("kende … toe") do not count.
  const std::vector<std::string>& of(std::string_view stem_term) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> families_;
};

}  // namespace vraagbaak::query
