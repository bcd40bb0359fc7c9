// SPDX-License-Identifier: EUPL-1.2
#include "tests/store/sample_entry.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "digest/sha256.h"

namespace vraagbaak::store {
namespace {

std::string lower(std::string_view text) {
  std::string folded;
  for (const char c : text) folded += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return folded;
}

ByteSpan span_of(const Document& document, std::string_view phrase) {
  const std::size_t begin = document.text.find(phrase);
  return {begin, begin + phrase.size()};
}

}  // namespace

TermList sample_terms(std::string_view text) {
  TermList terms;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    terms.add(word, false);
    if (word.ends_with("en")) terms.add(std::string("~").append(word, 0, word.size() - 2), true);
    word.clear();
  };
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else {
      flush();
    }
  }
  flush();
  return terms;
}

IndexEntry make_entry(Document document, std::string source) {
  IndexEntry entry;
  entry.file = {
      std::move(source), document.path, document.text.size(), 17, sha256(document.text), 0, "text", true};
  entry.document = std::move(document);
  entry.folded_author = lower(entry.document.metadata.author);
  entry.heading_paths = heading_paths(entry.document);
  entry.title_terms = sample_terms(entry.document.metadata.title);
  for (const std::string& path : entry.heading_paths) entry.heading_terms.push_back(sample_terms(path));
  for (const Passage& passage : entry.document.passages) {
    entry.body_terms.push_back(sample_terms(passage.span.in(entry.document.text)));
  }
  entry.question_keys = {"2024Z00001"};
  entry.annexes = {{0, "cijfers.xlsx"}};
  for (const Entity& entity : entry.document.names.entities) {
    std::vector<IndexEntry::Alias> aliases{{lower(entity.name), entity.name}};
    for (const std::string& alias : entity.aliases) aliases.push_back({lower(alias), alias});
    entry.aliases.push_back(std::move(aliases));
  }
  entry.content = pack_content(entry.document);
  return entry;
}

Document sample_document(std::string path) {
  Document document;
  document.path = std::move(path);
  document.text =
      "Steun aan coöperaties\n"
      "1. Hoeveel middelen gaf de Vlaamse Energiepoort (VEP)?\n"
      "1. De VEP gaf minstens 1.250,50 euro.\n"
      "jaar bedrag\n2021 40\n"
      "Pagina 1 van 1\n";
  document.metadata = {"Steun aan coöperaties", "schriftelijke_vraag",   "12", "Ann Dépret",
                       "minister van Energie",  PartialDate{2022, 6, 17}};
  document.language = "nl";
  const ByteSpan title = {0, document.text.find("1. Hoeveel")};
  const ByteSpan question = {title.end, document.text.find("1. De VEP")};
  const ByteSpan answer = {question.end, document.text.find("Pagina")};
  const ByteSpan table = {document.text.find("jaar"), answer.end};
  const ByteSpan footer = {answer.end, document.text.size()};
  document.pages = {{1, {0, question.end}}, {2, {question.end, document.text.size()}}};
  document.sheets = {{"Blad", false, table, {{table.begin, 4, 1}}}};
  document.sections = {{kNone, SectionKind::document, "", "", {0, document.text.size()}},
                       {0, SectionKind::heading, "", "Steun aan coöperaties", {0, footer.begin}},
                       {1, SectionKind::question, "1", "Hoeveel middelen", question},
                       {1, SectionKind::answer, "1", "", answer},
                       {3, SectionKind::table, "Tabel 1", "Steun per jaar", table},
                       {0, SectionKind::furniture, "", "", footer}};
  document.pairs = {{"1", 2, 3}};
  document.unanswered = {"2", "3.a"};
  document.passages = {{1, PassageKind::text, title, "nl"},
                       {2, PassageKind::question, question, "nl"},
                       {3, PassageKind::answer, {answer.begin, table.begin}, "nl"},
                       {4, PassageKind::table, table, "nl"},
                       {5, PassageKind::furniture, footer, "nl"}};
  const ByteSpan cell_year = {table.begin + 12, table.begin + 16};
  const ByteSpan cell_value = {cell_year.end + 1, cell_year.end + 3};
  document.tables = {{4,
                      "Steun per jaar",
                      "EUR",
                      6,
                      table,
                      {"jaar", "bedrag"},
                      {{cell_year, 0, 0, "2021", "jaar"}, {cell_value, 0, 1, "2021", "bedrag"}}}};

  Figure amount;
  amount.kind = FigureKind::money;
  amount.span = span_of(document, "1.250,50 euro");
  amount.value = Decimal::parse("1250.50");
  amount.unit = "EUR";
  amount.approx = true;
  amount.bound = FigureBound::min;
  amount.low = Decimal::parse("1250.50");
  amount.subject = "de VEP";
  amount.measure = "gaf";
  amount.rule = "amount.plain";
  Figure period;
  period.kind = FigureKind::period;
  period.span = cell_year;
  period.from = PartialDate{2021, 1, 1};
  period.to = PartialDate{2023, 12, 0};
  period.high = Decimal::parse("7");
  period.rule = "period.sample";
  Figure cell;
  cell.kind = FigureKind::money;
  cell.span = cell_value;
  cell.value = Decimal::parse("40000000");
  cell.unit = "EUR";
  cell.date = PartialDate{2021, 0, 0};
  cell.row = "2021";
  cell.column = "bedrag";
  document.figures = {amount, period, cell};

  document.names.entities = {{"Vlaamse Energiepoort", EntityKind::organisation, {"VEP"}}};
  document.names.mentions = {
      {span_of(document, "Vlaamse Energiepoort"), EntityKind::organisation, 0, "gazetteer"},
      {{answer.begin + 6, answer.begin + 9}, EntityKind::organisation, 0, "acronym"}};
  return document;
}

Document plain_document(std::string path, std::string text, Metadata metadata) {
  Document document;
  document.path = std::move(path);
  document.text = std::move(text);
  document.metadata = std::move(metadata);
  document.sections = {{kNone, SectionKind::document, "", "", {0, document.text.size()}}};
  for (std::size_t begin = 0; begin < document.text.size();) {
    const std::size_t end = std::min(document.text.find('\n', begin), document.text.size() - 1) + 1;
    document.passages.push_back({0, PassageKind::text, {begin, end}, "nl"});
    begin = end;
  }
  return document;
}

}  // namespace vraagbaak::store
