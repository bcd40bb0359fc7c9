// SPDX-License-Identifier: EUPL-1.2
#include "analysis/analyzer.h"
#include "query/understand/fts_printer.h"
#include "query/understand/query_syntax.h"
#include "tests/fuzz/fuzz_target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  static const analysis::DictionarySource dictionaries = analysis::DictionarySource::built_in();
  static const analysis::Analyzer analyzer(dictionaries);
  const auto parsed = query::parse_query(fuzz::as_text(data, size));
  if (!parsed) return 0;
  const std::string printed = query::print(parsed->root);
  const auto again = query::parse_query(printed);
  fuzz::require(static_cast<bool>(again) && again->root == parsed->root,
                "a printed query parses to the same tree");
  query::print_fts(parsed->root, analyzer);
  return 0;
}
