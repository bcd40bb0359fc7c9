// SPDX-License-Identifier: EUPL-1.2
#include "model/document.h"

#include <array>
#include <span>

namespace vraagbaak {
namespace {

constexpr std::array<std::string_view, 10> kSectionKinds = {"document",     "part",     "heading", "question",
                                                            "sub_question", "answer",   "list",    "table",
                                                            "note",         "furniture"};
constexpr std::array<std::string_view, 7> kPassageKinds = {"text",  "question", "answer",   "list",
                                                           "table", "note",     "furniture"};

template <typename Kind>
std::optional<Kind> kind_named(std::string_view name, std::span<const std::string_view> names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string cell_name(std::size_t row, std::size_t column) {
  constexpr std::size_t kLetters = 26;
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / kLetters) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % kLetters));
  }
  return letters + std::to_string(row + 1);
}

std::string_view to_string(SectionKind kind) {
  return kSectionKinds[static_cast<std::size_t>(kind)];
}
std::optional<SectionKind> section_kind_from(std::string_view name) {
  return kind_named<SectionKind>(name, kSectionKinds);
}
std::string_view to_string(PassageKind kind) {
  return kPassageKinds[static_cast<std::size_t>(kind)];
}
std::optional<PassageKind> passage_kind_from(std::string_view name) {
  return kind_named<PassageKind>(name, kPassageKinds);
}

}  // namespace vraagbaak
