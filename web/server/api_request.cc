// SPDX-License-Identifier: EUPL-1.2
#include "web/server/api_request.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "query/understand/query_fields.h"
#include "query/understand/value_range.h"

namespace vraagbaak::web {
namespace {

// A question is a sentence, a query a line; longer ones are pasted by mistake.
constexpr std::size_t kLongestQuestion = 4'000;  // bytes
constexpr std::size_t kLongestArticle = 200'000;
constexpr std::size_t kDefaultLimit = 20;
constexpr std::size_t kDefaultRows = 100;  // of figures, names …
constexpr std::size_t kMostRows = 1'000;
constexpr std::size_t kDefaultSeries = 5;  // of a trend
constexpr std::size_t kMostPages = 100'000;
constexpr std::size_t kFurthestOffset = 1'000'000;
constexpr std::size_t kMostColumns = 100'000;

// In which formats a view is given besides JSON.
enum class Files {
  none,
  sheets,  // csv, xlsx
  lists,   // and ndjson
};
struct ViewName {
  std::string_view name;
  View view;
  bool has_page;
  Files files;
};
constexpr std::array kViews = {
    ViewName{"ask", View::ask, true, Files::sheets},
    ViewName{"check", View::check, true, Files::sheets},
    ViewName{"article", View::article, false, Files::lists},
    ViewName{"search", View::search, true, Files::lists},
    ViewName{"figures", View::figures, true, Files::lists},
    ViewName{"tables", View::tables, true, Files::lists},
    ViewName{"entities", View::entities, true, Files::lists},
    ViewName{"audit", View::audit, true, Files::lists},
    ViewName{"trend", View::trend, true, Files::lists},
    ViewName{"conflicts", View::conflicts, true, Files::lists},
    ViewName{"unanswered", View::unanswered, true, Files::lists},
    ViewName{"documents", View::documents, true, Files::lists},
    ViewName{"picture", View::picture, false, Files::none},
};

Refusal no_such_page() {
  return {404, "not_found", "address: there is no such page: see /api/openapi.json for those there are"};
}

Refusal bad(std::string_view name, const std::string& wrong) {
  return {400, "bad_parameter", std::string(name) + ": " + wrong};
}

// Thrown by the readers below; caught in understand().
struct Refused {
  Refusal refusal;
};

class Reader {
 public:
  Reader(const Parameters& sent, const Parameters& form) : sent_(sent), form_(form) {}

  std::string text(std::string_view name) const {
    std::string value = value_of(form_, name);
    return value.empty() ? value_of(sent_, name) : value;
  }
  std::string text(std::string_view name, std::size_t longest) const {
    std::string value = text(name);
    if (value.size() > longest) {
      throw Refused{
          {400, "too_long",
           std::string(name) + ": is longer than " + std::to_string(longest) + " bytes: make it shorter"}};
    }
    return value;
  }
  bool flag(std::string_view name) const {
    const std::string value = text(name);
    if (value.empty() || value == "0" || value == "false") return false;
    if (value == "1" || value == "true") return true;
    throw Refused{bad(name, "is neither 1 nor 0")};
  }
  std::size_t number(std::string_view name, std::size_t otherwise, std::size_t least,
                     std::size_t most) const {
    const std::string value = text(name);
    if (value.empty()) return otherwise;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || number < least || number > most) {
      throw Refused{
          bad(name, "is no number between " + std::to_string(least) + " and " + std::to_string(most))};
    }
    return number;
  }

