// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// Understands a question or keyword look-up in Dutch or English: which kind of answer is wanted, and which
// terms, years and names it is about; English terms get their Dutch forms. Immutable; safe to share between
// threads.
class QuestionParser {
 public:
  // The analyzer must outlive the parser. Throws Error where a dictionary is broken.
  QuestionParser(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer);
  ~QuestionParser();

  // Any bytes, any length; words beyond the first 200 are not read. A text without words gives no terms.
  // Read as "nl" or "en" where `language` says so, else as it looks.
  Question parse(std::string_view text, std::string_view language = {}) const;

 private:
  struct Knowledge;
  std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace vraagbaak::query
