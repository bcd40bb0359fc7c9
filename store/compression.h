// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::store {

// The content as one zstd frame with its length and a checksum. Any thread may call it.
std::string compress(std::string_view content);

// The inverse. Throws DamagedBytes (store/packed_bytes.h) where the frame is not whole.
std::string decompress(std::string_view frame);

}  // namespace vraagbaak::store
