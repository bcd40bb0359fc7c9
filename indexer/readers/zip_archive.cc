// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/text/utf8.h"

namespace vraagbaak::indexer {

struct ZipArchive::Handle {
  explicit Handle(zip_t* opened) : zip(opened) {}
  ~Handle() { zip_discard(zip); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  zip_t* zip;
};

namespace {

constexpr const char* kMend = "fetch it again, or unpack it and save what it holds";

Problem damaged(const std::string& name) {
  return {name, "is cut off or damaged", kMend};
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle, std::string name)
    : handle_(std::move(handle)), name_(std::move(name)) {}
ZipArchive::~ZipArchive() = default;
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string_view name) {
  std::string shown(name);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return damaged(shown);
  }
  ZipArchive archive(std::make_unique<Handle>(zip), std::move(shown));
  const zip_int64_t count = zip_get_num_entries(zip, 0);
  if (count > static_cast<zip_int64_t>(kMostEntries)) {
    return Problem{archive.name_, "has more than " + std::to_string(kMostEntries) + " files in it",
                   "unpack it"};
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t status;
    if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &status) != 0) return damaged(archive.name_);
    Entry entry;
    entry.name = analysis::repair_utf8(status.name == nullptr ? "" : status.name);
    entry.size = status.size;
    entry.packed = status.comp_size;
    entry.locked =
        (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
    archive.entries_.push_back(std::move(entry));
  }
  return archive;
}

bool ZipArchive::has(std::string_view entry) const {
  return std::ranges::find(entries_, entry, &Entry::name) != entries_.end();
}

Result<std::string> ZipArchive::read(std::string_view entry) {
  const auto found = std::ranges::find(entries_, entry, &Entry::name);
  if (found == entries_.end()) {
    return Problem{name_, "has no " + std::string(entry) + " in it: it is cut off or damaged", kMend};
  }
  if (found->locked)
    return Problem{name_, "is behind a password", "open it with its password and save it without"};
  const auto too_large = [&] {
    return Problem{name_, "unpacks to more than is safe (" + std::string(entry) + ")",
                   "open it, and save what it holds as plain text (.txt)"};
  };
  constexpr std::uint64_t kAnyRatio = 1U << 20;  // a megabyte harms nobody, however well it packed
  if (found->size > kLargestEntry || unpacked_ + found->size > kMostUnpacked ||
      (found->size > kAnyRatio && found->size / kHighestRatio > found->packed)) {
    return too_large();
  }
  const auto index = static_cast<zip_uint64_t>(found - entries_.begin());
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(handle_->zip, index, 0));
  if (file == nullptr) return damaged(name_);
  std::string bytes;
  bytes.reserve(found->size);
  std::array<char, 64 * 1024> block;
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), block.data(), block.size());
    if (count < 0) return damaged(name_);
    if (count == 0) break;
    bytes.append(block.data(), static_cast<std::size_t>(count));
    if (bytes.size() > found->size) return too_large();  // it lied about its size
  }
  if (bytes.size() != found->size) return damaged(name_);
  unpacked_ += bytes.size();
  return bytes;
}

}  // namespace vraagbaak::indexer
