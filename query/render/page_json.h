// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/offset_map.h"
#include "query/claim_checker.h"
#include "query/related_documents.h"
#include "query/searcher.h"
#include "query/whole_document.h"
#include "store/records.h"

namespace vraagbaak::query::render {

// The JSON of the HTTP interface that the command line has no need of. One line without a line end.

// {"error": {"code", "message"}}
std::string error_json(std::string_view code, std::string_view message);

// Which part of a list is given. `next`: the address of the part behind it; empty at the end.
struct ListPart {
  std::size_t total = 0;  // of the whole list
  std::size_t offset = 0;
  std::string next;
};

// {"total", "offset", "next"?, "results": […]}; `objects` are JSON objects as this folder prints them.
std::string list_json(const ListPart& part, const std::vector<std::string>& objects);

// As search_json() has it, with `offset`, `next`, `notes` and `facets`: `type`, `year`, `asker`, `minister`,
// `kind`, each an array of {"value", "count"}.
std::string search_page_json(const SearchOutcome& outcome, const ListPart& part);
// One of its results.
std::string hit_line_json(const SearchHit& hit);

// `claim` is the text checked; `summary` counts the verdicts; `figures`: as checked_json() has them.
std::string article_json(std::string_view text, const std::vector<FigureVerdict>& judged);

// `document` (its path), `title`, `type`, `number`, `author`, `addressee`, `date`, `language`, `characters`.
std::string document_line_json(const store::DocumentRecord& record);

// The same with `text`, `sections` (`kind`, `label`, `heading`, `start`, `end`), `pairs` (`label`,
// `question`, `answer`: [start, end]) and `unanswered` (labels). Offsets are code points of `text`.
std::string document_json(const WholeDocument& document, const std::vector<RelatedDocument>& related);

// `status`, `documents`, `passages`, `figures`, `entities`, `bytes`.
std::string status_json(std::string_view status, const store::IndexCounts& counts);

}  // namespace vraagbaak::query::render
