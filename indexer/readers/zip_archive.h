// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace vraagbaak::indexer {

// What an archive may unpack to. The XML of the largest reports and workbooks of a parliament is a tenth of
// it; XML that is all repetition packs to one in a few hundred, only a bomb to less.
inline constexpr std::size_t kMostEntries = 10'000;
inline constexpr std::uint64_t kLargestEntry = 96U << 20;
inline constexpr std::uint64_t kMostUnpacked = 192U << 20;
inline constexpr std::uint64_t kHighestRatio = 500;

// A zip archive in memory, read one entry at a time. Not shared between threads.
class ZipArchive {
 public:
  struct Entry {
    std::string name;  // well-formed UTF-8, as the archive says it
    std::uint64_t size = 0;
    std::uint64_t packed = 0;
    bool locked = false;  // behind a password
  };

  // `bytes` must outlive the archive; `name` is for messages. A Problem where it is damaged or cut off, or
  // has too many entries.
  static Result<ZipArchive> open(std::string_view bytes, std::string_view name);
  ~ZipArchive();
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) = delete;

  const std::vector<Entry>& entries() const { return entries_; }
  bool has(std::string_view entry) const;
  // The unpacked bytes of an entry. A Problem where there is none, it is damaged, behind a password, or
  // beyond the bounds above; memory never grows beyond them, whatever the archive says of its sizes.
  Result<std::string> read(std::string_view entry);

 private:
  struct Handle;
  ZipArchive(std::unique_ptr<Handle> handle, std::string name);
  std::unique_ptr<Handle> handle_;
  std::string name_;
  std::vector<Entry> entries_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace vraagbaak::indexer
