// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/text/utf8.h"
#include "system/shared_library.h"

namespace vraagbaak::indexer {
namespace {

// libzip, loaded with the first archive: the cryptography that it needs in turn takes milliseconds to load.
struct Libzip {
  SharedLibrary library{VB_LIBZIP_FILE};
  decltype(::zip_discard)* discard = library.function<decltype(::zip_discard)>("zip_discard");
  decltype(::zip_error_fini)* error_fini = library.function<decltype(::zip_error_fini)>("zip_error_fini");
  decltype(::zip_error_init)* error_init = library.function<decltype(::zip_error_init)>("zip_error_init");
  decltype(::zip_fclose)* fclose = library.function<decltype(::zip_fclose)>("zip_fclose");
  decltype(::zip_fopen_index)* fopen_index = library.function<decltype(::zip_fopen_index)>("zip_fopen_index");
  decltype(::zip_fread)* fread = library.function<decltype(::zip_fread)>("zip_fread");
  decltype(::zip_get_num_entries)* get_num_entries =
      library.function<decltype(::zip_get_num_entries)>("zip_get_num_entries");
  decltype(::zip_open_from_source)* open_from_source =
      library.function<decltype(::zip_open_from_source)>("zip_open_from_source");
  decltype(::zip_source_buffer_create)* source_buffer_create =
      library.function<decltype(::zip_source_buffer_create)>("zip_source_buffer_create");
  decltype(::zip_source_free)* source_free = library.function<decltype(::zip_source_free)>("zip_source_free");
  decltype(::zip_stat_index)* stat_index = library.function<decltype(::zip_stat_index)>("zip_stat_index");
};

const Libzip& libzip() {
  static const Libzip loaded;
  return loaded;
}

}  // namespace

struct ZipArchive::Handle {
  explicit Handle(zip_t* opened) : zip(opened) {}
  ~Handle() { libzip().discard(zip); }
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
  void operator()(zip_file_t* file) const { libzip().fclose(file); }
};

}  // namespace

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle, std::string name)
    : handle_(std::move(handle)), name_(std::move(name)) {}
ZipArchive::~ZipArchive() = default;
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string_view name) {
  std::string shown(name);
  zip_error_t error;
  libzip().error_init(&error);
  zip_source_t* source = libzip().source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : libzip().open_from_source(source, ZIP_RDONLY, &error);
  libzip().error_fini(&error);
  if (zip == nullptr) {
    if (source != nullptr) libzip().source_free(source);
    return damaged(shown);
  }
  ZipArchive archive(std::make_unique<Handle>(zip), std::move(shown));
  const zip_int64_t count = libzip().get_num_entries(zip, 0);
  if (count > static_cast<zip_int64_t>(kMostEntries)) {
    return Problem{archive.name_, "has more than " + std::to_string(kMostEntries) + " files in it",
                   "unpack it"};
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t status;
    if (libzip().stat_index(zip, static_cast<zip_uint64_t>(i), 0, &status) != 0)
      return damaged(archive.name_);
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
  const std::unique_ptr<zip_file_t, CloseFile> file(libzip().fopen_index(handle_->zip, index, 0));
  if (file == nullptr) return damaged(name_);
  std::string bytes;
  bytes.reserve(found->size);
  std::array<char, 64 * 1024> block;
  for (;;) {
    const zip_int64_t count = libzip().fread(file.get(), block.data(), block.size());
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
