// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/text_composer.h"

#include <algorithm>
#include <utility>

namespace vraagbaak::indexer {
namespace {

// Tables inside tables beyond this depth are layout without end.
constexpr std::size_t kDeepestTable = 8;
// A table of data has short cells: a mean and a longest length in bytes above which it lays out a page.
constexpr std::size_t kMeanCell = 160;
constexpr std::size_t kLongestCell = 3000;
// A cell with this many paragraphs is a piece of a page.
constexpr std::size_t kParagraphs = 3;
constexpr int kDeepestHeading = 9;

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// White space and marks that leave no trace, at `at`: bytes, and whether it is white space.
struct Gap {
  std::size_t size = 0;
  bool blank = false;
  bool is_break = false;
};
Gap gap_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_space(c)) return {1, true, c == '\n' || c == '\r'};
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\x85")) return {2, true, false};
  if (rest.starts_with("\xC2\xAD")) return {2, false, false};  // soft hyphen
  if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89") ||
      rest.starts_with("\xE2\x80\x82") || rest.starts_with("\xE2\x80\x83"))
    return {3, true, false};
  if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF")) return {3, false, false};
  if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') return {1, true, false};
  return {};
}

// Before these no blank stands, behind those none follows.
bool closes(std::string_view rest) {
  if (rest.starts_with("..")) return false;
  return std::string_view(".,;:)?!]").find(rest.front()) != std::string_view::npos;
}
bool opens(std::string_view text) {
  return text.ends_with('(') || text.ends_with('[');
}

// Paragraphs of a text that ends in a line end.
std::size_t paragraphs_in(std::string_view text) {
  std::size_t count = text.empty() ? 0 : 1;
  for (std::size_t at = text.find("\n\n"); at != std::string_view::npos; at = text.find("\n\n", at + 2))
    ++count;
  return count;
}

// Of two headings in a row that say the same in two languages, the Dutch one heads what follows.
void drop_translated_headings(SourceText& source) {
  std::map<std::size_t, std::string_view> languages;
  for (const LanguageSpan& said : source.outline.languages) languages[said.span.begin] = said.language;
  const auto language_of = [&](const GivenHeading& heading) {
    const auto found = languages.find(heading.span.begin);
    return found == languages.end() ? std::string_view() : found->second;
  };
  std::vector<GivenHeading> kept;
  for (const GivenHeading& heading : source.outline.headings) {
    if (!kept.empty() && kept.back().level == heading.level) {
      const ByteSpan between{kept.back().span.end, heading.span.begin};
      const std::string_view other = language_of(kept.back());
      const std::string_view own = language_of(heading);
      if (std::ranges::all_of(between.in(source.text), is_space) && own != other && !own.empty() &&
          !other.empty()) {
        if (other == "nl") continue;
        if (own == "nl") kept.pop_back();
      }
    }
    kept.push_back(heading);
  }
  source.outline.headings = std::move(kept);
}

ByteSpan moved(ByteSpan span, std::size_t by) {
  return {span.begin + by, span.end + by};
}

}  // namespace

struct TextComposer::OpenTable {
  struct Place {
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t rows = 1;
    std::size_t columns = 1;
    bool heads = false;
  };
  std::vector<Place> places;
  std::vector<SourceText> contents;
  std::unique_ptr<TextComposer> cell;  // the open one
  std::string language;
  std::size_t row = 0;  // one past the open row
  std::size_t column = 0;
  bool row_heads = false;
  std::string caption;
  std::size_t bytes = 0;
  std::map<std::size_t, std::size_t> covered;  // column → row up to which a cell from above covers it
};

TextComposer::TextComposer() = default;
TextComposer::~TextComposer() = default;

TextComposer& TextComposer::target() {
  TextComposer* at = this;
  while (!at->tables_.empty()) {
    OpenTable& table = *at->tables_.back();
    if (table.cell == nullptr) break;
    at = table.cell.get();
  }
  return *at;
}

