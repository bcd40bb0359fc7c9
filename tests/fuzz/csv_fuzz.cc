// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/csv_reader.h"
#include "indexer/readers/encoding.h"
#include "tests/fuzz/reader_fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  const std::string text = indexer::decode_text(std::string(fuzz::as_text(data, size)));
  return fuzz::check_read(indexer::read_csv(text, indexer::csv_separator(text).value_or(';'), "fuzz"));
}
