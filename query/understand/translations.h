// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/mapped_file.h"
#include "analysis/dictionary/sorted_lines.h"

namespace vraagbaak::query {

// English words and how Dutch says them, for words that the glossary of the field does not have. From
// words.en-nl.tsv, a file of its own that the build makes by turning round the Dutch-English FreeDict
// dictionary (Debian package dict-freedict-nld-eng, GPL); it is found as analysis::find_data_file says. Where
// it is absent nothing is translated beyond the glossary. Immutable; safe to share between threads.
class Translations {
 public:
  Translations();
  // With the list at `path`; empty where it cannot be read.
  explicit Translations(const std::string& path);

  // Dutch words for an English one, normalized, the likeliest first; base forms ("caterpillars" →
  // caterpillar) are tried too. Empty where the list does not have it. Logarithmic in the list.
  std::vector<std::string> of(std::string_view english) const;
  bool is_empty() const { return file_.size() == 0; }

 private:
  analysis::MappedFile file_;
  analysis::SortedLines lines_;  // "english<tab>dutch / dutch"
};

}  // namespace vraagbaak::query
