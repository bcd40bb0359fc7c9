// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/clitics.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::analysis {
namespace {

char fold(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool holds(const std::vector<std::string>& forms, std::string_view letters) {
  return std::ranges::any_of(
      forms, [letters](const std::string& form) { return std::ranges::equal(form, letters, {}, {}, fold); });
}

}  // namespace

Clitics::Clitics(const DictionarySource& dictionaries) {
  const DictionaryFile file(dictionaries, "nl/clitics.tsv", {"form", "language"});
  for (const DictionaryRow& row : file) {
    const std::string_view form = row[0];
    if (form.size() > 1 && form.front() == '\'') {
      apostrophe_before_.emplace_back(form.substr(1));
    } else if (form.size() > 1 && form.front() == '-') {
      hyphen_before_.emplace_back(form.substr(1));
    } else if (form.size() > 1 && form.back() == '\'') {
      apostrophe_after_.emplace_back(form.substr(0, form.size() - 1));
    } else {
      file.reject(row, "form " + std::string(form) + " has no apostrophe or hyphen at its edge",
                  "write 't, -ie or l'");
    }
  }
}

bool Clitics::takes_apostrophe_before(std::string_view letters) const {
  return holds(apostrophe_before_, letters);
}

bool Clitics::takes_apostrophe_after(std::string_view letters) const {
  return holds(apostrophe_after_, letters);
}

bool Clitics::takes_hyphen_before(std::string_view letters) const {
  return holds(hyphen_before_, letters);
}

}  // namespace vraagbaak::analysis