 private:
  const Parameters& sent_;
  const Parameters& form_;
};

std::optional<store::ValueLimit> value_limit(const Reader& reader, std::string_view name, std::string& unit) {
  const std::string text = reader.text(name, kLongestQuestion);
  if (text.empty()) return std::nullopt;
  const auto range = query::parse_value_range(text, query::NumberNotation::dutch);
  if (!range || range->least != range->most)
    throw Refused{bad(name, "is no number: such as 250000, 1,5mln or 12,5%")};
  if (unit.empty()) unit = range->unit;
  return range->least;
}

query::SearchNarrowing read_narrowing(const Reader& reader) {
  query::SearchNarrowing narrowing;
  narrowing.type = reader.text("type", kLongestQuestion);
  narrowing.asker = reader.text("asker", kLongestQuestion);
  narrowing.minister = reader.text("minister", kLongestQuestion);
  narrowing.document = reader.text("document", kLongestQuestion);
  if (const std::string years = reader.text("year", kLongestQuestion); !years.empty()) {
    narrowing.years = query::parse_year_range(years);
    if (!narrowing.years) throw Refused{bad("year", "is no year: such as 2021 or 2015..2017")};
  }
  if (const std::string kind = reader.text("kind", kLongestQuestion); !kind.empty()) {
    narrowing.kind = query::figure_kind_named(kind);
    if (!narrowing.kind)
      throw Refused{bad("kind",
                        "is no kind of figure: one of money, percentage, count, number, date, year, "
                        "period, area, ratio, ordinal_ref")};
  }
  narrowing.unit = reader.text("unit", kLongestQuestion);
  narrowing.least = value_limit(reader, "min", narrowing.unit);
  narrowing.most = value_limit(reader, "max", narrowing.unit);
  return narrowing;
}

store::SearchOrder read_search_order(const Reader& reader) {
  const std::string sort = reader.text("sort");
  if (sort.empty() || sort == "relevance") return store::SearchOrder::relevance;
  if (sort == "newest") return store::SearchOrder::newest;
  if (sort == "oldest") return store::SearchOrder::oldest;
  throw Refused{bad("sort", "is none of relevance, newest, oldest")};
}

store::FigureOrder read_figure_order(const Reader& reader) {
  const std::string sort = reader.text("sort");
  if (sort.empty() || sort == "place") return store::FigureOrder::place;
  if (sort == "largest") return store::FigureOrder::largest;
  if (sort == "smallest") return store::FigureOrder::smallest;
  throw Refused{bad("sort", "is none of place, largest, smallest")};
}

std::optional<TableSort> read_table_sort(const Reader& reader) {
  const std::string sort = reader.text("sort");
  if (sort.empty()) return std::nullopt;
  if (sort != "ascending" && sort != "descending")
    throw Refused{bad("sort", "is neither ascending nor descending")};
  return TableSort{reader.number("table", 1, 1, kFurthestOffset + kMostRows),
                   reader.number("column", 0, 0, kMostColumns), sort == "descending"};
}

DocumentLayout read_layout(const Reader& reader) {
  const std::string view = reader.text("view");
  if (view.empty()) return DocumentLayout::running;
  if (view == "pairs") return DocumentLayout::pairs;
  if (view == "pages") return DocumentLayout::pages;
  if (view == "pane") return DocumentLayout::pane;
  throw Refused{bad("view", "is none of pairs, pages, pane")};
}

void read_document(const Reader& reader, ApiRequest& request) {
  constexpr std::size_t kLongestText = 1'000'000'000;  // code points
  const std::size_t start = reader.number("start", 0, 0, kLongestText);
  const std::size_t end = reader.number("end", 0, 0, kLongestText);
  if (end > start) request.marked.emplace(start, end);
  request.offset = reader.number("offset", 0, 0, kLongestText);
  request.query = reader.text("q", kLongestQuestion);
  request.layout = read_layout(reader);
  request.with_figures = reader.flag("figures");
  request.with_names = reader.flag("names");
}

void read_values(const Reader& reader, ApiRequest& request) {
  const bool exported =
      request.format == Format::csv || request.format == Format::xlsx || request.format == Format::ndjson;
  const auto rows = [&] {
    request.limit = reader.number("limit", exported ? kMostExported : kDefaultRows, 1,
                                  exported ? kMostExported : kMostRows);
    request.offset = reader.number("offset", 0, 0, kFurthestOffset);
  };
  const auto words = [&] { return reader.text("q", kLongestQuestion); };
  switch (request.view) {
    case View::ask:
      request.query = words();
      request.explain = reader.flag("explain");
      break;
    case View::check:
      request.query = reader.text("q", request.format == Format::html ? kLongestArticle : kLongestQuestion);
      request.explain = reader.flag("explain");
      break;
    case View::article:
      request.query = reader.text("q", kLongestArticle);
      break;
    case View::search:
      request.query = words();
      request.limit = reader.number("limit", exported ? kMostRows : kDefaultLimit, 1, kMostRows);
      request.offset = reader.number("offset", 0, 0, kFurthestOffset);
      request.narrowing = read_narrowing(reader);
      request.order = read_search_order(reader);
      break;
    case View::figures:
      request.query = words();
      request.narrowing = read_narrowing(reader);
      request.subject = reader.text("subject", kLongestQuestion);
      request.figure_order = read_figure_order(reader);
      rows();
      break;
    case View::tables:
      request.query = words();
      request.document = reader.text("document", kLongestQuestion);
      rows();
      request.table_sort = read_table_sort(reader);
      if (!exported) request.limit = reader.number("limit", kDefaultLimit, 1, kMostRows);
      break;
    case View::entities:
      request.query = words();
      request.document = reader.text("document", kLongestQuestion);
      if (const std::string kind = reader.text("kind"); !kind.empty()) {
        request.entity_kind = entity_kind_from(kind);
        if (!request.entity_kind)
          throw Refused{bad("kind",
                            "is no kind of name: one of person, organisation, place, programme, "
                            "legislation")};
      }
      rows();
      break;
    case View::trend:
      request.query = words();
      request.limit = reader.number("limit", exported ? kMostSeries : kDefaultSeries, 1, kMostSeries);
      request.offset = reader.number("offset", 0, 0, kFurthestOffset);
      request.series = reader.number("series", 1, 1, kMostSeries);
      break;
    case View::conflicts:
      request.document = reader.text("document", kLongestQuestion);
      rows();
      break;
    case View::unanswered:
    case View::audit:
      request.document = reader.text("document", kLongestQuestion);
      request.all = reader.flag("all");
      rows();
      break;
    case View::documents:
      request.query = words();
      rows();
      break;
    case View::document:
      read_document(reader, request);
      break;
    case View::picture:
      request.document = reader.text("document", kLongestQuestion);
      request.page = static_cast<int>(reader.number("page", 1, 1, kMostPages));
      break;
    case View::file:
    case View::openapi:
    case View::health:
    case View::metrics:
      break;
  }
}

// The format that the end of a name asks for, which is cut off: "figures.csv".
std::optional<Format> take_format(std::string& name) {
  constexpr std::array<std::pair<std::string_view, Format>, 7> kEndings = {{{".json", Format::json},
                                                                            {".ndjson", Format::ndjson},
                                                                            {".csv", Format::csv},
                                                                            {".xlsx", Format::xlsx},
                                                                            {".atom", Format::atom},
                                                                            {".svg", Format::svg},
                                                                            {".png", Format::png}}};
  for (const auto& [ending, format] : kEndings) {
    if (!name.ends_with(ending)) continue;
    name.resize(name.size() - ending.size());
    return format;
  }
  return std::nullopt;
}

bool is_given(const ViewName& view, Format format) {
  switch (format) {
    case Format::html:
      return view.has_page;
    case Format::json:
      return view.view != View::picture;
    case Format::ndjson:
      return view.files == Files::lists;
    case Format::csv:
    case Format::xlsx:
      return view.files != Files::none;
    case Format::atom:
      return view.view == View::search;
    case Format::svg:
      return view.view == View::trend;
    case Format::png:
      return view.view == View::picture;
  }
  return false;
}

// View and format of a path; false where there is none such.
bool read_path(const std::string& path, ApiRequest& request) {
  constexpr std::string_view kDocument = "/document/";
  constexpr std::string_view kFile = "/page/";
  constexpr std::string_view kApi = "/api/";
  const auto is = [&](View view, Format format) {
    request.view = view;
    request.format = format;
    return true;
  };
  if (path == "/") return is(View::ask, Format::html);
  if (path == "/health") return is(View::health, Format::json);
  if (path == "/metrics") return is(View::metrics, Format::json);
  if (path == "/api/openapi.json") return is(View::openapi, Format::json);
  const bool of_api = path.starts_with(kApi);
  std::string name = path.substr(of_api ? kApi.size() : 1);
  if (path.starts_with(kFile)) {
    request.document = path.substr(kFile.size());
    return is(View::file, Format::html);
  }
  if (name.starts_with(kDocument.substr(1))) {
    request.document = name.substr(kDocument.size() - 1);
    return !request.document.empty() && is(View::document, of_api ? Format::json : Format::html);
  }
  const auto ending = take_format(name);
  const Format format = ending.value_or(of_api ? Format::json : Format::html);
  const auto found = std::ranges::find(kViews, name, &ViewName::name);
  return found != kViews.end() && is_given(*found, format) && is(found->view, format);
}

}  // namespace

std::variant<ApiRequest, Refusal> understand(const Target& target, const Parameters& form) {
  ApiRequest request;
  request.path = target.path;
  request.parameters = target.parameters;
  if (!read_path(target.path, request)) return no_such_page();
  try {
    read_values(Reader(target.parameters, form), request);
  } catch (const Refused& refused) {
    return refused.refusal;
  }
  return request;
}

std::string_view to_string(View view) {
  switch (view) {
    case View::document:
      return "document";
    case View::file:
      return "file";
    case View::openapi:
      return "openapi";
    case View::health:
      return "health";
    case View::metrics:
      return "metrics";
    default:
      return std::ranges::find(kViews, view, &ViewName::view)->name;
  }
}

}  // namespace vraagbaak::web
