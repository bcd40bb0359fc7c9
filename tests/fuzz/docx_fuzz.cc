// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/docx_reader.h"
#include "tests/fuzz/reader_fuzz.h"
#include "tests/indexer/readers/office_files.h"

// The bytes as a whole file, and as the main part of one that is sound otherwise.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  const std::string bytes(fuzz::as_text(data, size));
  fuzz::check_read(indexer::read_docx(bytes, "fuzz"));
  return fuzz::check_read(indexer::read_docx(testing_support::docx(bytes), "fuzz"));
}
