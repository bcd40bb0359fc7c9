// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: what the files that implement IndexReader share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/database.h"
#include "store/index_reader.h"
#include "store/index_writer.h"
#include "store/match_collector.h"
#include "store/match_tally.h"
#include "store/passage_numbers.h"
#include "store/phrase_lists.h"
#include "store/statement.h"

namespace vraagbaak::store {

struct IndexReader::State {
  explicit State(std::unique_ptr<Database> opened)
      : owner(std::move(opened)),
        database(*owner),
        statements(database),
        lengths(statements, PassageNumber::words),
        figure_kinds(statements, PassageNumber::figure_kinds),
        lists(statements),
        tally(figure_kinds),
        collector(database.handle(), lengths, tally,
                  [this](const std::string& term) { return stored_count(term); }) {}

  // In how many passages a frequent term stands; nullopt of any other.
  std::optional<std::size_t> stored_count(std::string_view term) {
    const auto count = statements["SELECT passages FROM frequent_term WHERE term = ?"]->first_number(term);
    return count ? std::optional(static_cast<std::size_t>(*count)) : std::nullopt;
  }

  // The same by its list of postings; nullopt where that cannot be read.
  std::optional<std::size_t> listed_count(std::string_view term) {
    const MatchPhrase phrase{std::string(term), true, false};
    if (!PhraseLists::can_read(phrase)) return std::nullopt;
    return database.undamaged([&]() -> std::optional<std::size_t> {
      if (!lists.is_readable()) return std::nullopt;
      return lists.find(phrase)->size();
    });
  }

  // Forgets what is remembered of an index that a writer has changed since. Within a Moment nobody has.
  void keep_up() {
    if (is_moment) return;
    const StatementLease row = statements["PRAGMA data_version"];
    const std::int64_t now = row->step() ? row->number(0) : 0;
    if (now == version) return;
    version = now;
    lengths.forget();
    figure_kinds.forget();
    lists.forget();
    ranges.reset();
    collector.forget();
    document_frequencies.clear();
    passage_count.reset();
    figure_counts.clear();
    passages.clear();
    passage_bytes = 0;
    marks.clear();
  }

  // The passage, if it was asked for lately.
  const PassageRecord* remembered(PassageId id) const {
    const auto found = passages.find(id);
    return found == passages.end() ? nullptr : &found->second;
  }
  void remember(const PassageRecord& passage) {
    if (passage_bytes > kPassageBytes) {
      passages.clear();
      passage_bytes = 0;
    }
    passage_bytes += sizeof passage + passage.text.size();
    passages.emplace(passage.id, passage);
  }

  // Whether a document has pages, and whether it is a workbook or a file of records: most are neither.
  struct Marks {
    bool has_pages = false;
    bool has_cells = false;
  };
  Marks marks_of(DocumentId document) {
    keep_up();
    if (const auto found = marks.find(document); found != marks.end()) return found->second;
    if (marks.size() >= kMostMarks) marks.clear();
    const StatementLease row = statements
        ["SELECT EXISTS(SELECT 1 FROM page WHERE document_id = ?1),"
         " EXISTS(SELECT 1 FROM sheet_mark WHERE document_id = ?1)"];
    row->bind_all(document);
    row->step();
    return marks.emplace(document, Marks{row->number(0) != 0, row->number(1) != 0}).first->second;
  }

  BlockStore& blocks() const { return database.blocks(); }

  std::unique_ptr<Database> owner;
  Database& database;
  StatementCache statements;
  PassageNumbers lengths;
  PassageNumbers figure_kinds;
  PhraseLists lists;
  MatchTally tally;
  MatchCollector collector;
  std::optional<std::vector<DocumentPassages>> ranges;  // of all documents, by passage
  std::int64_t version = -1;                            // of the index, as SQLite counts its changes
  std::unordered_map<std::string, std::size_t> document_frequencies;  // asked for before
  std::optional<std::size_t> passage_count;
  std::unordered_map<std::string, std::size_t> figure_counts;  // by what was asked
  std::unordered_map<PassageId, PassageRecord> passages;       // likewise: at most so many bytes
  std::size_t passage_bytes = 0;
  std::unordered_map<DocumentId, Marks> marks;
  bool is_moment = false;  // a Moment lives

 private:
  static constexpr std::size_t kPassageBytes = 8 << 20;  // some 15,000 passages
  static constexpr std::size_t kMostMarks = 1 << 16;
};

// While it lives, what is read is of one moment: begins a transaction where none is open.
class ReadScope {
 public:
  explicit ReadScope(Database& database) : database_(database), has_begun_(!database.is_in_transaction()) {
    if (has_begun_) database_.run("BEGIN");
  }
  ~ReadScope() {
    if (has_begun_) database_.run_if_possible("COMMIT");
  }
  ReadScope(const ReadScope&) = delete;
  ReadScope& operator=(const ReadScope&) = delete;

 private:
  Database& database_;
  const bool has_begun_;
};

// The passages of a document.
PassageRange passage_range(StatementCache& statements, DocumentId document);

// How many passages are in passage_fts.
std::size_t count_searched(StatementCache& statements);

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
