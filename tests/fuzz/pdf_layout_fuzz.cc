// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/pdf_reader.h"
#include "tests/fuzz/reader_fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  return fuzz::check_read(
      indexer::compose_pages(indexer::parse_bounding_boxes(std::string(fuzz::as_text(data, size)))));
}
