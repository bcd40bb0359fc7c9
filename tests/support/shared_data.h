// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace vraagbaak {

// The folder of documents and gold beside the source tree, ../shared or $VRAAGBAAK_SHARED; nullopt where it
// is not there. Tests that need it are skipped then.
inline std::optional<std::filesystem::path> shared_data() {
  const char* set = std::getenv("VRAAGBAAK_SHARED");
  const std::filesystem::path folder = set != nullptr
                                           ? std::filesystem::path(set)
                                           : std::filesystem::path(VRAAGBAAK_SOURCE_DIR) / ".." / "shared";
  if (!std::filesystem::is_directory(folder / "gold")) return std::nullopt;
  return std::filesystem::canonical(folder);
}

}  // namespace vraagbaak
