// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <zlib.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace vraagbaak {

// The files in a zip archive by name, to look into a workbook; empty where it is none. For archives that we
// wrote.
inline std::map<std::string, std::string> zip_content(std::string_view zip) {
  std::map<std::string, std::string> files;
  const auto number = [&](std::size_t at, std::size_t bytes) {
    std::size_t value = 0;
    for (std::size_t i = bytes; i-- > 0;) {
      value = value << 8U | (at + i < zip.size() ? static_cast<unsigned char>(zip[at + i]) : 0U);
    }
    return value;
  };
  constexpr std::string_view kEntry = "PK\x01\x02";
  const std::size_t end = zip.rfind("PK\x05\x06");
  if (end == std::string_view::npos) return files;
  for (std::size_t at = number(end + 16, 4); zip.substr(at, 4) == kEntry;) {
    const std::size_t packed = number(at + 20, 4);
    const std::size_t size = number(at + 24, 4);
    const std::size_t name = number(at + 28, 2);
    const std::size_t local = number(at + 42, 4);
    const std::size_t data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    std::string bytes(zip.substr(data, packed));
    std::string content(size, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    if (inflateInit2(&stream, -MAX_WBITS) == Z_OK) {
      inflate(&stream, Z_FINISH);
      inflateEnd(&stream);
    }
    files[std::string(zip.substr(at + 46, name))] = std::move(content);
    at += 46 + name + number(at + 30, 2) + number(at + 32, 2);
  }
  return files;
}

}  // namespace vraagbaak
