// SPDX-License-Identifier: EUPL-1.2
#include "store/match_collector.h"

#include <sqlite3.h>

#include <array>
#include <new>
#include <utility>

#include "model/error.h"
#include "store/fts5_api.h"

namespace vraagbaak::store {
namespace {

// Counts of phrases remembered, a bound for a long batch.
constexpr std::size_t kMostCounts = 20'000;

}  // namespace

MatchCollector::MatchCollector(sqlite3* connection, PassageNumbers& lengths, MatchTally& tally,
                               KnownCount known_count)
    : lengths_(lengths), tally_(tally), known_count_(std::move(known_count)) {
  fts5_api* api = fts5_of(connection);
  if (api == nullptr || api->xCreateFunction(api, "collect", this, call, nullptr) != SQLITE_OK)
    throw Error("SQLite", "has no full-text search", "install a build of it with FTS5");
}

void MatchCollector::begin(Task task) {
  task_ = std::move(task);
  is_prepared_ = counts_as_it_goes_ = false;
  visited_ = 0;
}

// No exception may pass through SQLite.
void MatchCollector::call(const Fts5ExtensionApi* api, Fts5Context* match, sqlite3_context* result, int,
                          sqlite3_value**) {
  try {
    const int code = static_cast<MatchCollector*>(api->xUserData(match))->visit(*api, match);
    if (code == SQLITE_OK) {
      sqlite3_result_int(result, 0);
    } else {
      sqlite3_result_error_code(result, code);
    }
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(result);
  } catch (...) {
    sqlite3_result_error_code(result, SQLITE_CORRUPT);  // lengths or counts cannot be read
  }
}

int MatchCollector::visit(const Fts5ExtensionApi& api, Fts5Context* match) {
  if (tally_.is_late(1)) return SQLITE_INTERRUPT;
  ++visited_;
  const PassageId passage = api.xRowid(match);
  if (!tally_.is_within(passage)) return SQLITE_OK;
  const bool is_grouped = tally_.task().groups > 0;
  if (tally_.task().keep == 0 && !is_grouped) {
    tally_.take(passage, 0);
    return SQLITE_OK;
  }
  const int code = prepare_once(api, match);
  if (code != SQLITE_OK) return code;
  const double scored = score(api, match, passage);
  if (is_grouped) {
    tally_.take(passage, scored, groups(api, match));
  } else {
    tally_.take(passage, scored);
  }
  return SQLITE_OK;
}

// As bits, those that the passage has a phrase of.
std::uint32_t MatchCollector::groups(const Fts5ExtensionApi& api, Fts5Context* match) const {
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < task_.groups.size(); ++i) {
    Fts5PhraseIter places;
    int column = -1;
    int offset = 0;
    api.xPhraseFirst(match, static_cast<int>(i), &places, &column, &offset);
    if (column >= 0) found |= std::uint32_t{1} << task_.groups[i];
  }
  return found;
}

int MatchCollector::prepare_once(const Fts5ExtensionApi& api, Fts5Context* match) {
  if (is_prepared_) return SQLITE_OK;
  is_prepared_ = true;
  return prepare(api, match);
}

int MatchCollector::prepare(const Fts5ExtensionApi& api, Fts5Context* match) {
  sqlite3_int64 passages = 0;
  sqlite3_int64 words = 0;
  int code = api.xRowCount(match, &passages);
  if (code == SQLITE_OK) code = api.xColumnTotalSize(match, -1, &words);
  if (code != SQLITE_OK) return code;
  bm25_ = Bm25(passages, words);

  const int count = api.xPhraseCount(match);
  if (task_.phrases.size() != static_cast<std::size_t>(count)) task_.phrases.clear();
  counts_as_it_goes_ = count == 1 && task_.sees_all_matches;
  idf_.assign(static_cast<std::size_t>(count), 1.0);
  for (int i = 0; i < count && !counts_as_it_goes_; ++i) {
    std::int64_t holders = 0;
    code = count_phrase(api, match, i, holders);
    if (code != SQLITE_OK) return code;
    idf_[static_cast<std::size_t>(i)] = bm25_.idf(holders);
  }
  return SQLITE_OK;
}

int MatchCollector::count_phrase(const Fts5ExtensionApi& api, Fts5Context* match, int phrase,
                                 std::int64_t& count) {
  std::string name;
  if (!task_.phrases.empty()) {
    const MatchPhrase& it = task_.phrases[static_cast<std::size_t>(phrase)];
    name = it.name();
    if (const auto found = counts_.find(name); found != counts_.end()) {
      count = found->second;
      return SQLITE_OK;
    }
    const auto known = it.is_term ? known_count_(it.text) : std::nullopt;
    if (known) {
      count = static_cast<std::int64_t>(*known);
      return SQLITE_OK;
    }
  }
  struct Counting {
    MatchCollector& collector;
    std::int64_t count;
  } counting{*this, 0};
  const int code =
      api.xQueryPhrase(match, phrase, &counting, [](const Fts5ExtensionApi*, Fts5Context*, void* context) {
        auto& running = *static_cast<Counting*>(context);
        ++running.count;
        return running.collector.tally_.is_late(1) ? SQLITE_INTERRUPT : SQLITE_OK;
      });
  if (code != SQLITE_OK) return code;
  count = counting.count;
  if (!name.empty()) {
    if (counts_.size() >= kMostCounts) counts_.clear();
    counts_.emplace(std::move(name), count);
  }
  return SQLITE_OK;
}

double MatchCollector::score(const Fts5ExtensionApi& api, Fts5Context* match, PassageId passage) const {
  const std::array<double, 3> weights = {task_.weights.body, task_.weights.heading, task_.weights.title};
  const double norm = bm25_.norm(lengths_.of(passage));
  double sum = 0;
  for (std::size_t i = 0; i < idf_.size(); ++i) {
    Fts5PhraseIter places;
    int column = -1;
    int offset = 0;
    double frequency = 0;
    api.xPhraseFirst(match, static_cast<int>(i), &places, &column, &offset);
    for (; column >= 0; api.xPhraseNext(match, &places, &column, &offset))
      frequency += weights[static_cast<std::size_t>(column) % weights.size()];
    sum += Bm25::part(idf_[i], frequency, norm);
  }
  return sum;
}

}  // namespace vraagbaak::store
