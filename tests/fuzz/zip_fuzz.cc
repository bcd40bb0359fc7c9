// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/zip_reader.h"
#include "tests/fuzz/reader_fuzz.h"
#include "tests/support/zip_builder.h"

// The bytes as a whole archive, and as the files of a sound one, parted by form feeds.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  const std::string bytes(fuzz::as_text(data, size));
  fuzz::check_read(indexer::read_zip(bytes, "fuzz", {}));
  std::vector<std::pair<std::string, std::string>> entries;
  for (std::size_t at = 0; at <= bytes.size() && entries.size() < 20;) {
    const std::size_t end = std::min(bytes.find('\f', at), bytes.size());
    entries.emplace_back(std::to_string(entries.size()), bytes.substr(at, end - at));
    at = end + 1;
  }
  return fuzz::check_read(indexer::read_zip(testing_support::build_zip(entries), "fuzz", {}));
}
