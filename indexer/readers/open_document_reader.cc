// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/open_document_reader.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "indexer/readers/cell_budget.h"
#include "indexer/readers/cell_values.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/sheet_writer.h"
#include "indexer/readers/text_composer.h"
#include "indexer/readers/zip_archive.h"

namespace vraagbaak::indexer {
namespace {

std::size_t number_in(std::string_view text, std::size_t otherwise) {
  std::size_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Text that is not the document's: comments, struck-out text, the layout's own.
bool is_skipped(std::string_view name) {
  return name == "annotation" || name == "tracked-changes" || name == "automatic-styles" ||
         name == "styles" || name == "master-styles" || name == "scripts" || name == "font-face-decls" ||
         name == "sequence-decls" || name == "desc" || name == "title" || name == "forms" ||
         name == "table-source";
}

// OpenDocument 1.2, part 1: chapters 5 (text) and 9 (tables).
class TextReader final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    if (skipping_ > 0 || is_skipped(name)) {
      ++skipping_;
    } else if (name == "h") {
      composer().begin_heading(
          static_cast<int>(std::min<std::size_t>(number_in(attributes["outline-level"], 1), 9)));
      ++in_text_;
    } else if (name == "p") {
      open_paragraph();
    } else if (name == "s" || name == "tab") {
      composer().blank();
    } else if (name == "line-break") {
      composer().line_break();
    } else if (name == "soft-page-break") {
      if (nested_.empty()) composer().mark_page();
    } else if (name == "list-item") {
      composer().mark_item("-");
      ++in_item_;
    } else if (name == "note") {
      notes_.push_back({std::to_string(notes_.size() + 1), {}});
      composer().text(bracketed(notes_.back().label));
    } else if (name == "note-citation") {
      ++skipping_;
    } else if (name == "note-body" || name == "text-box") {
      nested_.push_back(
          {std::make_unique<TextComposer>(), std::exchange(in_item_, 0), std::exchange(in_text_, 0)});
    } else if (name == "table") {
      composer().begin_table();
    } else if (name == "table-header-rows") {
      in_header_ = true;
    } else if (name == "table-row") {
      composer().begin_row(in_header_);
    } else if (name == "table-cell") {
      composer().begin_cell(number_in(attributes["number-rows-spanned"], 1),
                            number_in(attributes["number-columns-spanned"], 1), false);
    }
  }

  void close(std::string_view name) override {
    if (skipping_ > 0) {
      --skipping_;
    } else if (name == "h") {
      composer().end_paragraph();
      --in_text_;
    } else if (name == "p") {
      close_paragraph();
    } else if (name == "list-item") {
      composer().end_line();
      --in_item_;
    } else if (name == "list") {
      if (in_item_ == 0) composer().end_paragraph();
    } else if (name == "note-body" || name == "text-box") {
      close_nested(name == "note-body");
    } else if (name == "table") {
      composer().end_table();
    } else if (name == "table-header-rows") {
      in_header_ = false;
    } else if (name == "table-cell") {
      composer().end_cell();
    }
  }

  void text(std::string_view text) override {
    if (skipping_ == 0 && in_text_ > 0) composer().text(text);
  }

  SourceText finish() {
    for (const Note& note : notes_) {
      body_.begin_note(note.label);
      body_.mark_item(bracketed(note.label));
      body_.text(note.text);
      body_.end_note();
    }
    return body_.finish();
  }

 private:
  struct Nested {
    std::unique_ptr<TextComposer> composer;
    int in_item = 0;
    int in_text = 0;
  };
  struct Note {
    std::string label;
    std::string text;
  };

  static std::string bracketed(std::string_view number) {
    std::string mark = "[";
    mark.append(number).append(1, ']');
    return mark;
  }

  TextComposer& composer() { return nested_.empty() ? body_ : *nested_.back().composer; }

  void open_paragraph() {
    if (in_item_ > 0)
      composer().line_break();
    else
      composer().end_paragraph();
    ++in_text_;
  }

  void close_paragraph() {
    --in_text_;
    if (in_item_ == 0) composer().end_paragraph();
    if (!nested_.empty()) return;
    for (const SourceText& box : std::exchange(boxes_, {})) composer().append(box);
  }

  void close_nested(bool is_note) {
    if (nested_.empty()) return;
    SourceText content = nested_.back().composer->finish();
    in_item_ = nested_.back().in_item;
    in_text_ = nested_.back().in_text;
    nested_.pop_back();
    if (is_note && !notes_.empty())
      notes_.back().text = std::move(content.text);
    else
      boxes_.push_back(std::move(content));
  }

