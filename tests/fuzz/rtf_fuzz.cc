// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/converter_readers.h"
#include "indexer/readers/encoding.h"
#include "tests/fuzz/reader_fuzz.h"

// What unrtf may print.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  return fuzz::check_read(
      indexer::compose_page(indexer::decode_text(std::string(fuzz::as_text(data, size))), "fuzz"));
}
