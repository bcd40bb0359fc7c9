// SPDX-License-Identifier: EUPL-1.2
#include "cli/proof_file.h"

#include <fstream>
#include <utility>

#include "cli/export_file.h"
#include "cli/input_text.h"
#include "cli/version.h"
#include "model/error.h"
#include "query/render/proof_json.h"

namespace vraagbaak::cli {
namespace {

std::optional<std::string> bytes_of(const std::string& path) {
  auto bytes = read_bytes(path);
  return bytes ? std::optional(std::move(bytes).value()) : std::nullopt;
}

}  // namespace

ProofFile::ProofFile(std::string name, const store::IndexReader& reader, Console& console)
    : name_(std::move(name)), reader_(reader), console_(console) {
  proof_.program = std::string("vraagbaak ") + kVersion;
}

void ProofFile::add(const Answer& answer) {
  if (!name_.empty()) proof_.items.push_back(query::proof_of(answer, reader_, bytes_of));
}

void ProofFile::add(const Verdict& verdict) {
  if (!name_.empty()) proof_.items.push_back(query::proof_of(verdict, reader_, bytes_of));
}

void ProofFile::finish() {
  if (name_.empty()) return;
  ExportFile file(name_, console_);
  std::ofstream stream(file.path(), std::ios::binary);
  stream << query::render::proof_json(proof_);
  stream.close();
  if (!stream)
    throw Error(name_, "it cannot be written", "look at the folder, its rights, and the room on the disk");
  file.commit();
}

}  // namespace vraagbaak::cli
