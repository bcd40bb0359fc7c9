// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: table frequent_term, in how many passages the frequent terms stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/statement.h"
#include "store/term_list.h"

namespace vraagbaak::store {

// A term in so many passages is worth a row: to count one in fewer takes some 10 microseconds.
inline constexpr std::int64_t kFrequent = 512;

// Counts the terms of a whole index and writes the frequent ones; those of before go.
void write_frequent_terms(StatementCache& statements);

// Keeps table frequent_term true while passages come and go.
class TermCountUpdate {
 public:
  // Reads the table as it stands.
  explicit TermCountUpdate(StatementCache& statements);

  // A passage with these terms has come (`change` 1) or gone (-1).
  void count(const TermList& title, const TermList& heading, const TermList& body, int change);
  // Within the transaction that wrote the postings, after them: a term that has come often in this batch may
  // have become frequent.
  void write();

 private:
  struct Count {
    std::int64_t stored = 0;    // 0: not in the table
    std::int64_t change = 0;    // since
    std::uint64_t passage = 0;  // the last one that had it: each counts once
  };

  StatementCache& statements_;
  std::unordered_map<std::string, Count> counts_;
  std::string key_;  // of a look-up, kept for its memory
  std::uint64_t passage_ = 0;
};

}  // namespace vraagbaak::store
