// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/grid_table.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/outline/question_list.h"
#include "indexer/outline/table_header.h"
#include "indexer/outline/table_row.h"
#include "indexer/outline/table_scale.h"

namespace vraagbaak::indexer {
namespace {

// Places of the grid for each cell that it has, and some for small tables: beyond, cells are strewn about a
// sheet and make no table.
constexpr std::size_t kPlacesPerCell = 64;
constexpr std::size_t kFewPlaces = 4096;
// Header rows a table has at most where the format does not mark them; budget tables have three.
constexpr std::size_t kMostHeaderRows = 4;
// A column of words longer than this on average holds remarks and labels nothing.
constexpr std::size_t kLongestLabel = 80;
// So are cells that are longer than this on average: paragraphs side by side.
constexpr std::size_t kLongestCell = 200;
// A label or header path is cut here; a longer one is a text.
constexpr std::size_t kLongestPath = 400;

constexpr std::size_t kEmpty = static_cast<std::size_t>(-1);

// The cells by row and column, without rows and columns that are empty throughout. A place that a wide cell
// covers holds that cell.
class Grid {
 public:
  Grid(std::string_view text, const SourceTable& source) : text_(text) {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> columns;
    for (const SourceCell& cell : source.cells) {
      if (cell.span.begin > cell.span.end || cell.span.end > text.size()) continue;
      SourceCell kept = cell;
      kept.span = trim(text, cell.span);
      if (kept.span.empty()) continue;
      cells_.push_back(kept);
      rows.push_back(cell.row);
      columns.push_back(cell.column);
    }
    std::ranges::stable_sort(cells_, {},
                             [](const SourceCell& cell) { return std::pair(cell.row, cell.column); });
    const auto settle = [](std::vector<std::size_t>& lines) {
      std::ranges::sort(lines);
      lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    };
    settle(rows);
    settle(columns);
    if (rows.size() >
        (kPlacesPerCell * cells_.size() + kFewPlaces) / std::max<std::size_t>(columns.size(), 1))
      return;
    rows_ = rows.size();
    columns_ = columns.size();
    places_.assign(rows_ * columns_, kEmpty);
    const auto range = [](const std::vector<std::size_t>& lines, std::size_t from, std::size_t count) {
      const std::size_t to = count > kEmpty - from ? kEmpty : from + std::max<std::size_t>(count, 1);
      const auto first = std::ranges::lower_bound(lines, from);
      const auto last = std::lower_bound(first, lines.end(), to);
      return std::pair(static_cast<std::size_t>(first - lines.begin()),
                       static_cast<std::size_t>(last - lines.begin()));
    };
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const auto [row, row_end] = range(rows, cells_[i].row, cells_[i].rows);
      const auto [column, column_end] = range(columns, cells_[i].column, cells_[i].columns);
      cells_[i].row = row;
      cells_[i].column = column;
      // Its own place it has in any case; beyond, where a broken file lets merges overlap, the first keeps
      // it.
      places_[row * columns_ + column] = i;
      std::size_t end = column + 1;
      while (end < column_end && place(row, end) == kEmpty) places_[row * columns_ + end++] = i;
      for (std::size_t r = row + 1; r < row_end && place(r, column) == kEmpty; ++r)
        for (std::size_t c = column; c < end && place(r, c) == kEmpty; ++c) places_[r * columns_ + c] = i;
    }
  }

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::size_t place(std::size_t row, std::size_t column) const { return places_[row * columns_ + column]; }
  const SourceCell& cell(std::size_t index) const { return cells_[index]; }
  std::string_view said(std::size_t index) const { return cells_[index].span.in(text_); }
  // The cell stands there itself; it does not only reach over from the left or from above.
  bool starts(std::size_t row, std::size_t column) const {
    const std::size_t index = place(row, column);
    return index != kEmpty && cells_[index].row == row && cells_[index].column == column;
  }

 private:
  std::string_view text_;
  std::vector<SourceCell> cells_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<std::size_t> places_;
};

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Joins the parts of a path; one that repeats the part before it says nothing more.
class Path {
 public:
  void add(std::string_view part) {
    if (part.empty() || part == last_ || text_.size() + part.size() > kLongestPath) return;
    if (!text_.empty()) text_ += ' ';
    text_ += part;
    last_ = part;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::string last_;
};

class Reader {
 public:
  Reader(std::string_view text, const SourceTable& source, const OutlineRules& rules)
      : text_(text), source_(source), rules_(rules), grid_(text, source) {}

  std::optional<Table> read() {
    if (grid_.rows() < 2 || grid_.columns() < 2) return std::nullopt;
    read_cells();
    find_title();
    if (is_layout()) return std::nullopt;
    find_header();
    if (first_row_ >= grid_.rows()) return std::nullopt;
    find_labels();
    Table table;
    table.span = source_.span;
    table.caption = caption();
    const std::string header = name_columns(table);
    add_rows(table);
    if (table.cells.empty()) return std::nullopt;
    read_table_scale(table, header, rules_);
    return table;
  }

