// SPDX-License-Identifier: EUPL-1.2
#include "indexer/program_identity.h"

#include <elf.h>
#include <link.h>

#include <charconv>
#include <cstring>
#include <string_view>

#include "analysis/dictionary/built_in.h"
#include "model/content_hash.h"

namespace vraagbaak::indexer {
namespace {

std::string hex(std::uint64_t value) {
  char digits[16];
  return {digits, std::to_chars(digits, digits + sizeof digits, value, 16).ptr};
}

// The build id in an ELF note segment; empty where it holds none.
std::string_view build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, notes.data(), sizeof header);
    const std::size_t name = sizeof header;
    const std::size_t content = name + (header.n_namesz + 3U) / 4U * 4U;
    const std::size_t end = content + (header.n_descsz + 3U) / 4U * 4U;
    if (end > notes.size()) return {};
    if (header.n_type == NT_GNU_BUILD_ID &&
        notes.substr(name, header.n_namesz) == std::string_view("GNU", 4)) {
      return notes.substr(content, header.n_descsz);
    }
    notes.remove_prefix(end);
  }
  return {};
}

// Called for the program first; its notes are what we want.
int hash_build_id(struct dl_phdr_info* object, std::size_t, void* result) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = object->dlpi_phdr[i];
    if (header.p_type != PT_NOTE) continue;
    const auto* bytes = reinterpret_cast<const char*>(object->dlpi_addr + header.p_vaddr);
    const std::string_view id = build_id_in({bytes, header.p_memsz});
    if (id.empty()) continue;
    *static_cast<std::uint64_t*>(result) = content_hash(id);
    break;
  }
  return 1;
}

}  // namespace

std::string program_identity(const analysis::DictionarySource& dictionaries) {
  std::uint64_t program = 0;
  dl_iterate_phdr(hash_build_id, &program);
  std::uint64_t hash = content_hash({});
  for (const std::string& name : dictionaries.names()) {
    if (program != 0 && analysis::is_built_in(dictionaries, name)) continue;  // part of what has the build id
    hash = content_hash(name, hash);
    hash = content_hash(dictionaries.text(name), hash);
  }
  return hex(program) + '-' + hex(hash);
}

}  // namespace vraagbaak::indexer
