// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/stop_words.h"

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {

std::string_view to_string(Language language) {
  constexpr std::array<std::string_view, 3> kNames{"nl", "en", "fr"};
  return kNames[static_cast<std::size_t>(language)];
}

StopWords::StopWords(const DictionarySource& source) {
  for (const Language language : {Language::nl, Language::en, Language::fr}) {
    const std::string name = std::string(to_string(language)) + "/stopwords.tsv";
    for (const DictionaryRow& row : DictionaryFile(source, name, {"word"})) {
      words_[static_cast<std::size_t>(language)].insert(normalize(row[0]));
    }
  }
}

bool StopWords::contains(std::string_view word, Language language) const {
  return words_[static_cast<std::size_t>(language)].contains(word);
}

}  // namespace vraagbaak::analysis
