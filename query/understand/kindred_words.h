// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "analysis/dictionary/mapped_file.h"
#include "analysis/dictionary/sorted_lines.h"
#include "query/understand/related_words.h"
#include "query/understand/synonyms.h"

namespace vraagbaak::query {

// The synonyms and related words of a stem. To stem all words of their dictionaries takes longer than to
// answer, so the build does it beforehand, into kindred-words.nl.tsv beside the program
// (kindred_words_builder.cc); where that file is absent, or of other dictionaries or another analyzer than
// those given, it is done here. Immutable; safe to share between threads.
class KindredWords {
 public:
  // Throws Error where a dictionary is broken. The analyzer must outlive it.
  KindredWords(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer);
  // With the table at `path`.
  KindredWords(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer,
               const std::string& path);

  // As Synonyms::of() and RelatedWords::of().
  std::vector<std::string> synonyms(std::string_view stem_term) const;
  std::vector<std::string> related(std::string_view stem_term) const;
  // Whether the table serves.
  bool is_prepared() const { return synonyms_ == nullptr; }

  // The table: a line that names what it was made of, then sorted lines "s~stem<tab>synonym / …" and
  // "r~stem<tab>related word / …".
  static std::string make_table(const analysis::DictionarySource& dictionaries,
                                const analysis::Analyzer& analyzer);

 private:
  std::vector<std::string> look_up(char mark, std::string_view stem_term) const;

  analysis::MappedFile file_;
  analysis::SortedLines table_;
  std::unique_ptr<const Synonyms> synonyms_;  // these two only without a table
  std::unique_ptr<const RelatedWords> related_;
};

}  // namespace vraagbaak::query