 private:
  // What each cell is: a figure that is no year, or something else.
  void read_cells() {
    figure_.assign(grid_.rows() * grid_.columns(), false);
    for (std::size_t r = 0; r < grid_.rows(); ++r)
      for (std::size_t c = 0; c < grid_.columns(); ++c)
        if (grid_.starts(r, c))
          figure_[r * grid_.columns() + c] = is_figure(grid_.cell(grid_.place(r, c)).span);
  }
  bool is_figure(ByteSpan span) const {
    const TableRow row = read_table_row(text_, span, rules_);
    return row.cells.size() == 1 && row.label.empty() && row.cells.front().figure &&
           !row.cells.front().period && !is_year(span.in(text_));
  }
  bool figure_at(std::size_t row, std::size_t column) const {
    return figure_[row * grid_.columns() + column];
  }
  bool has_figure(std::size_t row) const {
    for (std::size_t c = 0; c < grid_.columns(); ++c)
      if (figure_at(row, c)) return true;
    return false;
  }
  // Cells of the row, wide ones once.
  std::size_t filled(std::size_t row) const {
    std::size_t count = 0;
    std::size_t last = kEmpty;
    for (std::size_t c = 0; c < grid_.columns(); ++c) {
      const std::size_t index = grid_.place(row, c);
      if (index != kEmpty && index != last) ++count;
      last = index;
    }
    return count;
  }
  bool marked(std::size_t row) const {
    for (std::size_t c = 0; c < grid_.columns(); ++c) {
      const std::size_t index = grid_.place(row, c);
      if (index != kEmpty && !grid_.cell(index).header) return false;
    }
    return true;
  }

  // Rows of one cell above the first full one.
  void find_title() {
    while (title_rows_ + 2 < grid_.rows() && filled(title_rows_) == 1 && !has_figure(title_rows_))
      ++title_rows_;
    if (filled(title_rows_) == 1) title_rows_ = 0;  // one cell a row: no table with a title
    first_row_ = title_rows_;
  }

  void find_header() {
    std::size_t end = title_rows_;
    while (end < grid_.rows() && marked(end)) ++end;
    if (end > title_rows_ && end < grid_.rows()) {
      first_row_ = without_group(end);
      return;
    }
    std::size_t figures = title_rows_;
    while (figures < grid_.rows() && !has_figure(figures)) ++figures;
    if (figures == grid_.rows()) {
      first_row_ = title_rows_ + 1;  // a table of words
      return;
    }
    first_row_ = without_group(std::min(figures, title_rows_ + kMostHeaderRows));
  }
  // A row of one cell right above the figures heads a group of rows.
  std::size_t without_group(std::size_t end) const {
    while (end > title_rows_ + 1 && filled(end - 1) == 1 && grid_.starts(end - 1, 0)) --end;
    return end;
  }
  // A table that only lays out a page: long texts, or words beside words without a header.
  bool is_layout() const {
    std::size_t cells = 0;
    std::size_t bytes = 0;
    bool figures = false;
    for (std::size_t r = title_rows_; r < grid_.rows(); ++r) {
      figures = figures || has_figure(r);
      for (std::size_t c = 0; c < grid_.columns(); ++c) {
        if (!grid_.starts(r, c)) continue;
        ++cells;
        bytes += grid_.cell(grid_.place(r, c)).span.size();
      }
    }
    return bytes > kLongestCell * cells || (!figures && grid_.columns() < 3 && !marked(title_rows_));
  }

  void find_labels() {
    is_label_.assign(grid_.columns(), false);
    std::vector<bool> words(grid_.columns(), false);
    std::size_t last_figures = 0;  // the last column of figures, plus one
    std::size_t marks = 0;         // columns at the left that the format marks
    bool unbroken = true;
    for (std::size_t c = 0; c < grid_.columns(); ++c) {
      std::size_t all = 0;
      std::size_t figures = 0;
      std::size_t headers = 0;
      std::size_t bytes = 0;
      for (std::size_t r = first_row_; r < grid_.rows(); ++r) {
        if (!grid_.starts(r, c)) continue;
        const SourceCell& cell = grid_.cell(grid_.place(r, c));
        ++all;
        figures += figure_at(r, c) ? 1 : 0;
        headers += cell.header ? 1 : 0;
        bytes += cell.span.size();
      }
      words[c] = figures * 2 <= all && bytes <= kLongestLabel * std::max<std::size_t>(all, 1);
      if (figures * 2 > all) last_figures = c + 1;
      unbroken = unbroken && all > 0 && headers * 2 > all;
      if (unbroken) ++marks;
    }
    if (marks > 0 && marks < grid_.columns()) {
      std::fill_n(is_label_.begin(), marks, true);
      return;
    }
    for (std::size_t c = 0; c + 1 < last_figures; ++c) is_label_[c] = words[c];
    if (std::ranges::none_of(is_label_, [](bool label) { return label; })) is_label_[0] = true;
  }

