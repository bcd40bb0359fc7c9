// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: functions that our SQL calls.
#pragma once

struct sqlite3;

namespace vraagbaak::store {

class BlockStore;
class HeadingFinder;

// Makes known to a connection:
//   decimal_compare(a, b)  -1, 0 or 1 as a is below, equal to or above b, exactly; NULL where one is no
//                          number in plain notation (Decimal::parse)
//   folded(text)           the text as analysis::normalize gives it
//   passage_text(id)       the text of a passage
//   heading_path(document, section)
//                          the headings round a section and its own, by the numbers of both
// `blocks` and `headings` must outlive the connection. SQLite's result code.
int register_sql_functions(sqlite3* handle, BlockStore& blocks, HeadingFinder& headings);

}  // namespace vraagbaak::store
