// SPDX-License-Identifier: EUPL-1.2
#include "indexer/document_analyzer.h"

#include <utility>

#include "analysis/text/segmenter.h"
#include "indexer/outline/outline_builder.h"
#include "indexer/passage_builder.h"

namespace vraagbaak::indexer {

struct DocumentAnalyzer::Stages {
  explicit Stages(const analysis::DictionarySource& dictionaries)
      : segmenter(dictionaries), outline(dictionaries), passages(dictionaries) {}

  analysis::Segmenter segmenter;
  OutlineBuilder outline;
  PassageBuilder passages;
};

DocumentAnalyzer::DocumentAnalyzer(const analysis::DictionarySource& dictionaries)
    : stages_(std::make_unique<const Stages>(dictionaries)) {}
DocumentAnalyzer::~DocumentAnalyzer() = default;
DocumentAnalyzer::DocumentAnalyzer(DocumentAnalyzer&&) noexcept = default;

Document DocumentAnalyzer::analyze(std::string path, std::string text, std::vector<Page> pages) const {
  Document document;
  document.path = std::move(path);
  document.text = std::move(text);
  document.pages = std::move(pages);
  const Segmentation segmentation = stages_->segmenter.segment(document.text);
  stages_->outline.build(document);
  stages_->passages.build(document, segmentation);
  return document;
}

}  // namespace vraagbaak::indexer
