// SPDX-License-Identifier: EUPL-1.2
#include "query/render/table_text.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "model/offset_map.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {
namespace {

// How wide a row label and a column header may be before they wrap, and a cell before it is cut.
constexpr std::size_t kWidestLabel = 36;
constexpr std::size_t kWidestHeader = 16;
constexpr std::size_t kWidestCell = 30;
constexpr std::size_t kGap = 2;

// The first `count` code points.
std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size()) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts && count-- == 0) break;
    ++at;
  }
  return text.substr(0, at);
}

// `text` in lines of at most `width` code points, cut at spaces where it has some.
std::vector<std::string> wrapped_lines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  const auto close = [&] {
    if (!line.empty()) lines.push_back(std::exchange(line, {}));
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (count_code_points(line) + 1 + count_code_points(word) > width) close();
    while (count_code_points(word) > width) {
      const std::string_view part = first_characters(word, width);
      lines.emplace_back(part);
      word.remove_prefix(part.size());
    }
    line.append(line.empty() ? "" : " ").append(word);
    at = end + 1;
  }
  close();
  return lines;
}

std::string cut(std::string text, std::size_t width) {
  if (count_code_points(text) <= width) return text;
  return std::string(first_characters(text, width - 1)) + "…";
}

std::string left(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, count_code_points(text)), ' ');
}
std::string right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, count_code_points(text)), ' ') + text;
}

struct Grid {
  std::vector<std::vector<std::string>> headers;  // lines of each column's header
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> widths;
};

Grid grid_of(const ListedTable& table) {
  Grid grid;
  std::size_t columns = table.columns.size();
  for (const ListedRow& row : table.rows) columns = std::max(columns, row.cells.size());
  grid.widths.assign(columns, 1);
  grid.headers.resize(columns);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    grid.headers[i] = wrapped_lines(printable(table.columns[i]), kWidestHeader);
    for (const std::string& line : grid.headers[i]) {
      grid.widths[i] = std::max(grid.widths[i], count_code_points(line));
    }
  }
  for (const ListedRow& row : table.rows) {
    std::vector<std::string> cells(columns);
    for (const ListedCell& cell : row.cells) {
      if (cell.cell.column >= columns) continue;  // of a damaged index
      std::string& content = cells[cell.cell.column];
      content = cut(printable(content.empty() ? cell.text : content + " " + cell.text), kWidestCell);
      std::size_t& width = grid.widths[cell.cell.column];
      width = std::max(width, count_code_points(content));
    }
    grid.rows.push_back(std::move(cells));
  }
  return grid;
}

std::string scale_words(const ListedTable& table) {
  std::string words = printable(table.unit);
  if (table.scale_power > 0) {
    std::string factor = "1";
    for (int i = table.scale_power; i > 0; --i) factor += i % 3 == 0 ? ".0" : "0";
    words += (words.empty() ? "× " : ", × ") + factor;
  }
  return words;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string table_text(const ListedTable& table, const Style& style) {
  const std::string caption = printable(table.caption);
  std::string out = style.place(describe(table.citation)) + "\n";
  out += style.strong(caption.empty() ? "table " + std::to_string(table.number) : caption) + "\n";
  if (const std::string scale = scale_words(table); !scale.empty()) out += style.dim(scale) + "\n";

  const Grid grid = grid_of(table);
  std::size_t label_width = 1;
  std::vector<std::vector<std::string>> labels;
  for (const ListedRow& row : table.rows) {
    labels.push_back(wrapped_lines(printable(row.header), kWidestLabel));
    for (const std::string& line : labels.back())
      label_width = std::max(label_width, count_code_points(line));
  }
  std::size_t header_lines = 0;
  for (const auto& header : grid.headers) header_lines = std::max(header_lines, header.size());
  for (std::size_t i = 0; i < header_lines; ++i) {
    std::string line(label_width + kGap, ' ');
    for (std::size_t column = 0; column < grid.headers.size(); ++column) {
      const auto& header = grid.headers[column];
      const std::size_t above = header_lines - header.size();  // headers stand on the rows
      line += std::string(kGap, ' ') + right(i < above ? "" : header[i - above], grid.widths[column]);
    }
    out += style.dim(without_trailing_spaces(line));
  }
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    const std::size_t lines = std::max<std::size_t>(labels[row].size(), 1);
    for (std::size_t i = 0; i < lines; ++i) {
      std::string line = "  " + left(i < labels[row].size() ? labels[row][i] : "", label_width);
      for (std::size_t column = 0; i + 1 == lines && column < grid.rows[row].size(); ++column) {
        line += std::string(kGap, ' ') + right(grid.rows[row][column], grid.widths[column]);
      }
      out += without_trailing_spaces(line);
    }
  }
  return out + "\n";
}

}  // namespace vraagbaak::query::render
