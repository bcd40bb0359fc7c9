// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/metadata.h"

#include <algorithm>
#include <charconv>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::indexer {
namespace {

// A document's head: the lines and bytes that are looked at.
constexpr std::size_t kHeadLines = 60;
constexpr std::size_t kHeadBytes = 4000;
constexpr std::size_t kLongestTitle = 200;
// Longest parts of an opening sentence, in bytes: who asks, whom, about what. A longer one is no opening, but
// words of several sentences.
constexpr std::size_t kLongestAsker = 200;
constexpr std::size_t kLongestAddressee = 350;
constexpr std::size_t kLongestSubject = 600;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// White space runs become one space; line ends too.
std::string joined(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; };
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > at) {
      if (!out.empty()) out += ' ';
      out += text.substr(at, end - at);
    }
    at = end + 1;
  }
  return out;
}

std::string cut_at_word(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t cut = text.rfind(' ', most);
  if (cut == std::string::npos || cut == 0) {
    cut = most;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  }
  text.resize(cut);
  return text;
}

// "An Peeters (X)" without the party.
std::string without_party(std::string_view name) {
  const std::size_t bracket = name.rfind('(');
  if (bracket != std::string_view::npos && bracket > 0 && name.back() == ')') name = name.substr(0, bracket);
  while (!name.empty() && (name.back() == ' ' || name.back() == '.' || name.back() == ','))
    name.remove_suffix(1);
  return joined(name);
}

bool is_capitals(std::string_view ink) {
  const auto lowers = std::ranges::count_if(ink, [](char c) { return c >= 'a' && c <= 'z'; });
  const auto uppers = std::ranges::count_if(ink, [](char c) { return c >= 'A' && c <= 'Z'; });
  return uppers >= 3 && lowers * 4 <= uppers;
}

std::optional<int> number_at(std::string_view text, std::size_t& at, std::size_t most_digits) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == at || end - at > most_digits) return std::nullopt;
  int value = 0;
  std::from_chars(text.data() + at, text.data() + end, value);
  at = end;
  return value;
}

}  // namespace

MetadataReader::MetadataReader(const OutlineRules& rules, const analysis::DictionarySource& dictionaries)
    : rules_(rules),
      letterhead_(rules.kind("letterhead")),
      field_number_(rules.kind("field.number")),
      field_asker_(rules.kind("field.asker")),
      field_addressee_(rules.kind("field.addressee")),
      field_date_(rules.kind("field.date")),
      field_title_(rules.kind("field.title")),
      type_(rules.kind("type")) {
  const analysis::DictionaryFile file(dictionaries, "nl/months.tsv", {"form", "month"});
  for (const auto& row : file) {
    int month = 0;
    std::from_chars(row[1].data(), row[1].data() + row[1].size(), month);
    if (month < 1 || month > 12) file.reject(row, "no month", "write a number from 1 to 12");
    months_[std::string(row[0])] = month;
  }
}

