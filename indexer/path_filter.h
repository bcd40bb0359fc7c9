// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace vraagbaak::indexer {

// A pattern of file names. `*` stands for any characters but '/', `**` for any characters, `?` for one
// character but '/', `[abc]`, `[a-z]` and `[!abc]` for one character of a set (never '/'); a backslash takes
// what follows as it stands. Characters are code points; a byte that is no UTF-8 is one. Letter case counts.
// "**/" also stands for nothing, so that "**/a" is "a" in any folder.
class GlobPattern {
 public:
  // A Problem where a set has no end or ends before it begins, a backslash stands last, or there is nothing.
  static Result<GlobPattern> parse(std::string_view pattern);

  // Whether the pattern is all of `text`. Takes at most time (length of the pattern) × (length of the text).
  bool matches(std::string_view text) const;

 private:
  enum class Kind : std::uint8_t {
    character,
    any_character,
    set,
    any_run,
    any_run_with_slashes,
    any_folders
  };
  struct Range {
    char32_t first = 0;
    char32_t last = 0;
  };
  struct Step {
    Kind kind = Kind::character;
    char32_t character = 0;
    std::vector<Range> ranges;
    bool is_inverted = false;
  };
  static bool takes(const Step& step, char32_t c);

  std::vector<Step> steps_;
};

// Which files below a folder are read, by their path relative to that folder ("2017/a.txt"). A pattern
// without
// '/' (but at its end) speaks of the name of a file or folder wherever it stands; one with '/' of the whole
// path from the folder on, a '/' in front changing nothing else. A '/' at the end means folders alone. A
// pattern that fits a folder holds for all in it. What an exclude fits is left out, whatever the includes
// say; where there are includes, only what one of them fits is taken.
class PathFilter {
 public:
  // Everything is taken.
  PathFilter() = default;
  // A Problem naming the first pattern that is none.
  static Result<PathFilter> make(const std::vector<std::string>& include,
                                 const std::vector<std::string>& exclude);

  // Whether the file of that path is read.
  bool takes(std::string_view path) const;
  // Whether the folder of that path may hold files that are read. (Includes do not tell that.)
  bool enters(std::string_view folder) const;

 private:
  struct Rule {
    GlobPattern pattern;
    bool whole_path = false;
    bool folders_only = false;
  };
  static Result<std::vector<Rule>> read(const std::vector<std::string>& patterns, std::string_view option);
  // Whether a rule fits the path or a folder that it lies in.
  static bool any_fits(const std::vector<Rule>& rules, std::string_view path, bool is_folder);

  std::vector<Rule> include_;
  std::vector<Rule> exclude_;
};

}  // namespace vraagbaak::indexer
