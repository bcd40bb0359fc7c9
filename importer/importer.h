// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "importer/fetcher.h"
#include "importer/import_folder.h"
#include "importer/import_source.h"
#include "model/result.h"

namespace vraagbaak::importer {

// How far an import is.
struct ImportProgress {
  std::size_t documents = 0;  // done, of `most`
  std::size_t most = 0;
  std::uint64_t bytes = 0;  // fetched
};

struct ImportOptions {
  std::string query;                       // as it was asked, for what is passed over
  std::size_t most = 100;                  // documents in the folder after the run, of this list
  std::size_t most_looked_at = 2000;       // records fetched only to see whether they are wanted
  std::uint64_t largest_file = 64U << 20;  // bytes; what `index` reads (indexer/readers/reader.h)
  std::function<std::string()> now;        // UTC, ISO 8601: what the manifest says of when
  std::function<void(const ImportProgress&)> progress;  // may be empty
};

struct ImportSummary {
  std::size_t documents = 0;       // of the list in the folder now
  std::size_t fetched = 0;         // files
  std::size_t kept = 0;            // files that were there
  std::size_t passed_over = 0;     // documents that do not match
  std::uint64_t bytes = 0;         // fetched
  std::vector<Problem> failed;     // documents that could not be fetched
  bool has_more = false;           // the list goes on beyond `most` or `most_looked_at`
  std::optional<Problem> stopped;  // why the run ended before the list did
};

// Fetches the documents that a service lists into a folder, one by one; what is there stays, so a run that
// was cut off goes on where it was. A document that cannot be fetched is told and left out; a list that
// cannot be read, or several documents failing in a row, end the run. Throws Error where the folder cannot be
// written.
ImportSummary import_documents(const ImportSource& source, Fetcher& fetcher, ImportFolder& folder,
                               const ImportOptions& options);

}  // namespace vraagbaak::importer
