// SPDX-License-Identifier: EUPL-1.2
// One zstd frame over: the headers of the columns; the texts that cells have for headers, each once; of each
// cell the difference to the one before it in row, column and place, and which texts its headers are.
#include "store/packed_table.h"

#include <unordered_map>

#include "store/compression.h"
#include "store/packed_bytes.h"

namespace vraagbaak::store {
namespace {

std::int64_t difference(std::size_t to, std::size_t from) {
  return static_cast<std::int64_t>(to) - static_cast<std::int64_t>(from);
}
std::size_t moved(std::size_t from, std::int64_t by) {
  return static_cast<std::size_t>(static_cast<std::int64_t>(from) + by);
}

std::vector<std::string> read_columns(PackedReader& reader) {
  std::vector<std::string> columns(reader.count());
  for (std::string& header : columns) header = reader.text();
  return columns;
}

}  // namespace

std::string pack_table(const Table& table) {
  PackedWriter writer;
  writer.number(table.columns.size());
  for (const std::string& header : table.columns) writer.text(header);
  std::unordered_map<std::string_view, std::size_t> places;
  PackedWriter headers;
  const auto place_of = [&](std::string_view header) {
    const auto [found, is_new] = places.emplace(header, places.size());
    if (is_new) headers.text(header);
    return found->second;
  };
  PackedWriter cells;
  Cell before;
  for (const Cell& cell : table.cells) {
    cells.difference(difference(cell.row, before.row));
    cells.difference(difference(cell.column, before.column));
    cells.number(place_of(cell.row_header));
    cells.number(place_of(cell.column_header));
    cells.difference(difference(cell.span.begin, before.span.end));
    cells.difference(difference(cell.span.end, cell.span.begin));
    before.row = cell.row;
    before.column = cell.column;
    before.span = cell.span;
  }
  writer.number(places.size());
  writer.text(headers.bytes());
  writer.number(table.cells.size());
  writer.text(cells.bytes());
  return compress(writer.bytes());
}

std::vector<std::string> unpack_columns(std::string_view frame) {
  const std::string content = decompress(frame);
  PackedReader reader(content);
  return read_columns(reader);
}

std::vector<Cell> unpack_cells(std::string_view frame) {
  const std::string content = decompress(frame);
  PackedReader reader(content);
  read_columns(reader);
  std::vector<std::string_view> headers(reader.count());
  PackedReader packed_headers(reader.text());
  for (std::string_view& header : headers) header = packed_headers.text();
  const auto header_at = [&](std::size_t place) {
    if (place >= headers.size()) throw DamagedBytes();
    return std::string(headers[place]);
  };
  const std::size_t count = reader.size();
  PackedReader packed(reader.text());
  std::vector<Cell> cells;
  Cell before;
  for (std::size_t i = 0; i < count; ++i) {
    Cell cell;
    cell.row = moved(before.row, packed.difference());
    cell.column = moved(before.column, packed.difference());
    cell.row_header = header_at(packed.size());
    cell.column_header = header_at(packed.size());
    cell.span.begin = moved(before.span.end, packed.difference());
    cell.span.end = moved(cell.span.begin, packed.difference());
    before.row = cell.row;
    before.column = cell.column;
    before.span = cell.span;
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace vraagbaak::store
