// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/outline_builder.h"

#include <cctype>

#include "indexer/outline/heading_tree.h"
#include "indexer/outline/line_classifier.h"
#include "indexer/outline/metadata.h"
#include "indexer/outline/note_finder.h"
#include "indexer/outline/outline_rules.h"
#include "indexer/outline/qa_linker.h"
#include "indexer/outline/section_builder.h"
#include "indexer/outline/table_finder.h"

namespace vraagbaak::indexer {

struct OutlineBuilder::Parts {
  explicit Parts(const analysis::DictionarySource& dictionaries)
      : rules(dictionaries), classifier(rules), linker(rules), tables(rules), metadata(rules, dictionaries) {}
  OutlineRules rules;
  LineClassifier classifier;
  QaLinker linker;
  TableFinder tables;
  MetadataReader metadata;
};

namespace {

// Notes and page furniture between two paragraphs become sections of their own; inside a sentence that runs
// on over the page they stay where they are, so that no passage cuts it.
void add_notes_and_furniture(std::string_view text, const std::vector<Line>& lines,
                             SectionBuilder& sections) {
  bool sentence_open = false;
  for (std::size_t i = 0; i < lines.size();) {
    const LineKind kind = lines[i].kind;
    if (kind != LineKind::note && kind != LineKind::furniture) {
      if (kind != LineKind::blank) {
        const char last = text[lines[i].ink.end - 1];
        sentence_open = kind == LineKind::text &&
                        (std::isalpha(static_cast<unsigned char>(last)) != 0 || last == ',' || last == '-');
      }
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < lines.size() && lines[end].kind == kind &&
           (kind == LineKind::furniture || lines[end].label.empty()))
      ++end;
    if (!sentence_open) {
      const ByteSpan span{lines[i].span.begin, end < lines.size() ? lines[end].span.begin : text.size()};
      const SectionKind section = kind == LineKind::note ? SectionKind::note : SectionKind::furniture;
      sections.add({kNone, section, kind == LineKind::note ? lines[i].label : "", "", span});
    }
    i = end;
  }
}

}  // namespace

OutlineBuilder::OutlineBuilder(const analysis::DictionarySource& dictionaries)
    : parts_(std::make_unique<const Parts>(dictionaries)) {}
OutlineBuilder::~OutlineBuilder() = default;

void OutlineBuilder::build(Document& document, const std::vector<SourceTable>& given) const {
  const std::string_view text = document.text;
  document.tables.clear();
  document.pairs.clear();
  document.unanswered.clear();
  std::vector<Line> lines = parts_->classifier.classify(text, document.pages);
  mark_notes(text, lines);
  std::vector<FoundTable> tables = parts_->tables.find(text, lines, given);
  for (const FoundTable& found : tables)  // a row or a column header that looked like a heading is none
    for (std::size_t i = found.first_line; i < found.last_line; ++i)
      if (lines[i].kind == LineKind::heading || lines[i].kind == LineKind::chapter)
        lines[i].kind = LineKind::text;
  SectionBuilder sections;
  QaLinks links = parts_->linker.link(text, lines, sections);
  if (!links.found) add_headings(text, lines, sections);
  std::vector<SectionBuilder::Ticket> table_tickets;
  for (const FoundTable& found : tables)
    table_tickets.push_back(
        sections.add({kNone, SectionKind::table, found.label, found.table.caption, found.table.span}));
  add_notes_and_furniture(text, lines, sections);
  document.metadata = parts_->metadata.read(text, lines, links.found);
  auto nested = std::move(sections).build(text.size());
  for (LinkedPair& pair : links.pairs)
    document.pairs.push_back({std::move(pair.label), nested.index[pair.question], nested.index[pair.answer]});
  for (std::size_t i = 0; i < tables.size(); ++i) {
    tables[i].table.section = nested.index[table_tickets[i]];
    document.tables.push_back(std::move(tables[i].table));
  }
  document.unanswered = std::move(links.unanswered);
  document.sections = std::move(nested.sections);
}

}  // namespace vraagbaak::indexer
