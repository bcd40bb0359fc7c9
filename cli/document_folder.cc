// SPDX-License-Identifier: EUPL-1.2
#include "cli/document_folder.h"

#include <system_error>
#include <utility>

#include "cli/input_text.h"
#include "indexer/readers/reader.h"
#include "model/error.h"

namespace vraagbaak::cli {

DocumentFolder::DocumentFolder(const std::string& folder, const analysis::DictionarySource& dictionaries)
    : folder_(folder), analyzer_(dictionaries) {
  std::error_code error;
  const auto options = std::filesystem::directory_options::skip_permission_denied;
  for (std::filesystem::recursive_directory_iterator at(folder, options, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code ignored;
    if (!at->is_regular_file(ignored)) continue;
    auto& known = files_[at->path().filename().string()];
    if (known.empty() || at->path() < known) known = at->path();
    files_[at->path().lexically_relative(folder).generic_string()] = at->path();
  }
  if (error) throw Error(folder, error.message(), "name the folder of the documents with --docs");
}

Document DocumentFolder::analyze(const std::string& name) const {
  const auto found = files_.find(name);
  if (found == files_.end())
    throw Error(name, "is not in " + folder_, "name the folder of the documents with --docs");
  auto bytes = read_bytes(found->second.string());
  if (!bytes) throw Error(bytes.problem().where, bytes.problem().what, bytes.problem().mend);
  auto source = indexer::read_document(std::move(bytes).value(), name);
  if (!source) throw Error(source.problem().where, source.problem().what, source.problem().mend);
  return analyzer_.analyze(name, std::move(source).value());
}

}  // namespace vraagbaak::cli
