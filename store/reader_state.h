// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: what the files that implement IndexReader share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/database.h"
#include "store/index_reader.h"
#include "store/index_writer.h"
#include "store/statement.h"

namespace vraagbaak::store {

struct IndexReader::State {
  explicit State(const std::filesystem::path& file)
      : database(file, OpenMode::read_only), statements(database) {}

  BlockStore& blocks() const { return database.blocks(); }

  Database database;
  StatementCache statements;
  std::unordered_map<std::string, std::size_t> document_frequencies;  // asked for before
  std::optional<std::size_t> passage_count;
};

// How much the index holds, counted now.
IndexCounts count_rows(StatementCache& statements);

// The ids as SQL's json_each() reads them.
inline std::string json_list(const std::vector<std::int64_t>& ids) {
  std::string list = "[";
  for (const std::int64_t id : ids) list.append(list.size() > 1 ? "," : "").append(std::to_string(id));
  return list + "]";
}

// A row of table failure.
inline FileFailure failure_of(const Statement& row) {
  return {row.text(0),   row.text(1), row.text(2), row.text(3), static_cast<std::uint64_t>(row.number(4)),
          row.number(5), row.text(6)};
}

inline std::optional<std::size_t> optional_size(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.size(column));
}

}  // namespace vraagbaak::store