  TextComposer body_;
  std::vector<Nested> nested_;
  std::vector<SourceText> boxes_;  // of the open paragraph
  std::vector<Note> notes_;
  int skipping_ = 0;
  int in_text_ = 0;
  int in_item_ = 0;
  bool in_header_ = false;
};

// A spreadsheet's content. Rows and cells may stand for many like them; only those with a text are made.
class SheetReader final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "style" && attributes["family"] == "table") {
      style_ = attributes["name"];
    } else if (name == "table-properties" && attributes["display"] == "false") {
      hidden_styles_.insert(style_);
    } else if (name == "table" && !in_table_) {
      in_table_ = true;
      sheets_.push_back({std::string(attributes["name"]),
                         hidden_styles_.contains(std::string(attributes["style-name"])),
                         {}});
      row_ = 0;
    } else if (name == "table-row") {
      rows_ = std::max<std::size_t>(number_in(attributes["number-rows-repeated"], 1), 1);
      column_ = 0;
      row_begin_ = sheets_.empty() ? 0 : sheets_.back().cells.size();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      open_cell(attributes);
    } else if (name == "annotation") {
      ++skipping_;
    } else if (name == "p" && in_cell_) {
      if (!text_.empty()) text_ += '\n';
      ++in_text_;
    } else if ((name == "s" || name == "tab" || name == "line-break") && in_text_ > 0) {
      text_ += ' ';
    }
  }

  void close(std::string_view name) override {
    if (name == "table") {
      in_table_ = false;
    } else if (name == "table-row") {
      close_row();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      close_cell();
    } else if (name == "annotation") {
      --skipping_;
    } else if (name == "p" && in_text_ > 0) {
      --in_text_;
    }
  }

  void text(std::string_view text) override {
    if (in_text_ > 0 && skipping_ == 0) text_ += text;
  }

  SourceText finish(std::string_view name) {
    TextComposer composer;
    composer.metadata().title = std::filesystem::path(name).stem().string();
    for (SheetContent& sheet : sheets_)
      write_sheet(composer, sheet.name, sheet.hidden, std::move(sheet.cells));
    return composer.finish();
  }

 private:
  // Copies of one cell or row that are made; a fill beyond them is no data.
  static constexpr std::size_t kMostCopies = 1000;

  struct SheetContent {
    std::string name;
    bool hidden = false;
    std::vector<GridCell> cells;
  };

  void open_cell(const Attributes& attributes) {
    in_cell_ = true;
    text_.clear();
    cell_ = {};
    cell_.columns =
        std::clamp<std::size_t>(number_in(attributes["number-columns-spanned"], 1), 1, kMostCopies);
    cell_.rows = std::clamp<std::size_t>(number_in(attributes["number-rows-spanned"], 1), 1, kMostCopies);
    copies_ = std::max<std::size_t>(number_in(attributes["number-columns-repeated"], 1), 1);
    value_.clear();
    const std::string_view type = attributes["value-type"];
    if (type == "float") {
      value_ = show_number(attributes["value"], NumberLook::plain);
    } else if (type == "percentage") {
      value_ = show_number(attributes["value"], NumberLook::percent);
    } else if (type == "currency") {
      const bool euro = attributes["currency"] == "EUR" || attributes["currency"].empty();
      value_ = show_number(attributes["value"], euro ? NumberLook::euro : NumberLook::plain);
      if (!euro) value_ = std::string(attributes["currency"]) + " " + value_;
    } else if (type == "date") {
      value_ = attributes["date-value"].substr(0, 10);
    }
  }

  void close_cell() {
    in_cell_ = false;
    if (sheets_.empty()) return;
    cell_.text = value_.empty() ? std::move(text_) : value_;
    text_.clear();
    if (!cell_.text.empty()) {
      for (std::size_t i = 0; i < std::min(copies_, kMostCopies); ++i) {
        cell_.row = row_;
        cell_.column = column_ + i;
        add(cell_);
      }
    }
    column_ += copies_;
  }

  void close_row() {
    if (sheets_.empty()) return;
    std::vector<GridCell>& cells = sheets_.back().cells;
    const std::size_t end = cells.size();
    if (end > row_begin_) {
      for (std::size_t copy = 1; copy < std::min(rows_, kMostCopies); ++copy) {
        for (std::size_t i = row_begin_; i < end; ++i) {
          GridCell cell = cells[i];
          cell.row = row_ + copy;
          add(std::move(cell));
        }
      }
    }
    row_ += rows_;
  }

  void add(GridCell cell) {
    budget_.take(cell.text.size());
    sheets_.back().cells.push_back(std::move(cell));
  }

  std::vector<SheetContent> sheets_;
  std::set<std::string> hidden_styles_;
  std::string style_;
  CellBudget budget_;
  std::size_t row_ = 0;
  std::size_t rows_ = 1;
  std::size_t row_begin_ = 0;
  std::size_t column_ = 0;
  std::size_t copies_ = 1;
  GridCell cell_;
  std::string text_;
  std::string value_;
  bool in_table_ = false;
  bool in_cell_ = false;
  int in_text_ = 0;
  int skipping_ = 0;
};

// The XML of the content; a Problem where there is none to be had.
Result<std::string> content_of(std::string_view bytes, std::string_view name) {
  auto archive = ZipArchive::open(bytes, name);
  if (!archive) return archive.problem();
  if (archive.value().has("META-INF/manifest.xml")) {
    auto manifest = archive.value().read("META-INF/manifest.xml");
    if (!manifest) return manifest.problem();
    if (manifest->find("encryption-data") != std::string::npos) {
      return Problem{std::string(name), "is behind a password",
                     "open it with its password and save it without"};
    }
  }
  auto content = archive.value().read("content.xml");
  if (!content) return content.problem();
  return decode_markup(std::move(content).value());
}

Problem broken(std::string_view name, const MarkupError& error) {
  return {std::string(name), "content.xml in it " + error, "save it once more with LibreOffice"};
}

}  // namespace

Result<SourceText> read_odt(std::string bytes, std::string_view name) {
  const auto content = content_of(bytes, name);
  if (!content) return content.problem();
  TextReader reader;
  if (const auto error = parse_xml(*content, reader)) return broken(name, *error);
  return reader.finish();
}

Result<SourceText> read_ods(std::string bytes, std::string_view name) {
  const auto content = content_of(bytes, name);
  if (!content) return content.problem();
  SheetReader reader;
  try {
    if (const auto error = parse_xml(*content, reader)) return broken(name, *error);
  } catch (const TooMuchInCells& exceeded) {
    return Problem{std::string(name), exceeded.what, "split it into smaller files"};
  }
  return reader.finish(name);
}

}  // namespace vraagbaak::indexer
