// SPDX-License-Identifier: EUPL-1.2
// Speed of a search and of its steps: reading the query, ranking the passages, and all of it with citations
// and snippets. The index holds each sample document a hundred times, under other first lines; one thread,
// warm.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/sample_text.h"
#include "query/searcher.h"
#include "query/understand/fts_printer.h"
#include "query/understand/query_syntax.h"
#include "store/passage_search.h"
#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

constexpr int kCopies = 100;
constexpr std::size_t kLimit = 10;

constexpr const char* kAll = "budget project besteed";
constexpr const char* kAny = "budget OR project OR steun OR minister";
constexpr const char* kCommon = "de OR het OR van";
constexpr const char* kPhrase = "\"van het\"";
constexpr const char* kNear = "NEAR(budget project, 5)";
constexpr const char* kPrefix = "pro*";
constexpr const char* kLetter = "d*";

const testing_support::SmallIndex& sample_index() {
  static const testing_support::SmallIndex index([] {
    testing_support::Documents documents;
    for (int copy = 0; copy < kCopies; ++copy) {
      for (std::size_t i = 0; i < bench::sample_documents().size(); ++i) {
        const std::string name = std::to_string(copy) + "-" + std::to_string(i);
        documents.emplace_back(name + ".txt", "Stuk " + name + "\n\n" + bench::sample_documents()[i]);
      }
    }
    return documents;
  }());
  return index;
}

std::string hundred_words() {
  std::string query = "budget";
  for (int i = 1; i < 100; ++i) query += " OR woord" + std::to_string(i);
  return query;
}

void parse(benchmark::State& state, const std::string& query) {
  for (auto _ : state) benchmark::DoNotOptimize(parse_query(query));
}
BENCHMARK_CAPTURE(parse, words, kAll);
BENCHMARK_CAPTURE(parse, fields, "energie* NOT (nucleair OR gas) year:2015..2017 bedrag:>1mln");
BENCHMARK_CAPTURE(parse, a_hundred_words, hundred_words());

// The text that the index is asked for: the same analysis as of the documents.
void print_terms(benchmark::State& state, const std::string& query) {
  const QueryNode root = parse_query(query).value().root;
  for (auto _ : state) benchmark::DoNotOptimize(print_fts(root, testing_support::analyzer()));
}
BENCHMARK_CAPTURE(print_terms, words, kAll);
BENCHMARK_CAPTURE(print_terms, a_hundred_words, hundred_words());

void rank(benchmark::State& state, const std::string& query) {
  const store::PassageSearch search(sample_index().reader);
  const std::string match = *print_fts(parse_query(query).value().root, testing_support::analyzer());
  for (auto _ : state) benchmark::DoNotOptimize(search.best(match, kLimit));
}
BENCHMARK_CAPTURE(rank, all, kAll)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rank, any, kAny)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rank, common_words, kCommon)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rank, phrase, kPhrase)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rank, near, kNear)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rank, prefix, kPrefix)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rank, letter, kLetter)->Unit(benchmark::kMicrosecond);

void search(benchmark::State& state, const std::string& query, std::size_t offset) {
  const Searcher searcher(sample_index().reader, testing_support::analyzer(), sample_index().citations);
  for (auto _ : state) benchmark::DoNotOptimize(searcher.search(query, kLimit, offset));
}
BENCHMARK_CAPTURE(search, all, kAll, 0)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, any, kAny, 0)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, deep, kAny, 1000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace vraagbaak::query
