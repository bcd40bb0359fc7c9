// SPDX-License-Identifier: EUPL-1.2
// Speed of the figure finder on the sample documents, in bytes of text a second; one thread.
#include <benchmark/benchmark.h>

#include "analysis/figures/figure_finder.h"
#include "bench/sample_text.h"

namespace vraagbaak::analysis {
namespace {

using bench::sample_text;

void find_figures(benchmark::State& state) {
  const FigureFinder finder(DictionarySource::built_in());
  for (auto _ : state) benchmark::DoNotOptimize(finder.find(sample_text()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_text().size()));
}
BENCHMARK(find_figures)->Unit(benchmark::kMillisecond);

// With a day that relative dates count from, more words may begin a date.
void find_figures_from_a_day(benchmark::State& state) {
  const FigureFinder finder(DictionarySource::built_in());
  const FigureOptions options{.reference = PartialDate{.year = 2022, .month = 6, .day = 17}};
  for (auto _ : state) benchmark::DoNotOptimize(finder.find(sample_text(), options));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_text().size()));
}
BENCHMARK(find_figures_from_a_day)->Unit(benchmark::kMillisecond);

void find_figures_in_a_cell(benchmark::State& state) {
  const FigureFinder finder(DictionarySource::built_in());
  const CellContext context{
      .unit = "EUR", .scale_power = 6, .column_header = "2017 steun (MEUR)", .row_header = "Totaal"};
  for (auto _ : state) benchmark::DoNotOptimize(finder.find_in_cell("1.234,50", context));
}
BENCHMARK(find_figures_in_a_cell);

// What every start of the program pays.
void load_figure_finder(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(FigureFinder(DictionarySource::built_in()));
}
BENCHMARK(load_figure_finder)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace vraagbaak::analysis
