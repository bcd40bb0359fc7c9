// SPDX-License-Identifier: EUPL-1.2
// Speed of segmentation on the sample documents, in bytes of text a second; one thread.
#include <benchmark/benchmark.h>

#include <vector>

#include "analysis/text/segmenter.h"
#include "bench/sample_text.h"

namespace vraagbaak::analysis {
namespace {

using bench::sample_text;

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_text().size()));
}

void tokenize(benchmark::State& state) {
  const Tokenizer tokenizer(DictionarySource::built_in());
  for (auto _ : state) benchmark::DoNotOptimize(tokenizer.tokenize(sample_text()));
  count_bytes(state);
}
BENCHMARK(tokenize)->Unit(benchmark::kMillisecond);

void split_sentences(benchmark::State& state) {
  const Tokenizer tokenizer(DictionarySource::built_in());
  const SentenceSplitter splitter(DictionarySource::built_in());
  const std::vector<Token> tokens = tokenizer.tokenize(sample_text());
  for (auto _ : state) benchmark::DoNotOptimize(splitter.split(sample_text(), tokens));
  count_bytes(state);
}
BENCHMARK(split_sentences)->Unit(benchmark::kMillisecond);

void segment(benchmark::State& state) {
  const Segmenter segmenter(DictionarySource::built_in());
  for (auto _ : state) benchmark::DoNotOptimize(segmenter.segment(sample_text()));
  count_bytes(state);
}
BENCHMARK(segment)->Unit(benchmark::kMillisecond);

// What every start of the program pays.
void load_segmenter(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Segmenter(DictionarySource::built_in()));
}
BENCHMARK(load_segmenter)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace vraagbaak::analysis
