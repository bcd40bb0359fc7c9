// SPDX-License-Identifier: EUPL-1.2
#include "importer/vlaams_parlement.h"

#include <algorithm>

#include "importer/address.h"
#include "importer/json_value.h"

namespace vraagbaak::importer {
namespace {

// Open data and search of the Flemish Parliament (ws.vlpar.be/e/opendata, /api-docs).
constexpr std::string_view kSearch = "https://ws.vlpar.be/api/search/query/";
constexpr std::size_t kPageSize = 100;  // the most that it gives

// {"metatags": {"metatag": [{"name": …, "value": …}]}}.
std::string metatag(const nlohmann::json& result, std::string_view name) {
  if (!result.is_object() || !result.contains("metatags")) return "";
  const auto& tags = result.at("metatags");
  const auto& list = tags.is_object() && tags.contains("metatag") ? tags.at("metatag") : tags;
  if (!list.is_array()) return "";
  for (const auto& tag : list)
    if (text_at(tag, "name") == name) return text_at(tag, "value");
  return "";
}

bool is_file(std::string_view address) {
  return address.find("/pfile?") != std::string_view::npos;
}

// The last parts of an address as a name: …/opendata/schv/1234567 -> schv-1234567, …pfile?id=99 -> pfile-99.
std::string id_of(const std::string& address) {
  std::string_view path = address;
  if (const std::size_t query = path.find("?id="); query != std::string_view::npos) {
    const std::string_view before = path.substr(0, query);
    return std::string(before.substr(before.rfind('/') + 1)) + "-" + std::string(path.substr(query + 4));
  }
  const std::size_t last = path.rfind('/');
  if (last == std::string_view::npos || last == 0) return std::string(path);
  const std::size_t before = path.rfind('/', last - 1);
  return std::string(path.substr(before + 1, last - before - 1)) + "-" + std::string(path.substr(last + 1));
}

void collect_files(const nlohmann::json& value, std::vector<std::string>& files) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (is_file(text) && std::ranges::find(files, text) == files.end()) files.push_back(text);
  } else if (value.is_structured()) {
    for (const auto& part : value) collect_files(part, files);
  }
}

}  // namespace

VlaamsParlement::VlaamsParlement(const ImportQuery& query) : query_(query.text) {}

std::string_view VlaamsParlement::licence() const {
  return "Modellicentie Gratis Hergebruik: Vlaams Parlement";
}
std::vector<std::string> VlaamsParlement::hosts() const {
  return {"ws.vlpar.be", "docs.vlaamsparlement.be", "www.vlaamsparlement.be"};
}
std::string VlaamsParlement::accept() const {
  return "application/json";
}

std::string VlaamsParlement::page_address(std::size_t page) const {
  return std::string(kSearch) + percent_encoded(query_) +
         "?collection=vp_collection&sort=date&max=" + std::to_string(kPageSize) +
         "&page=" + std::to_string(page);
}
std::string VlaamsParlement::first_page() const {
  return page_address(1);
}

Result<ListPage> VlaamsParlement::read_page(std::string_view bytes, const std::string& address) const {
  const auto json = parse_json(bytes, address);
  if (!json) return json.problem();
  ListPage page;
  if (!json->is_object() || !json->contains("count")) {
    return Problem{address, "answers with what is no list of results", "look at it in a browser"};
  }
  const auto results = json->find("result");
  if (results == json->end() || !results->is_array()) return page;
  for (const auto& result : *results) {
    ListedDocument document;
    document.title = metatag(result, "onderwerp");
    if (document.title.empty()) document.title = text_at(result, "title");
    document.date = day_of(metatag(result, "publicatiedatum"));
    document.address = metatag(result, "opendata");
    document.is_record = !document.address.empty();
    if (!document.is_record) document.address = metatag(result, "document");
    if (document.address.empty()) continue;  // a page of the site, no document
    document.id = id_of(document.address);
    page.documents.push_back(std::move(document));
  }
  const std::size_t mark = address.rfind("&page=");
  if (mark == std::string::npos) return page;
  const std::size_t number = number_at({{"page", address.substr(mark + 6)}}, "page");
  if (!results->empty() && number * kPageSize < number_at(*json, "count"))
    page.next = page_address(number + 1);
  return page;
}

Result<DocumentRecord> VlaamsParlement::read_record(std::string_view bytes,
                                                    const ListedDocument& listed) const {
  const auto json = parse_json(bytes, listed.address);
  if (!json) return json.problem();
  DocumentRecord record;
  collect_files(*json, record.files);
  if (record.files.empty()) return Problem{listed.address, "names no file", "it is left out"};
  return record;
}

}  // namespace vraagbaak::importer
