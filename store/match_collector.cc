// SPDX-License-Identifier: EUPL-1.2
#include "store/match_collector.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <utility>

#include "model/error.h"
#include "store/fts5_api.h"

namespace vraagbaak::store {
namespace {

// bm25's parameters, as FTS5 has them.
constexpr double kK1 = 1.2;
constexpr double kB = 0.75;
constexpr double kLeastIdf = 1e-6;

// Passages between two looks at the clock: about a tenth of a millisecond.
constexpr std::size_t kBetweenLooks = 256;

// How far on the passage beside one may be: between them there may be a page's furniture.
constexpr PassageId kBeside = 2;

// Counts of phrases remembered, a bound for a long batch.
constexpr std::size_t kMostCounts = 20'000;

bool is_operator(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT" || word == "NEAR" ||
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size());
}

// The string that opens at `at`; `at` is behind its end then.
std::string read_string(std::string_view text, std::size_t& at) {
  std::string read;
  for (++at; at < text.size(); ++at) {
    if (text[at] != '"') {
      read += text[at];
    } else if (at + 1 < text.size() && text[at + 1] == '"') {
      read += text[++at];
    } else {
      ++at;
      break;
    }
  }
  return read;
}

// What phrases are counted by under one name: no term holds a space or a control character.
std::string name_of(const MatchPhrase& phrase) {
  return phrase.is_prefix ? '\x01' + phrase.text : phrase.text;
}

}  // namespace

std::vector<MatchPhrase> match_phrases(std::string_view match) {
  std::vector<MatchPhrase> phrases;
  for (std::size_t at = skip_spaces(match, 0); at < match.size(); at = skip_spaces(match, at)) {
    const char c = match[at];
    if (c == '(' || c == ')' || c == ',') {
      ++at;
    } else if (c == '"') {
      MatchPhrase phrase{read_string(match, at), false, false};
      at = skip_spaces(match, at);
      phrase.is_prefix = at < match.size() && match[at] == '*';
      if (phrase.is_prefix) ++at;
      phrase.is_term = !phrase.is_prefix && phrase.text.find(' ') == std::string::npos;
      phrases.push_back(std::move(phrase));
    } else {
      const std::size_t end = std::min(match.find_first_of(" (),\"", at), match.size());
      if (!is_operator(match.substr(at, end - at))) return {};
      at = end;
    }
  }
  return phrases;
}

MatchCollector::MatchCollector(sqlite3* connection, PassageNumbers& lengths, PassageNumbers& figure_kinds,
                               KnownCount known_count)
    : lengths_(lengths), figure_kinds_(figure_kinds), known_count_(std::move(known_count)) {
  fts5_api* api = fts5_of(connection);
  if (api == nullptr || api->xCreateFunction(api, "collect", this, call, nullptr) != SQLITE_OK)
    throw Error("SQLite", "has no full-text search", "install a build of it with FTS5");
}

void MatchCollector::begin(Task task) {
  task_ = std::move(task);
  is_prepared_ = is_cut_off_ = counts_as_it_goes_ = false;
  looks_ = 0;
  visited_ = 0;
  total_ = range_ = 0;
  previous_ = 0;
  totals_.assign(task_.within == nullptr ? 0 : task_.within->size(), 0);
  kind_totals_.fill(0);
  heap_.clear();
  before_.reset();
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
  if (is_late()) return SQLITE_INTERRUPT;
  ++visited_;
  const PassageId passage = api.xRowid(match);
  if (!is_within(passage)) return SQLITE_OK;
  return task_.groups.empty() ? take(api, match, passage) : visit_pair(api, match, passage);
}

int MatchCollector::take(const Fts5ExtensionApi& api, Fts5Context* match, PassageId passage) {
  count(passage, range_);
  if (task_.keep == 0) return SQLITE_OK;
  const int code = prepare_once(api, match);
  if (code != SQLITE_OK) return code;
  const std::size_t place = task_.by_place ? (*task_.within)[range_].place : 0;
  keep({score(api, match, passage), place, passage});
  return SQLITE_OK;
}

int MatchCollector::visit_pair(const Fts5ExtensionApi& api, Fts5Context* match, PassageId passage) {
  const int code = prepare_once(api, match);
  if (code != SQLITE_OK) return code;
  std::uint32_t groups = 0;
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < task_.groups.size(); ++i) {
    const std::uint32_t bit = std::uint32_t{1} << task_.groups[i];
    Fts5PhraseIter places;
    int column = -1;
    int offset = 0;
    api.xPhraseFirst(match, static_cast<int>(i), &places, &column, &offset);
    if (column >= 0) groups |= bit;
    all |= bit;
  }
  Before now{{score(api, match, passage), (*task_.within)[range_].place, passage}, range_, groups, false};
  if (before_ && before_->range == range_ && passage - before_->found.passage <= kBeside &&
      (groups | before_->groups) == all) {
    if (!before_->is_counted) keep_pair_member(before_->range, before_->found);
    keep_pair_member(range_, now.found);
    now.is_counted = true;
  }
  before_ = now;
  return SQLITE_OK;
}

void MatchCollector::keep_pair_member(std::size_t range, const Found& found) {
  count(found.passage, range);
  if (task_.keep > 0) keep(found);
}

