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

const std::vector<std::string>& sample_documents() {
  static const std::vector<std::string> documents = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(VRAAGBAAK_SOURCE_DIR "/corpus")) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<std::string> read;
    for (const auto& file : files) {
      std::ostringstream content;
      content << std::ifstream(file, std::ios::binary).rdbuf();
      read.push_back(content.str());
    }
    return read;
  }();
  return documents;
}

const std::string& sample_text() {
  static const std::string text = [] {
    std::string once;
    for (const std::string& document : sample_documents()) once.append(document).append("\n\n");
    std::string many;
    while (!once.empty() && many.size() < kBytes) many += once;
    return many;
  }();
  return text;
}

}  // namespace vraagbaak::bench
