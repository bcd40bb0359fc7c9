// SPDX-License-Identifier: EUPL-1.2
#include "importer/officiele_bekendmakingen.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "importer/address.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/markup.h"

namespace vraagbaak::importer {
namespace {

// Handleiding SRU 2.0 of KOOP (repository.overheid.nl).
constexpr std::string_view kSearch = "https://repository.overheid.nl/sru";
constexpr std::size_t kPageSize = 100;
// The forms of a publication, the one with the most structure first.
constexpr std::array<std::string_view, 4> kForms = {"xml", "html", "odt", "pdf"};

// ah-tk-20242025-594, kv-tk-2024Z18775, kst-36600-VII-1, h-tk-20172018-70-3, blg-1184123.
bool is_identifier(std::string_view word) {
  constexpr std::array<std::string_view, 6> kKinds = {"ah-", "kv-", "kst-", "h-", "blg-", "stcrt-"};
  const bool is_kind =
      std::ranges::any_of(kKinds, [&](std::string_view kind) { return word.starts_with(kind); });
  return is_kind && std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// A term of CQL, where quotes and backslashes are escaped.
std::string quoted(std::string_view word) {
  std::string out = "\"";
  for (const char c : word) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string cql(const std::string& query) {
  if (query.find('=') != std::string::npos) return query;
  std::string all = "c.product-area==officielepublicaties";
  for (const std::string& word : words_of(query))
    all += (is_identifier(word) ? " and dt.identifier=" : " and cql.textAndIndexes=") + quoted(word);
  return all;
}

// The records of an answer, element by element.
class Records : public indexer::MarkupHandler {
 public:
  struct Record {
    ListedDocument document;
    std::map<std::string, std::string, std::less<>> forms;  // address by form
  };

  void open(std::string_view name, const indexer::Attributes& attributes) override {
    text_.clear();
    if (name == "searchRetrieveResponse") is_answer_ = true;
    if (name == "record") records_.emplace_back();
    if (name == "itemUrl") form_ = attributes["manifestation"];
  }
  void close(std::string_view name) override {
    const std::string value = trimmed();
    if (name == "numberOfRecords") total_ = value;
    if (name == "message" && records_.empty()) complaint_ = value;
    if (records_.empty()) return;
    ListedDocument& document = records_.back().document;
    const auto set = [&value](std::string& field) {
      if (field.empty()) field = value;
    };
    if (name == "identifier") set(document.id);
    if (name == "title") set(document.title);
    if (name == "issued" || name == "date" || name == "available") set(document.date);
    if (name == "itemUrl") records_.back().forms.try_emplace(form_, value);
    text_.clear();
  }
  void text(std::string_view text) override { text_ += text; }

  bool is_answer() const { return is_answer_; }
  const std::string& complaint() const { return complaint_; }
  std::size_t total() const {
    std::size_t number = 0;
    for (const char c : total_)
      if (c >= '0' && c <= '9' && number < 1'000'000'000)
        number = number * 10 + static_cast<std::size_t>(c - '0');
    return number;
  }
  const std::vector<Record>& all() const { return records_; }

 private:
  std::string trimmed() const {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = text_.find_first_not_of(kSpace);
    if (begin == std::string::npos) return "";
    return text_.substr(begin, text_.find_last_not_of(kSpace) + 1 - begin);
  }

  bool is_answer_ = false;
  std::string complaint_;  // what the service says is wrong with the query
  std::string total_;
  std::string form_;
  std::string text_;
  std::vector<Record> records_;
};

}  // namespace

OfficieleBekendmakingen::OfficieleBekendmakingen(const ImportQuery& query) : cql_(cql(query.text)) {}

std::string_view OfficieleBekendmakingen::licence() const {
  return "official documents, no copyright (Auteurswet, art. 11): officielebekendmakingen.nl";
}
std::vector<std::string> OfficieleBekendmakingen::hosts() const {
  return {"repository.overheid.nl", "zoek.officielebekendmakingen.nl",
          "repository.officiele-overheidspublicaties.nl"};
}
std::string OfficieleBekendmakingen::accept() const {
  return "application/xml";
}

std::string OfficieleBekendmakingen::page_address(std::size_t start) const {
  return std::string(kSearch) + "?operation=searchRetrieve&version=2.0&query=" + percent_encoded(cql_) +
         "&maximumRecords=" + std::to_string(kPageSize) + "&startRecord=" + std::to_string(start);
}
std::string OfficieleBekendmakingen::first_page() const {
  return page_address(1);
}

Result<ListPage> OfficieleBekendmakingen::read_page(std::string_view bytes,
                                                    const std::string& address) const {
  Records records;
  const auto error = indexer::parse_xml(indexer::decode_markup(std::string(bytes)), records);
  if (error || !records.is_answer()) {
    return Problem{address,
                   "answers with what is no list of publications" + (error ? " (it " + *error + ")" : ""),
                   "try again later, or look at it in a browser"};
  }
  if (!records.complaint().empty()) {
    return Problem{address, "the service says: " + records.complaint().substr(0, 200), "mend the query"};
  }
  ListPage page;
  for (const Records::Record& record : records.all()) {
    for (const std::string_view form : kForms) {
      const auto found = record.forms.find(form);
      if (found == record.forms.end() || found->second.empty()) continue;
      page.documents.push_back(record.document);
      page.documents.back().address = found->second;
      break;
    }
  }
  const std::size_t mark = address.rfind("&startRecord=");
  if (mark == std::string::npos || records.all().empty()) return page;
  std::size_t start = 0;
  for (const char c : address.substr(mark + 13))
    if (c >= '0' && c <= '9') start = start * 10 + static_cast<std::size_t>(c - '0');
  const std::size_t next = start + records.all().size();
  if (next <= records.total()) page.next = page_address(next);
  return page;
}

}  // namespace vraagbaak::importer
