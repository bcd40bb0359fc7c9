// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/text_reader.h"
#include "tests/fuzz/reader_fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  return fuzz::check_read(indexer::read_text(std::string(fuzz::as_text(data, size))));
}
