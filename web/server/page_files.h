// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vraagbaak::web {

// A file of web/page/, as it was put into the binary.
struct PageFile {
  std::string_view content;
  std::string_view type;  // media type
  std::string version;    // a hash of the content
};

// nullopt where there is none of that name.
std::optional<PageFile> find_page_file(std::string_view name);

// "/page/style.css?v=…": the address changes with the content, so that browsers may keep it for good.
std::string page_file_address(std::string_view name);

}  // namespace vraagbaak::web
