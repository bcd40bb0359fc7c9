// SPDX-License-Identifier: EUPL-1.2
// Speed of the decompounder on the different words of the sample documents, in words a second; one thread.
// (The analyzer remembers what a word came to, so that it is the different ones that cost.)
#include "analysis/text/decompounder.h"

#include <benchmark/benchmark.h>

#include <set>
#include <string>
#include <vector>

#include "analysis/text/normalizer.h"
#include "analysis/text/tokenizer.h"
#include "bench/sample_text.h"

namespace vraagbaak::analysis {
namespace {

const std::vector<std::string>& sample_words() {
  static const std::vector<std::string> words = [] {
    std::set<std::string> different;
    const Tokenizer tokenizer(DictionarySource::built_in());
    for (const std::string& text : bench::sample_documents()) {
      for (const Token& token : tokenizer.tokenize(text)) {
        if (token.kind == TokenKind::word) different.insert(normalize(token.span.in(text)));
      }
    }
    return std::vector<std::string>(different.begin(), different.end());
  }();
  return words;
}

void decompound(benchmark::State& state) {
  const Decompounder decompounder(DictionarySource::built_in());
  for (auto _ : state) {
    for (const std::string& word : sample_words()) benchmark::DoNotOptimize(decompounder.parts(word));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sample_words().size()));
}
BENCHMARK(decompound)->Unit(benchmark::kMicrosecond);

// The longest word that is cut at all: the cost is quadratic in the length.
void decompound_the_longest(benchmark::State& state) {
  const Decompounder decompounder(DictionarySource::built_in());
  const std::string word = "arbeidsmarktondersteuningsmaatregelenevaluatiecommissieverslagen";
  for (auto _ : state) benchmark::DoNotOptimize(decompounder.parts(word));
}
BENCHMARK(decompound_the_longest)->Unit(benchmark::kMicrosecond);

// What every start of the program pays.
void load_decompounder(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Decompounder(DictionarySource::built_in()));
}
BENCHMARK(load_decompounder)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace vraagbaak::analysis
