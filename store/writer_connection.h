// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: what the files that implement IndexWriter share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <unordered_set>
#include <utility>
#include <vector>

#include "store/database.h"
#include "store/index_writer.h"
#include "store/name_writer.h"
#include "store/statement.h"

namespace vraagbaak::store {

// A fifth faster to build than 4,096, and fewer levels to search.
inline constexpr std::size_t kPageSize = 16384;

// The postings of the batch so far. FTS5 gathers postings in memory and writes them out as one segment, but
// it writes early whenever another statement opens a savepoint; so a batch's postings come together, with
// nothing between them.
struct PendingPostings {
  struct Row {
    PassageId passage = 0;
    TermList title, heading, body;
  };
  struct Put {
    struct Searched {
      PassageId passage = 0;
      std::size_t section = 0;
      TermList body;
    };
    TermList title;
    std::vector<TermList> headings;  // of each section
    std::vector<Searched> passages;
  };

  void add(DocumentId document, IndexEntry entry, PassageId first_passage) {
    Put put{std::move(entry.title_terms), std::move(entry.heading_terms), {}};
    for (std::size_t i = 0; i < entry.document.passages.size(); ++i) {
      const Passage& passage = entry.document.passages[i];
      if (passage.kind == PassageKind::furniture) continue;
      const PassageId id = first_passage + static_cast<PassageId>(i);
      put.passages.push_back({id, passage.section, std::move(entry.body_terms[i])});
    }
    put_in.push_back(std::move(put));
    documents.insert(document);
  }

  // The kinds of the figures of each passage, as bits.
  void add_kinds(PassageId first_passage, const std::vector<std::uint32_t>& kinds) {
    for (std::size_t i = 0; i < kinds.size(); ++i)
      figure_kinds.emplace_back(first_passage + static_cast<PassageId>(i), kinds[i]);
  }

  std::vector<Row> taken_out;
  std::vector<Put> put_in;
  std::vector<std::pair<PassageId, std::size_t>> figure_kinds;
  std::unordered_set<DocumentId> documents;  // those put in
};

struct IndexWriter::Connection {
  explicit Connection(const std::filesystem::path& file)
      : database(file, OpenMode::create), statements(database), names(database, statements) {}

  Database database;
  StatementCache statements;
  NameWriter names;
  PendingPostings pending;
  PassageId next_passage = 0;  // 0: not read yet
  std::size_t block_room = 0;  // bytes left on the page that blocks are written to, as far as is known
};

// Hash as SQLite's signed integer, bit for bit.
inline std::int64_t as_signed(std::uint64_t hash) {
  return static_cast<std::int64_t>(hash);
}

}  // namespace vraagbaak::store
