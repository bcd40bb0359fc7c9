// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/translations.h"

#include "analysis/dictionary/data_file.h"
#include "query/understand/glossary.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

Translations::Translations() : Translations(analysis::find_data_file("words.en-nl.tsv")) {}

Translations::Translations(const std::string& path) : file_(path), lines_(file_.text()) {}

std::vector<std::string> Translations::of(std::string_view english) const {
  if (is_empty()) return {};
  for (const std::string& form : english_base_forms(english)) {
    if (const auto cell = lines_.find(form); cell && !cell->empty()) return split_word_group(*cell);
  }
  return {};
}

}  // namespace vraagbaak::query