  std::string caption() const {
    Path path;
    path.add(join_lines(text_, {source_.caption}));
    for (std::size_t r = 0; r < title_rows_; ++r)
      for (std::size_t c = 0; c < grid_.columns(); ++c)
        if (grid_.starts(r, c)) path.add(join_lines(text_, {grid_.cell(grid_.place(r, c)).span}));
    return path.take();
  }

  // The names of the data columns; all words of the header.
  std::string name_columns(Table& table) {
    std::string words;
    column_of_.assign(grid_.columns(), kEmpty);
    for (std::size_t c = 0; c < grid_.columns(); ++c) {
      Path path;
      for (std::size_t r = title_rows_; r < first_row_; ++r) {
        const std::size_t index = grid_.place(r, c);
        if (index != kEmpty) path.add(join_lines(text_, {grid_.cell(index).span}));
      }
      std::string name = path.take();
      words.append(1, ' ').append(name);
      if (is_label_[c]) continue;
      column_of_[c] = table.columns.size();
      table.columns.push_back(std::move(name));
    }
    return words;
  }

  void add_rows(Table& table) {
    std::vector<std::string> outer(grid_.columns());  // the labels of the row above
    std::string group;
    std::size_t row = 0;
    for (std::size_t r = first_row_; r < grid_.rows(); ++r) {
      if (repeats_header(r)) continue;
      Path path;
      bool has_data = false;
      for (std::size_t c = 0; c < grid_.columns() && !has_data; ++c)
        has_data = !is_label_[c] && grid_.place(r, c) != kEmpty && !label_reaches(r, c);
      std::vector<std::string> labels(grid_.columns());
      std::size_t last_label = 0;
      for (std::size_t c = 0; c < grid_.columns(); ++c) {
        if (!is_label_[c] || grid_.place(r, c) == kEmpty) continue;
        labels[c] = join_lines(text_, {grid_.cell(grid_.place(r, c)).span});
        last_label = c + 1;
      }
      if (!has_data) {
        Path name;
        for (const std::string& label : labels) name.add(label);
        group = name.take();
        continue;
      }
      // An outer label that is left out goes on; one that changes ends those right of it.
      for (std::size_t c = 0; c < last_label; ++c) {
        if (!is_label_[c]) continue;
        if (!labels[c].empty()) break;
        labels[c] = outer[c];
      }
      const auto first =
          std::ranges::find_if(labels, [](const std::string& label) { return !label.empty(); });
      // A total behind the last group may be the table's.
      if (first == labels.end() || !rules_.matches("total_row", *first)) path.add(group);
      for (const std::string& label : labels) path.add(label);
      const std::string header = path.take();
      for (std::size_t c = 0; c < grid_.columns(); ++c) {
        if (is_label_[c] || !grid_.starts(r, c)) continue;
        const std::size_t column = column_of_[c];
        table.cells.push_back(
            {grid_.cell(grid_.place(r, c)).span, row, column, header, table.columns[column]});
      }
      outer = std::move(labels);
      ++row;
    }
  }
  // The place belongs to a cell that begins in a label column.
  bool label_reaches(std::size_t row, std::size_t column) const {
    return is_label_[grid_.cell(grid_.place(row, column)).column];
  }
  bool repeats_header(std::size_t row) const {
    for (std::size_t above = title_rows_; above < first_row_; ++above) {
      bool same = true;
      for (std::size_t c = 0; c < grid_.columns() && same; ++c) {
        const std::size_t here = grid_.place(row, c);
        const std::size_t there = grid_.place(above, c);
        same = (here == kEmpty) == (there == kEmpty) &&
               (here == kEmpty || grid_.said(here) == grid_.said(there));
      }
      if (same) return true;
    }
    return false;
  }

  std::string_view text_;
  const SourceTable& source_;
  const OutlineRules& rules_;
  Grid grid_;
  std::vector<bool> figure_;
  std::size_t title_rows_ = 0;
  std::size_t first_row_ = 0;  // the first below the header
  std::vector<bool> is_label_;
  std::vector<std::size_t> column_of_;  // of the table, by column of the grid
};

}  // namespace

std::optional<Table> read_grid_table(std::string_view text, const SourceTable& source,
                                     const OutlineRules& rules) {
  return Reader(text, source, rules).read();
}

}  // namespace vraagbaak::indexer
