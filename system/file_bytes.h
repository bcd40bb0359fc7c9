// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "model/result.h"

namespace vraagbaak::system {

// The bytes of a file as they are now. A Problem where it is no ordinary file, may not be read, is larger
// than `most` bytes, or changes each time it is read. `when_read` is called each time its bytes have been
// read, before it is seen whether it changed meanwhile.
Result<std::string> read_file(const std::filesystem::path& file, std::uint64_t most,
                              const std::function<void()>& when_read = {});

}  // namespace vraagbaak::system
