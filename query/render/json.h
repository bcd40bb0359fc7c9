// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/answer.h"
#include "model/result.h"

namespace vraagbaak::query::render {

// The JSON objects of the command line and the HTTP interface, each one line without a line end, keys in a
// fixed order, absent keys left out. Decimal values are strings, offsets code points of the document's text.

// `explain` adds the features of each candidate and what they contributed.
std::string answer_json(const Answer& answer, bool explain = false);
std::string verdict_json(const Verdict& verdict, bool explain = false);
// The matches in a snippet stand between ** and **.
std::string search_json(const SearchResult& result);

// What an `index` run did. Counts are of the whole index after it; `bytes` of its text.
struct IndexReport {
  std::size_t documents = 0;
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t renamed = 0;                                  // of `unchanged`: found under another path
  std::size_t duplicates = 0;                               // files with the content of another
  std::vector<std::pair<std::string, std::string>> failed;  // path, error
  std::size_t passages = 0;
  std::size_t figures = 0;
  std::size_t entities = 0;
  std::size_t bytes = 0;
  double seconds = 0;
  bool stopped = false;  // before its end
};
std::string index_json(const IndexReport& report);

// What an `import` run did. `bytes` were fetched.
struct ImportReport {
  std::string folder;
  std::size_t documents = 0;
  std::size_t fetched = 0;  // files
  std::size_t kept = 0;
  std::size_t passed_over = 0;
  std::uint64_t bytes = 0;
  bool has_more = false;
  std::vector<std::pair<std::string, std::string>> failed;  // address, error
};
std::string import_json(const ImportReport& report);

// For a line of a batch that could not be carried out: {"KEY": input, "error": message}.
std::string problem_json(const std::string& key, const std::string& input, const Problem& problem);

}  // namespace vraagbaak::query::render
