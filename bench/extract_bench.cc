// SPDX-License-Identifier: EUPL-1.2
// Speed of `extract --json` and of its stages on the sample documents, in bytes of text a second; one thread,
// dictionaries loaded. Copying the same bytes is the limit.
#include <benchmark/benchmark.h>

#include <cstring>
#include <string>
#include <vector>

#include "analysis/entities/entity_finder.h"
#include "analysis/figures/figure_finder.h"
#include "analysis/language/language_guess.h"
#include "analysis/text/segmenter.h"
#include "bench/sample_text.h"
#include "indexer/document_analyzer.h"
#include "indexer/foreign_text.h"
#include "indexer/outline/outline_builder.h"
#include "query/render/extract_json.h"

namespace vraagbaak {
namespace {

using bench::sample_documents;

void count_bytes(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const std::string& text : sample_documents()) bytes += text.size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void copy(benchmark::State& state) {
  std::string copied;
  for (auto _ : state) {
    for (const std::string& text : sample_documents()) {
      copied = text;
      benchmark::DoNotOptimize(copied.data());
    }
  }
  count_bytes(state);
}
BENCHMARK(copy)->Unit(benchmark::kMicrosecond);

void segment(benchmark::State& state) {
  const analysis::Segmenter segmenter(analysis::DictionarySource::built_in());
  for (auto _ : state) {
    for (const std::string& text : sample_documents()) benchmark::DoNotOptimize(segmenter.segment(text));
  }
  count_bytes(state);
}
BENCHMARK(segment)->Unit(benchmark::kMillisecond);

void find_french(benchmark::State& state) {
  const analysis::LanguageGuesser guesser(analysis::DictionarySource::built_in());
  const analysis::WordHold hold;
  for (auto _ : state) {
    for (const std::string& text : sample_documents())
      benchmark::DoNotOptimize(
          indexer::find_french(text, {}, analysis::LanguageReading(guesser, text, {}, {})));
  }
  count_bytes(state);
}
BENCHMARK(find_french)->Unit(benchmark::kMillisecond);

void build_outline(benchmark::State& state) {
  const indexer::OutlineBuilder builder(analysis::DictionarySource::built_in());
  for (auto _ : state) {
    for (const std::string& text : sample_documents()) {
      Document document;
      document.text = text;
      builder.build(document, {});
      benchmark::DoNotOptimize(document.sections.data());
    }
  }
  count_bytes(state);
}
BENCHMARK(build_outline)->Unit(benchmark::kMillisecond);

void find_figures(benchmark::State& state) {
  const analysis::FigureFinder finder(analysis::DictionarySource::built_in());
  for (auto _ : state) {
    for (const std::string& text : sample_documents()) benchmark::DoNotOptimize(finder.find(text));
  }
  count_bytes(state);
}
BENCHMARK(find_figures)->Unit(benchmark::kMillisecond);

void find_names(benchmark::State& state) {
  const analysis::EntityFinder finder(analysis::DictionarySource::built_in());
  const analysis::Segmenter segmenter(analysis::DictionarySource::built_in());
  std::vector<Segmentation> segmentations;
  for (const std::string& text : sample_documents()) segmentations.push_back(segmenter.segment(text));
  for (auto _ : state) {
    for (std::size_t i = 0; i < segmentations.size(); ++i)
      benchmark::DoNotOptimize(finder.find(sample_documents()[i], segmentations[i]));
  }
  count_bytes(state);
}
BENCHMARK(find_names)->Unit(benchmark::kMillisecond);

indexer::ReadText read(const indexer::DocumentAnalyzer& analyzer, const std::string& text) {
  indexer::SourceText source;
  source.text = text;
  return analyzer.read("sample.txt", std::move(source));
}

void write_json(benchmark::State& state) {
  const indexer::DocumentAnalyzer analyzer(analysis::DictionarySource::built_in());
  std::vector<indexer::ReadText> documents;
  for (const std::string& text : sample_documents()) documents.push_back(read(analyzer, text));
  for (auto _ : state) {
    for (const indexer::ReadText& each : documents) {
      benchmark::DoNotOptimize(
          query::render::extract_file_json("sample.txt", each.document, each.segmentation, false));
    }
  }
  count_bytes(state);
}
BENCHMARK(write_json)->Unit(benchmark::kMillisecond);

void extract(benchmark::State& state) {
  const indexer::DocumentAnalyzer analyzer(analysis::DictionarySource::built_in());
  for (auto _ : state) {
    for (const std::string& text : sample_documents()) {
      const indexer::ReadText each = read(analyzer, text);
      benchmark::DoNotOptimize(
          query::render::extract_file_json("sample.txt", each.document, each.segmentation, false));
    }
  }
  count_bytes(state);
}
BENCHMARK(extract)->Unit(benchmark::kMillisecond);

// What every start of the program pays.
void load_analyzer(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(indexer::DocumentAnalyzer(analysis::DictionarySource::built_in()));
}
BENCHMARK(load_analyzer)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vraagbaak
