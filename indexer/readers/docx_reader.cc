// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/docx_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "indexer/readers/encoding.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/text_composer.h"
#include "indexer/readers/word_styles.h"
#include "indexer/readers/zip_archive.h"

namespace vraagbaak::indexer {
namespace {

constexpr std::string_view kFootnote = "footnote ";

int integer(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_off(std::string_view value) {
  return value == "0" || value == "false" || value == "off";
}

// What is known outside the part that is read.
struct Package {
  WordStyles styles;
  WordNumbering numbering;
  std::map<std::string, SourceText> notes;  // by kind and id: "footnote 2"
};

// A part of WordprocessingML: the body, the notes, a header (ECMA-376, part 1, 17).
class PartReader final : public MarkupHandler {
 public:
  // Notes are gathered into package.notes; everything else is text.
  PartReader(Package& package, bool notes) : package_(package), gathers_notes_(notes) {}

  void open(std::string_view name, const Attributes& attributes) override {
    if (skipping_ > 0 || is_skipped(name)) {
      ++skipping_;
      return;
    }
    if (name == "p") {
      open_paragraph();
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab" && !in_properties_) {
      composer().blank();
    } else if (name == "br" || name == "cr") {
      if (attributes["type"] != "page") composer().line_break();
    } else if (name == "noBreakHyphen") {
      put("-");
    } else if (name == "lastRenderedPageBreak") {
      if (boxes_.empty()) composer().mark_page();
    } else if (name == "fldChar") {
      field(attributes["fldCharType"]);
    } else if (name == "footnoteReference" || name == "endnoteReference") {
      call_note(name == "footnoteReference" ? kFootnote : "endnote ", attributes["id"]);
    } else if (name == "footnote" || name == "endnote") {
      note_ = std::string(name) + " " + std::string(attributes["id"]);
      note_is_text_ = attributes["type"].empty() || attributes["type"] == "normal";
    } else if (name == "txbxContent") {
      boxes_.push_back(std::make_unique<TextComposer>());
    } else if (name == "tbl") {
      composer().begin_table();
    } else if (name == "tr") {
      row_open_ = false;
      row_heads_ = false;
    } else if (name == "tblHeader") {
      row_heads_ = !is_off(attributes["val"]);
    } else if (name == "tc") {
      open_row();
      span_ = 1;
      cell_open_ = false;
    } else if (name == "gridSpan") {
      span_ = static_cast<std::size_t>(std::max(integer(attributes["val"], 1), 1));
    } else if (name == "pPr") {
      in_properties_ = true;
    } else if (in_properties_) {
      property(name, attributes);
    }
  }

  void close(std::string_view name) override {
    if (skipping_ > 0) {
      --skipping_;
      return;
    }
    if (name == "p") {
      close_paragraph();
    } else if (name == "t") {
      in_text_ = false;
    } else if (name == "pPr") {
      in_properties_ = false;
      apply_properties();
    } else if (name == "txbxContent") {
      if (boxes_.empty()) return;
      waiting_.push_back(boxes_.back()->finish());
      boxes_.pop_back();
    } else if (name == "tcPr") {
      open_cell();
    } else if (name == "tc") {
      open_cell();
      composer().end_cell();
      cell_open_ = true;
    } else if (name == "tbl") {
      composer().end_table();
      cell_open_ = true;  // the cell round it, where there is one
      row_open_ = true;
    } else if (name == "footnote" || name == "endnote") {
      SourceText text = body_->finish();
      if (note_is_text_ && gathers_notes_) package_.notes[note_] = std::move(text);
      body_ = std::make_unique<TextComposer>();
    }
  }

  void text(std::string_view text) override {
    if (skipping_ == 0 && in_text_) put(text);
  }

  // The notes in the order they are called, below everything else; footnotes on the page that
  // calls them.
  void add_called_notes() {
    const int last_page = body_->page();
    for (std::size_t i = 0; i < called_.size(); ++i) {
      const auto found = package_.notes.find(called_[i].key);
      if (found == package_.notes.end()) continue;
      const std::string number = std::to_string(i + 1);
      body_->set_page(called_[i].key.starts_with(kFootnote) ? called_[i].page : last_page);
      body_->begin_note(number);
      body_->mark_item(bracketed(number));
      body_->text(found->second.text);
      body_->end_note();
    }
    body_->set_page(last_page);
  }
  TextComposer& body() { return *body_; }
  SourceText finish() { return body_->finish(); }

 private:
  static bool is_skipped(std::string_view name) {
    // Struck-out text, field codes, the copy of a text box for old programs, properties of drawings.
    return name == "instrText" || name == "delText" || name == "del" || name == "moveFrom" ||
           name == "Fallback" || name == "delInstrText" || name == "pPrChange" || name == "rPrChange" ||
           name == "docPr" || name == "sdtPr" || name == "annotation";
  }

  static std::string bracketed(std::string_view number) {
    std::string mark = "[";
    mark.append(number).append(1, ']');
    return mark;
  }

  TextComposer& composer() { return boxes_.empty() ? *body_ : *boxes_.back(); }

  void put(std::string_view text) {
    // Between the begin of a field and its separator stands its code, whatever it is made of.
    if (std::ranges::find(fields_, false) != fields_.end()) return;
    composer().text(text);
  }

  void field(std::string_view type) {
    if (type == "begin") {
      fields_.push_back(false);
    } else if (type == "separate" && !fields_.empty()) {
      fields_.back() = true;
    } else if (type == "end" && !fields_.empty()) {
      fields_.pop_back();
    }
  }

  void call_note(std::string_view kind, std::string_view id) {
    std::string key(kind);
    key += id;
    if (!package_.notes.contains(key)) return;
    called_.push_back({std::move(key), body_->page()});
    put(bracketed(std::to_string(called_.size())));
  }

  void open_paragraph() {
    if (!cell_open_) open_cell();
    composer().end_paragraph();
    style_.clear();
    list_.reset();
    level_ = 0;
    in_properties_ = false;
    applied_ = false;
  }

  void property(std::string_view name, const Attributes& attributes) {
    const std::string_view value = attributes["val"];
    if (name == "pStyle") {
      style_ = value;
    } else if (name == "numId") {
      if (!list_) list_ = ListPlace{};
      list_->list = integer(value, 0);
    } else if (name == "ilvl") {
      if (!list_) list_ = ListPlace{};
      list_->level = integer(value, 0);
    } else if (name == "outlineLvl") {
      const int level = integer(value, 9);
      if (level < 9) level_ = level + 1;
    }
  }

  // A heading or an item of a list begins.
  void apply_properties() {
    if (applied_) return;
    applied_ = true;
    const int level = level_ > 0 ? level_ : package_.styles.heading_level(style_);
    const std::optional<ListPlace> list = list_ ? list_ : package_.styles.list_place(style_);
    is_item_ = false;
    if (list && list->list > 0) {
      is_item_ = level == 0;
      if (std::string mark = package_.numbering.next_mark(*list); !mark.empty())
        composer().mark_item(std::move(mark));
    }
    if (level > 0) composer().begin_heading(level);
  }

  void close_paragraph() {
    composer().end_line();
    if (!is_item_) composer().end_paragraph();
    is_item_ = false;
    if (!boxes_.empty()) return;
    for (const SourceText& box : std::exchange(waiting_, {})) composer().append(box);
  }

  void open_row() {
    if (row_open_) return;
    composer().begin_row(row_heads_);
    row_open_ = true;
  }

  void open_cell() {
    if (cell_open_ || !composer().in_table()) return;
    composer().begin_cell(1, span_, false);
    cell_open_ = true;
  }

  Package& package_;
  bool gathers_notes_;
  std::unique_ptr<TextComposer> body_ = std::make_unique<TextComposer>();
  std::vector<std::unique_ptr<TextComposer>> boxes_;  // open text boxes, outermost first
  std::vector<SourceText> waiting_;                   // boxes of the open paragraph
  int skipping_ = 0;
  bool in_text_ = false;
  bool in_properties_ = false;
  bool applied_ = false;
  bool is_item_ = false;
  std::string style_;
  std::optional<ListPlace> list_;
  int level_ = 0;
  std::vector<bool> fields_;  // open ones: whether their result has begun
  struct Call {
    std::string key;
    int page = 1;
  };
  std::vector<Call> called_;
  std::string note_;
  bool note_is_text_ = false;
  bool row_open_ = true;
  bool row_heads_ = false;
  bool cell_open_ = true;
  std::size_t span_ = 1;
};

class Reader {
 public:
  Reader(ZipArchive& archive, std::string_view name) : archive_(archive), name_(name) {}

  Result<SourceText> read() {
    const std::string main = main_part();
    if (auto problem = parse_if_there("word/styles.xml", package_.styles)) return *problem;
    if (auto problem = parse_if_there("word/numbering.xml", package_.numbering)) return *problem;
    for (const char* part : {"word/footnotes.xml", "word/endnotes.xml"}) {
      PartReader notes(package_, true);
      if (auto problem = parse_if_there(part, notes)) return *problem;
    }
    PartReader body(package_, false);
    if (auto problem = add_running_lines("word/header", body.body())) return *problem;
    if (auto problem = parse(main, body)) return *problem;
    body.add_called_notes();
    if (auto problem = add_running_lines("word/footer", body.body())) return *problem;
    return body.finish();
  }

 private:
  std::string main_part() const {
    for (const ZipArchive::Entry& entry : archive_.entries()) {
      if (entry.name.starts_with("word/document") && entry.name.ends_with(".xml")) return entry.name;
    }
    return "word/document.xml";
  }

  // Headers or footers: each text once.
  std::optional<Problem> add_running_lines(std::string_view prefix, TextComposer& composer) {
    std::set<std::string> seen;
    for (const ZipArchive::Entry& entry : archive_.entries()) {
      if (!entry.name.starts_with(prefix) || !entry.name.ends_with(".xml")) continue;
      PartReader part(package_, false);
      if (auto problem = parse(entry.name, part)) return problem;
      SourceText lines = part.finish();
      if (lines.text.empty() || !seen.insert(lines.text).second) continue;
      lines.outline = {};  // running lines head nothing
      lines.tables.clear();
      composer.begin_furniture();
      composer.append(lines);
      composer.end_furniture();
    }
    return std::nullopt;
  }

  std::optional<Problem> parse_if_there(const std::string& part, MarkupHandler& handler) {
    return archive_.has(part) ? parse(part, handler) : std::nullopt;
  }

  std::optional<Problem> parse(const std::string& part, MarkupHandler& handler) {
    auto bytes = archive_.read(part);
    if (!bytes) return bytes.problem();
    if (const auto error = parse_xml(decode_markup(std::move(bytes).value()), handler)) {
      return Problem{name_, part + " in it " + *error, "save it once more with Word or LibreOffice"};
    }
    return std::nullopt;
  }

  ZipArchive& archive_;
  std::string name_;
  Package package_;
};

}  // namespace

Result<SourceText> read_docx(std::string bytes, std::string_view name) {
  auto archive = ZipArchive::open(bytes, name);
  if (!archive) return archive.problem();
  return Reader(archive.value(), name).read();
}

}  // namespace vraagbaak::indexer
