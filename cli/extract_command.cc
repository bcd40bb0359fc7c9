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

void print_text(const std::string& heading, const Document& document, Context& context) {
  context.console.print(query::render::extract_text(heading, document.text, document.figures, document.names,
                                                    context.console.style()));
}

// Every line of the input, a text of its own: no outline is looked for in it.
int extract_lines(const ExtractOptions& options, Context& context) {
  const analysis::Segmenter segmenter(context.dictionaries);
  const analysis::FigureFinder figures(context.dictionaries);
  const analysis::EntityFinder entities(context.dictionaries);
  bool found = false;
  for (const std::string& name : options.files) {
    LineInput lines(name);
    while (auto line = lines.next()) {
      Document document;
      document.text = *std::move(line);
      const Segmentation segmentation = segmenter.segment(document.text);
      found = found || !segmentation.sentences.empty();
      document.figures = figures.find(document.text, {options.reference_date});
      document.names = entities.find(document.text, segmentation);
      if (context.options.json) {
        context.console.print_line(
            query::render::extract_line_json(document.text, document.figures, document.names, segmentation));
      } else {
        print_text(document.text, document, context);
      }
      context.console.flush();  // whoever feeds us line by line waits for it
    }
  }
  return found ? kFound : kNothing;
}

// A file by the reader for its kind; stdin and an empty file are plain text.
Result<indexer::SourceText> read_source(const std::string& name) {
  auto bytes = read_bytes(name);
  if (!bytes) return bytes.problem();
  if (name == "-" || bytes->empty()) return indexer::read_text(std::move(bytes).value());
  return indexer::read_document(std::move(bytes).value(), name);
}

// Every file, the way that an indexed document goes. A file that cannot be read does not stop the
// others.
int extract_files(const ExtractOptions& options, Context& context) {
  const indexer::DocumentAnalyzer analyzer(context.dictionaries);
  bool found = false;
  bool unreadable = false;
  for (const std::string& name : options.files) {
    auto source = read_source(name);
    if (!source) {
      context.console.complain(source.problem().message());
      unreadable = true;
      continue;
    }
    if (options.text) {
      context.console.print(source->text);
      found = true;
      continue;
    }
    const bool is_plain = source->kind == indexer::FileKind::text;
    const indexer::ReadText read = analyzer.read(name, std::move(source).value(), options.reference_date);
    found = found || !read.segmentation.sentences.empty();
    if (context.options.json) {
      context.console.print_line(
          query::render::extract_file_json(name, read.document, read.segmentation, !is_plain));
    } else {
      print_text(name, read.document, context);
    }
  }
  if (unreadable) return kUnusable;
  return found ? kFound : kNothing;
}

}  // namespace

int run(const ExtractOptions& options, Context& context) {
  return options.lines ? extract_lines(options, context) : extract_files(options, context);
}

}  // namespace vraagbaak::cli
