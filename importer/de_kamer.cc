// SPDX-License-Identifier: EUPL-1.2
#include "importer/de_kamer.h"

#include <algorithm>

#include "analysis/text/normalizer.h"
#include "importer/address.h"
#include "importer/json_value.h"

namespace vraagbaak::importer {
namespace {

// data.dekamer.be: /v0/qrva lists, /v0/qrva/ID is a question.
constexpr std::string_view kQuestions = "https://data.dekamer.be/v0/qrva";
constexpr int kPresentLegislature = 56;  // since July 2024

// All strings of a record, folded, a blank between them.
void collect_text(const nlohmann::json& value, std::string& all) {
  if (value.is_string()) {
    all += analysis::normalize(value.get_ref<const std::string&>()) + ' ';
  } else if (value.is_structured()) {
    for (const auto& part : value) collect_text(part, all);
  }
}

// 20140718 -> 2014-07-18.
std::string iso_day(const std::string& digits) {
  const bool is_day =
      digits.size() == 8 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  return is_day ? digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6) : "";
}

}  // namespace

DeKamer::DeKamer(const ImportQuery& query)
    : legislature_(query.legislature == 0 ? kPresentLegislature : query.legislature) {
  for (const std::string& word : words_of(query.text)) words_.push_back(analysis::normalize(word));
}

std::string_view DeKamer::licence() const {
  return "CC0: Belgische Kamer van volksvertegenwoordigers";
}
std::vector<std::string> DeKamer::hosts() const {
  return {"data.dekamer.be", "data.lachambre.be", "www.dekamer.be"};
}
std::string DeKamer::accept() const {
  return "application/json";
}

std::string DeKamer::page_address(std::size_t start) const {
  return std::string(kQuestions) + "?leg=" + std::to_string(legislature_) +
         (start == 0 ? "" : "&start=" + std::to_string(start));
}
std::string DeKamer::first_page() const {
  return page_address(0);
}

Result<ListPage> DeKamer::read_page(std::string_view bytes, const std::string& address) const {
  const auto json = parse_json(bytes, address);
  if (!json) return json.problem();
  if (!json->is_object() || !json->contains("items") || !json->at("items").is_array()) {
    return Problem{address, "answers with what is no list of questions", "look at it in a browser"};
  }
  ListPage page;
  const auto& items = json->at("items");
  for (const auto& item : items) {
    const std::string id = text_at(item, "SDOCNAME");
    if (id.empty()) continue;
    ListedDocument document;
    document.id = id;
    document.title = text_at(item, "TITN");
    document.date = iso_day(text_at(item, "DEPOTDAT"));
    document.address = std::string(kQuestions) + "/" + percent_encoded(id);
    document.is_record = true;
    page.documents.push_back(std::move(document));
  }
  const std::size_t next = number_at(*json, "start") + items.size();
  if (!items.empty() && next < number_at(*json, "total")) page.next = page_address(next);
  return page;
}

Result<DocumentRecord> DeKamer::read_record(std::string_view bytes, const ListedDocument& listed) const {
  const auto json = parse_json(bytes, listed.address);
  if (!json) return json.problem();
  DocumentRecord record;
  std::string text;
  collect_text(*json, text);
  record.is_wanted = std::ranges::all_of(
      words_, [&text](const std::string& word) { return text.find(word) != std::string::npos; });
  const auto& item = json->is_object() && json->contains("items") && json->at("items").is_array() &&
                             !json->at("items").empty()
                         ? json->at("items").front()
                         : *json;
  record.title = text_at(item, "TITN");
  record.date = iso_day(text_at(item, "DEPOTDAT"));
  return record;
}

}  // namespace vraagbaak::importer