void TextComposer::text(std::string_view utf8) {
  TextComposer& to = target();
  if (!to.tables_.empty()) {  // between the cells of a table nothing but white space belongs
    if (std::ranges::all_of(utf8, is_space)) return;
    begin_cell(1, 1, false);
    return target().text(utf8);
  }
  for (std::size_t at = 0; at < utf8.size();) {
    if (const Gap gap = gap_at(utf8, at); gap.size > 0) {
      if (gap.blank) {
        to.blank_is_break_ = to.blank_pending_ ? to.blank_is_break_ : false;
        to.blank_pending_ = true;
        to.blank_is_break_ = to.blank_is_break_ || gap.is_break;
      }
      at += gap.size;
      continue;
    }
    std::size_t end = at + 1;
    while (end < utf8.size() && gap_at(utf8, end).size == 0) ++end;
    to.put(utf8.substr(at, end - at));
    at = end;
  }
}

// `text` is free of white space.
void TextComposer::put(std::string_view text) {
  if (paragraph_ == std::string::npos) {
    paragraph_ = source_.text.size();
    if (!item_mark_.empty()) {
      source_.text.append(item_mark_).append(1, ' ');
      item_mark_.clear();
    }
  } else if (blank_pending_ && !source_.text.ends_with('\n') && source_.text.size() > paragraph_) {
    const bool drop = blank_is_break_ && (closes(text) || opens(source_.text));
    if (!drop && !source_.text.ends_with(' ')) source_.text += ' ';
  }
  blank_pending_ = false;
  blank_is_break_ = false;
  source_.text += text;
  note_language(text.size());
}

void TextComposer::note_language(std::size_t bytes) {
  paragraph_bytes_[language_] += bytes;
}

void TextComposer::blank() {
  TextComposer& to = target();
  to.blank_pending_ = true;
  to.blank_is_break_ = false;
}

void TextComposer::line_break() {
  TextComposer& to = target();
  if (to.paragraph_ != std::string::npos && !to.source_.text.ends_with('\n')) {
    // A heading stays on one line.
    if (to.heading_level_ > 0)
      to.blank_pending_ = true;
    else
      to.source_.text += '\n';
  }
}

void TextComposer::set_language(std::string_view language) {
  language_ = language;
  if (tables_.empty()) return;
  tables_.back()->language = language;
  if (tables_.back()->cell != nullptr) tables_.back()->cell->set_language(language);
}

void TextComposer::close_paragraph(std::string_view behind) {
  blank_pending_ = false;
  blank_is_break_ = false;
  if (paragraph_ == std::string::npos) {
    heading_level_ = 0;
    return;
  }
  while (source_.text.ends_with('\n') || source_.text.ends_with(' ')) source_.text.pop_back();
  const ByteSpan span{paragraph_, source_.text.size()};
  if (!span.empty() && heading_level_ > 0) {
    source_.outline.headings.push_back({span, std::min(heading_level_, kDeepestHeading)});
  }
  const auto most =
      std::ranges::max_element(paragraph_bytes_, {}, [](const auto& entry) { return entry.second; });
  if (most != paragraph_bytes_.end() && !most->first.empty()) {
    source_.outline.languages.push_back({span, most->first});
  }
  paragraph_bytes_.clear();
  heading_level_ = 0;
  paragraph_ = std::string::npos;
  source_.text += behind;
}

void TextComposer::blank_line() {
  if (source_.text.empty() || source_.text.ends_with("\n\n")) return;
  source_.text += source_.text.ends_with('\n') ? "\n" : "\n\n";
}

void TextComposer::end_paragraph() {
  TextComposer& to = target();
  to.close_paragraph("\n");
  to.blank_line();
}

void TextComposer::end_line() {
  TextComposer& to = target();
  to.close_paragraph("\n");
  to.item_mark_.clear();
}

void TextComposer::mark_item(std::string mark) {
  TextComposer& to = target();
  to.close_paragraph("\n");
  to.item_mark_ = std::move(mark);
}

