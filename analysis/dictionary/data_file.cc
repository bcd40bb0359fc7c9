// SPDX-License-Identifier: EUPL-1.2
#include "analysis/dictionary/data_file.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace vraagbaak::analysis {

namespace {
constexpr int kFoldersAbove = 4;  // as far up as a test program lies below the build folder
}

std::string find_data_file(std::string_view name) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (const char* folder = std::getenv("VRAAGBAAK_DATA"); folder != nullptr && *folder != '\0') {
    return (fs::path(folder) / name).string();
  }
  fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (int above = 0; above <= kFoldersAbove && !folder.empty(); ++above, folder = folder.parent_path()) {
    fs::path candidate = folder / "share" / "vraagbaak" / name;
    if (fs::is_regular_file(candidate, ignored)) return candidate.string();
  }
  return "";
}

}  // namespace vraagbaak::analysis
