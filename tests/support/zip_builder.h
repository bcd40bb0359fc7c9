// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vraagbaak::testing_support {

// Puts a zip archive together, its entries deflated (APPNOTE.TXT 6.3.9, 4.3), but one called mimetype
// stored, as OpenDocument has it. `flags` are those of every
// entry: 1 says that it is behind a password. `claimed_size`, where it is not 0, is what the archive says of
// each.
inline std::string build_zip(const std::vector<std::pair<std::string, std::string>>& entries,
                             std::uint16_t flags = 0, std::uint32_t claimed_size = 0) {
  const auto number = [](std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
  };
  std::string archive;
  std::string directory;
  for (const auto& [name, content] : entries) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    std::string source = content;
    stream.next_in = reinterpret_cast<Bytef*>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    const bool stored = name == "mimetype";
    if (stored) packed = content;
    const auto checksum =
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
    const std::uint64_t size = claimed_size != 0 ? claimed_size : content.size();
    const std::string common = number(20, 2) + number(flags, 2) + number(stored ? 0 : 8, 2) + number(0, 4) +
                               number(checksum, 4) + number(packed.size(), 4) + number(size, 4) +
                               number(name.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) +
                 number(0, 4) + number(archive.size(), 4) + name;
    archive += "PK\x03\x04" + common + name + packed;
  }
  const std::string end = "PK\x05\x06" + number(0, 4) + number(entries.size(), 2) +
                          number(entries.size(), 2) + number(directory.size(), 4) +
                          number(archive.size(), 4) + number(0, 2);
  return archive + directory + end;
}

}  // namespace vraagbaak::testing_support
