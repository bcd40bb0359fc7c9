// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "query/answerer.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Finds questions to show people who see the index for the first time. Immutable; safe to share between
// threads.
class ExampleQuestions {
 public:
  // Reads interface/example-words.tsv; throws Error where it is broken.
  explicit ExampleQuestions(const analysis::DictionarySource& dictionaries);

  // At most `count` questions that the documents themselves ask, that can be understood on their own and that
  // are answered from the index with some confidence; each of another document, the same ones for the same
  // index. Asks a bounded number of questions.
  std::vector<std::string> find(const store::IndexReader& reader, const Answerer& answerer,
                                std::size_t count) const;

 private:
  std::optional<std::string> standing_alone(std::string_view text) const;

  std::vector<std::string> beginnings_;  // a question that begins so asks for a fact
  std::set<std::string> pointing_;       // a word that points to what was said before
};

}  // namespace vraagbaak::query
