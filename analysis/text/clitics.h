// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::analysis {

// Short words whose apostrophe or hyphen belongs to them, from dictionaries/nl/clitics.tsv: `'t`, `'s`,
// `-ie`, `l'`. Immutable; safe to share between threads.
class Clitics {
 public:
  // Throws Error where the dictionary is missing or broken.
  explicit Clitics(const DictionarySource& dictionaries);

  // True where an apostrophe before `letters` makes one word with them: `t` (of `'t`). ASCII case does not
  // count.
  bool takes_apostrophe_before(std::string_view letters) const;
  // True where an apostrophe after `letters` does: `l` (of `l'`).
  bool takes_apostrophe_after(std::string_view letters) const;
  // True where a hyphen before `letters` does: `ie` (of `-ie`).
  bool takes_hyphen_before(std::string_view letters) const;

 private:
  std::vector<std::string> apostrophe_before_;  // a handful each
  std::vector<std::string> apostrophe_after_;
  std::vector<std::string> hyphen_before_;
};

}  // namespace vraagbaak::analysis
