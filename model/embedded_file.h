// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace vraagbaak {

// A file that was put into the binary at build time (cmake/EmbedFiles.cmake). Lives as long as the program.
struct EmbeddedFile {
  std::string_view name;     // path below its root, such as "nl/units.tsv"
  std::string_view content;  // its bytes, followed by a NUL that does not count
};

}  // namespace vraagbaak
