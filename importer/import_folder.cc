// SPDX-License-Identifier: EUPL-1.2
#include "importer/import_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "analysis/text/utf8.h"
#include "digest/sha256.h"
#include "importer/json_value.h"
#include "model/error.h"

namespace vraagbaak::importer {
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestName = 120;  // bytes; a file system takes 255

[[noreturn]] void fail(const fs::path& file) {
  throw Error(file.string(), std::string("cannot be written (") + std::strerror(errno) + ")",
              "look at the folder, its rights and the room on the disk");
}

class OutputFile {
 public:
  OutputFile(const fs::path& file, int flags) : file_(file) {
    descriptor_ = ::open(file.c_str(), flags | O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor_ < 0) fail(file_);
  }
  ~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // All of it, and onto the disk.
  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail(file_);
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fsync(descriptor_) != 0) fail(file_);
  }

 private:
  fs::path file_;
  int descriptor_;
};

std::string read_all(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Letters, digits and -_. of the service's name for a document; never hidden, never a path.
std::string safe_name(std::string_view name) {
  std::string safe;
  for (const char c : name.substr(0, kLongestName)) {
    const bool is_safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         c == '-' || c == '_' || (c == '.' && !safe.empty());
    safe += is_safe ? c : '-';
  }
  return safe.empty() ? "document" : safe;
}

std::string line_of(const ManifestEntry& entry) {
  Json json;
  const auto add = [&json](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = analysis::repair_utf8(value);
  };
  add("file", entry.file);
  add("source", entry.source);
  add("id", entry.id);
  add("title", entry.title);
  add("date", entry.date);
  add("address", entry.address);
  add("record", entry.record);
  add("licence", entry.licence);
  add("sha256", entry.sha256);
  if (entry.bytes > 0) json["bytes"] = entry.bytes;
  add("fetched", entry.fetched);
  add("passed_over", entry.passed_over);
  return json.dump() + "\n";
}

ManifestEntry entry_of(const nlohmann::json& json) {
  ManifestEntry entry;
  entry.file = text_at(json, "file");
  entry.source = text_at(json, "source");
  entry.id = text_at(json, "id");
  entry.title = text_at(json, "title");
  entry.date = text_at(json, "date");
  entry.address = text_at(json, "address");
  entry.record = text_at(json, "record");
  entry.licence = text_at(json, "licence");
  entry.sha256 = text_at(json, "sha256");
  entry.bytes = number_at(json, "bytes");
  entry.fetched = text_at(json, "fetched");
  entry.passed_over = text_at(json, "passed_over");
  // A manifest may have been edited: no name in it leads out of the folder.
  if (entry.file != safe_name(entry.file)) entry.file.clear();
  return entry;
}

}  // namespace

ImportFolder::ImportFolder(fs::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error || !fs::is_directory(folder_, error)) {
    throw Error(folder_.string(), "the folder cannot be made", "name one that you may write in");
  }
  const std::string manifest = read_all(folder_ / kManifest);
  for (std::size_t at = 0; at < manifest.size();) {
    const std::size_t end = std::min(manifest.find('\n', at), manifest.size());
    const auto json = parse_json(std::string_view(manifest).substr(at, end - at), std::string(kManifest));
    at = end + 1;
    if (!json || !json->is_object()) continue;
    ManifestEntry entry = entry_of(*json);
    if (entry.address.empty()) continue;
    if (!entry.file.empty()) by_file_[entry.file] = entry.address;
    by_address_[entry.address] = std::move(entry);
  }
  // A line that was cut off must not swallow the next one.
  if (!manifest.empty() && !manifest.ends_with('\n')) OutputFile(folder_ / kManifest, O_APPEND).write("\n");
}

bool ImportFolder::is_whole(const ManifestEntry& entry) const {
  std::error_code error;
  const fs::path file = folder_ / entry.file;
  if (entry.file.empty() || fs::file_size(file, error) != entry.bytes || error) return false;
  return sha256(read_all(file)) == entry.sha256;
}

bool ImportFolder::holds(const std::string& address) const {
  const auto found = by_address_.find(address);
  return found != by_address_.end() && is_whole(found->second);
}

std::vector<std::string> ImportFolder::files_of_record(const std::string& record) const {
  // The record's own line comes last, when all of its files are there.
  const auto own = by_address_.find(record);
  if (own == by_address_.end() || !own->second.passed_over.empty()) return {};
  std::vector<std::string> files;
  for (const auto& [address, entry] : by_address_) {
    if (entry.record != record) continue;
    if (!is_whole(entry)) return {};
    files.push_back(entry.file);
  }
  return files;
}

bool ImportFolder::passed_over(const std::string& address, const std::string& query) const {
  const auto found = by_address_.find(address);
  return found != by_address_.end() && found->second.passed_over == query && !query.empty();
}

void ImportFolder::store(ManifestEntry entry, std::string_view name, std::string_view extension,
                         std::string_view bytes) {
  entry.file = free_name(name, extension, entry.address);
  entry.bytes = bytes.size();
  entry.sha256 = sha256(bytes);
  fs::path part = folder_ / ".";
  part += entry.file;
  part += ".part";
  std::error_code error;
  fs::remove(part, error);  // of a run that was cut off
  OutputFile(part, O_EXCL).write(bytes);
  fs::rename(part, folder_ / entry.file, error);
  if (error) {
    errno = error.value();
    fail(folder_ / entry.file);
  }
  note(entry);
}

void ImportFolder::note(const ManifestEntry& entry) {
  OutputFile(folder_ / kManifest, O_APPEND).write(line_of(entry));
  if (!entry.file.empty()) by_file_[entry.file] = entry.address;
  by_address_[entry.address] = entry;
}

std::string ImportFolder::free_name(std::string_view name, std::string_view extension,
                                    const std::string& address) const {
  const std::string safe = safe_name(name);
  for (std::size_t number = 1;; ++number) {
    std::string file = safe;
    if (number > 1) file.append("-").append(std::to_string(number));
    file += extension;
    const auto known = by_file_.find(file);
    const bool is_own = known != by_file_.end() && known->second == address;
    std::error_code error;
    // A file that is not of the manifest is the user's: it stays.
    if (is_own || (known == by_file_.end() && !fs::exists(fs::symlink_status(folder_ / file, error))))
      return file;
  }
}

}  // namespace vraagbaak::importer
