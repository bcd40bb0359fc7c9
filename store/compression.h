// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::store {

// The content as one zstd frame with its length and a checksum. So that short contents pack as well as long
// ones, it may refer to store/common_words.txt: words and phrases that are common in papers of this kind, and
// the names of our rules, the most common last. That file is part of the format: with other words comes
// another kSchemaVersion. Any thread may call it.
std::string compress(std::string_view content);

// The inverse. Throws DamagedBytes (store/packed_bytes.h) where the frame is not whole.
std::string decompress(std::string_view frame);

}  // namespace vraagbaak::store
