// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: the figures as a table for SQL.
#pragma once

#include <string_view>

#include "store/block_store.h"

struct sqlite3;

namespace vraagbaak::store {

// A figure's id: its passage and its place among the figures of it.
FigureId figure_id(PassageId passage, std::size_t ordinal);
PassageId passage_of_figure(FigureId id);
std::size_t ordinal_of_figure(FigureId id);

// Makes the read-only table `figure` known on this connection, with the columns
//   id, passage_id, kind, start_byte, end_byte, value, value_sort, unit, date, date_from, date_to, approx,
//   bound, low, high, row_header, column_header, subject, measure, period, place, rule, table_number,
//   cell_number
// out of the blocks. By passage_id or id it is looked up, by a range of passage_id walked through in order;
// else all of it is. `blocks` must outlive the connection. Returns SQLite's result code.
int register_figure_table(sqlite3* connection, BlockStore& blocks);

// What that table gives for value_sort: the value rounded to a double.
double sort_key(std::string_view value);

}  // namespace vraagbaak::store
