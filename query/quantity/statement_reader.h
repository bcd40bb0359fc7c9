// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "analysis/phrases/clause_cutter.h"
#include "analysis/text/segmenter.h"
#include "query/answer/passage_finder.h"
#include "query/answer/passage_reading.h"
#include "query/quantity/stated_figure.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Reads the quantities of passages, each with what its sentence or row says of it. Immutable; safe to share
// between threads.
class StatementReader {
 public:
  // Reads nl/statement-words.tsv, nl/measures.tsv and what a Segmenter and a ClauseCutter read; throws Error
  // where one is broken. The analyzer must outlive the reader.
  StatementReader(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer);

  // The quantities of one passage, in order. Needs passage.record and passage.side alone. Linear in the
  // passage and its figures.
  std::vector<StatedFigure> read(const FoundPassage& passage, const store::IndexReader& reader) const;

  // All of a document but its page furniture, in order.
  std::vector<StatedFigure> read(store::DocumentId document, const store::IndexReader& reader) const;

  // The stems of the words of substance in a text, sorted, each once.
  std::vector<std::string> terms_in(std::string_view text) const;

  // True for the stem of a word that says how much or what was done, not of what: "aantal", "uitbetaald".
  bool is_light(const std::string& term) const { return light_.contains(term); }

 private:
  struct Word;
  enum class Role : std::uint8_t { budgeted, estimated, realised, deictic, now, light };
  std::vector<Word> words_of(std::string_view text) const;
  void add_roles(StatedFigure& stated, std::string_view text, ByteSpan part) const;
  void read_cell(StatedFigure& stated, const std::string& caption) const;
  void read_prose(StatedFigure& stated, const PassageReading& reading, const std::vector<Word>& words,
                  ByteSpan own) const;

  const analysis::Analyzer& analyzer_;
  analysis::Tokenizer tokenizer_;
  analysis::Segmenter segmenter_;
  analysis::ClauseCutter cutter_;
  std::unordered_map<std::string, std::vector<Role>> roles_;
  std::unordered_set<std::string> light_;  // stems
};

// The years that stand in `text`, four digits each, also at the head of a word ("2018BA"). In order.
std::vector<int> years_in_header(std::string_view text);

// How much two sorted lists of terms have in common: weight of the shared ones over that of all, 0–1; 0 where
// both are empty. `weight` gives a term's weight.
template <typename Weight>
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b, Weight weight) {
  double shared = 0;
  double all = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      all += weight(a[i++]);
    } else if (i == a.size() || b[j] < a[i]) {
      all += weight(b[j++]);
    } else {
      shared += weight(a[i]);
      all += weight(a[i]);
      ++i;
      ++j;
    }
  }
  return all > 0 ? shared / all : 0;
}

}  // namespace vraagbaak::query
