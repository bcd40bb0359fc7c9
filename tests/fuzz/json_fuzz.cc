// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/encoding.h"
#include "indexer/readers/json_reader.h"
#include "tests/fuzz/reader_fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  const std::string text = indexer::decode_text(std::string(fuzz::as_text(data, size)));
  return fuzz::check_read(indexer::read_json(text, "fuzz"));
}
