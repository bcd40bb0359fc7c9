// SPDX-License-Identifier: EUPL-1.2
#include <fstream>

#include "analysis/dictionary/dictionary_file.h"
#include "model/error.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/temp_folder.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  static const testing_support::TempFolder folder;
  std::ofstream(folder / "own.tsv", std::ios::binary) << fuzz::as_text(data, size);
  try {
    const auto source = analysis::DictionarySource::with_folder(folder.path());
    const analysis::DictionaryFile file(source, "own.tsv", {"form", "value"});
    for (const analysis::DictionaryRow& row : file) {
      fuzz::require(row.cells.size() == 2 && !row[0].empty(), "a row has the columns asked for");
    }
  } catch (const Error& error) {
    fuzz::require(std::string_view(error.what()).find("own.tsv") != std::string_view::npos,
                  "an error names the file");
  }
  return 0;
}
