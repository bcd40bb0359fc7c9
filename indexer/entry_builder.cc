// SPDX-License-Identifier: EUPL-1.2
#include "indexer/entry_builder.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "analysis/term_packing.h"
#include "analysis/text/normalizer.h"
#include "indexer/annex_references.h"
#include "indexer/program_identity.h"
#include "indexer/question_keys.h"

namespace vraagbaak::indexer {
namespace {

constexpr char kFrenchMark = '\x01';  // see passage_index in store/schema.sql

struct TermCollector final : analysis::TermSink {
  void take(std::string_view text, ByteSpan, std::uint32_t, bool colocated) override {
    if (!with_stems && text.starts_with('~')) return;
    list.add(text, colocated);
  }
  void take_packed(std::string_view packed, ByteSpan span, std::uint32_t position) override {
    if (!with_stems) return TermSink::take_packed(packed, span, position);
    analysis::for_each_packed_term(packed, [this](std::string_view term, bool colocated) {
      list.add(term, colocated);
      return true;
    });
  }
  store::TermList list;
  bool with_stems = true;
};

std::vector<store::IndexEntry::Alias> aliases_of(const Entity& entity) {
  std::vector<store::IndexEntry::Alias> aliases;
  aliases.push_back({analysis::normalize(entity.name), entity.name});
  for (const std::string& alias : entity.aliases) aliases.push_back({analysis::normalize(alias), alias});
  return aliases;
}

// As the index's view gives a text to whoever makes its terms.
std::string marked(std::string_view text, bool is_french) {
  std::string made;
  if (is_french) made = kFrenchMark;
  return made.append(text);
}

// For each section: none of its passages is of another language.
std::vector<bool> sections_of_french_alone(const Document& document) {
  std::vector<bool> alone(document.sections.size(), true);
  for (const Passage& passage : document.passages) {
    const bool is_other = passage.kind != PassageKind::furniture && passage.language != "fr";
    if (is_other && passage.section < alone.size()) alone[passage.section] = false;
  }
  return alone;
}

// An entry waits in memory for the writer: what is packed need not wait twice.
void shed_packed(Document& document) {
  document.text = {};
  document.figures = {};
  document.names.mentions = {};
  for (Table& table : document.tables) table.cells = {};
}

}  // namespace

EntryBuilder::EntryBuilder(const analysis::DictionarySource& dictionaries)
    : analyzer_(dictionaries),
      tokenizer_(dictionaries),
      dictionaries_(dictionaries),
      identity_{analyzer_.fingerprint(), program_identity(dictionaries)} {}

void EntryBuilder::prepare() {
  if (!documents_) documents_ = std::make_unique<const DocumentAnalyzer>(dictionaries_);
}

store::IndexEntry EntryBuilder::build(store::SourceFile file, SourceText source,
                                      const store::PhraseBook& phrases) const {
  store::IndexEntry entry;
  const FileKind kind = source.kind;
  const analysis::WordHold hold;
  ReadText read = documents_->read_whole(file.document_path, std::move(source));
  entry.document = std::move(read.document);
  entry.file = std::move(file);
  entry.file.format = short_name(kind);
  entry.titled_by_name =
      kind == FileKind::csv &&
      entry.document.metadata.title == std::filesystem::path(entry.file.source).stem().string();
  const Document& document = entry.document;
  entry.folded_author = analysis::normalize(document.metadata.author);
  entry.heading_paths = store::heading_paths(document);
  const bool is_french = document.language == "fr";
  entry.title_terms = terms(marked(document.metadata.title, is_french));
  const std::vector<bool> over_french = sections_of_french_alone(document);
  for (std::size_t i = 0; i < entry.heading_paths.size(); ++i)
    entry.heading_terms.push_back(terms(marked(entry.heading_paths[i], is_french && over_french[i])));
  for (const Passage& passage : document.passages) {
    entry.body_terms.push_back(passage.kind == PassageKind::furniture
                                   ? store::TermList()
                                   : passage_terms(document.text, passage, read));
  }
  entry.question_keys = question_keys(document);
  entry.annexes = annex_references(document);
  for (const Entity& entity : document.names.entities) entry.aliases.push_back(aliases_of(entity));
  entry.content = store::pack_content(document, phrases);
  shed_packed(entry.document);
  return entry;
}

store::TermList EntryBuilder::terms(std::string_view text) const {
  TermCollector collector;
  if (text.starts_with(kFrenchMark)) {
    collector.with_stems = false;
    text.remove_prefix(1);
  }
  analyzer_.analyze(text, tokenizer_.tokenize(text), collector);
  return std::move(collector.list);
}

// As terms() of the passage by itself; mostly its tokens are those that the document has there.
store::TermList EntryBuilder::passage_terms(std::string_view text, const Passage& passage,
                                            const ReadText& read) const {
  const bool is_french = passage.language == "fr";
  const auto range = tokenizer_.range_of(text, passage.span, read.segmentation.tokens);
  if (!range || passage.span.in(text).starts_with(kFrenchMark))
    return terms(marked(passage.span.in(text), is_french));
  TermCollector collector;
  collector.with_stems = !is_french;
  const std::size_t count = range->last - range->first;
  analyzer_.analyze(text, std::span(read.segmentation.tokens).subspan(range->first, count),
                    std::span(read.numbers).subspan(range->first, count), collector);
  return std::move(collector.list);
}

}  // namespace vraagbaak::indexer
