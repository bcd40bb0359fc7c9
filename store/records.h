// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"

namespace vraagbaak::store {

// What an index gives back. All spans are bytes of the document's text.

using DocumentId = std::int64_t;
using PassageId = std::int64_t;
using FigureId = std::int64_t;
using EntityId = std::int64_t;

// The passages of a document, by their ids.
struct PassageRange {
  PassageId first = 0;
  PassageId last = -1;  // its own too; below `first` where there is none
};

// A section, table or the like: its document and its index in Document::sections, ::tables …
struct PartId {
  DocumentId document = 0;
  std::size_t number = 0;
  friend auto operator<=>(const PartId&, const PartId&) = default;
};

struct DocumentRecord {
  DocumentId id = 0;
  std::string path;                 // as citations show it
  std::vector<std::string> copies;  // paths of further files with the same content, sorted
  std::string source;               // absolute path of the file of that path
  std::string language;
  std::string format;  // "pdf", "docx" …
  Metadata metadata;
  std::size_t byte_count = 0;
  std::size_t code_point_count = 0;
  std::string content_hash;  // SHA-256 of the file's bytes when it was read, hexadecimal
};

struct SectionRecord {
  PartId id;
  std::optional<std::size_t> parent;  // number of the section it lies in; none for the document itself
  SectionKind kind = SectionKind::heading;
  std::string label;
  std::string heading;
  std::string heading_path;  // headings of the sections round it and its own, outermost first, " > " between
  ByteSpan span;
};

struct PassageRecord {
  PassageId id = 0;
  DocumentId document = 0;
  std::size_t number = 0;   // its place in the document
  std::size_t section = 0;  // number of the innermost section that holds it
  PassageKind kind = PassageKind::text;
  std::string language;
  ByteSpan span;
  std::size_t start_code_point = 0;  // span.begin in code points of the document's text
  std::string text;
};

struct CellPlace {
  std::string sheet;  // empty in a file of records
  std::string cell;   // as spreadsheets name it: "B12"
  friend bool operator==(const CellPlace&, const CellPlace&) = default;
};

struct FigureRecord {
  FigureId id = 0;
  PassageId passage = 0;
  Figure figure;
  std::optional<std::size_t> table;  // the table it stands in, by number …
  std::optional<std::size_t> cell;   // … and the cell of that table
};

struct MentionRecord {
  EntityId entity = 0;
  PassageId passage = 0;
  ByteSpan span;
  EntityKind kind = EntityKind::organisation;
  std::string rule;
};

struct EntityRecord {
  EntityId id = 0;
  std::string name;
  EntityKind kind = EntityKind::organisation;
  std::size_t mentions = 0;  // in the whole index
};

struct TableRecord {
  PartId id;
  Table table;  // without cells: IndexReader::cells
};

// What one run of indexing did.
struct RunRecord {
  std::string finished;  // ISO 8601, UTC: "2026-11-28T06:12:03Z"
  double seconds = 0;
  std::size_t added = 0;  // documents …
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t renamed = 0;     // … of `unchanged`
  std::size_t duplicates = 0;  // files with the content of another
  std::size_t failed = 0;
  friend bool operator==(const RunRecord&, const RunRecord&) = default;
};

// How much an index holds.
struct IndexCounts {
  std::size_t documents = 0;
  std::size_t passages = 0;
  std::size_t figures = 0;
  std::size_t entities = 0;
  std::size_t bytes = 0;  // of text
};

}  // namespace vraagbaak::store
