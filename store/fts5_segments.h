// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: FTS5's postings, read out of its own pages. FTS5 hands out one match after the other at
// some hundred nanoseconds each; from its pages they are read at a few. The format is that of
// https://sqlite.org/src/file/ext/fts5/fts5_index.c (version 4), which every SQLite since 3.9 reads and
// writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/posting_list.h"
#include "store/statement.h"

namespace vraagbaak::store {

// The positions of a term in one passage, packed. Damage throws DamagedBytes (store/packed_bytes.h).
class TermPlaces {
 public:
  explicit TermPlaces(std::string_view packed) : packed_(packed) {}

  ColumnCounts counts() const;
  // Column and position in it, as column * 2^32 + position, in ascending order.
  void read(std::vector<std::uint64_t>& places) const;

 private:
  std::string_view packed_;
};

// The segments of table passage_fts. One connection, one thread.
class Fts5Segments {
 public:
  explicit Fts5Segments(StatementCache& statements) : statements_(statements) {}

  // The index has changed: what is known of its segments is no longer so.
  void forget() { state_ = State::unread; }
  // Whether the postings are there in the format known here, and ids fit into 32 bits. Reads, where it is not
  // known yet, which segments there are. This and read() want to be called within one transaction.
  bool is_readable();
  // Passages, and words in all their columns together. Good once is_readable().
  std::int64_t passages() const { return passages_; }
  std::int64_t words() const { return words_; }
  // What stands in one segment counts before what stands of the same passage in a later one.
  std::size_t segment_count() const { return segments_.size(); }

  // Somebody who is shown postings.
  class Visitor {
   public:
    virtual ~Visitor() = default;
    // Of each passage of a term, in ascending order. `places` is empty where the passage no longer holds the
    // term. Good until it returns.
    virtual void visit(std::uint32_t passage, std::string_view places) = 0;
    // Asked between pages: whether it wants more …
    virtual bool goes_on() { return true; }
    // … and the first passage that it wants: those before may be passed over.
    virtual std::uint32_t next_wanted() const { return 0; }
  };
  // Shows the postings of the term, or of each term that begins so, in one segment.
  void read(std::size_t segment, std::string_view term, bool is_prefix, Visitor& visitor);

 private:
  struct Segment {
    std::int64_t id = 0;
    std::int64_t first_page = 0;
    std::int64_t last_page = 0;
  };
  class Leaves;
  enum class State : std::uint8_t { unread, readable, foreign };

  State read_structure();
  bool read_totals();

  StatementCache& statements_;
  State state_ = State::unread;
  std::vector<Segment> segments_;
  std::int64_t passages_ = 0;
  std::int64_t words_ = 0;
  std::int64_t last_passage_ = 0;
};

}  // namespace vraagbaak::store
