// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/outline_builder.h"

#include <algorithm>
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

// Says which lines belong to what the format gives.
class GivenLines {
 public:
  explicit GivenLines(std::vector<Line>& lines) : lines_(lines) {}

  void mark(const SourceOutline& given) {
    if (!given.headings.empty()) {
      for (Line& line : lines_) {
        if (line.kind == LineKind::heading || line.kind == LineKind::chapter) line.kind = LineKind::text;
      }
    }
    for (const GivenHeading& heading : given.headings) {
      const std::size_t i = line_at(heading.span.begin);
      if (i == lines_.size()) continue;
      Line& line = lines_[i];
      const bool is_question = line.kind == LineKind::question_number ||
                               line.kind == LineKind::answer_number ||
                               line.kind == LineKind::question_header || line.kind == LineKind::answer_header;
      if (line.kind == LineKind::blank || is_question) continue;
      line.kind = LineKind::heading;
      line.level = heading.level;
    }
    for (const Section& section : given.sections) take(section.span);
  }

 private:
  // The line that holds that byte, or the number of lines.
  std::size_t line_at(std::size_t byte) const {
    const auto after =
        std::ranges::upper_bound(lines_, byte, {}, [](const Line& line) { return line.span.begin; });
    return after == lines_.begin() ? lines_.size() : static_cast<std::size_t>(after - lines_.begin()) - 1;
  }

  void take(ByteSpan span) {
    for (std::size_t i = line_at(span.begin); i < lines_.size() && lines_[i].span.begin < span.end; ++i) {
      if (lines_[i].kind != LineKind::blank) lines_[i].kind = LineKind::given;
    }
  }

  std::vector<Line>& lines_;
};

void lay_over(Metadata& metadata, const Metadata& given) {
  const auto take = [](std::string& field, const std::string& value) {
    if (!value.empty()) field = value;
  };
  take(metadata.title, given.title);
  take(metadata.type, given.type);
  take(metadata.number, given.number);
  take(metadata.author, given.author);
  take(metadata.addressee, given.addressee);
  if (given.date) metadata.date = given.date;
}

}  // namespace

OutlineBuilder::OutlineBuilder(const analysis::DictionarySource& dictionaries)
    : parts_(std::make_unique<const Parts>(dictionaries)) {}
OutlineBuilder::~OutlineBuilder() = default;

void OutlineBuilder::build(Document& document, const SourceText& given) const {
  const std::string_view text = document.text;
  document.tables.clear();
  document.pairs.clear();
  document.unanswered.clear();
  std::vector<Line> lines = parts_->classifier.classify(text, document.pages);
  GivenLines(lines).mark(given.outline);
  mark_notes(text, lines);
  std::vector<FoundTable> tables = parts_->tables.find(text, lines, given.tables);
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
  for (const Section& section : given.outline.sections) sections.add(section);
  add_notes_and_furniture(text, lines, sections);
  document.metadata = parts_->metadata.read(text, lines, links.found);
  lay_over(document.metadata, given.outline.metadata);
  if (!document.metadata.date) {
    const std::size_t day = given.outline.day.find_first_of("0123456789");
    if (day != std::string::npos)
      document.metadata.date = parts_->metadata.parse_date(given.outline.day.substr(day));
  }
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
