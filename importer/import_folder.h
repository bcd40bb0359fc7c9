// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::importer {

// What the manifest says of a document: a line of JSON with these keys, those that are empty left out.
struct ManifestEntry {
  std::string file;     // name in the folder; empty: looked at and passed over
  std::string source;   // the service: "tweedekamer"
  std::string id;       // the service's own
  std::string title;    // as the service says it
  std::string date;     // of the document, ISO 8601
  std::string address;  // that it was fetched for
  std::string record;   // address of the record that named it; empty: the list did
  std::string licence;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string fetched;      // UTC, ISO 8601
  std::string passed_over;  // the query that it did not match
  friend bool operator==(const ManifestEntry&, const ManifestEntry&) = default;
};

// The folder of an import and its manifest, .manifest.jsonl: a document in it is whole and has its line, or
// is not there. `vraagbaak index` passes over the manifest, as over all names that begin with a dot.
class ImportFolder {
 public:
  static constexpr std::string_view kManifest = ".manifest.jsonl";

  // Makes the folder where it is not there, and reads the manifest; lines of it that are damaged (a run that
  // was cut off) count as not there. Throws Error where the folder cannot be made or read.
  explicit ImportFolder(std::filesystem::path folder);

  // The document fetched from there is in the folder as it was fetched.
  bool holds(const std::string& address) const;
  // All files that this record named, empty where it was not fetched to its end or one of them has changed.
  std::vector<std::string> files_of_record(const std::string& record) const;
  // The document there was passed over for this query.
  bool passed_over(const std::string& address, const std::string& query) const;

  // Writes a document under a name made of `name` and `extension` (".pdf"), which no other document has, and
  // then its line; fills in file, bytes and sha256. Throws Error where that fails (a full disk).
  void store(ManifestEntry entry, std::string_view name, std::string_view extension, std::string_view bytes);
  // Writes a line alone.
  void note(const ManifestEntry& entry);

  const std::filesystem::path& path() const { return folder_; }

 private:
  bool is_whole(const ManifestEntry& entry) const;
  std::string free_name(std::string_view name, std::string_view extension, const std::string& address) const;
  std::filesystem::path folder_;
  std::map<std::string, ManifestEntry> by_address_;
  std::map<std::string, std::string> by_file_;  // address by name
};

}  // namespace vraagbaak::importer
