// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_numbers.h"
#include "indexer/readers/source_text.h"
#include "model/calendar.h"
#include "model/document.h"
#include "model/token.h"

namespace vraagbaak::indexer {

// What is read in a text by itself: the document with its outline, tables, figures and names, and the tokens
// and sentences. Spans are bytes of `document.text`.
struct ReadText {
  Document document;
  Segmentation segmentation;
  // By token; 0 for those that have none. They hold while a WordHold of the thread that read the text lives.
  std::vector<analysis::WordNumber> numbers;
  std::vector<ByteSpan>
      french;  // the paragraphs in French, in order; no figures or names are looked for there
};

// The way of one document from text to everything that is known of it: segmentation, outline, passages,
// figures, names. `extract` and `index` both go this way, `extract` a part of it. Immutable; safe to share
// between threads.
class DocumentAnalyzer {
 public:
  // Throws Error where a dictionary is wrong.
  explicit DocumentAnalyzer(const analysis::DictionarySource& dictionaries);
  ~DocumentAnalyzer();
  DocumentAnalyzer(DocumentAnalyzer&&) noexcept;
  DocumentAnalyzer& operator=(DocumentAnalyzer&&) = delete;

  // `source` is as a reader makes it: well-formed UTF-8, pages that tile it.
  // Passages of the result tile the text; spans of all are bytes of it. An empty text gives the root section
  // only.
  // Relative dates (gisteren, vorig jaar) count from `reference`, a day; without one they stay unread.
  // French paragraphs are passages of their own in which neither figures nor names are looked for.
  Document analyze(std::string path, SourceText source,
                   const std::optional<PartialDate>& reference = std::nullopt) const;
  // The same with the tokens and sentences.
  ReadText read_whole(std::string path, SourceText source,
                      const std::optional<PartialDate>& reference = std::nullopt) const;
  // The same of a plain text.
  Document analyze(std::string path, std::string text) const;

  // The part of it that `extract` prints: without passages, languages and what the figures are figures of.
  ReadText read(std::string path, SourceText source,
                const std::optional<PartialDate>& reference = std::nullopt) const;

 private:
  struct Stages;
  ReadText read_parts(std::string path, SourceText source, const std::optional<PartialDate>& reference,
                      bool whole) const;

  std::unique_ptr<const Stages> stages_;
};

}  // namespace vraagbaak::indexer
