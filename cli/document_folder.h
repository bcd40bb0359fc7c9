// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "analysis/dictionary/dictionary_source.h"
#include "indexer/document_analyzer.h"
#include "model/document.h"

namespace vraagbaak::cli {

// The documents below a folder, by file name or by path below the folder, analysed when asked for.
class DocumentFolder {
 public:
  // Looks through the folder. The dictionaries must outlive it. Throws Error where there is no such folder.
  DocumentFolder(const std::string& folder, const analysis::DictionarySource& dictionaries);

  // The document of that file name or path below the folder. Throws Error where there is none or it cannot be
  // read.
  Document analyze(const std::string& name) const;

 private:
  std::string folder_;
  std::map<std::string, std::filesystem::path> files_;  // of files of one name alone the first by path
  indexer::DocumentAnalyzer analyzer_;
};

}  // namespace vraagbaak::cli
