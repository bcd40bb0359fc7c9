// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/pdf_table_finder.h"

#include <algorithm>
#include <string_view>

namespace vraagbaak::indexer {
namespace {

// A gap between words this many times as wide as they are high separates pieces; a space is a quarter.
constexpr double kPieceGap = 1.0;
// Rows further apart than this many heights belong to two tables.
constexpr double kRowGap = 3.2;
constexpr std::size_t kFewestRows = 3;
// Of the pieces behind the first of each row, this share are figures in a table.
constexpr double kFigureShare = 0.4;
// Pieces behind the first are short in a table: a mean in bytes.
constexpr std::size_t kMeanPiece = 28;
constexpr std::size_t kMostHeaderRows = 5;

struct Piece {
  double left = 0;
  double right = 0;
  std::vector<const PdfWord*> words;
  std::string text() const {
    std::string joined;
    for (const PdfWord* word : words) {
      if (!joined.empty()) joined += ' ';
      joined += word->text;
    }
    return joined;
  }
};

struct Row {
  double top = 0;
  double bottom = 0;
  std::vector<Piece> pieces;
};

bool is_figure(std::string_view text) {
  std::size_t digits = 0;
  std::size_t others = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (std::string_view(" .,-+%()").find(c) == std::string_view::npos)
      ++others;
  }
  return (digits > 0 && others <= 4) || text == "-" || text == "–";
}

// The words of a page in rows, from the top; a row's words from the left.
std::vector<std::vector<const PdfWord*>> word_rows(const PdfPage& page) {
  std::vector<const PdfWord*> words;
  for (const PdfBlock& block : page.blocks) {
    for (const PdfLine& line : block.lines) {
      for (const PdfWord& word : line.words) words.push_back(&word);
    }
  }
  const auto middle = [](const PdfWord* word) { return (word->top + word->bottom) / 2; };
  std::ranges::stable_sort(words, {}, middle);
  std::vector<std::vector<const PdfWord*>> rows;
  double bottom = -1;
  for (const PdfWord* word : words) {
    if (rows.empty() || middle(word) > bottom) {
      rows.emplace_back();
      // Up to the middle of its lower half a word stands on the same row.
      bottom = middle(word) + (word->bottom - word->top) * 0.35;
    }
    rows.back().push_back(word);
  }
  for (auto& row : rows) std::ranges::stable_sort(row, {}, &PdfWord::left);
  return rows;
}

std::vector<Row> rows_of(const PdfPage& page) {
  std::vector<Row> rows;
  for (const auto& words : word_rows(page)) {
    Row row{words.front()->top, words.front()->bottom, {}};
    for (const PdfWord* word : words) {
      const double height = word->bottom - word->top;
      if (row.pieces.empty() || word->left - row.pieces.back().right > height * kPieceGap) {
        row.pieces.push_back({word->left, word->right, {}});
      }
      row.pieces.back().right = std::max(row.pieces.back().right, word->right);
      row.pieces.back().words.push_back(word);
      row.top = std::min(row.top, word->top);
      row.bottom = std::max(row.bottom, word->bottom);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

bool follows(const Row& above, const Row& below) {
  return below.top - above.bottom < kRowGap * (above.bottom - above.top);
}

// A row of a table: a label and a figure, or figures.
bool is_data(const Row& row) {
  if (row.pieces.size() < 2) return false;
  std::size_t figures = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 1; i < row.pieces.size(); ++i) {
    const std::string text = row.pieces[i].text();
    figures += is_figure(text) ? 1 : 0;
    bytes += text.size();
  }
  const auto behind = static_cast<double>(row.pieces.size() - 1);
  return static_cast<double>(figures) >= kFigureShare * behind &&
         bytes <= kMeanPiece * (row.pieces.size() - 1);
}

// Columns: stretches of the width that the pieces of data rows cover.
struct Column {
  double left = 0;
  double right = 0;
};

std::vector<Column> columns_of(const std::vector<Row>& rows, std::size_t first, std::size_t last) {
  std::vector<Column> covered;
  for (std::size_t r = first; r < last; ++r) {
    if (!is_data(rows[r])) continue;
    for (const Piece& piece : rows[r].pieces) covered.push_back({piece.left, piece.right});
  }
  std::ranges::sort(covered, {}, &Column::left);
  std::vector<Column> columns;
  for (const Column& piece : covered) {
    if (columns.empty() || piece.left > columns.back().right)
      columns.push_back(piece);
    else
      columns.back().right = std::max(columns.back().right, piece.right);
  }
  return columns;
}

PdfTable make_table(const std::vector<Row>& rows, std::size_t first, std::size_t last,
                    const std::vector<Column>& columns) {
  PdfTable table;
  for (std::size_t r = first; r < last; ++r) {
    std::size_t next = 0;
    for (const Piece& piece : rows[r].pieces) {
      std::size_t from = next;
      // The first column that the piece reaches, or else the last one left of it.
      while (from + 1 < columns.size() && columns[from].right < piece.left) ++from;
      std::size_t to = from;
      while (to + 1 < columns.size() && columns[to + 1].left < piece.right) ++to;
      GridCell cell{piece.text(), r - first, from, 1, to - from + 1, false};
      if (!table.cells.empty() && table.cells.back().row == cell.row &&
          table.cells.back().column >= cell.column) {
        table.cells.back().text.append(1, ' ').append(cell.text);
      } else {
        table.cells.push_back(std::move(cell));
      }
      next = from;
      table.words.insert(table.words.end(), piece.words.begin(), piece.words.end());
    }
  }
  return table;
}

}  // namespace

std::vector<PdfTable> find_tables(const PdfPage& page) {
  const std::vector<Row> rows = rows_of(page);
  std::vector<PdfTable> tables;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < rows.size();) {
    if (!is_data(rows[i])) {
      ++i;
      continue;
    }
    // Down: data rows, and lines of one piece between them.
    std::size_t last = i + 1;
    std::size_t data = 1;
    for (std::size_t next = last; next < rows.size() && follows(rows[next - 1], rows[next]); ++next) {
      if (is_data(rows[next])) {
        last = next + 1;
        ++data;
      } else if (rows[next].pieces.size() > 1 || next >= last + 2) {
        break;
      }
    }
    const std::vector<Column> columns = columns_of(rows, i, last);
    if (data < kFewestRows || columns.size() < 2) {
      i = last;
      continue;
    }
    // Up: rows of several pieces right above are its header.
    std::size_t first = i;
    while (first > taken && i - first < kMostHeaderRows && rows[first - 1].pieces.size() > 1 &&
           follows(rows[first - 1], rows[first])) {
      --first;
    }
    tables.push_back(make_table(rows, first, last, columns));
    taken = last;
    i = last;
  }
  return tables;
}

}  // namespace vraagbaak::indexer
