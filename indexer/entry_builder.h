// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/tokenizer.h"
#include "indexer/document_analyzer.h"
#include "indexer/readers/reader.h"
#include "store/compression.h"
#include "store/index_writer.h"

namespace vraagbaak::indexer {

// Makes of a text all that the index stores of it. Once prepared, it does not change and is safe to share
// between threads.
class EntryBuilder {
 public:
  // The dictionaries must outlive it.
  explicit EntryBuilder(const analysis::DictionarySource& dictionaries);

  // Reads what build() needs beyond the rest: a run that finds nothing to analyse saves it.
  void prepare();
  // Only after prepare(). `phrases` are those that the text is packed with.
  store::IndexEntry build(store::SourceFile file, SourceText source,
                          const store::PhraseBook& phrases = store::PhraseBook::common()) const;
  // The index terms of a title, heading path or passage. A text behind the mark that the index puts before
  // French (store/schema.sql, passage_index) has exact terms and numbers alone: Dutch stems and compounds of
  // French words lead astray.
  store::TermList terms(std::string_view text) const;
  // What an index made with this builder is made with.
  const store::IndexIdentity& identity() const { return identity_; }

 private:
  store::TermList passage_terms(std::string_view text, const Passage& passage, const ReadText& read) const;

  analysis::Analyzer analyzer_;
  analysis::Tokenizer tokenizer_;
  const analysis::DictionarySource& dictionaries_;
  std::unique_ptr<const DocumentAnalyzer> documents_;
  store::IndexIdentity identity_;
};

}  // namespace vraagbaak::indexer