void TextComposer::begin_heading(int level) {
  end_paragraph();
  target().heading_level_ = std::max(level, 1);
}

void TextComposer::begin_note(std::string_view label) {
  end_paragraph();
  TextComposer& to = target();
  Section section;
  section.kind = SectionKind::note;
  section.label = label;
  to.open_sections_.push_back({std::move(section), to.source_.text.size()});
}

void TextComposer::end_note() {
  end_paragraph();
  TextComposer& to = target();
  if (to.open_sections_.empty()) return;
  OpenSection open = std::move(to.open_sections_.back());
  to.open_sections_.pop_back();
  open.section.span = {open.begin, to.source_.text.size()};
  if (!open.section.span.empty()) to.source_.outline.sections.push_back(std::move(open.section));
}

void TextComposer::begin_furniture() {
  end_paragraph();
  TextComposer& to = target();
  Section section;
  section.kind = SectionKind::furniture;
  to.open_sections_.push_back({std::move(section), to.source_.text.size()});
}

void TextComposer::end_furniture() {
  end_note();
}

void TextComposer::mark_page() {
  if (tables_.empty())
    set_page(page() + 1);
  else
    ++pages_in_table_;
}

void TextComposer::set_page(int number) {
  if (number != page()) page_starts_.push_back({number, source_.text.size()});
}

void TextComposer::begin_table() {
  TextComposer& to = target();
  std::size_t depth = 0;
  for (TextComposer* at = this; !at->tables_.empty(); at = at->tables_.back()->cell.get()) {
    ++depth;
    if (at->tables_.back()->cell == nullptr) break;
  }
  if (depth >= kDeepestTable) {
    ++unread_tables_;
    return;
  }
  if (!to.tables_.empty()) {  // a table between the cells of another
    begin_cell(1, 1, false);
    return begin_table();
  }
  to.close_paragraph("\n");
  to.blank_line();
  to.tables_.push_back(std::make_unique<OpenTable>());
  to.tables_.back()->language = to.language_;
}

void TextComposer::set_caption(std::string_view text) {
  TextComposer& to = target();
  if (to.tables_.empty()) return;
  TextComposer line;
  line.text(text);
  to.tables_.back()->caption = line.finish().text;
}

void TextComposer::begin_row(bool heads) {
  if (unread_tables_ > 0) return end_paragraph();
  end_cell();
  TextComposer& to = target();
  if (to.tables_.empty()) return;
  OpenTable& table = *to.tables_.back();
  ++table.row;
  table.column = 0;
  table.row_heads = heads;
}

void TextComposer::begin_cell(std::size_t rows, std::size_t columns, bool heads) {
  if (unread_tables_ > 0) return end_paragraph();
  end_cell();
  TextComposer& to = target();
  if (to.tables_.empty()) return end_paragraph();
  OpenTable& table = *to.tables_.back();
  if (table.row == 0) table.row = 1;
  constexpr std::size_t kMostSpan = 1000;  // HTML Standard, 4.9.11: colspan is at most 1000
  OpenTable::Place place;
  place.row = table.row - 1;
  place.rows = std::clamp<std::size_t>(rows, 1, kMostSpan);
  place.columns = std::clamp<std::size_t>(columns, 1, kMostSpan);
  place.heads = heads || table.row_heads;
  place.column = table.column;
  for (auto above = table.covered.find(place.column);
       above != table.covered.end() && above->second > place.row; above = table.covered.find(place.column)) {
    ++place.column;
  }
  const std::size_t covered_end = std::min(place.column + place.columns, kMostGridColumns);
  for (std::size_t c = place.column; place.rows > 1 && c < covered_end; ++c) {
    table.covered[c] = place.row + place.rows;
  }
  table.column = place.column + place.columns;
  table.places.push_back(place);
  table.cell = std::make_unique<TextComposer>();
  table.cell->set_language(table.language);
}