std::optional<PartialDate> MetadataReader::parse_date(std::string_view text) const {
  std::size_t at = 0;
  const auto first = number_at(text, at, 4);
  if (!first || at >= text.size()) return std::nullopt;
  PartialDate date;
  const char mark = text[at];
  if (mark == '/' || mark == '.' || mark == '-') {
    const auto second = number_at(text, ++at, 2);
    if (!second || at >= text.size() || text[at] != mark) return std::nullopt;
    const auto third = number_at(text, ++at, 4);
    if (!third) return std::nullopt;
    date = *first > 31 ? PartialDate{*first, *second, *third} : PartialDate{*third, *second, *first};
  } else {
    at = text.find_first_not_of(" \t", at);
    if (at == std::string_view::npos) return std::nullopt;
    std::string word;
    while (at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z')))
      word += lower(text[at++]);
    const auto month = months_.find(word);
    if (month == months_.end()) return std::nullopt;
    at = text.find_first_not_of(" .\t", at);
    if (at == std::string_view::npos) return std::nullopt;
    const auto year = number_at(text, at, 4);
    if (!year) return std::nullopt;
    date = {*year, month->second, *first};
  }
  if (!date.is_valid() || date.year < 1830) return std::nullopt;
  return date;
}

Metadata MetadataReader::read(std::string_view text, const std::vector<Line>& lines,
                              bool has_questions) const {
  Metadata metadata;
  const auto fill = [](std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  };
  std::string first_line;
  std::string type;
  const std::size_t head = std::min(lines.size(), kHeadLines);
  bool is_letterhead = false;  // "SCHRIFTELIJKE VRAAG", and under it names and offices in capitals
  for (std::size_t i = 0; i < head; ++i) {
    if (lines[i].kind == LineKind::blank || lines[i].span.begin > kHeadBytes) continue;
    const std::string_view ink = lines[i].ink.in(text);
    if (lines[i].kind == LineKind::question_header && first_line.empty()) is_letterhead = true;
    const auto letterhead = is_letterhead ? rules_.match(letterhead_, ink) : std::nullopt;
    if (letterhead && is_capitals(letterhead->groups.at(0))) {
      const bool asks = letterhead->rule == "letterhead.asker";
      fill(asks ? metadata.author : metadata.addressee, joined(letterhead->groups.at(0)));
    } else if (letterhead && letterhead->rule == "letterhead.number") {
      fill(metadata.number, std::string(letterhead->groups.at(0)));
    } else if (const auto number = rules_.match(field_number_, ink)) {
      fill(metadata.number, std::string(number->groups.at(0)));
    } else if (const auto asker = rules_.match(field_asker_, ink)) {
      fill(metadata.author, without_party(asker->groups.at(0)));
    } else if (const auto addressee = rules_.match(field_addressee_, ink)) {
      fill(metadata.addressee, joined(addressee->groups.at(0)));
    } else if (const auto date = rules_.match(field_date_, ink)) {
      if (!metadata.date) metadata.date = parse_date(date->groups.at(0));
    } else if (const auto title = rules_.match(field_title_, ink)) {
      // A subject runs on over the lines below it.
      std::string subject(title->groups.at(0));
      for (std::size_t next = i + 1; next < head && next < i + 5 && lines[next].kind == LineKind::text;
           ++next) {
        if (rules_.matches("field", lines[next].ink.in(text))) break;
        subject.append(1, ' ').append(lines[next].ink.in(text));
      }
      fill(metadata.title, joined(subject));
    } else if (const auto kind = rules_.match(type_, ink)) {
      if (type.empty()) type = std::string(kind->rule).substr(std::string_view("type.").size());
      if (!kind->groups.empty()) fill(metadata.number, std::string(kind->groups.at(0)));
    } else if (first_line.empty() && lines[i].kind != LineKind::furniture &&
               lines[i].kind != LineKind::question_header && !(is_letterhead && is_capitals(ink))) {
      first_line = cut_at_word(joined(ink), kLongestTitle);
    }
  }

  // "Vragen van het lid … aan de Minister van … over … (ingezonden 4 september 2024)", over several lines.
  const std::string_view head_text = text.substr(0, kHeadBytes);
  const std::string opening = rules_.may_hold("opening", head_text) ? joined(head_text) : std::string();
  const auto asked = rules_.find("opening", opening);
  if (asked && asked->groups.at(0).size() <= kLongestAsker &&
      asked->groups.at(1).size() <= kLongestAddressee && asked->groups.at(2).size() <= kLongestSubject) {
    fill(metadata.author, without_party(asked->groups.at(0)));
    fill(metadata.addressee, joined(asked->groups.at(1)));
    fill(metadata.title, cut_at_word(joined(asked->groups.at(2)), kLongestTitle));
    if (!metadata.date) metadata.date = parse_date(asked->groups.at(3));
  }

  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind != LineKind::answer_header) continue;
    for (std::size_t down = i + 1; down < lines.size() && down < i + 6; ++down) {
      const std::string_view ink = lines[down].ink.in(text);
      if (const auto number = rules_.match("reference.number", ink)) {
        fill(metadata.number, std::string(number->groups.at(0)));
        if (!metadata.date) metadata.date = parse_date(number->groups.at(1));
        if (!number->groups.at(2).empty()) fill(metadata.author, without_party(number->groups.at(2)));
      } else if (const auto asker = rules_.match("reference.asker", ink)) {
        fill(metadata.author, without_party(asker->groups.at(0)));
      }
    }
    // The minister's name and office stand above, in capitals.
    std::string above;
    for (std::size_t up = i; up-- > 0 && i - up < 8;) {
      if (lines[up].kind == LineKind::blank) continue;
      const std::string_view ink = lines[up].ink.in(text);
      if (!is_capitals(ink) || lines[up].kind == LineKind::question_header) break;
      const bool runs_on = above.empty() || ink.ends_with(" EN") || ink.ends_with(",");
      above = above.empty() ? joined(ink) : joined(ink) + (runs_on ? " " : ", ") + above;
    }
    fill(metadata.addressee, above);
    break;
  }

  fill(metadata.title, first_line);
  if (has_questions) {
    metadata.type = type.empty() || type == "schriftelijke_vraag" ? "schriftelijke_vraag" : type;
  } else if (!type.empty()) {
    metadata.type = type;
  } else if (const auto named = rules_.match("title_type", metadata.title)) {
    metadata.type = std::string(named->rule).substr(std::string_view("title_type.").size());
  }
  return metadata;
}

}  // namespace vraagbaak::indexer
