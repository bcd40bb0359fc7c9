// SPDX-License-Identifier: EUPL-1.2
// Speed of the entity finder on the sample documents, in bytes of text a second; one thread.
#include <benchmark/benchmark.h>

#include "analysis/entities/entity_finder.h"
#include "analysis/text/segmenter.h"
#include "bench/sample_text.h"

namespace vraagbaak::analysis {
namespace {

using bench::sample_text;

void find_entities(benchmark::State& state) {
  const EntityFinder finder(DictionarySource::built_in());
  const Segmentation segmentation = Segmenter(DictionarySource::built_in()).segment(sample_text());
  for (auto _ : state) benchmark::DoNotOptimize(finder.find(sample_text(), segmentation));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_text().size()));
}
BENCHMARK(find_entities)->Unit(benchmark::kMillisecond);

// What every start of the program pays.
void load_entity_finder(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(EntityFinder(DictionarySource::built_in()));
}
BENCHMARK(load_entity_finder)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vraagbaak::analysis
