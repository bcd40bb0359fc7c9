// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_list.h"
#include "query/understand/question.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Mends typing errors in a question with the words of the index itself: "begrotting" is read as "begroting"
// where no document has the first and some have the second. Words that Dutch knows are left alone, as are
// years, numbers, short words, and English ones that are no names. Immutable; safe to share between threads.
class Spelling {
 public:
  explicit Spelling(const analysis::DictionarySource& dictionaries) : words_(dictionaries) {}

  // Adds to each such term the word that is meant, as a variant, and notes it in Question::read_as.
  void mend(Question& question, const store::IndexReader& reader, const analysis::Analyzer& analyzer) const;

 private:
  analysis::WordList words_;
};

// How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the
// other; `limit` + 1 where it is more than `limit`. Both in ASCII or counted by bytes. O(|a| · |b|).
std::size_t typing_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace vraagbaak::query
