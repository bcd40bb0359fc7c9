// SPDX-License-Identifier: EUPL-1.2
#include "indexer/document_analyzer.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/entities/entity_finder.h"
#include "analysis/figures/figure_finder.h"
#include "analysis/language/language_guess.h"
#include "analysis/text/segmenter.h"
#include "analysis/text/stemmer.h"
#include "indexer/figure_collector.h"
#include "indexer/foreign_text.h"
#include "indexer/note_mark_splitter.h"
#include "indexer/outline/outline_builder.h"
#include "indexer/passage_builder.h"
#include "indexer/placed_references.h"
#include "indexer/subject_linker.h"

namespace vraagbaak::indexer {
namespace {

// Bytes below which a passage says little of its language.
constexpr std::size_t kReadable = 80;

// In a French document, headings and other short passages right over French are French, and white space.
void tell_short_french(std::vector<Passage>& passages, std::string_view text) {
  bool is_over_french = false;
  for (auto passage = passages.rbegin(); passage != passages.rend(); ++passage) {
    if (passage->kind == PassageKind::furniture) continue;
    const bool is_blank = passage->span.in(text).find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    if (is_blank || (is_over_french && passage->span.size() < kReadable)) passage->language = "fr";
    if (is_blank) continue;
    is_over_french = passage->language == "fr";
  }
}

// Gives each passage its language, and the document the one that most of its bytes are in.
void tell_languages(Document& document, const std::vector<ByteSpan>& french,
                    const analysis::LanguageReading& languages) {
  std::map<std::string, std::size_t> bytes;
  std::size_t next = 0;
  for (Passage& passage : document.passages) {
    while (next < french.size() && french[next].end <= passage.span.begin) ++next;
    const bool is_french = next < french.size() && french[next].overlaps(passage.span);
    if (passage.kind == PassageKind::furniture) continue;
    passage.language = to_string(is_french ? analysis::Language::fr : languages.guess(passage.span));
    bytes[passage.language] += passage.span.size();
  }
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& language) { return language.second; });
  if (most != bytes.end()) document.language = most->first;
  if (document.language == "fr") tell_short_french(document.passages, document.text);
}

// Takes the numbers of the tokens that lie in the stretches, or partly.
void forget_numbers(const std::vector<Token>& tokens, const std::vector<ByteSpan>& stretches,
                    std::vector<analysis::WordNumber>& numbers) {
  std::size_t at = 0;
  for (const ByteSpan stretch : stretches) {
    while (at < tokens.size() && tokens[at].span.end <= stretch.begin) ++at;
    for (; at < tokens.size() && tokens[at].span.begin < stretch.end; ++at) numbers[at] = 0;
  }
}

}  // namespace

struct DocumentAnalyzer::Stages {
  explicit Stages(const analysis::DictionarySource& dictionaries)
      : segmenter(dictionaries),
        outline(dictionaries),
        languages(dictionaries),
        figures(dictionaries),
        stemmer(dictionaries),
        names(dictionaries),
        subjects(dictionaries) {}

  analysis::Segmenter segmenter;
  OutlineBuilder outline;
  PassageBuilder passages;
  analysis::LanguageGuesser languages;
  analysis::FigureFinder figures;
  analysis::Stemmer stemmer;
  analysis::EntityFinder names;
  SubjectLinker subjects;
};

DocumentAnalyzer::DocumentAnalyzer(const analysis::DictionarySource& dictionaries)
    : stages_(std::make_unique<const Stages>(dictionaries)) {}
DocumentAnalyzer::~DocumentAnalyzer() = default;
DocumentAnalyzer::DocumentAnalyzer(DocumentAnalyzer&&) noexcept = default;

Document DocumentAnalyzer::analyze(std::string path, std::string text) const {
  SourceText source;
  source.text = std::move(text);
  return analyze(std::move(path), std::move(source));
}

Document DocumentAnalyzer::analyze(std::string path, SourceText source,
                                   const std::optional<PartialDate>& reference) const {
  return std::move(read_whole(std::move(path), std::move(source), reference).document);
}

ReadText DocumentAnalyzer::read_whole(std::string path, SourceText source,
                                      const std::optional<PartialDate>& reference) const {
  return read_parts(std::move(path), std::move(source), reference, true);
}

ReadText DocumentAnalyzer::read(std::string path, SourceText source,
                                const std::optional<PartialDate>& reference) const {
  return read_parts(std::move(path), std::move(source), reference, false);
}

ReadText DocumentAnalyzer::read_parts(std::string path, SourceText source,
                                      const std::optional<PartialDate>& reference, bool whole) const {
  const analysis::WordHold hold;
  ReadText read_text;
  Document& document = read_text.document;
  document.path = std::move(path);
  document.text = std::move(source.text);
  document.pages = std::move(source.pages);
  document.sheets = std::move(source.sheets);
  read_text.segmentation = stages_->segmenter.segment(document.text);
  const std::vector<Token>& tokens = read_text.segmentation.tokens;
  read_text.numbers = analysis::number_words(document.text, tokens);
  const analysis::LanguageReading languages(stages_->languages, document.text, tokens, read_text.numbers);
  read_text.french = find_french(document.text, source.outline.languages, languages);
  stages_->outline.build(document, source);
  // What is read as Dutch must be Dutch: meanwhile blanks stand where French stands.
  std::string with_french;
  std::vector<analysis::WordNumber> dutch = read_text.numbers;
  if (!read_text.french.empty()) {
    with_french = std::exchange(document.text, without(document.text, read_text.french));
    forget_numbers(tokens, read_text.french, dutch);
  }
  collect_figures(document, stages_->figures, {reference});
  split_note_marks(document, stages_->stemmer);
  tell_placed_references(document);
  document.names = stages_->names.find(document.text, read_text.segmentation, dutch);
  if (!read_text.french.empty()) document.text = std::move(with_french);  // where `languages` looks for it
  if (!whole) return read_text;
  stages_->passages.build(document, read_text.segmentation, read_text.french);
  tell_languages(document, read_text.french, languages);
  stages_->subjects.link(document, read_text.segmentation, stages_->figures);
  return read_text;
}

}  // namespace vraagbaak::indexer
