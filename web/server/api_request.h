// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "query/fact_lister.h"
#include "query/search_narrowing.h"
#include "store/passage_search.h"
#include "web/server/http_message.h"
#include "web/server/url.h"

namespace vraagbaak::web {

enum class View : std::uint8_t {
  ask,
  check,    // one claim
  article,  // every figure of a text
  search,
  figures,
  tables,
  entities,
  audit,
  trend,
  conflicts,
  unanswered,
  documents,
  document,
  picture,  // of a page of a PDF
  file,     // of the page: style sheet, scripts
  openapi,
  health,
  metrics,
};

enum class Format : std::uint8_t { html, json, ndjson, csv, xlsx, atom, svg, png };

// At most so many entries in a file that is downloaded.
inline constexpr std::size_t kMostExported = 50'000;
// The series of a trend that are looked for; a download has them all.
inline constexpr std::size_t kMostSeries = 50;

// By which column one of the listed tables is sorted, on a page.
struct TableSort {
  std::size_t table = 1;   // in the whole list, from 1
  std::size_t column = 0;  // from 1; 0: by the labels of the rows
  bool is_descending = false;
  friend bool operator==(const TableSort&, const TableSort&) = default;
};

// How a document is set out on its page.
enum class DocumentLayout : std::uint8_t {
  running,
  pairs,  // questions beside their answers
  pages,  // pictures of the pages beside their text
  pane,   // only what stands round the marked place
};

// What a request asks for, understood and within bounds. Which members count depends on the view.
struct ApiRequest {
  View view = View::ask;
  Format format = Format::html;
  std::string query;       // question, claim, text or query; empty: nothing was asked yet
  std::string document;    // document, file: its path; others: only in that document
  bool explain = false;    // ask, check
  bool all = false;        // audit: what agrees too; unanswered: what was refused, referred …
  std::size_t series = 1;  // trend as svg: which one, from 1
  std::size_t limit = 0;   // at most so many …
  std::size_t offset = 0;  // … after the first so many
  store::SearchOrder order = store::SearchOrder::relevance;
  store::FigureOrder figure_order = store::FigureOrder::place;
  query::SearchNarrowing narrowing;  // search, figures
  std::string subject;               // figures
  std::optional<EntityKind> entity_kind;
  std::optional<TableSort> table_sort;  // tables
  DocumentLayout layout = DocumentLayout::running;
  int page = 1;                                               // picture: which one, from 1
  bool with_figures = false;                                  // document: figures marked …
  bool with_names = false;                                    // … and names
  std::optional<std::pair<std::size_t, std::size_t>> marked;  // document: code points, end exclusive

  // As they were sent, for links that change one of them.
  std::string path;
  Parameters parameters;
};

// What a request asks for, from its decoded target and, for POST, the parameters of its body. Pure; any
// path and values. A Refusal with 404 for an address that is none, 400 where a parameter has a value it
// cannot have; parameters it does not know are left alone.
//   /ask?q=  /check?q=  /search?q=&type=&year=&asker=&minister=&kind=&min=&max=&unit=&sort=
//   /figures  /tables  /entities  /audit  /trend?q=  /conflicts  /unanswered  /documents
//   /document/PATH?start=&end=&view=  /picture.png?document=&page=
// each also as /api/NAME and /NAME.json (JSON), and where it is a list /NAME.ndjson, .csv, .xlsx;
// /search.atom, /trend.svg.
std::variant<ApiRequest, Refusal> understand(const Target& target, const Parameters& form);

std::string_view to_string(View view);

}  // namespace vraagbaak::web
