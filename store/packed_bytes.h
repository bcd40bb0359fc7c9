// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace vraagbaak::store {

// Bytes that are not what a writer of ours wrote.
class DamagedBytes : public std::exception {
 public:
  const char* what() const noexcept override { return "damaged bytes"; }
};

// Numbers and texts one behind the other in a string of bytes. A number takes seven bits of each byte, the
// lowest first, the eighth telling that more follow (LEB128); a text follows its length.
class PackedWriter {
 public:
  void number(std::uint64_t value) {
    while (value >= kMore) {
      bytes_ += static_cast<char>(value | kMore);
      value >>= kBits;
    }
    bytes_ += static_cast<char>(value);
  }
  // Small where `value` is near zero on either side.
  void difference(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }

  const std::string& bytes() const { return bytes_; }

  static constexpr std::uint64_t kMore = 0x80;
  static constexpr unsigned kBits = 7;

 private:
  std::string bytes_;
};

// Reads back what a PackedWriter wrote; every reading throws DamagedBytes where that is not there. The bytes
// must outlive the reader and the texts it gives.
class PackedReader {
 public:
  PackedReader() = default;
  explicit PackedReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += PackedWriter::kBits) {
      if (at_ == bytes_.size()) throw DamagedBytes();
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= (byte & (PackedWriter::kMore - 1)) << shift;
      if ((byte & PackedWriter::kMore) == 0) return value;
    }
    throw DamagedBytes();
  }
  std::size_t size() { return static_cast<std::size_t>(number()); }
  std::int64_t difference() {
    const std::uint64_t folded = number();
    return static_cast<std::int64_t>(folded >> 1) ^ -static_cast<std::int64_t>(folded & 1);
  }
  std::string_view text() { return bytes(size()); }
  std::string_view bytes(std::size_t count) {
    if (count > bytes_.size() - at_) throw DamagedBytes();
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }
  bool is_at_end() const { return at_ == bytes_.size(); }
  // How many of something follow that take a byte each at least: more than there are bytes is damage, found
  // before memory is taken for them.
  std::size_t count() {
    const std::size_t found = size();
    if (found > bytes_.size() - at_) throw DamagedBytes();
    return found;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace vraagbaak::store
