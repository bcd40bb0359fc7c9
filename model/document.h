// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/byte_span.h"
#include "model/calendar.h"
#include "model/entity.h"
#include "model/figure.h"

namespace vraagbaak {

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);  // "no such index"

// One page of a paginated document; pages tile the text.
struct Page {
  int number = 1;  // 1-based
  ByteSpan span;
  friend bool operator==(const Page&, const Page&) = default;
};

// Where a stretch of a workbook's text stands: from `begin` on, the cell in `row` and `column`, both 0-based;
// each tab up to the next mark or the end of the line goes one column on.
struct SheetMark {
  std::size_t begin = 0;
  std::size_t row = 0;
  std::size_t column = 0;
  friend bool operator==(const SheetMark&, const SheetMark&) = default;
};

// A sheet of a workbook, or a file of records (CSV), which is one sheet without a name.
struct Sheet {
  std::string name;
  bool hidden = false;
  ByteSpan span;
  std::vector<SheetMark> marks;  // in order
  friend bool operator==(const Sheet&, const Sheet&) = default;
};

// Enumerators as they print in JSON. `deelvraag` is what Dutch calls a lettered part of a numbered question.
enum class SectionKind : std::uint8_t {
  document,      // the root: the whole text
  part,          // the questions' half, the answers' half
  heading,       // a titled section of a report
  question,      // a numbered question of a member
  sub_question,  // deelvraag: a), b) … of a question
  answer,        // the minister's answer to a question or sub-question
  list,
  table,
  note,       // foot- or end-note
  furniture,  // running header or footer, page number: kept, not searched
};

// A node of the outline. Sections nest; section 0 is the document.
struct Section {
  std::size_t parent = kNone;  // index in Document::sections
  SectionKind kind = SectionKind::heading;
  std::string label;    // "6", "1.a", "3-4", "Tabel 8"; empty where it has none
  std::string heading;  // its title or first words; empty where it has none
  ByteSpan span;        // heading included
  friend bool operator==(const Section&, const Section&) = default;
};

// A question and the text that answers it, by index in Document::sections. One answer may serve several
// questions (label "3-4"), and a question may have several answers.
struct QaPair {
  std::string label;
  std::size_t question = kNone;
  std::size_t answer = kNone;
  friend bool operator==(const QaPair&, const QaPair&) = default;
};

struct Cell {
  ByteSpan span;  // may be empty for an empty cell
  std::size_t row = 0;
  std::size_t column = 0;     // the first of the columns it covers; 0 is the leftmost data column
  std::string row_header;     // the path of row labels, outer first
  std::string column_header;  // the path of column headers, upper first: "2017 steun (MEUR)"
  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Table {
  std::size_t section = kNone;  // the section (kind table) that holds it
  std::string caption;          // with its number: "Tabel 8: …"; empty where it has none
  std::string unit;             // ISO 4217, "%" … where caption or header gives one for the whole table
  int scale_power = 0;          // 6 for "in miljoen euro", 3 for "x 1.000"
  ByteSpan span;
  std::vector<std::string> columns;  // header text of each data column
  std::vector<Cell> cells;           // by row, then column
  friend bool operator==(const Table&, const Table&) = default;
};

enum class PassageKind : std::uint8_t { text, question, answer, list, table, note, furniture };

// The unit of retrieval: a few sentences, list items or table rows of one section. Passages tile the text.
struct Passage {
  std::size_t section = 0;  // index in Document::sections
  PassageKind kind = PassageKind::text;
  ByteSpan span;
  std::string language = "nl";  // ISO 639-1: nl, fr, en
  friend bool operator==(const Passage&, const Passage&) = default;
};

// What a document says of itself. All fields may be empty.
struct Metadata {
  std::string title;
  std::string type;       // schriftelijke_vraag, bijlage, rapport, plan, handelingen, brief, besluit …
  std::string number;     // "761"
  std::string author;     // the member who asked; otherwise who signed
  std::string addressee;  // the minister asked
  std::optional<PartialDate> date;
  friend bool operator==(const Metadata&, const Metadata&) = default;
};

// A document as the indexer knows it after reading and analysing. `text` is UTF-8, well-formed, and what
// every offset refers to.
struct Document {
  std::string path;  // relative to the indexed folder, '/' separators
  std::string text;
  std::string language = "nl";
  Metadata metadata;
  std::vector<Page> pages;        // empty where the format has none
  std::vector<Sheet> sheets;      // the same
  std::vector<Section> sections;  // [0] is the document itself
  std::vector<Passage> passages;
  std::vector<Table> tables;
  std::vector<QaPair> pairs;
  std::vector<std::string> unanswered;  // labels of questions on which the answer says nothing
  std::vector<Figure> figures;
  EntityList names;
};

// The cell in that row and column, both 0-based, as spreadsheets name it: "B12".
std::string cell_name(std::size_t row, std::size_t column);

std::string_view to_string(SectionKind kind);
std::optional<SectionKind> section_kind_from(std::string_view name);
std::string_view to_string(PassageKind kind);
std::optional<PassageKind> passage_kind_from(std::string_view name);

}  // namespace vraagbaak
