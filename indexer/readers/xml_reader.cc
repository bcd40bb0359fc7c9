// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/xml_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indexer/readers/encoding.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/qrva_reader.h"
#include "indexer/readers/text_composer.h"

namespace vraagbaak::indexer {
namespace {

enum class Role : std::uint8_t {
  block,
  inline_text,
  skipped,
  heading,   // a title; its level is that of the sections round it
  section,   // what a title heads
  number,    // stands before the title or text that follows
  speaker,   // a line of its own above what is said
  question,  // holds a number and paragraphs
  answer,
  item,
  note,
  note_number,
  table,  // CALS and HTML
  row,
  cell,
  header_cell,
  head_rows,
  column,  // CALS colspec: the name of a column
  line_break,
  word,   // a token of an annotated text
  title,  // what the document is called
  date,   // what day it is of, in words
};

struct Element {
  std::string_view name;
  Role role;
};

// officiele-publicatie: the schemas op-xsd-2012-1 and later (technische-documentatie.oep.overheid.nl).
constexpr Element kPublication[] = {
    {"achternaam", Role::inline_text},
    {"agendapunt", Role::section},
    {"antwoord", Role::answer},
    {"b", Role::inline_text},
    {"colspec", Role::column},
    {"datumtekst", Role::inline_text},
    {"deze", Role::inline_text},
    {"divisie", Role::section},
    {"entry", Role::cell},
    {"extref", Role::inline_text},
    {"functie", Role::inline_text},
    {"handeling", Role::section},
    {"hoofdstuk", Role::section},
    {"i", Role::inline_text},
    {"inf", Role::inline_text},
    {"intref", Role::inline_text},
    {"item-titel", Role::heading},
    {"kamervraagonderwerp", Role::title},
    {"kop", Role::inline_text},
    {"label", Role::number},
    {"li", Role::item},
    {"li.nr", Role::number},
    {"linkernummer", Role::skipped},
    {"metadata", Role::skipped},
    {"motie", Role::section},
    {"naam", Role::inline_text},
    {"nadruk", Role::inline_text},
    {"noot", Role::note},
    {"noot.al", Role::block},
    {"noot.nr", Role::note_number},
    {"nootref", Role::inline_text},
    {"nr", Role::number},
    {"omissie", Role::skipped},
    {"ondertekenaar", Role::block},
    {"opening", Role::section},
    {"paragraaf", Role::section},
    {"plaatje", Role::skipped},
    {"politiek", Role::inline_text},
    {"row", Role::row},
    {"sluiting", Role::section},
    {"spreker", Role::speaker},
    {"stemming", Role::section},
    {"stuktitel", Role::title},
    {"sub", Role::inline_text},
    {"sup", Role::inline_text},
    {"table", Role::table},
    {"thead", Role::head_rows},
    {"titel", Role::heading},
    {"tussenkop", Role::heading},
    {"u", Role::inline_text},
    {"vergaderdatum", Role::date},
    {"voornaam", Role::inline_text},
    {"voorvoegsels", Role::inline_text},
    {"vraag", Role::question},
};

// VLOS, the minutes in the open data of the Tweede Kamer.
constexpr Element kVlos[] = {
    {"aanvangstijd", Role::skipped},
    {"achternaam", Role::inline_text},
    {"activiteit", Role::section},
    {"activiteithoofd", Role::section},
    {"activiteitdeel", Role::section},
    {"activiteititem", Role::section},
    {"alineaitem", Role::line_break},
    {"datum", Role::date},
    {"draadboekfragment", Role::inline_text},
    {"eindtijd", Role::skipped},
    {"interrumpant", Role::inline_text},
    {"isvoorzitter", Role::skipped},
    {"lijst", Role::block},
    {"li", Role::item},
    {"listitem", Role::item},
    {"markeertijdbegin", Role::skipped},
    {"markeertijdeind", Role::skipped},
    {"nadruk", Role::inline_text},
    {"onderwerp", Role::heading},
    {"spreker", Role::skipped},
    {"titel", Role::heading},
    {"vergadering", Role::section},
    {"zaal", Role::skipped},
};

// TEI as ParlaMint uses it (clarin-eric/ParlaMint, schema ParlaMint.odd).
constexpr Element kTei[] = {
    {"availability", Role::skipped},
    {"date", Role::date},
    {"div", Role::section},
    {"editionStmt", Role::skipped},
    {"encodingDesc", Role::skipped},
    {"extent", Role::skipped},
    {"gap", Role::skipped},
    {"head", Role::heading},
    {"hi", Role::inline_text},
    {"item", Role::item},
    {"lb", Role::line_break},
    {"linkGrp", Role::skipped},
    {"name", Role::inline_text},
    {"num", Role::inline_text},
    {"pc", Role::word},
    {"profileDesc", Role::skipped},
    {"publicationStmt", Role::skipped},
    {"ref", Role::inline_text},
    {"respStmt", Role::skipped},
    {"revisionDesc", Role::skipped},
    {"s", Role::inline_text},
    {"sourceDesc", Role::skipped},
    {"title", Role::title},
    {"w", Role::word},
};

// Of an XML file that is none of these.
constexpr Element kOther[] = {
    {"a", Role::inline_text},
    {"b", Role::inline_text},
    {"br", Role::line_break},
    {"em", Role::inline_text},
    {"emphasis", Role::inline_text},
    {"entry", Role::cell},
    {"h1", Role::heading},
    {"h2", Role::heading},
    {"h3", Role::heading},
    {"i", Role::inline_text},
    {"li", Role::item},
    {"link", Role::inline_text},
    {"row", Role::row},
    {"script", Role::skipped},
    {"span", Role::inline_text},
    {"strong", Role::inline_text},
    {"style", Role::skipped},
    {"sub", Role::inline_text},
    {"sup", Role::inline_text},
    {"table", Role::table},
    {"td", Role::cell},
    {"th", Role::header_cell},
    {"thead", Role::head_rows},
    {"title", Role::title},
    {"tr", Role::row},
    {"u", Role::inline_text},
};

struct Format {
  std::string_view root;  // begins like this
  std::span<const Element> elements;
};
constexpr Format kFormats[] = {
    {"officiele-publicatie", kPublication},
    {"vlos", kVlos},
    {"TEI", kTei},
    {"teiCorpus", kTei},
};

std::size_t number_in(std::string_view text, std::size_t otherwise) {
  std::size_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string squeezed(std::string_view text) {
  TextComposer line;
  line.text(text);
  std::string out = line.finish().text;
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

std::string bracketed(std::string_view text) {
  std::string out = "[";
  out.append(text).append(1, ']');
  return out;
}

class Reader final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    if (open_.empty()) choose_format(name);
    read_field(name);
    Open element;
    element.role = skipping_ > 0 ? Role::skipped : role_of(name);
    element.language_before = language_;
    // The metadata of the formats stand in parts that are skipped otherwise.
    if (name == "meta") read_meta(attributes);
    element.of_edition = (!open_.empty() && open_.back().of_edition) || name == "publicationStmt" ||
                         name == "editionStmt" || name == "revisionDesc";
    if (name == "date" && !element.of_edition) take_date(attributes["when"]);
    if (element.role == Role::skipped) ++skipping_;
    if (skipping_ == 0) {
      if (std::string_view said = attributes["lang"]; said.size() >= 2 && !open_.empty()) {
        set_language(std::string(said.substr(0, 2)));
      }
      begin(element, attributes);
    }
    open_.push_back(std::move(element));
  }

  void close(std::string_view name) override {
    if (open_.empty()) return;
    const Open element = std::move(open_.back());
    open_.pop_back();
    close_field(name);
    if (element.role == Role::skipped) {
      --skipping_;
      return;
    }
    end(element);
    if (language_ != element.language_before) set_language(element.language_before);
  }

  void text(std::string_view text) override {
    if (field_depth_ > 0) field_text_ += text;
    if (skipping_ > 0) return;
    if (capture_ != nullptr)
      *capture_ += text;
    else if (!open_.empty() && open_.back().role == Role::word)
      word_ += text;
    else
      composer_.text(text);
  }

  SourceText finish() {
    if (is_qrva(fields_)) return write_qrva(fields_);
    return composer_.finish();
  }

 private:
  struct Open {
    Role role = Role::block;
    std::string language_before;
    bool joins_right = false;  // a token without a blank behind it
    bool titled = false;       // a question or answer whose header is written
    std::string number;        // its attribute
    bool of_edition = false;   // says something of the file, not of the sitting
  };

  void choose_format(std::string_view root) {
    elements_ = kOther;
    for (const Format& format : kFormats) {
      if (root.starts_with(format.root)) elements_ = format.elements;
    }
  }

  Role role_of(std::string_view name) const {
    const auto found = std::ranges::find(elements_, name, &Element::name);
    return found == elements_.end() ? Role::block : found->role;
  }

  // QRVADOC: flat elements in capitals.
  void read_field(std::string_view name) {
    if (open_.empty()) return;
    const bool capitals = !name.empty() && std::ranges::all_of(name, [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!capitals) {
      if (name == "br" && field_depth_ > 0) field_text_ += '\n';
      return;
    }
    ++field_depth_;
    field_text_.clear();
  }
  void close_field(std::string_view name) {
    if (open_.empty()) return;
    const bool capitals = !name.empty() && std::ranges::all_of(name, [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!capitals || field_depth_ == 0) return;
    --field_depth_;
    std::string& value = fields_[std::string(name)];
    if (value.empty()) value = std::exchange(field_text_, {});
    field_text_.clear();
  }

  void set_language(std::string language) {
    language_ = std::move(language);
    composer_.set_language(language_);
  }

  void take_date(std::string_view text) {
    Metadata& metadata = composer_.metadata();
    if (!metadata.date) metadata.date = PartialDate::parse_iso(text.substr(0, 10));
  }

  void read_meta(const Attributes& attributes) {
    const std::string_view key = attributes["name"];
    const std::string_view value = attributes["content"];
    Metadata& metadata = composer_.metadata();
    if (value.empty()) return;
    if (key == "DC.title" || key == "DCTERMS.title") {
      metadata.title = value;
    } else if (key == "DCTERMS.issued" || key == "DCTERMS.available") {
      take_date(value);
    }
  }

  Open* asked() {
    for (auto outer = open_.rbegin(); outer != open_.rend(); ++outer) {
      if (outer->role == Role::question || outer->role == Role::answer) return &*outer;
    }
    return nullptr;
  }

  // "Vraag 3": the outline knows questions and answers by such a line.
  void write_header(Open& part, std::string number) {
    if (part.titled) return;
    part.titled = true;
    const bool question = part.role == Role::question;
    int& count = question ? questions_ : answers_;
    ++count;
    number = squeezed(number);
    while (number.ends_with('.') || number.ends_with(':')) number.pop_back();
    if (number.empty()) number = part.number;
    if (number.empty()) number = std::to_string(count);
    const bool worded =
        (number.front() >= 'a' && number.front() <= 'z') || (number.front() >= 'A' && number.front() <= 'Z');
    composer_.end_paragraph();
    if (!worded) composer_.text(question ? "Vraag " : "Antwoord ");
    composer_.text(number);
    composer_.end_paragraph();
  }

  int section_depth() const {
    return static_cast<int>(
        std::ranges::count_if(open_, [](const Open& outer) { return outer.role == Role::section; }));
  }

  std::size_t column_named(std::string_view name) const {
    const auto found = columns_.find(std::string(name));
    return found == columns_.end() ? 0 : found->second;
  }

  void begin(Open& element, const Attributes& attributes) {
    switch (element.role) {
      case Role::block:
      case Role::section:
        if (Open* part = asked()) write_header(*part, "");
        composer_.end_paragraph();
        break;
      case Role::heading:
        composer_.begin_heading(std::max(section_depth(), 1));
        flush_number();
        break;
      case Role::title:
      case Role::date:
        composer_.end_paragraph();
        capture_ = &captured_;
        captured_.clear();
        break;
      case Role::number:
      case Role::note_number:
        capture_ = &captured_;
        captured_.clear();
        break;
      case Role::speaker:
        composer_.end_paragraph();
        break;
      case Role::question:
      case Role::answer:
        composer_.end_paragraph();
        element.number = attributes["nr"];
        break;
      case Role::item:
        if (Open* part = asked()) write_header(*part, "");
        composer_.mark_item("-");
        break;
      case Role::note:
        composer_.begin_note(attributes["nr"]);
        break;
      case Role::table:
        composer_.begin_table();
        columns_.clear();
        break;
      case Role::column:
        columns_[std::string(attributes["colname"])] = columns_.size() + 1;
        break;
      case Role::head_rows:
        in_head_ = true;
        break;
      case Role::row:
        composer_.begin_row(in_head_);
        break;
      case Role::cell:
      case Role::header_cell:
        begin_cell(element, attributes);
        break;
      case Role::line_break:
        composer_.line_break();
        break;
      case Role::word:
        element.joins_right = attributes["join"] == "right" || attributes["join"] == "both";
        word_.clear();
        break;
      case Role::inline_text:
      case Role::skipped:
        break;
    }
  }

  void begin_cell(const Open& element, const Attributes& attributes) {
    std::size_t rows = number_in(attributes["rowspan"], 1);
    std::size_t columns = number_in(attributes["colspan"], 1);
    if (attributes.has("morerows")) rows = number_in(attributes["morerows"], 0) + 1;
    const std::size_t first = column_named(attributes["namest"]);
    const std::size_t last = column_named(attributes["nameend"]);
    if (first > 0 && last >= first) columns = last - first + 1;
    composer_.begin_cell(rows, columns, element.role == Role::header_cell);
  }

  // The number read last, before the title or paragraph it belongs to.
  void flush_number() {
    if (number_.empty()) return;
    composer_.text(number_);
    composer_.blank();
    number_.clear();
  }

  void end(const Open& element) {
    switch (element.role) {
      case Role::block:
      case Role::heading:
      case Role::section:
        composer_.end_paragraph();
        number_.clear();
        break;
      case Role::question:
      case Role::answer:
        composer_.end_paragraph();
        break;
      case Role::title: {
        capture_ = nullptr;
        const std::string title = squeezed(captured_);
        Metadata& metadata = composer_.metadata();
        if (metadata.title.empty()) metadata.title = title;
        composer_.text(title);
        composer_.end_paragraph();
        break;
      }
      case Role::date: {
        capture_ = nullptr;
        const std::string day = squeezed(captured_);
        composer_.set_day(day);
        composer_.text(day);
        composer_.end_paragraph();
        break;
      }
      case Role::number:
        capture_ = nullptr;
        end_number();
        break;
      case Role::note_number:
        capture_ = nullptr;
        composer_.mark_item(bracketed(squeezed(captured_)));
        break;
      case Role::speaker:
        composer_.end_line();
        break;
      case Role::item:
        composer_.end_line();
        break;
      case Role::note:
        composer_.end_note();
        break;
      case Role::table:
        composer_.end_table();
        in_head_ = false;
        break;
      case Role::head_rows:
        in_head_ = false;
        break;
      case Role::cell:
      case Role::header_cell:
        composer_.end_cell();
        break;
      case Role::word:
        composer_.text(squeezed(word_));
        if (!element.joins_right) composer_.blank();
        break;
      case Role::column:
      case Role::row:
      case Role::line_break:
      case Role::inline_text:
      case Role::skipped:
        break;
    }
  }

  void end_number() {
    const std::string number = squeezed(captured_);
    if (!open_.empty() && (open_.back().role == Role::question || open_.back().role == Role::answer)) {
      write_header(open_.back(), number);
    } else if (!open_.empty() && open_.back().role == Role::item) {
      composer_.mark_item(number.empty() ? "-" : number);
    } else {
      number_ += (number_.empty() ? "" : " ") + number;
    }
  }

  TextComposer composer_;
  std::vector<Open> open_;
  std::span<const Element> elements_ = kOther;
  std::string language_;
  int skipping_ = 0;
  bool in_head_ = false;
  int questions_ = 0;
  int answers_ = 0;
  std::string* capture_ = nullptr;
  std::string captured_;
  std::string number_;
  std::string word_;
  std::map<std::string, std::size_t> columns_;
  QrvaFields fields_;
  std::string field_text_;
  int field_depth_ = 0;
};

}  // namespace

Result<SourceText> read_xml(std::string bytes, std::string_view name) {
  const std::string document = decode_markup(std::move(bytes));
  Reader reader;
  if (const auto error = parse_xml(document, reader)) {
    return Problem{std::string(name), *error, "fetch it again, or save it as plain text (.txt)"};
  }
  return reader.finish();
}

}  // namespace vraagbaak::indexer
