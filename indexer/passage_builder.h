// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/document.h"
#include "model/token.h"

namespace vraagbaak::indexer {

// Cuts a document into passages, the unit of retrieval. Immutable once made; safe to share between threads.
class PassageBuilder {
 public:
  // Fills document.passages from its text, sections and tables (OutlineBuilder first) and the sentences of
  // `segmentation`. Passages tile the text in order: joined they give back every byte; the empty text has
  // none. Each lies in one section, is 400–900 bytes long where the section allows it, and never cuts a
  // sentence, a list item or a table row (only a sentence of more than 16 KiB is cut, at white space). Linear
  // in the size of the text.
  // `foreign` are stretches of text in another language than what stands round them, in order: no passage
  // lies across the edge of one.
  void build(Document& document, const Segmentation& segmentation,
             const std::vector<ByteSpan>& foreign = {}) const;
};

}  // namespace vraagbaak::indexer
