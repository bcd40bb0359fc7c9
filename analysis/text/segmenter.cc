// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/segmenter.h"

#include <utility>

namespace vraagbaak::analysis {

Segmenter::Segmenter(const DictionarySource& dictionaries)
    : tokenizer_(dictionaries), sentence_splitter_(dictionaries) {}

Segmentation Segmenter::segment(std::string_view text) const {
  Segmentation segmentation;
  segmentation.tokens = tokenizer_.tokenize(text);
  segmentation.sentences = sentence_splitter_.split(text, segmentation.tokens);
  return segmentation;
}

}  // namespace vraagbaak::analysis