void MatchCollector::count(PassageId passage, std::size_t range) {
  ++total_;
  if (task_.within != nullptr) ++totals_[range];
  if (!task_.counts_kinds) return;
  for (std::size_t kinds = figure_kinds_.of(passage), kind = 0; kinds != 0; kinds >>= 1U, ++kind)
    kind_totals_[kind] += kinds & 1U;
}

int MatchCollector::prepare_once(const Fts5ExtensionApi& api, Fts5Context* match) {
  if (is_prepared_) return SQLITE_OK;
  is_prepared_ = true;
  return prepare(api, match);
}

bool MatchCollector::is_late() {
  if (!task_.deadline || ++looks_ < kBetweenLooks) return false;
  looks_ = 0;
  is_cut_off_ = is_cut_off_ || std::chrono::steady_clock::now() >= *task_.deadline;
  return is_cut_off_;
}

bool MatchCollector::is_within(PassageId passage) {
  if (task_.within == nullptr) return true;
  const std::vector<DocumentPassages>& ranges = *task_.within;
  if (passage < previous_) range_ = 0;
  previous_ = passage;
  while (range_ < ranges.size() && ranges[range_].last < passage) ++range_;
  return range_ < ranges.size() && ranges[range_].first <= passage;
}

int MatchCollector::prepare(const Fts5ExtensionApi& api, Fts5Context* match) {
  sqlite3_int64 passages = 0;
  sqlite3_int64 words = 0;
  int code = api.xRowCount(match, &passages);
  if (code == SQLITE_OK) code = api.xColumnTotalSize(match, -1, &words);
  if (code != SQLITE_OK) return code;
  passages_ = static_cast<double>(passages);
  average_length_ = static_cast<double>(words) / passages_;

  const int count = api.xPhraseCount(match);
  if (task_.phrases.size() != static_cast<std::size_t>(count)) task_.phrases.clear();
  counts_as_it_goes_ = count == 1 && task_.sees_all_matches;
  idf_.assign(static_cast<std::size_t>(count), 1.0);
  for (int i = 0; i < count && !counts_as_it_goes_; ++i) {
    std::int64_t holders = 0;
    code = count_phrase(api, match, i, holders);
    if (code != SQLITE_OK) return code;
    idf_[static_cast<std::size_t>(i)] = idf(holders);
  }
  return SQLITE_OK;
}

int MatchCollector::count_phrase(const Fts5ExtensionApi& api, Fts5Context* match, int phrase,
                                 std::int64_t& count) {
  std::string name;
  if (!task_.phrases.empty()) {
    const MatchPhrase& it = task_.phrases[static_cast<std::size_t>(phrase)];
    name = name_of(it);
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
        return running.collector.is_late() ? SQLITE_INTERRUPT : SQLITE_OK;
      });
  if (code != SQLITE_OK) return code;
  count = counting.count;
  if (!name.empty()) {
    if (counts_.size() >= kMostCounts) counts_.clear();
    counts_.emplace(std::move(name), count);
  }
  return SQLITE_OK;
}

// The fewer passages hold a phrase the more it says.
double MatchCollector::idf(std::int64_t count) const {
  const auto holders = static_cast<double>(count);
  const double idf = std::log((passages_ - holders + 0.5) / (holders + 0.5));
  return idf > 0 ? idf : kLeastIdf;  // it is in more than half of them
}

double MatchCollector::score(const Fts5ExtensionApi& api, Fts5Context* match, PassageId passage) const {
  const std::array<double, 3> weights = {task_.weights.body, task_.weights.heading, task_.weights.title};
  const double length = static_cast<double>(lengths_.of(passage));
  const double norm = kK1 * (1 - kB + kB * length / average_length_);
  double sum = 0;
  for (std::size_t i = 0; i < idf_.size(); ++i) {
    Fts5PhraseIter places;
    int column = -1;
    int offset = 0;
    double frequency = 0;
    api.xPhraseFirst(match, static_cast<int>(i), &places, &column, &offset);
    for (; column >= 0; api.xPhraseNext(match, &places, &column, &offset))
      frequency += weights[static_cast<std::size_t>(column) % weights.size()];
    sum += idf_[i] * (frequency * (kK1 + 1) / (frequency + norm));
  }
  return sum;
}

bool MatchCollector::is_better(const Found& a, const Found& b) const {
  if (task_.by_place) return a.place != b.place ? a.place < b.place : a.passage < b.passage;
  return a.score != b.score ? a.score > b.score : a.passage < b.passage;
}

void MatchCollector::keep(const Found& found) {
  const auto better = [this](const Found& a, const Found& b) { return is_better(a, b); };
  if (heap_.size() < task_.keep) {
    heap_.push_back(found);
    std::ranges::push_heap(heap_, better);
  } else if (is_better(found, heap_.front())) {
    std::ranges::pop_heap(heap_, better);
    heap_.back() = found;
    std::ranges::push_heap(heap_, better);
  }
}

std::vector<MatchCollector::Found> MatchCollector::take_found() {
  if (counts_as_it_goes_) {
    const double factor = idf(visited_);
    for (Found& found : heap_) found.score *= factor;
  }
  std::ranges::sort(heap_, [this](const Found& a, const Found& b) { return is_better(a, b); });
  return std::exchange(heap_, {});
}

}  // namespace vraagbaak::store
