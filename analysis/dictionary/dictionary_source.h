// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::analysis {

// Where the dictionaries come from: the ones in the binary, or a folder laid over them (--dictionaries DIR).
// A file in the folder replaces the built-in one of the same name; the others stay built in.
// Immutable once made; safe to share between threads. The views it hands out live as long as the source.
class DictionarySource {
 public:
  // The dictionaries as they were at build time.
  static DictionarySource built_in();
  // The same with the files below `folder` laid over them. Throws Error where the folder or a file in it
  // cannot be read.
  static DictionarySource with_folder(const std::filesystem::path& folder);

  // The content of a dictionary by its name below dictionaries/, such as "nl/units.tsv". Throws Error where
  // there is none of that name.
  std::string_view text(std::string_view name) const;
  // True where a dictionary of that name is there.
  bool has(std::string_view name) const;
  // For messages: "dictionaries/nl/units.tsv", or the path of the file laid over it.
  std::string display_name(std::string_view name) const;
  // All names, sorted.
  std::vector<std::string> names() const;

 private:
  struct Content {
    std::string_view built_in;
    std::string laid_over;  // used instead where `path` is not empty
    std::string path;
  };
  std::map<std::string, Content, std::less<>> files_;
};

}  // namespace vraagbaak::analysis
