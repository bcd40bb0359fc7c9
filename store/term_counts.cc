// SPDX-License-Identifier: EUPL-1.2
#include "store/term_counts.h"

namespace vraagbaak::store {
namespace {

// A term that is not in the table is counted when it came this many times in one batch. So one that always
// comes by ones and twos may be frequent without a row, which costs time, never a wrong count.
constexpr std::int64_t kWorthCounting = kFrequent / 16;

}  // namespace

void write_frequent_terms(StatementCache& statements) {
  statements["DELETE FROM frequent_term"]->execute();
  statements["INSERT INTO frequent_term SELECT term, doc FROM passage_term WHERE doc >= ?"]->execute(
      kFrequent);
}

TermCountUpdate::TermCountUpdate(StatementCache& statements) : statements_(statements) {
  const StatementLease rows = statements["SELECT term, passages FROM frequent_term"];
  while (rows->step()) counts_[rows->text(0)].stored = rows->number(1);
}

void TermCountUpdate::count(const TermList& title, const TermList& heading, const TermList& body,
                            int change) {
  ++passage_;
  for (const TermList* terms : {&title, &heading, &body}) {
    terms->for_each([&](std::string_view term, bool) {
      key_.assign(term);
      Count& count = counts_[key_];
      if (count.passage != passage_) count.change += change;
      count.passage = passage_;
      return true;
    });
  }
}

void TermCountUpdate::write() {
  for (auto& [term, count] : counts_) {
    if (count.change == 0) continue;
    std::int64_t now = count.stored + count.change;
    if (count.stored == 0) {
      if (count.change < kWorthCounting) continue;
      now = statements_["SELECT doc FROM passage_term WHERE term = ?"]->first_number(term).value_or(0);
      if (now < kFrequent) continue;
    }
    if (now < kFrequent) {
      statements_["DELETE FROM frequent_term WHERE term = ?"]->execute(term);
      now = 0;
    } else {
      statements_["INSERT OR REPLACE INTO frequent_term VALUES(?, ?)"]->execute(term, now);
    }
    count.stored = now;
    count.change = 0;
  }
}

}  // namespace vraagbaak::store
