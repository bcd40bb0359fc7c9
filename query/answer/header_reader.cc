// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/header_reader.h"

#include <algorithm>
#include <utility>

#include "analysis/text/normalizer.h"

namespace vraagbaak::query {
namespace {

// How good a match an abbreviation is: it may stand for something else.
constexpr double kAbbreviated = 0.8;
// Letters of initials: one says nothing, more are a name of its own.
constexpr std::size_t kFewestInitials = 2;
constexpr std::size_t kMostInitials = 5;
// Letters before a full stop that say which word was cut.
constexpr std::size_t kFewestCut = 4;
// Letters of an abridged name, marks included.
constexpr std::size_t kLongestAbridged = 8;
// A year may have letters glued behind it.
constexpr std::size_t kYearDigits = 4;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

struct Word {
  std::string_view text;
  ByteSpan span;
  bool is_cut = false;  // a full stop behind it: "electr."
};

// Split at blanks, without the punctuation round them.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find(' ', at), text.size());
    ByteSpan span{at, end};
    while (!span.empty() && !is_letter(text[span.begin]) && !is_digit(text[span.begin])) ++span.begin;
    while (!span.empty() && !is_letter(text[span.end - 1]) && !is_digit(text[span.end - 1])) --span.end;
    if (!span.empty()) words.push_back({span.in(text), span, span.end < end && text[span.end] == '.'});
    at = end;
  }
  return words;
}

// "2019BO" → "2019 BO".
std::string parted(std::string_view header) {
  std::string out;
  std::size_t digits = 0;
  for (const char c : header) {
    if (is_letter(c) && digits == kYearDigits) out += ' ';
    digits = is_digit(c) ? digits + 1 : 0;
    out += c;
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, std::string_view marks) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(marks, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// Each part of `header` begins the part of `name` in its place, and is shorter somewhere.
bool begins(std::string_view header, std::string_view name) {
  const auto short_parts = split(header, "-. ");
  const auto parts = split(name, "- ");
  if (header.size() >= name.size() || short_parts.size() != parts.size()) return false;
  return std::ranges::equal(short_parts, parts, [](std::string_view abridged, std::string_view part) {
    return !abridged.empty() && part.starts_with(abridged);
  });
}

}  // namespace

const HeaderReading& HeaderReader::read(const std::string& header) {
  const auto known = known_.find(header);
  if (known != known_.end()) return known->second;
  return known_.emplace(header, make(header)).first->second;
}

HeaderReading HeaderReader::make(const std::string& header) const {
  HeaderReading reading;
  reading.terms = matcher_.strengths_in(header);
  const std::string apart = parted(header);
  const std::vector<TermHit> hits = matcher_.find(apart);
  raise_to(reading.terms, matcher_.strengths(hits, ByteSpan{0, apart.size() + 1}));

  const auto abridges = [&](const std::vector<std::size_t>& terms) {
    for (const std::size_t term : terms) reading.terms[term] = std::max(reading.terms[term], kAbbreviated);
    return !terms.empty();
  };
  double words = 0;
  double said = 0;
  for (const Word& word : words_of(apart)) {
    if (matcher_.is_function_word(word.text)) continue;
    ++words;
    const bool is_hit =
        std::ranges::any_of(hits, [&](const TermHit& hit) { return word.span.contains(hit.span.begin); });
    if (is_hit) {
      said += share_said(word.text);
    } else if (abridges(spelled_by(word.text)) || (word.is_cut && abridges(cut_from(word.text)))) {
      ++said;
    }
  }
  if (said == 0 && abridges(begun_by(header))) said = words;
  if (words > 0) reading.extra = 1 - said / words;
  return reading;
}

// Of "West-Vlaanderen" a question that says Vlaanderen says one half.
double HeaderReader::share_said(std::string_view word) const {
  const auto parts = split(word, "-");
  if (parts.size() < 2) return 1;
  const std::string whole = analysis::normalize(word);
  const bool is_exact = std::ranges::any_of(question_.terms, [&](const QuestionTerm& term) {
    return term.word == whole || std::ranges::any_of(term.variants, [&](const TermVariant& variant) {
             return variant.terms.size() == 1 && variant.terms.front() == whole;
           });
  });
  if (is_exact) return 1;
  const auto hit =
      std::ranges::count_if(parts, [this](std::string_view part) { return !matcher_.find(part).empty(); });
  return static_cast<double>(hit) / static_cast<double>(parts.size());
}

std::vector<std::size_t> HeaderReader::cut_from(std::string_view word) const {
  return word.size() < kFewestCut ? std::vector<std::size_t>{} : cut_from_any(analysis::normalize(word));
}

std::vector<std::size_t> HeaderReader::cut_from_any(const std::string& cut) const {
  std::vector<std::size_t> terms;
  for (std::size_t i = 0; i < question_.terms.size(); ++i) {
    const QuestionTerm& term = question_.terms[i];
    const bool variant = std::ranges::any_of(term.variants, [&](const TermVariant& one) {
      return one.terms.size() == 1 && begins(cut, one.terms.front());
    });
    if (variant || begins(cut, term.word)) terms.push_back(i);
  }
  return terms;
}

std::vector<std::size_t> HeaderReader::spelled_by(std::string_view word) const {
  if (word.size() < kFewestInitials || word.size() > kMostInitials || !std::ranges::all_of(word, is_capital))
    return {};
  const std::string initials = analysis::normalize(word);
  const std::vector<QuestionTerm>& terms = question_.terms;
  for (std::size_t first = 0; first < terms.size(); ++first) {
    std::string parts;
    for (const std::string& part : matcher_.parts_of(terms[first].word)) parts += part.substr(1, 1);
    if (parts == initials) return {first};
    if (first + initials.size() > terms.size()) continue;
    std::vector<std::size_t> spelled;
    for (std::size_t i = 0; i < initials.size(); ++i) {
      const QuestionTerm& term = terms[first + i];
      // Only blanks between them: they follow each other.
      const bool follows = i == 0 || (term.span.begin > terms[first + i - 1].span.end &&
                                      term.span.begin - terms[first + i - 1].span.end == 1);
      if (!follows || !term.word.starts_with(initials[i])) break;
      spelled.push_back(first + i);
    }
    if (spelled.size() == initials.size()) return spelled;
  }
  return {};
}

std::vector<std::size_t> HeaderReader::begun_by(std::string_view header) const {
  if (header.empty() || header.size() > kLongestAbridged || !is_capital(header.front())) return {};
  if (!std::ranges::all_of(header, [](char c) { return is_letter(c) || c == '-' || c == '.'; })) return {};
  std::string abridged = analysis::normalize(header);
  if (abridged.ends_with('.')) abridged.pop_back();
  std::vector<std::size_t> begun;
  for (const std::size_t i : cut_from_any(abridged)) {
    const QuestionTerm& term = question_.terms[i];
    const bool is_capitalised = term.span.begin > 0 && is_capital(question_.text[term.span.begin]);
    if (term.is_name || is_capitalised) begun.push_back(i);
  }
  return begun;
}

}  // namespace vraagbaak::query
