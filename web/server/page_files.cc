// SPDX-License-Identifier: EUPL-1.2
#include "web/server/page_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <utility>

#include "model/embedded_file.h"

namespace vraagbaak::web::embedded {
std::span<const EmbeddedFile> embedded_files();
}

namespace vraagbaak::web {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTypes = {
    {{".css", "text/css; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".json", "application/json; charset=utf-8"},
     {".svg", "image/svg+xml"}}};

// FNV-1a, 64 bits: tells two versions of a file apart, no more.
std::string hash_of(std::string_view content) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  char digits[16];
  return {digits, std::to_chars(digits, digits + sizeof digits, hash, 16).ptr};
}

}  // namespace

std::optional<PageFile> find_page_file(std::string_view name) {
  const auto files = embedded::embedded_files();
  const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
  if (found == files.end()) return std::nullopt;
  const auto type =
      std::ranges::find_if(kTypes, [name](const auto& known) { return name.ends_with(known.first); });
  if (type == kTypes.end()) return std::nullopt;
  return PageFile{found->content, type->second, hash_of(found->content)};
}

std::string page_file_address(std::string_view name) {
  const auto file = find_page_file(name);
  return "/page/" + std::string(name) + (file ? "?v=" + file->version : "");
}

}  // namespace vraagbaak::web
