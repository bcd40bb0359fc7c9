// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/render/page_json.h"
#include "query/render/sheet.h"
#include "web/server/http_message.h"
#include "web/server/sheet_file.h"
#include "web/server/views/list_pages.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// How a list is given in each format. T is what it is a list of.
template <typename T>
struct Listing {
  std::string name;  // of the file that is downloaded, without its ending
  std::function<std::string(const T&)> as_json;
  const std::vector<std::string>* columns = nullptr;
  std::function<std::vector<query::render::SheetRow>(const T&)> as_rows;
};

// What of a list is given, and where it goes on.
struct ListCut {
  std::size_t total = 0;
  std::size_t behind = 0;  // the first that is not given
  std::string next;        // address of the following part; empty at the end
  std::string note;        // for the end of a file that stops by a limit nobody asked for; else empty
};
// `address`: of this server.
ListCut cut_of(const PageContext& context, std::string_view address, std::size_t shown, std::size_t total);
// X-Total-Count, and Link to the following part.
void add_cut(HttpResponse& response, const ListCut& cut);

// A part of a list in the format that the request of `context` asks for. A file says in its headers how long
// the whole list is, and where it goes on; one that stops by our limit says so in its last row too.
template <typename T>
HttpResponse list_response(const PageContext& context, std::string_view address, const Part<T>& part,
                           const Listing<T>& listing) {
  const ApiRequest& request = context.request;
  const ListCut cut = cut_of(context, address, part.entries.size(), part.total);
  if (request.format == Format::csv || request.format == Format::xlsx) {
    SheetFile file(request.format, listing.name, *listing.columns);
    for (const T& entry : part.entries) file.add(listing.as_rows(entry));
    if (!cut.note.empty()) file.add({{cut.note}});
    HttpResponse response = file.response();
    add_cut(response, cut);
    return response;
  }
  std::vector<std::string> objects;
  for (const T& entry : part.entries) objects.push_back(listing.as_json(entry));
  if (request.format == Format::ndjson) {
    HttpResponse response{200, "application/x-ndjson; charset=utf-8", "", {}};
    for (const std::string& object : objects) response.body.append(object).append("\n");
    if (!cut.note.empty())
      response.body.append(query::render::list_json({cut.total, cut.behind, cut.next}, {})).append("\n");
    add_cut(response, cut);
    return response;
  }
  return {200,
          "application/json; charset=utf-8",
          query::render::list_json({cut.total, request.offset, cut.next}, objects),
          {}};
}

}  // namespace vraagbaak::web
