// SPDX-License-Identifier: EUPL-1.2
#include "importer/tweede_kamer.h"

#include <algorithm>

#include "importer/address.h"
#include "importer/json_value.h"

namespace vraagbaak::importer {
namespace {

// opendata.tweedekamer.nl/documentatie/odata-api
constexpr std::string_view kDocument = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Document";

// 2024Z18775 with 'Z', 2024D40329 with 'D'.
bool is_number(std::string_view word, char kind) {
  if (word.size() < 6 || word[4] != kind) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i != 4 && (word[i] < '0' || word[i] > '9')) return false;
  return true;
}

// A string of OData: quotes in it are doubled.
std::string quoted(std::string_view word) {
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'') out += c;
    out += c;
  }
  return out + "'";
}

std::string condition(std::string_view word) {
  if (is_number(word, 'Z')) return "Zaak/any(z:z/Nummer eq " + quoted(word) + ")";
  if (is_number(word, 'D')) return "DocumentNummer eq " + quoted(word);
  return "(contains(Onderwerp," + quoted(word) + ") or contains(Titel," + quoted(word) + "))";
}

// The number of its first case: what question and answer have in common.
std::string case_number(const nlohmann::json& document) {
  const auto found = document.find("Zaak");
  if (found == document.end() || !found->is_array() || found->empty()) return "";
  return text_at(found->front(), "Nummer");
}

}  // namespace

TweedeKamer::TweedeKamer(const ImportQuery& query) : filter_("Verwijderd eq false") {
  for (const std::string& word : words_of(query.text)) filter_ += " and " + condition(word);
}

std::string_view TweedeKamer::licence() const {
  return "official documents, no copyright (Auteurswet, art. 11): Tweede Kamer der Staten-Generaal";
}
std::vector<std::string> TweedeKamer::hosts() const {
  return {"gegevensmagazijn.tweedekamer.nl"};
}
std::string TweedeKamer::accept() const {
  return "application/json";
}

std::string TweedeKamer::first_page() const {
  // "$" as it is: the service takes no other.
  return std::string(kDocument) + "?$filter=" + percent_encoded(filter_) +
         "&$orderby=" + percent_encoded("Datum desc") +
         "&$expand=Zaak($select=Nummer)"
         "&$select=Id,DocumentNummer,Soort,Titel,Onderwerp,Datum,ContentLength";
}

Result<ListPage> TweedeKamer::read_page(std::string_view bytes, const std::string& address) const {
  const auto json = parse_json(bytes, address);
  if (!json) return json.problem();
  if (!json->is_object() || !json->contains("value") || !json->at("value").is_array()) {
    return Problem{address, "answers with what is no list of documents", "look at it in a browser"};
  }
  ListPage page;
  for (const auto& entry : json->at("value")) {
    const std::string id = text_at(entry, "Id");
    if (id.empty()) continue;
    ListedDocument document;
    const std::string number = text_at(entry, "DocumentNummer");
    const std::string of_case = case_number(entry);
    document.id = (of_case.empty() ? "" : of_case + "-") + (number.empty() ? id : number);
    document.title = text_at(entry, "Onderwerp");
    if (document.title.empty()) document.title = text_at(entry, "Titel");
    document.date = day_of(text_at(entry, "Datum"));
    document.address = std::string(kDocument) + "(" + percent_encoded(id) + ")/resource";
    document.size = number_at(entry, "ContentLength");
    page.documents.push_back(std::move(document));
  }
  page.next = text_at(*json, "@odata.nextLink");
  return page;
}

}  // namespace vraagbaak::importer
