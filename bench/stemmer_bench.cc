// SPDX-License-Identifier: EUPL-1.2
// Speed of the stemmer on the words of the sample documents, in words a second; one thread.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "analysis/text/normalizer.h"
#include "analysis/text/stemmer.h"
#include "analysis/text/tokenizer.h"
#include "bench/sample_text.h"

namespace vraagbaak::analysis {
namespace {

// The words as they come, frequent ones often.
const std::vector<std::string>& sample_words() {
  static const std::vector<std::string> words = [] {
    const std::string_view text = std::string_view(bench::sample_text()).substr(0, 1U << 20U);
    std::vector<std::string> folded;
    for (const Token& token : Tokenizer(DictionarySource::built_in()).tokenize(text)) {
      if (token.kind == TokenKind::word) folded.push_back(normalize(token.span.in(text)));
    }
    return folded;
  }();
  return words;
}

void stem(benchmark::State& state) {
  const Stemmer stemmer(DictionarySource::built_in());
  for (auto _ : state) {
    for (const std::string& word : sample_words()) benchmark::DoNotOptimize(stemmer.stem(word));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sample_words().size()));
}
BENCHMARK(stem)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vraagbaak::analysis
