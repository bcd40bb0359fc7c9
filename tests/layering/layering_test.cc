// SPDX-License-Identifier: EUPL-1.2
// Who may include whom: the table of docs/ARCHITECTURE.md, kept true by reading every #include line.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak {
namespace {

namespace fs = std::filesystem;

// The longest entry that a path begins with decides. A room may include itself and those named here.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"model", {}},
    {"system", {"model"}},
    {"digest", {}},
    {"analysis/dictionary", {"model"}},
    {"analysis/text", {"model", "analysis/dictionary"}},
    {"analysis/lexicon", {"model", "analysis/dictionary", "analysis/text"}},
    {"analysis/figures", {"model", "analysis/dictionary", "analysis/text", "analysis/lexicon"}},
    {"analysis/entities", {"model", "analysis/dictionary", "analysis/text", "analysis/lexicon"}},
    {"analysis/language", {"model", "analysis/dictionary", "analysis/text", "analysis/lexicon"}},
    {"analysis/phrases", {"model", "analysis/dictionary", "analysis/text"}},
    {"analysis", {"model", "analysis/dictionary", "analysis/text"}},
    {"store", {"model", "analysis", "analysis/dictionary", "analysis/text"}},
    {"indexer",
     {"model", "digest", "system", "analysis", "analysis/dictionary", "analysis/text", "analysis/lexicon",
      "analysis/figures", "analysis/entities", "analysis/language", "analysis/phrases", "store"}},
    {"importer", {"model", "digest", "system", "analysis/text", "indexer"}},
    {"query",
     {"model", "digest", "system", "analysis", "analysis/dictionary", "analysis/text", "analysis/lexicon",
      "analysis/figures", "analysis/entities", "analysis/language", "analysis/phrases", "store"}},
    {"web",
     {"model", "digest", "system", "analysis", "analysis/dictionary", "analysis/text", "analysis/lexicon",
      "analysis/figures", "analysis/entities", "analysis/language", "analysis/phrases", "store", "query"}},
    {"cli",
     {"model", "digest", "system", "analysis", "analysis/dictionary", "analysis/text", "analysis/lexicon",
      "analysis/figures", "analysis/entities", "analysis/language", "analysis/phrases", "store", "indexer",
      "importer", "query", "web"}},
};

// A library's headers stand behind as few doors as possible: the path prefixes that may include them.
const std::map<std::string, std::vector<std::string>> kLibraries = {
    {"sqlite3.h", {"store/"}},
    {"CLI/", {"cli/options/"}},
    {"nlohmann/", {"query/render/", "query/evaluation/", "indexer/readers/json_reader.cc", "importer/"}},
    {"unicode/", {"analysis/", "query/evaluation/"}},
    {"re2/", {"analysis/", "indexer/", "query/"}},
    {"libxml/", {"indexer/readers/markup.cc"}},
    {"nettle/", {"digest/"}},
    {"xlsxwriter.h", {"query/render/xlsx.cc"}},
    {"curl/", {"importer/http_client.cc"}},
    {"zip.h", {"indexer/readers/zip_archive.cc"}},
    {"microhttpd.h", {"web/server/http_server.cc"}},
};

struct Include {
  std::string file;    // from the root
  std::string header;  // as it stands between the quotes or brackets
  bool quoted = false;
};

std::vector<Include> includes_of_sources() {
  const fs::path root(VRAAGBAAK_SOURCE_DIR);
  std::vector<Include> includes;
  for (const auto& [room, allowed] : kMayInclude) {
    if (room.find('/') != std::string::npos || !fs::exists(root / room)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cc") continue;
      std::ifstream stream(entry.path());
      for (std::string line; std::getline(stream, line);) {
        if (!line.starts_with("#include ")) continue;
        const bool quoted = line[9] == '"';
        const std::size_t end = line.find(quoted ? '"' : '>', 10);
        includes.push_back(
            {fs::relative(entry.path(), root).generic_string(), line.substr(10, end - 10), quoted});
      }
    }
  }
  return includes;
}

// "analysis/text" for "analysis/text/tokenizer.h", "analysis" for "analysis/analyzer.h"; empty for no room of
// ours.
std::string room_of(const std::string& path) {
  std::string room;
  for (const auto& [name, allowed] : kMayInclude) {
    if (path.starts_with(name + "/") && name.size() > room.size()) room = name;
  }
  return room;
}

TEST(Layering, IncludesPointOneWay) {
  std::size_t seen = 0;
  for (const Include& include : includes_of_sources()) {
    if (!include.quoted) continue;
    const std::string from = room_of(include.file);
    const std::string to = room_of(include.header);
    if (to.empty()) continue;  // generated into the build folder
    ++seen;
    EXPECT_TRUE(from == to || kMayInclude.at(from).contains(to))
        << include.file << " includes " << include.header;
  }
  EXPECT_GT(seen, 100u);
}

TEST(Layering, QuotedIncludesAreWrittenFromTheRoot) {
  const std::set<std::string> generated = {"cli/version.h"};
  for (const Include& include : includes_of_sources()) {
    if (!include.quoted || generated.contains(include.header)) continue;
    EXPECT_TRUE(fs::exists(fs::path(VRAAGBAAK_SOURCE_DIR) / include.header))
        << include.file << ": " << include.header;
  }
}

TEST(Layering, LibrariesStandBehindTheirDoors) {
  for (const Include& include : includes_of_sources()) {
    for (const auto& [library, doors] : kLibraries) {
      if (include.quoted || !include.header.starts_with(library)) continue;
      const bool allowed =
          std::ranges::any_of(doors, [&](const std::string& door) { return include.file.starts_with(door); });
      EXPECT_TRUE(allowed) << include.file << " includes <" << include.header << ">";
    }
  }
}

TEST(Layering, ModelKnowsTheStandardLibraryOnly) {
  for (const Include& include : includes_of_sources()) {
    if (!include.file.starts_with("model/") || include.quoted) continue;
    EXPECT_EQ(include.header.find_first_of("./"), std::string::npos)
        << include.file << " includes <" << include.header << ">";
  }
}

}  // namespace
}  // namespace vraagbaak
