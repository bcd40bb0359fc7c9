// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/kindred_words.h"

#include <map>

#include "analysis/dictionary/data_file.h"
#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "analysis/text/text_hash.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {
namespace {

constexpr const char* kSynonymsFile = "nl/synonyms.tsv";
constexpr const char* kRelatedFile = "nl/related-words.tsv";
constexpr char kSynonymMark = 's';
constexpr char kRelatedMark = 'r';
constexpr std::string_view kBetween = " / ";

// The first line of a table that was made of these.
std::string heading(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer) {
  return "# " + analyzer.fingerprint() + " " +
         std::to_string(analysis::text_hash(dictionaries.text(kSynonymsFile))) + " " +
         std::to_string(analysis::text_hash(dictionaries.text(kRelatedFile))) + "\n";
}

void add_line(std::map<std::string, std::string>& lines, char mark, const std::string& stem,
              const std::vector<std::string>& words) {
  std::string cell;
  for (const std::string& word : words) cell.append(cell.empty() ? "" : kBetween).append(word);
  if (!words.empty()) lines.emplace(mark + stem, std::move(cell));
}

}  // namespace

KindredWords::KindredWords(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer)
    : KindredWords(dictionaries, analyzer, analysis::find_data_file("kindred-words.nl.tsv")) {}

KindredWords::KindredWords(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer,
                           const std::string& path)
    : file_(path) {
  if (file_.text().starts_with(heading(dictionaries, analyzer))) {
    table_ = analysis::SortedLines(file_.text());
  } else {
    synonyms_ = std::make_unique<const Synonyms>(dictionaries, analyzer);
    related_ = std::make_unique<const RelatedWords>(dictionaries, analyzer);
  }
}

std::vector<std::string> KindredWords::synonyms(std::string_view stem_term) const {
  return is_prepared() ? look_up(kSynonymMark, stem_term) : synonyms_->of(stem_term);
}

std::vector<std::string> KindredWords::related(std::string_view stem_term) const {
  return is_prepared() ? look_up(kRelatedMark, stem_term) : related_->of(stem_term);
}

std::vector<std::string> KindredWords::look_up(char mark, std::string_view stem_term) const {
  const auto cell = table_.find(std::string(1, mark).append(stem_term));
  std::vector<std::string> words;
  for (std::string_view rest = cell.value_or(""); !rest.empty();) {
    const std::size_t end = rest.find(kBetween);
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + kBetween.size());
  }
  return words;
}

std::string KindredWords::make_table(const analysis::DictionarySource& dictionaries,
                                     const analysis::Analyzer& analyzer) {
  const Synonyms synonyms(dictionaries, analyzer);
  const RelatedWords related(dictionaries, analyzer);
  std::map<std::string, std::string> lines;
  const auto add = [&](std::string_view word) {
    const std::string stem = analyzer.stem_term(analysis::normalize(word));
    add_line(lines, kSynonymMark, stem, synonyms.of(stem));
    add_line(lines, kRelatedMark, stem, related.of(stem));
  };
  for (const analysis::DictionaryRow& row :
       analysis::DictionaryFile(dictionaries, kSynonymsFile, {"word", "synonyms"})) {
    add(row[0]);
    for (const std::string& word : split_word_group(row[1])) add(word);
  }
  for (const analysis::DictionaryRow& row :
       analysis::DictionaryFile(dictionaries, kRelatedFile, {"word", "related"})) {
    add(row[0]);
    add(row[1]);
  }
  std::string table = heading(dictionaries, analyzer);
  for (const auto& [key, cell] : lines) table.append(key).append("\t").append(cell).append("\n");
  return table;
}

}  // namespace vraagbaak::query
