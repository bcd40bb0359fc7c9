// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/grid.h"
#include "indexer/readers/source_text.h"

namespace vraagbaak::indexer {

// Puts together the text of a document with structure, as running text: a paragraph a line with a blank line
// behind it, list items a line each, tables as rows of tabs. White space runs become one blank (a blank that
// a line break in the source left before a closing mark goes), soft hyphens and zero-width marks go. Calls
// come in the order of the text; whatever is still open at finish() is closed.
class TextComposer {
 public:
  TextComposer();
  ~TextComposer();
  TextComposer(const TextComposer&) = delete;
  TextComposer& operator=(const TextComposer&) = delete;

  // --- inside a paragraph
  void text(std::string_view utf8);
  void blank();       // a blank, unless one stands there
  void line_break();  // a new line of the same paragraph
  // The language of the text to come, ISO 639-1; empty: not said.
  void set_language(std::string_view language);

  // --- paragraphs. Each ends what is open.
  void end_paragraph();
  void end_line();  // the same without a blank line behind it: items of a list
  // The paragraph to come begins with this mark ("-", "3."), unless end_line() comes first.
  void mark_item(std::string mark);
  void begin_heading(int level);  // up to the end of the paragraph
  void begin_note(std::string_view label);
  void end_note();
  void begin_furniture();
  void end_furniture();
  // What follows stands on the next page; paragraphs and tables may lie on both. A table stands on the page
  // it begins on.
  void mark_page();
  // The page that the text to come stands on, from 1; and that it stands on another one, which may come
  // again: a note stands on the page that calls it. Not in a table.
  int page() const { return (page_starts_.empty() ? 1 : page_starts_.back().number); }
  void set_page(int number);

  // --- tables. Paragraphs, lists and further tables may stand in a cell. A table that only lays out a page
  // (one row or column, long texts, tables inside) becomes the paragraphs of its cells.
  void begin_table();
  void set_caption(std::string_view text);  // of the open table, between its rows
  void begin_row(bool heads = false);
  void begin_cell(std::size_t rows, std::size_t columns, bool heads);
  void end_cell();
  void end_table();
  bool in_table() const { return !tables_.empty(); }
  // A table that is known already. `sheet`: an index in SourceText::sheets to note the cells' places in.
  void add_grid(const std::vector<GridCell>& cells, std::string_view caption,
                std::optional<std::size_t> sheet = std::nullopt);

  // --- sheets
  std::size_t begin_sheet(std::string name, bool hidden);
  void end_sheet();
  void mark_cell(std::size_t row, std::size_t column);  // of the open sheet: where the text to come stands

  Metadata& metadata() { return source_.outline.metadata; }
  void set_day(std::string_view words);  // the first time counts
  // Everything of `part` as it stands, below; its headings `deeper` levels down.
  void append(const SourceText& part, int deeper = 0);
  // Bytes so far, cells of open tables included.
  std::size_t size() const;

  SourceText finish();

 private:
  struct OpenTable;
  TextComposer& target();
  void close_table();
  void put(std::string_view text);
  void close_paragraph(std::string_view behind);
  void blank_line();
  void note_language(std::size_t bytes);

  SourceText source_;
  std::vector<std::unique_ptr<OpenTable>> tables_;
  std::size_t unread_tables_ = 0;  // tables inside tables too deep to be read as such

  std::size_t paragraph_ = std::string::npos;  // begin of the open paragraph
  bool blank_pending_ = false;
  bool blank_is_break_ = false;  // the pending blank was a line break in the source
  std::string item_mark_;
  int heading_level_ = 0;
  std::string language_;
  std::map<std::string, std::size_t, std::less<>> paragraph_bytes_;  // by language
  struct OpenSection {
    Section section;
    std::size_t begin = 0;
  };
  std::vector<OpenSection> open_sections_;
  struct PageStart {
    int number = 1;
    std::size_t begin = 0;
  };
  std::vector<PageStart> page_starts_;  // but for the first page
  std::size_t pages_in_table_ = 0;      // that ended in the open table
  bool sheet_open_ = false;
};

}  // namespace vraagbaak::indexer
