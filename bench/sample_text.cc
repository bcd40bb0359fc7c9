// SPDX-License-Identifier: EUPL-1.2
#include "bench/sample_text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace vraagbaak::bench {
namespace {

constexpr std::size_t kBytes = 4U << 20U;

}  // namespace

const std::string& sample_text() {
  static const std::string text = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(VRAAGBAAK_SOURCE_DIR "/corpus")) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::ostringstream all;
    for (const auto& file : files) all << std::ifstream(file, std::ios::binary).rdbuf() << "\n\n";
    const std::string once = all.str();
    std::string many;
    while (!once.empty() && many.size() < kBytes) many += once;
    return many;
  }();
  return text;
}

}  // namespace vraagbaak::bench
