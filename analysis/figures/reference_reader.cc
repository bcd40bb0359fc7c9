// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/reference_reader.h"

#include <algorithm>

#include "analysis/figures/date_reader.h"

namespace vraagbaak::analysis {
namespace {

// A telephone number has at most this many groups behind its first; an account number of 22 characters six.
constexpr std::size_t kMostGroups = 8;
// A series of references: vragen 1, 2, 3 en 4.
constexpr std::size_t kMostInSeries = 40;
// How far back an open bracket is looked for.
constexpr std::size_t kFarthestBracket = 40;
// Capital letters behind digits are a name (3D, 12BIS) up to this length; longer ones are a word that lost
// its blank.
constexpr std::size_t kShortestGluedWord = 4;

bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

}  // namespace

bool ReferenceReader::is_capital(std::size_t at) const {
  if (!reading_.is_word(at)) return false;
  const char c = reading_.text[reading_.pieces[at].begin];
  return c >= 'A' && c <= 'Z';
}

// The word's last letter is a capital too: DOC, CRIV, not Document.
bool ReferenceReader::is_capital_end(std::size_t at) const {
  const char c = reading_.text[reading_.pieces[at].end - 1];
  return c >= 'A' && c <= 'Z';
}

std::size_t ReferenceReader::add(std::size_t begin, std::size_t end, std::string_view rule,
                                 std::vector<FoundFigure>& found) const {
  FoundFigure& item = found.emplace_back();
  item.begin = begin;
  item.end = item.noun_end = end;
  item.figure.kind = FigureKind::ordinal_ref;
  item.figure.span = {reading_.pieces[begin].begin, reading_.pieces[end - 1].end};
  if (end == begin + 1) item.figure.value = Decimal::parse(item.figure.span.in(reading_.text));
  item.figure.rule = rule;
  return end;
}

// Digits of a name: COVID-19, 3D, 5G, B-1000, CO 2.
bool ReferenceReader::is_name_part(std::size_t at) const {
  // a formula whose lower digit lost its place
  if (at > 0 && size_of(at) <= 2 && reading_.has_role(at - 1, Role::formula) && is_capital_end(at - 1) &&
      reading_.is_near(at)) {
    return true;
  }
  // artikel III.33
  if (at >= 2 && reading_.is_glued(at) && reading_.is_symbol(at - 1, '.') && reading_.is_glued(at - 1) &&
      is_roman(reading_.text_of(at - 2))) {
    return true;
  }
  if (at >= 2 && reading_.is_glued(at) && reading_.is_symbol(at - 1, '-') && reading_.is_glued(at - 1) &&
      reading_.is_word(at - 2) && !reading_.match(at - 2, Category::month) &&
      (!reading_.lexicon->parts_from_digits(reading_.pieces[at - 2].word) ||
       (reading_.is_glued(at - 2) && reading_.is_symbol(at - 3, '-')))) {
    const auto date = read_date(reading_, at, std::nullopt);
    return !date || date->rule != "date.numeric";
  }
  // ECLI:NL:RBAMS:2021:6269
  if (at >= 2 && reading_.is_glued(at) && reading_.is_symbol(at - 1, ':') && reading_.is_glued(at - 1) &&
      is_capital(at - 2)) {
    return true;
  }
  const std::size_t next = at + 1;
  if (!reading_.is_word(next) || !reading_.is_glued(next)) return false;
  const std::string_view letters = reading_.text_of(next);
  const bool is_code =
      std::ranges::any_of(letters, [](char c) { return c >= '0' && c <= '9'; });  // 2024Z17067
  if (is_capital(next) && is_code) return true;
  if (is_capital(next)) {
    // 3D, 5G; but "2024Tweede" is a year and a word that lost the blank between them
    return size_of(next) < kShortestGluedWord && !reading_.match(next, Category::currency) &&
           (size_of(next) == 1 || !reading_.match(next, Category::unit));
  }
  if (reading_.has_role(next, Role::ordinal_ending) || reading_.match(next, Category::unit) ||
      reading_.match(next, Category::currency) || reading_.match(next, Category::magnitude) ||
      reading_.match(next, Category::month) || reading_.match(next, Category::fraction)) {
    return false;
  }
  return size_of(next) <= 2;
}

// A footnote mark: behind a closing mark without a blank ("artikel?1", "»2"), or before the note's own first
// word
// ("2Kamerstukken").
bool ReferenceReader::is_note_mark(std::size_t at) const {
  const std::size_t next = at + 1;
  if (size_of(at) > 2) return false;
  if (starts_line(at) && is_capital(next) && reading_.is_glued(next) && size_of(next) >= kShortestGluedWord)
    return true;
  // "Waarom niet? 1" and nothing more on the line: a mark that lost its place above the line
  const std::size_t behind = reading_.is_symbol(next, ')') && reading_.is_glued(next) ? next + 1 : next;
  if (at > 0 && reading_.pieces[at].gap <= Gap::line && !reading_.is_glued(at) &&
      (!reading_.has(behind) || starts_line(behind))) {
    const std::string_view end = reading_.text_of(at - 1);
    if (end == "?" || end == "!" || end == "»" || end == "”") return true;
  }
  if (at < 2 || !reading_.is_glued(at) || !reading_.is_glued(at - 1) || reading_.is_digits(at - 2))
    return false;
  const std::string_view before = reading_.text_of(at - 1);
  const bool closing =
      before == "?" || before == "!" || before == "»" || before == "”" || before == "’" || before == ";";
  const bool stop = before == "." || before == "," || before == ")";
  if (!closing && !stop) return false;
  if (stop && reading_.has(next) && reading_.pieces[next].gap <= Gap::wide && !is_capital(next)) {
    return before != "." && reading_.match(next, Category::function);
  }
  return !reading_.has(next) || reading_.pieces[next].gap != Gap::none ||
         reading_.pieces[next].kind == PieceKind::symbol;
}

// 1° at the start of a line, artikel 12, § 3, 2°: the items of a law. Not 15 °C.
bool ReferenceReader::is_item_in_degrees(std::size_t at) const {
  if (size_of(at) > 2 || !reading_.has(at + 1) || !reading_.is_glued(at + 1) ||
      reading_.text_of(at + 1) != "°") {
    return false;
  }
  const EntryMatch unit = reading_.match(at + 1, Category::unit);
  if (unit && unit.end > at + 2) return false;
  return at == 0 || starts_line(at) || reading_.is_symbol(at - 1, ',') || reading_.is_symbol(at - 1, ';') ||
         reading_.is_symbol(at - 1, ':') || reading_.is_symbol(at - 1, '.') ||
         reading_.is_symbol(at - 1, '(') ||
         (reading_.has_role(at - 1, Role::and_) && at > 1 && reading_.text_of(at - 2) == "°");
}

// 14:30, 9:05: hours and minutes. Not beside a word that makes it a proportion.
bool ReferenceReader::is_clock(const ChainMatch& chain, std::size_t at) const {
  if (chain.separator != ':' || chain.runs > 3 || size_of(at) > 2 || size_of(at + 2) != 2) return false;
  if (reading_.text_of(at) > "23" && size_of(at) == 2) return false;
  if (at > 0 && reading_.has_role(at - 1, Role::ratio_noun)) return false;
  return reading_.text_of(at + 2).front() <= '5';
}

// The rest of a code that goes on with letters: 2016201714480-14-2104-nl-fr-1.
std::size_t ReferenceReader::code_end(std::size_t at) const {
  std::size_t end = at;
  for (std::size_t parts = 0; parts < kMostGroups && reading_.is_symbol(end, '-') && reading_.is_glued(end) &&
                              reading_.has(end + 1) && reading_.is_glued(end + 1) &&
                              reading_.pieces[end + 1].kind != PieceKind::symbol;
       ++parts) {
    end += 2;
  }
  return end;
}

// +32 2 552 66 35, 02 552 66 35, 0800/30.30: groups of digits in one line, with what stands between them.
std::size_t ReferenceReader::skip_phone(std::size_t at) const {
  std::size_t i = at;
  std::size_t end = at;
  for (std::size_t groups = 0; groups <= kMostGroups && reading_.has(i);) {
    if (i > at && reading_.pieces[i].gap > Gap::space) break;
    if (reading_.is_digits(i)) {
      end = ++i;
      ++groups;
    } else if (reading_.pieces[i].kind == PieceKind::symbol &&
               std::string_view("+./-()").find(reading_.pieces[i].symbol) != std::string_view::npos) {
      ++i;
    } else {
      break;
    }
  }
  return end;
}

std::size_t ReferenceReader::skip_nothing(std::size_t at) const {
  if (const EntryMatch contact = reading_.match(at, Category::contact)) {
    std::size_t i = contact.end;
    while (i < contact.end + 3 && reading_.has(i) && !reading_.is_digits(i) && reading_.is_near(i) &&
           (reading_.is_symbol(i, '.') || reading_.is_symbol(i, ':') || reading_.is_symbol(i, '+') ||
            reading_.is_symbol(i, '(') || (reading_.is_word(i) && size_of(i) == 2))) {
      ++i;
    }
    return reading_.is_digits(i) && reading_.is_near(i) ? skip_phone(i) : at;
  }
  if (reading_.is_symbol(at, '+') && reading_.is_digits(at + 1) && reading_.is_glued(at + 1) &&
      size_of(at + 1) <= 3) {
    const std::size_t end = skip_phone(at);
    return end >= at + 5 ? end : at;
  }
  if (!reading_.is_digits(at)) return at;
  const std::string_view digits = reading_.text_of(at);
  if (digits.size() > 1 && digits.front() == '0' && !read_date(reading_, at, std::nullopt))
    return skip_phone(at);
  if (is_name_part(at)) {
    std::size_t end = read_chain(reading_, at).end;
    if (reading_.is_word(end) && reading_.is_glued(end) && size_of(end) < kShortestGluedWord) ++end;
    return end;
  }
  // Kerkstraat 12, 8000 Brugge; B-8000 Brugge; 2500 EA Den Haag
  if (digits.size() == 4 && is_capital(at + 1) && reading_.pieces[at + 1].gap == Gap::space) {
    const bool behind_number = at >= 2 && reading_.is_symbol(at - 1, ',') && reading_.is_digits(at - 2);
    const bool dutch = size_of(at + 1) == 2 && is_capital(at + 2) && reading_.text_of(at + 1) != "EU" &&
                       !reading_.match(at + 1, Category::currency) &&
                       reading_.text[reading_.pieces[at + 1].begin + 1] <= 'Z';
    if (behind_number || dutch) return at + 1;
  }
  return at;
}

// "…zones: 1) havens; 2) netten": behind a mark or en, and no bracket is open that the ) could close.
bool ReferenceReader::is_inline_item(std::size_t at) const {
  if (at == 0 || !reading_.is_word(at + 2) || reading_.is_glued(at + 2)) return false;
  const bool parted = reading_.is_symbol(at - 1, ':') || reading_.is_symbol(at - 1, ';') ||
                      reading_.is_symbol(at - 1, ',') || reading_.has_role(at - 1, Role::and_);
  if (!parted) return false;
  for (std::size_t back = 1; back <= kFarthestBracket && back <= at; ++back) {
    if (reading_.is_symbol(at - back, ')')) return true;
    if (reading_.is_symbol(at - back, '(')) return false;
  }
  return true;
}

// "Turkije (102), Jordanie (24)": numbers behind what they count. A number below ten behind a word is a mark
// unless larger ones stand in brackets beside it.
bool ReferenceReader::is_count_in_brackets(std::size_t at) const {
  if (at < 2 || !reading_.is_word(at - 2) || starts_line(at - 1)) return false;
  if (size_of(at) > 1) return true;
  constexpr std::size_t kFarthest = 8;  // pieces
  const auto is_large = [&](std::size_t i) {
    return reading_.is_digits(i) && size_of(i) > 1 && reading_.is_symbol(i - 1, '(') &&
           reading_.is_symbol(i + 1, ')');
  };
  for (std::size_t i = at - std::min(at - 1, kFarthest); i <= at + kFarthest; ++i) {
    if (i > 0 && is_large(i)) return true;
  }
  return false;
}

// The year that a run of digits ends in: 2013 of "652013".
std::optional<int> ReferenceReader::year_at_end(std::size_t at) const {
  if (!reading_.is_digits(at) || size_of(at) < 4) return std::nullopt;
  int year = 0;
  for (const char c : reading_.text_of(at).substr(size_of(at) - 4)) year = year * 10 + (c - '0');
  return year >= kFirstYear && year <= kLastYear ? std::optional(year) : std::nullopt;
}

// "2012: 652013: 932014: 97": a series of years that lost its line ends; each label is the year after the one
// before. Also the number of the next answer, where it is the one that comes next: "2016: 1392. Hieronder".
std::size_t ReferenceReader::read_glued_series(std::size_t at, std::vector<FoundFigure>& found) const {
  constexpr std::size_t kLongestGlued = 11;  // digits: a value of seven and a year
  const std::size_t size = size_of(at);
  if (at < 2 || size < 2 || size > kLongestGlued || !reading_.is_symbol(at - 1, ':')) return at;
  const auto label = year_at_end(at - 2);
  if (!label) return at;
  std::size_t glued = 0;  // digits at the end that are not the value's
  if (size > 4 && reading_.is_symbol(at + 1, ':') && reading_.is_glued(at + 1) &&
      year_at_end(at) == *label + 1) {
    glued = 4;
  } else if (size_of(at - 2) > 4 && reading_.is_symbol(at + 1, '.') && reading_.is_glued(at + 1) &&
             is_capital(at + 2)) {
    const auto last = std::ranges::find_if(found.rbegin(), found.rend(), [](const FoundFigure& item) {
      return item.figure.rule == "reference.list_number";
    });
    const int digit = reading_.text_of(at).back() - '0';
    if (last != found.rend() && last->figure.value == Decimal(digit - 1)) glued = 1;
  }
  if (glued == 0) return at;
  add(at, at + 1, glued == 4 ? "year" : "reference.list_number", found);
  FoundFigure rest = found.back();
  FoundFigure& value = found.back();
  value.figure.kind = FigureKind::number;
  value.figure.span.end -= glued;
  value.figure.value = Decimal::parse(value.figure.span.in(reading_.text));
  value.figure.rule = "number.bare";
  value.bare = true;
  rest.figure.span.begin = rest.figure.span.end - glued;
  rest.figure.value = Decimal::parse(rest.figure.span.in(reading_.text));
  if (glued == 4) {
    rest.figure.kind = FigureKind::year;
    rest.figure.date = PartialDate{.year = *label + 1, .month = 0, .day = 0};
  }
  found.push_back(std::move(rest));
  return at + 1;
}

// 6. or 3) at the start of a line, or behind the end of a sentence: "…Gewest?2. Om hoeveel".
bool ReferenceReader::is_list_number(std::size_t at) const {
  if (size_of(at) > 2) return false;
  const std::size_t next = at + 1;
  const bool closed =
      reading_.is_glued(next) &&
      (reading_.is_symbol(next, '.') || reading_.is_symbol(next, ')') || reading_.is_symbol(next, '?'));
  if (!closed) return false;
  if (reading_.is_symbol(next, ')')) {
    const bool bracketed = at > 0 && reading_.is_symbol(at - 1, '(') && reading_.is_glued(at);
    return starts_line(at) || (bracketed && !is_count_in_brackets(at)) || is_inline_item(at);
  }
  if (reading_.is_symbol(next, '?')) return false;
  const bool parted =
      !reading_.has(next + 1) || reading_.pieces[next + 1].gap != Gap::none || is_capital(next + 1);
  if (!parted || reading_.is_digits(next + 1)) return false;
  if (starts_line(at)) return true;
  if (at == 0 || reading_.pieces[at].gap > Gap::wide) return false;
  const auto ends_sentence = [&](std::size_t i) {
    return reading_.is_symbol(i, '.') || reading_.is_symbol(i, '?') || reading_.is_symbol(i, '!');
  };
  if (ends_sentence(at - 1)) return true;
  const bool quoted = reading_.is_symbol(at - 1, '"') || reading_.text_of(at - 1) == "”";
  if (quoted && at > 1 && reading_.is_glued(at - 1) && ends_sentence(at - 2)) return true;
  // "in 2015: 12. In 2016: 14." are counts, so behind a colon only the first number opens a list
  return reading_.is_symbol(at - 1, ':') && reading_.text_of(at) == "1" &&
         (is_capital(next + 1) || reading_.is_glued(at));
}

// 2. en 3., 1. tot 4.: one answer for several questions
std::size_t ReferenceReader::read_list_numbers(std::size_t at, std::vector<FoundFigure>& found) const {
  std::size_t end = add(at, at + 1, "reference.list_number", found);
  for (std::size_t members = 0; members < kMostInSeries; ++members) {
    std::size_t next = end;
    if (reading_.is_symbol(next, '.') && reading_.is_glued(next)) ++next;
    const EntryMatch until = reading_.match_role(next, Role::until);
    const bool joined = reading_.has_role(next, Role::and_) || reading_.has_role(next, Role::to) ||
                        reading_.is_symbol(next, ',') || reading_.is_symbol(next, '-');
    if (!until && !joined) return end;
    next = until ? until.end : next + 1;
    const bool pointed = reading_.is_digits(next) && reading_.is_near(next) && size_of(next) <= 2 &&
                         reading_.is_symbol(next + 1, '.') && reading_.is_glued(next + 1) &&
                         !(reading_.is_digits(next + 2) && reading_.is_glued(next + 2));
    if (!pointed) return end;
    end = add(next, next + 1, "reference.list_number", found);
  }
  return end;
}

// artikel 15, vraag nr. 761, tabellen 3 en 4, Verordening (EU) 2018/1999
std::size_t ReferenceReader::read_after_word(std::size_t at, std::vector<FoundFigure>& found) const {
  EntryMatch word = reading_.match(at, Category::reference);
  if (!word) return at;
  bool strict = word->detail == "strict";
  std::size_t i = word.end;
  for (int skipped = 0; skipped < 6 && reading_.has(i) && reading_.is_near(i) && !reading_.is_digits(i);
       ++skipped) {
    if (const EntryMatch again = reading_.match(i, Category::reference)) {
      strict = strict || again->detail == "strict";
      i = again.end;
    } else if (reading_.is_symbol(i, '.') || (strict && reading_.is_symbol(i, ':')) ||
               reading_.is_symbol(i, '(') || reading_.is_symbol(i, ')') || is_roman(reading_.text_of(i)) ||
               reading_.text_of(i) == "°" || reading_.text_of(i) == "EU" || reading_.text_of(i) == "EG") {
      ++i;
    } else {
      break;
    }
  }
  if (!reading_.is_digits(i) || !reading_.is_near(i)) return at;
  const auto date = read_date(reading_, i, std::nullopt);
  if (date && read_chain(reading_, i).separator != '/' &&
      (date->from.month != 0 || (!strict && date->rule == "year")))
    return at;
  std::size_t end = at;
  bool second_number = false;  // DOC 54 1984: two numbers behind a mark in capitals
  for (std::size_t members = 0; members < kMostInSeries && reading_.is_digits(i); ++members) {
    const ChainMatch chain = read_chain(reading_, i);
    std::size_t next = chain.end;
    if (const auto spaced = strict ? read_digit_number(reading_, i) : std::nullopt;
        spaced && spaced->end > next) {
      next = spaced->end;  // 21 501-20
      if (reading_.is_symbol(next, '-') && reading_.is_glued(next) && reading_.is_digits(next + 1)) next += 2;
    }
    if (members == 0 || chain.runs > 1 || size_of(i) <= 4) {
      if (reading_.match(next, Category::currency) || reading_.match(next, Category::magnitude) ||
          (reading_.match(next, Category::unit) && !reading_.match_role(next, Role::until))) {
        break;
      }
      if (members > 0 && !second_number && read_date(reading_, i, std::nullopt)) break;
    } else {
      break;
    }
    end = add(i, next, "reference.word", found);
    // behind a single reference the sentence goes on; only a joined number belongs to the series
    if (reading_.is_word(next) && reading_.is_glued(next) && size_of(next) <= 3) ++next;
    const bool letter = reading_.is_word(next) && size_of(next) == 1 && reading_.is_near(next);
    if (letter && reading_.is_symbol(next + 1, ')')) next += 2;  // vragen 2 e) en 2 f)
    if (reading_.is_symbol(next, ')') || reading_.is_symbol(next, '.')) {
      if (reading_.is_glued(next) && reading_.is_symbol(next, ')')) ++next;
    }
    if (!reading_.is_near(next)) break;
    // artikel 60?7: a § that was lost
    const bool lost_sign = reading_.is_symbol(next, '?') && reading_.is_glued(next) &&
                           reading_.is_glued(next + 1) && reading_.is_digits(next + 1);
    second_number = members == 0 && strict && is_capital(at) && is_capital_end(at) &&
                    reading_.is_digits(next) && reading_.pieces[next].gap == Gap::space;
    if (lost_sign || second_number) {
      i = lost_sign ? next + 1 : next;
      continue;
    }
    if (reading_.is_symbol(next, ',') || reading_.is_symbol(next, '-') ||
        reading_.has_role(next, Role::and_) || reading_.has_role(next, Role::to) ||
        reading_.has_role(next, Role::or_)) {
      const EntryMatch until = reading_.match_role(next, Role::until);
      next = until ? until.end : next + 1;
      // artikel 1, § 3; texts that lost their accents write "? 3"
      if (reading_.is_digits(next + 1) && reading_.is_near(next) &&
          (reading_.text_of(next) == "§" || reading_.is_symbol(next, '?'))) {
        ++next;
      }
    } else {
      break;
    }
    if (!reading_.is_near(next) || !reading_.is_digits(next) || size_of(next) > 3) break;
    // vraag 3 en 25 ondernemingen: a noun behind makes it a count
    if (reading_.is_word(next + 1) && reading_.is_near(next + 1) && !reading_.is_glued(next + 1) &&
        reading_.pieces[next + 1].word == kUnknownWord && !is_capital(next + 1)) {
      break;
    }
    i = next;
  }
  return end;
}

// 29 279, nr. 339: the number of a file, known by the number of its paper behind it. `at` where it is none.
std::size_t ReferenceReader::paper_number_end(std::size_t at) const {
  // Most numbers have nothing behind them that goes on so.
  constexpr std::size_t kMostParts = 12;  // of a number in groups
  std::size_t behind = at + 1;
  for (std::size_t groups = 0;
       groups < kMostParts && (reading_.is_symbol(behind, '.') || reading_.is_symbol(behind, ',')) &&
       reading_.is_glued(behind) && reading_.is_digits(behind + 1) && reading_.is_glued(behind + 1);
       ++groups)
    behind += 2;
  if (!reading_.is_digits(behind) && !reading_.is_symbol(behind, '.') && !reading_.is_symbol(behind, ',') &&
      !reading_.is_symbol(behind, '-'))
    return at;
  const auto number = read_digit_number(reading_, at);
  if (!number) return at;
  std::size_t i = number->end;
  const bool joined = reading_.is_symbol(i, '-') && reading_.is_glued(i) && reading_.is_digits(i + 1) &&
                      reading_.is_glued(i + 1);
  if (joined) i += 2;
  const std::size_t end = i;
  // 23 432-537: no range ends below its beginning
  const auto second = joined ? Decimal::parse(reading_.text_of(i - 1)) : std::nullopt;
  if (second && number->end == at + 2 && *second < number->value) return end;
  if (!reading_.is_symbol(i, ',') || !reading_.is_glued(i)) return at;
  const EntryMatch word = reading_.match(i + 1, Category::reference);
  if (!word || word->detail != "strict" || size_of(i + 1) > 3 || !reading_.is_near(i + 1)) return at;
  return read_date(reading_, at, std::nullopt) ? at : end;
}

std::size_t ReferenceReader::read(std::size_t at, std::vector<FoundFigure>& found) const {
  if (!reading_.is_digits(at)) return read_after_word(at, found);
  if (const std::size_t end = read_glued_series(at, found); end != at) return end;
  if (is_list_number(at)) return read_list_numbers(at, found);
  if (is_note_mark(at)) return add(at, at + 1, "reference.note_mark", found);
  if (is_item_in_degrees(at)) {
    add(at, at + 2, "reference.list_number", found);
    found.back().figure.value = Decimal::parse(reading_.text_of(at));
    return at + 2;
  }
  if (const std::size_t end = paper_number_end(at); end != at) return add(at, end, "reference.number", found);
  const ChainMatch chain = read_chain(reading_, at);
  if (chain.runs == 1) {
    // 7de, 25e: a rank
    if (reading_.has_role(at + 1, Role::ordinal_ending) && reading_.is_glued(at + 1) && size_of(at) <= 4 &&
        !read_date(reading_, at, std::nullopt)) {
      const std::size_t end = add(at, at + 2, "reference.rank", found);
      found.back().figure.value = Decimal::parse(reading_.text_of(at));
      return end;
    }
    return at;
  }
  if (is_clock(chain, at)) {
    const EntryMatch hour = reading_.match(chain.end, Category::unit);
    return hour && hour->name == "uur" ? hour.end : chain.end;
  }
  if (read_date(reading_, at, std::nullopt)) return at;
  // 2018/1999, 36410/12, 1-22-333: numbers of laws, papers and files
  const bool long_part = size_of(at) >= 4 || size_of(at + 2) >= 4;
  if (chain.separator == '/' && (chain.runs >= 3 || long_part) &&
      !reading_.match(chain.end, Category::unit)) {
    return add(at, chain.end, "reference.number", found);
  }
  if (chain.separator == '-' && (chain.runs >= 3 || (size_of(at) == 4 && size_of(at + 2) < 4))) {
    return code_end(add(at, chain.end, "reference.number", found));
  }
  if (chain.runs == kLongestChain) return chain.end;
  // Industrie 4.0: a version
  if (chain.separator == '.' && chain.runs == 2 && size_of(at) == 1 && reading_.text_of(at + 2) == "0" &&
      at > 0 && is_capital(at - 1) && reading_.pieces[at].gap == Gap::space &&
      !reading_.match(chain.end, Category::magnitude) && !reading_.match(chain.end, Category::currency) &&
      !reading_.match(chain.end, Category::unit)) {
    return chain.end;
  }
  // 3.1.2 Titel; 3.1 Titel or 3.1. Titel at the start of a line
  const bool dots = reading_.is_symbol(at + 1, '.');
  if (dots && !read_digit_number(reading_, at)) return add(at, chain.end, "reference.section", found);
  if (dots && chain.runs == 2 && starts_line(at) && size_of(at) <= 2 && size_of(at + 2) <= 2 &&
      reading_.is_near(chain.end)) {
    const bool point = reading_.is_symbol(chain.end, '.') && reading_.is_glued(chain.end);
    if (is_capital(point ? chain.end + 1 : chain.end)) return add(at, chain.end, "reference.section", found);
  }
  return at;
}

}  // namespace vraagbaak::analysis
