// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vraagbaak::analysis {

// A file of data that the build made, mapped read-only for as long as this lives: nothing of it is read
// before it is looked at. Safe to share between threads.
class MappedFile {
 public:
  // Empty where `path` is no file that can be read, or has nothing in it.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  // Page-aligned.
  const std::byte* begin() const { return static_cast<const std::byte*>(memory_); }
  std::size_t size() const { return size_; }
  std::string_view text() const { return {static_cast<const char*>(memory_), size_}; }

 private:
  void* memory_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace vraagbaak::analysis