void TextComposer::end_cell() {
  if (unread_tables_ > 0) return;
  // The innermost table with an open cell in which no table is open.
  TextComposer* owner = nullptr;
  for (TextComposer* at = this; !at->tables_.empty() && at->tables_.back()->cell != nullptr;
       at = at->tables_.back()->cell.get()) {
    owner = at;
  }
  if (owner == nullptr) return;
  TextComposer& cell = *owner->tables_.back()->cell;
  if (!cell.tables_.empty()) return;  // its own table waits for cells
  OpenTable& table = *owner->tables_.back();
  table.contents.push_back(cell.finish());
  table.bytes += table.contents.back().text.size();
  table.cell.reset();
}

void TextComposer::end_table() {
  close_table();
  if (!tables_.empty()) return;
  for (; pages_in_table_ > 0; --pages_in_table_) set_page(page() + 1);
}

void TextComposer::close_table() {
  if (unread_tables_ > 0) {
    --unread_tables_;
    return end_paragraph();
  }
  end_cell();
  TextComposer& to = target();
  if (to.tables_.empty()) return;
  const std::unique_ptr<OpenTable> table = std::move(to.tables_.back());
  to.tables_.pop_back();

  std::size_t filled = 0;
  std::size_t longest = 0;
  std::size_t columns = 0;
  std::size_t composed = 0;
  bool nested = false;
  for (std::size_t i = 0; i < table->contents.size(); ++i) {
    const SourceText& content = table->contents[i];
    if (content.text.empty()) continue;
    ++filled;
    longest = std::max(longest, content.text.size());
    columns = std::max(columns, table->places[i].column + 1);
    if (paragraphs_in(content.text) >= kParagraphs) ++composed;
    nested = nested || !content.tables.empty() || !content.outline.headings.empty() ||
             !content.outline.sections.empty();
  }
  if (filled == 0) return;
  const bool data = !nested && composed * 10 <= filled && table->row > 1 && columns > 1 &&
                    longest <= kLongestCell && table->bytes <= filled * kMeanCell;
  if (!data) {
    if (!table->caption.empty()) to.text(table->caption);
    for (const SourceText& content : table->contents) to.append(content);
    return;
  }
  std::vector<GridCell> cells;
  std::map<std::string, std::size_t> languages;
  for (std::size_t i = 0; i < table->contents.size(); ++i) {
    const OpenTable::Place& place = table->places[i];
    for (const LanguageSpan& said : table->contents[i].outline.languages) {
      languages[said.language] += said.span.size();
    }
    cells.push_back(
        {table->contents[i].text, place.row, place.column, place.rows, place.columns, place.heads});
  }
  to.add_grid(cells, table->caption);
  if (to.source_.tables.empty()) return;
  const auto most = std::ranges::max_element(languages, {}, [](const auto& entry) { return entry.second; });
  if (most != languages.end()) {
    to.source_.outline.languages.push_back({to.source_.tables.back().span, most->first});
  }
}

void TextComposer::add_grid(const std::vector<GridCell>& cells, std::string_view caption,
                            std::optional<std::size_t> sheet) {
  TextComposer& to = target();
  to.close_paragraph("\n");
  to.blank_line();
  WrittenGrid written = write_grid(cells);
  if (written.text.empty()) return;
  SourceTable table;
  if (!caption.empty()) {
    table.caption.begin = to.source_.text.size();
    to.text(caption);
    to.close_paragraph("");
    table.caption.end = to.source_.text.size();
    to.source_.text += '\n';
  }
  const std::size_t begin = to.source_.text.size();
  to.source_.text += written.text;
  table.span = {begin, to.source_.text.size() - 1};
  for (SourceCell& cell : written.cells) cell.span = moved(cell.span, begin);
  table.cells = std::move(written.cells);
  to.source_.tables.push_back(std::move(table));
  if (sheet && *sheet < to.source_.sheets.size()) {
    for (const WrittenGrid::Row& row : written.rows) {
      to.source_.sheets[*sheet].marks.push_back({begin + row.begin, row.row, written.first_column});
    }
  }
  to.source_.text += '\n';
}

