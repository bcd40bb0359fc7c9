// SPDX-License-Identifier: EUPL-1.2
#include "indexer/entry_builder.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "analysis/text/normalizer.h"
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
  store::TermList list;
  bool with_stems = true;
};

std::vector<store::IndexEntry::Alias> aliases_of(const Entity& entity) {
  std::vector<store::IndexEntry::Alias> aliases;
  aliases.push_back({analysis::normalize(entity.name), entity.name});
  for (const std::string& alias : entity.aliases) aliases.push_back({analysis::normalize(alias), alias});
  return aliases;
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

store::IndexEntry EntryBuilder::build(store::SourceFile file, SourceText source) const {
  store::IndexEntry entry;
  const FileKind kind = source.kind;
  entry.document = documents_->analyze(file.document_path, std::move(source));
  entry.file = std::move(file);
  entry.file.format = short_name(kind);
  entry.titled_by_name =
      kind == FileKind::csv &&
      entry.document.metadata.title == std::filesystem::path(entry.file.source).stem().string();
  const Document& document = entry.document;
  entry.folded_author = analysis::normalize(document.metadata.author);
  entry.heading_paths = store::heading_paths(document);
  entry.title_terms = terms(document.metadata.title);
  for (const std::string& path : entry.heading_paths) entry.heading_terms.push_back(terms(path));
  for (const Passage& passage : document.passages) {
    std::string text;
    if (passage.language == "fr") text = kFrenchMark;
    text += passage.span.in(document.text);
    entry.body_terms.push_back(passage.kind == PassageKind::furniture ? store::TermList() : terms(text));
  }
  entry.question_keys = question_keys(document);
  for (const Entity& entity : document.names.entities) entry.aliases.push_back(aliases_of(entity));
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

}  // namespace vraagbaak::indexer
