// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "indexer/document_analyzer.h"
#include "tests/fuzz/fuzz_target.h"

// What figures are figures of, in any text that a reader may hand on.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  static const indexer::DocumentAnalyzer analyzer(analysis::DictionarySource::built_in());
  std::string text(fuzz::as_text(data, size));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) c = '-';  // readers hand on well-formed UTF-8 only
  }
  const Document document = analyzer.analyze("a.txt", text);
  for (const Figure& figure : document.figures) {
    for (const std::string* said : {&figure.subject, &figure.measure, &figure.period, &figure.place}) {
      fuzz::require(said->find('\n') == std::string::npos, "what is said stands on one line");
    }
    const bool says_when = is_temporal(figure.kind) || figure.kind == FigureKind::ordinal_ref;
    fuzz::require(!says_when || figure.subject.empty(), "a time is a figure of nothing");
  }
  return 0;
}