std::size_t TextComposer::begin_sheet(std::string name, bool hidden) {
  end_sheet();
  close_paragraph("\n");
  blank_line();
  Sheet sheet;
  sheet.name = std::move(name);
  sheet.hidden = hidden;
  sheet.span.begin = source_.text.size();
  source_.sheets.push_back(std::move(sheet));
  sheet_open_ = true;
  return source_.sheets.size() - 1;
}

void TextComposer::end_sheet() {
  if (!sheet_open_) return;
  close_paragraph("\n");
  blank_line();
  source_.sheets.back().span.end = source_.text.size();
  sheet_open_ = false;
}

void TextComposer::mark_cell(std::size_t row, std::size_t column) {
  if (!sheet_open_) return;
  close_paragraph("\n");
  source_.sheets.back().marks.push_back({source_.text.size(), row, column});
}

void TextComposer::set_day(std::string_view words) {
  if (source_.outline.day.empty()) source_.outline.day = words;
}

void TextComposer::append(const SourceText& part, int deeper) {
  TextComposer& to = target();
  if (part.text.empty()) return;
  to.close_paragraph("\n");
  to.blank_line();
  const std::size_t by = to.source_.text.size();
  to.source_.text += part.text;
  SourceOutline& outline = to.source_.outline;
  for (GivenHeading heading : part.outline.headings) {
    heading.span = moved(heading.span, by);
    heading.level = std::min(heading.level + deeper, kDeepestHeading);
    outline.headings.push_back(heading);
  }
  for (Section section : part.outline.sections) {
    section.span = moved(section.span, by);
    outline.sections.push_back(std::move(section));
  }
  for (SourceTable table : part.tables) {
    table.span = moved(table.span, by);
    table.caption = moved(table.caption, by);
    for (SourceCell& cell : table.cells) cell.span = moved(cell.span, by);
    to.source_.tables.push_back(std::move(table));
  }
  for (const LanguageSpan& said : part.outline.languages) {
    outline.languages.push_back({moved(said.span, by), said.language});
  }
  for (Sheet sheet : part.sheets) {
    sheet.span = moved(sheet.span, by);
    for (SheetMark& mark : sheet.marks) mark.begin += by;
    to.source_.sheets.push_back(std::move(sheet));
  }
  to.blank_line();
}

std::size_t TextComposer::size() const {
  std::size_t bytes = source_.text.size();
  for (const auto& table : tables_) {
    bytes += table->bytes + (table->cell != nullptr ? table->cell->size() : 0);
  }
  return bytes;
}

SourceText TextComposer::finish() {
  while (!tables_.empty()) end_table();
  end_sheet();
  close_paragraph("\n");
  while (!open_sections_.empty()) end_note();
  drop_translated_headings(source_);
  while (source_.text.ends_with("\n\n")) source_.text.pop_back();
  const std::size_t size = source_.text.size();
  for (Section& section : source_.outline.sections) section.span.end = std::min(section.span.end, size);
  for (Sheet& sheet : source_.sheets) {
    sheet.span.end = std::min(sheet.span.end, size);
    // The last cells may hold nothing that is seen.
    std::erase_if(sheet.marks, [size](const SheetMark& mark) { return mark.begin >= size; });
  }
  std::ranges::stable_sort(source_.outline.sections, {}, [](const Section& s) { return s.span.begin; });
  std::erase_if(source_.outline.sections, [](const Section& section) { return section.span.empty(); });
  if (!page_starts_.empty()) {
    std::size_t begin = 0;
    int number = 1;
    for (const PageStart& next : page_starts_) {
      const std::size_t bounded = std::min(next.begin, size);
      if (bounded > begin) source_.pages.push_back({number, {begin, bounded}});
      number = next.number;
      begin = std::max(begin, bounded);
    }
    if (begin < size) source_.pages.push_back({number, {begin, size}});
  }
  return std::move(source_);
}

}  // namespace vraagbaak::indexer
