// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <utility>

#include "analysis/entities/entity_finder.h"
#include "analysis/figures/figure_finder.h"
#include "analysis/text/segmenter.h"
#include "cli/command.h"
#include "cli/input_text.h"
#include "indexer/document_analyzer.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/text_reader.h"
#include "model/result.h"
#include "query/render/extract_json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {
namespace {

class Extraction {
 public:
  Extraction(const ExtractOptions& options, Context& context)
      : context_(context),
        figure_options_{options.reference_date},
        segmenter_(context.dictionaries),
        figures_(context.dictionaries),
        entities_(context.dictionaries),
        analyzer_(context.dictionaries) {}

  // One line of input, a text of its own.
  void line(const std::string& input) {
    const Segmentation segmentation = segmenter_.segment(input);
    found_ = found_ || !segmentation.sentences.empty();
    Document document;
    document.figures = figures_.find(input, figure_options_);
    document.names = entities_.find(input, segmentation);
    document.text = input;
    if (context_.options.json) {
      context_.console.print_line(
          query::render::extract_line_json(input, document.figures, document.names, segmentation));
    } else {
      print(input, document);
    }
    context_.console.flush();  // whoever feeds us line by line waits for it
  }

  void file(const std::string& name, indexer::SourceText source) {
    const Document document = analyzer_.analyze(name, std::move(source.text), std::move(source.pages));
    const Segmentation segmentation = segmenter_.segment(document.text);
    found_ = found_ || !segmentation.sentences.empty();
    if (context_.options.json) {
      context_.console.print_line(query::render::extract_file_json(name, document, segmentation));
    } else {
      print(name, document);
    }
  }

  bool found() const { return found_; }

 private:
  void print(const std::string& heading, const Document& document) {
    context_.console.print(query::render::extract_text(heading, document.text, document.figures,
                                                       document.names, context_.console.style()));
  }

  Context& context_;
  analysis::FigureOptions figure_options_;
  analysis::Segmenter segmenter_;
  analysis::FigureFinder figures_;
  analysis::EntityFinder entities_;
  indexer::DocumentAnalyzer analyzer_;
  bool found_ = false;  // any sentence
};

// A file by the reader for its kind; stdin and an empty file are plain text.
Result<indexer::SourceText> read_source(const std::string& name) {
  auto bytes = read_bytes(name);
  if (!bytes) return bytes.problem();
  if (name == "-" || bytes->empty()) return indexer::read_text(std::move(bytes).value());
  return indexer::read_document(std::move(bytes).value(), name);
}

}  // namespace

int run(const ExtractOptions& options, Context& context) {
  Extraction extraction(options, context);
  bool unreadable = false;
  for (const std::string& name : options.files) {
    if (options.lines) {
      LineInput lines(name);
      while (const auto line = lines.next()) extraction.line(*line);
      continue;
    }
    auto source = read_source(name);
    if (!source) {
      context.console.complain(source.problem().message());
      unreadable = true;
      continue;
    }
    extraction.file(name, std::move(source).value());
  }
  return unreadable ? kUnusable : extraction.found() ? kFound : kNothing;
}

}  // namespace vraagbaak::cli
