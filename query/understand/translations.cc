// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/translations.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "analysis/dictionary/data_file.h"
#include "query/understand/glossary.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

Translations::Translations() : Translations(analysis::find_data_file("words.en-nl.tsv")) {}

Translations::Translations(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (file) text_.assign(std::istreambuf_iterator<char>(file), {});
}

std::vector<std::string> Translations::of(std::string_view english) const {
  if (text_.empty()) return {};
  for (const std::string& form : english_base_forms(english)) {
    if (const std::string_view cell = find(form); !cell.empty()) return split_word_group(cell);
  }
  return {};
}

// Halves the text; a line is what stands between two line ends.
std::string_view Translations::find(std::string_view english) const {
  const std::string_view text = text_;
  std::size_t low = 0;
  std::size_t high = text.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == 0 ? std::string_view::npos : text.rfind('\n', middle - 1);
    const std::size_t begin = before == std::string_view::npos || before + 1 < low ? low : before + 1;
    const std::size_t end = std::min(text.find('\n', middle), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    const std::string_view word = line.substr(0, tab);
    if (word == english) return tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
    if (word < english) {
      low = end + 1;
    } else {
      high = begin;
    }
  }
  return {};
}

}  // namespace vraagbaak::query
