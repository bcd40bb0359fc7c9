// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/claim_reader.h"

#include <algorithm>
#include <cmath>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

namespace {

// Rounding to one digit ("3 miljoen") may not stand for values farther off than this share of it.
constexpr int kCoarsePerMille = 15;
// A plain number (900.000) is taken for a rounded one from so many zeros, and only this far.
constexpr int kRoundZeros = 3;
constexpr int kPlainPerMille = 10;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Zeros at the end of a whole number.
int trailing_zeros(const Decimal& value) {
  Decimal::Mantissa mantissa = value.normalized().mantissa();
  int zeros = 0;
  while (mantissa != 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    ++zeros;
  }
  return zeros;
}

// How many decimals a number is written with: "2,50 miljoen" → 2. A separator before exactly three digits is
// no decimal comma where it is a point.
int written_decimals(std::string_view text) {
  const std::size_t comma = text.rfind(',');
  if (comma == std::string_view::npos) return 0;
  int decimals = 0;
  for (std::size_t i = comma + 1; i < text.size() && is_digit(text[i]); ++i) ++decimals;
  return decimals;
}

bool has_magnitude_word(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) letters += ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ? 1 : 0;
  return letters > 0 && text.find("iljoen") != std::string_view::npos;
}

bool has_milliard(std::string_view text) {
  return text.find("iljard") != std::string_view::npos;
}

std::optional<Decimal> thousandths(const Decimal& value, int per_mille) {
  const auto product = multiply(value.absolute(), Decimal(per_mille));
  return product ? product->shifted(-3) : std::nullopt;
}

// How far a hedge reaches at most from a number of four and more digits that say something ("ongeveer
// 10,09 miljoen"); nullopt for rounder ones.
std::optional<Decimal> exact_reach(const Decimal& value) {
  constexpr std::size_t kTellingDigits = 4;
  constexpr int kReachPerMille = 10;
  std::string digits = value.normalized().print();
  std::erase_if(digits, [](char c) { return !is_digit(c); });
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  const std::size_t last = digits.find_last_not_of('0');
  const bool is_exact = last != std::string::npos && last + 1 - first >= kTellingDigits;
  return is_exact ? thousandths(value, kReachPerMille) : std::nullopt;
}

// Half a unit of the last written place.
std::optional<Decimal> half_unit(const Decimal& value, std::string_view text) {
  const bool has_magnitude = has_magnitude_word(text) || has_milliard(text);
  const int decimals = written_decimals(text);
  int place = -decimals;
  if (has_magnitude) place += has_milliard(text) ? 9 : 6;
  const bool plain = !has_magnitude && decimals == 0;
  const int zeros = value.is_whole() ? trailing_zeros(value) : 0;
  if (plain) place = zeros >= kRoundZeros ? zeros : 0;
  if (has_magnitude && decimals == 0) place = std::max(place, zeros);
  const auto unit = Decimal(5).shifted(place - 1);
  if (!unit) return std::nullopt;
  std::optional<Decimal> cap;
  if (plain && zeros >= kRoundZeros) cap = thousandths(value, kPlainPerMille);
  if (has_magnitude && decimals == 0) cap = thousandths(value, kCoarsePerMille);
  return cap && *cap < *unit ? cap : unit;
}

// A bare number behind a word in capitals ("FLUX 50") belongs to a name.
bool is_part_of_name(std::string_view text, const Figure& figure) {
  const bool is_bare = (figure.kind == FigureKind::count || figure.kind == FigureKind::number) &&
                       figure.unit.empty() && !figure.approx && figure.bound == FigureBound::none;
  if (!is_bare) return false;
  std::size_t end = figure.span.begin;
  while (end > 0 && is_space(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && !is_space(text[begin - 1])) --begin;
  if (end - begin < 2) return false;
  return std::ranges::all_of(text.substr(begin, end - begin), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A year behind two words with capitals ("Doing Business 2020") is part of a title, not a time. A place or
// a month is one word.
bool is_year_of_name(std::string_view text, const Figure& figure) {
  if (figure.kind != FigureKind::year) return false;
  std::size_t end = figure.span.begin;
  for (int words = 0; words < 2; ++words) {
    while (end > 0 && is_space(text[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && !is_space(text[begin - 1])) --begin;
    const bool is_capital = begin > 0 && begin < end && text[begin] >= 'A' && text[begin] <= 'Z';
    if (!is_capital) return false;
    end = begin;
  }
  return true;
}

// Read by ComparisonReader.
bool is_comparison_role(std::string_view role) {
  return role == "more" || role == "less" || role == "than" || role == "rise" || role == "fall" ||
         role == "doubled" || role == "halved";
}

}  // namespace

void set_interval(ClaimFigure& claimed, std::string_view text) {
  Figure& figure = claimed.figure;
  if (!figure.value || is_temporal(figure.kind)) return;
  const Decimal value = figure.value->absolute();
  const bool is_bounded = figure.bound != FigureBound::none;
  if (is_bounded) {
    claimed.low = figure.bound == FigureBound::min ? std::optional(value) : std::nullopt;
    claimed.high = figure.bound == FigureBound::max ? std::optional(value) : std::nullopt;
    claimed.above_low = figure.approx;  // "meer dan", against "minstens"
    return;
  }
  const auto half = half_unit(value, text);
  if (figure.approx && (figure.low || figure.high)) {
    claimed.low = figure.low;
    claimed.high = figure.high;
    // "ongeveer 10,09 miljoen" is written too exactly for the hedge to reach far.
    if (const auto reach = figure.kind == FigureKind::ratio ? std::nullopt : exact_reach(value)) {
      const auto least = subtract(value, *reach);
      const auto most = add(value, *reach);
      if (claimed.low && least && *claimed.low < *least) claimed.low = least;
      if (claimed.high && most && *most < *claimed.high) claimed.high = most;
    }
  }
  if (figure.kind == FigureKind::ratio || !half) {
    if (!claimed.low) claimed.low = value;
    if (!claimed.high) claimed.high = value;
    return;
  }
  const auto below = subtract(value, *half);
  const auto above = add(value, *half);
  // "ruim 3.000" is never less than 3.000; the hedge alone decides on its side.
  if (!claimed.low) claimed.low = below.value_or(value);
  if (!claimed.high) claimed.high = above.value_or(value);
  if (figure.approx && figure.low && *figure.low < value && below && *below < *claimed.low) {
    claimed.low = below;
  }
  if (figure.approx && figure.high && *figure.high > value && above && *above > *claimed.high) {
    claimed.high = above;
  }
}

ClaimReader::ClaimReader(const analysis::DictionarySource& dictionaries)
    : figures_(dictionaries), english_(dictionaries) {
  for (const analysis::DictionaryRow& row : analysis::DictionaryFile(
           dictionaries, "nl/approximators.tsv", {"form", "place", "effect", "low", "high", "source"})) {
    if (row[1] != "before") continue;
    const std::string form = analysis::normalize(row[0]);
    longest_hedge_ = std::max(longest_hedge_, split_words(form).size());
    hedges_.insert(form);
  }
  const analysis::DictionaryFile words(dictionaries, "nl/claim-words.tsv", {"word", "role"});
  for (const analysis::DictionaryRow& row : words) {
    const std::string word = analysis::normalize(row[0]);
    if (row[1] == "negation") {
      negations_.insert(word);
    } else if (row[1] == "zero") {
      zeros_.insert(word);
    } else if (row[1] == "rate") {
      rates_.insert(word);
    } else if (row[1] == "base") {
      bases_.insert(word);
    } else if (row[1] == "member") {
      std::string phrase(" ");
      members_.push_back(phrase.append(word).append(" "));
    } else if (row[1] == "anaphor") {
      anaphors_.push_back(word + " ");
    } else if (row[1] == "definite") {
      definite_.insert(word);
    } else if (row[1] == "frame") {
      frames_.insert(word);
    } else if (row[1] == "until") {
      until_.insert(word);
    } else if (row[1] == "since") {
      since_.insert(word);
    } else if (row[1] == "whole") {
      wholes_.insert(word);
    } else if (row[1] == "comparing") {
      comparing_.insert(word);
    } else if (row[1] == "hedge") {
      longest_hedge_ = std::max(longest_hedge_, split_words(word).size());
      hedges_.insert(word);
    } else if (!is_comparison_role(row[1])) {
      words.reject(row, std::string(row[1]) + " is no role",
                   "write negation, zero, rate, base, member, anaphor, definite, frame, until, since, whole, "
                   "comparing, hedge or a role of "
                   "comparisons");
    }
  }
}

void ClaimReader::use_count_of_rate(std::string_view text, Figure& figure) const {
  const std::string_view written = figure.span.in(text);
  for (const std::string& rate : rates_) {
    std::string infix(" ");
    infix.append(rate).append(" ");
    const std::size_t at = written.find(infix);
    if (at == std::string_view::npos) continue;
    for (Figure& count : figures_.find(written.substr(0, at))) {
      if (!count.value || is_temporal(count.kind)) continue;
      count.span = {figure.span.begin + count.span.begin, figure.span.begin + count.span.end};
      count.approx = figure.approx;
      count.bound = figure.bound;
      figure = std::move(count);
      return;
    }
  }
}

std::size_t ClaimReader::hedge_begin(std::string_view text, const Figure& figure) const {
  std::size_t begin = figure.span.begin;
  // Several hedges may follow each other ("slechts ongeveer"); each is at most some words long.
  for (int rounds = 0; rounds < 3; ++rounds) {
    std::size_t best = begin;
    std::size_t at = begin;
    for (std::size_t words = 0; words < longest_hedge_; ++words) {
      while (at > 0 && is_space(text[at - 1])) --at;
      while (at > 0 && !is_space(text[at - 1])) --at;
      if (at == begin) break;
      std::string phrase = analysis::normalize(text.substr(at, begin - at));
      while (!phrase.empty() && (is_space(phrase.back()) || phrase.back() == '.')) phrase.pop_back();
      if (hedges_.contains(phrase)) best = at;
      if (at == 0) break;
    }
    if (best == begin) break;
    begin = best;
  }
  return begin;
}

bool ClaimReader::has_negation(std::string_view text, const std::vector<ByteSpan>& hedges) const {
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    std::string word = analysis::normalize(text.substr(begin, i - begin));
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.pop_back();
    const bool in_hedge = std::ranges::any_of(hedges, [&](ByteSpan hedge) { return hedge.contains(begin); });
    if (!in_hedge && negations_.contains(word)) return true;
  }
  return false;
}

bool ClaimReader::is_denied(std::string_view text, ByteSpan span) const {
  std::size_t end = std::min(span.begin, text.size());
  while (end > 0 && is_space(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && !is_space(text[begin - 1])) --begin;
  return negations_.contains(analysis::normalize(text.substr(begin, end - begin)));
}

bool ClaimReader::denies(std::string_view text) const {
  return has_negation(text, {}) || !zeros_in(text).empty();
}

// True where one of the phrases ends right before `span`, hedges between; `begin` is where it starts.
bool ClaimReader::follows(std::string_view text, ByteSpan span,
                          const std::unordered_set<std::string>& phrases, std::size_t& begin) const {
  constexpr std::size_t kLongest = 5;  // words of a phrase, and of hedges behind it
  std::size_t at = std::min(span.begin, text.size());
  std::string behind;
  for (std::size_t words = 0; words < kLongest && at > 0; ++words) {
    while (at > 0 && is_space(text[at - 1])) --at;
    const std::size_t end = at;
    while (at > 0 && !is_space(text[at - 1])) --at;
    const std::string word = analysis::normalize(text.substr(at, end - at));
    behind = behind.empty() ? word : word + " " + behind;
    if (phrases.contains(behind)) {
      begin = at;
      return true;
    }
    if (hedges_.contains(behind)) behind.clear();
  }
  return false;
}

bool ClaimReader::is_whole(std::string_view text, ByteSpan span) const {
  constexpr std::size_t kReach = 30;  // bytes between the part and its whole
  std::size_t begin = 0;
  if (!follows(text, span, wholes_, begin)) return false;
  for (std::size_t i = begin; i > 0 && begin - i < kReach; --i) {
    if (is_digit(text[i - 1])) return true;
    if (text[i - 1] == '.' || text[i - 1] == ';' || text[i - 1] == ':') return false;
  }
  return false;
}

PeriodEdge ClaimReader::edge_of(std::string_view text, ByteSpan span) const {
  std::size_t begin = 0;
  if (follows(text, span, until_, begin)) return PeriodEdge::until;
  return follows(text, span, since_, begin) ? PeriodEdge::since : PeriodEdge::none;
}

bool ClaimReader::is_rate(std::string_view text, ByteSpan span) const {
  constexpr std::size_t kReach = 5;  // words behind the figure
  std::string before;
  std::size_t words = 0;
  for (std::size_t i = std::min(span.end, text.size()); i < text.size() && words < kReach; ++words) {
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    std::string word = analysis::normalize(text.substr(begin, i - begin));
    const bool is_end = !word.empty() && (word.back() == '.' || word.back() == ',' || word.back() == ';');
    while (!word.empty() && !is_digit(word.back()) && (word.back() == '.' || word.back() == ','))
      word.pop_back();
    if (rates_.contains(before) && !word.empty() && (is_digit(word[0]) || bases_.contains(word))) return true;
    if (is_end) return false;
    before = std::move(word);
  }
  return false;
}

std::vector<ByteSpan> ClaimReader::zeros_in(std::string_view text) const {
  std::vector<ByteSpan> zeros;
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (zeros_.contains(analysis::normalize(text.substr(begin, i - begin)))) zeros.push_back({begin, i});
  }
  return zeros;
}

void ClaimReader::add_zero(Claim& claim) const {
  for (const ByteSpan word : zeros_in(claim.text)) {
    const bool taken = std::ranges::any_of(
        claim.figures, [&](const ClaimFigure& figure) { return figure.words.contains(word.begin); });
    // "No More Ransom": a capital that does not open the claim is that of a name.
    const char first = claim.text[word.begin];
    const bool is_capital = word.begin > 0 && first >= 'A' && first <= 'Z';
    if (taken || is_capital) continue;
    ClaimFigure zero;
    zero.figure.kind = FigureKind::count;
    zero.figure.span = word;
    zero.figure.value = Decimal(0);
    zero.words = zero.figure.span;
    zero.low = Decimal(0);
    zero.high = Decimal(0);
    claim.figures.push_back(std::move(zero));
    return;
  }
}

Claim ClaimReader::read(std::string_view text, std::string_view language) const {
  Claim claim;
  claim.text = std::string(text);
  claim.language = std::string(language);
  DutchFigures dutch;
  if (language == "en") {
    dutch = english_.to_dutch(text);
  } else {
    dutch = {claim.text, {{{0, text.size()}, {0, text.size()}}}};
  }
  std::vector<ByteSpan> hedges;
  for (Figure& figure : figures_.find(dutch.text)) {
    if (figure.kind == FigureKind::ordinal_ref) {
      claim.numbers_named.push_back(dutch.original(figure.span));
      continue;
    }
    if (!is_temporal(figure.kind) && !figure.value) continue;
    if (is_part_of_name(dutch.text, figure) || is_year_of_name(dutch.text, figure)) continue;
    // "de Groep van Tien", "the Group of Ten": a number word with a capital, not at the head.
    const std::size_t written_at = dutch.original(figure.span).begin;
    const bool is_capital = written_at > 0 && text[written_at] >= 'A' && text[written_at] <= 'Z';
    if (is_capital && !is_temporal(figure.kind) && figure.kind != FigureKind::money) continue;
    if (figure.kind == FigureKind::ratio) use_count_of_rate(dutch.text, figure);
    ClaimFigure claimed;
    const std::size_t begin = hedge_begin(dutch.text, figure);
    claimed.words = dutch.original({begin, figure.span.end});
    std::size_t before = begin;
    while (before > 0 && is_space(dutch.text[before - 1])) --before;
    std::size_t word = before;
    while (word > 0 && !is_space(dutch.text[word - 1])) --word;
    const std::string previous =
        analysis::normalize(std::string_view(dutch.text).substr(word, before - word));
    claimed.is_rate = rates_.contains(previous);
    claimed.is_frame =
        figure.kind == FigureKind::number && !figure.unit.empty() && frames_.contains(previous);
    claimed.is_given = definite_.contains(previous) && figure.kind == FigureKind::count;
    const std::string written(figure.span.in(dutch.text));
    const std::size_t written_begin = figure.span.begin;
    figure.span = dutch.original(figure.span);
    claimed.figure = std::move(figure);
    set_interval(claimed, written);
    const std::string hedge =
        analysis::normalize(std::string_view(dutch.text).substr(begin, written_begin - begin));
    claimed.is_limit = claimed.figure.bound != FigureBound::none &&
                       std::ranges::none_of(comparing_, [&](const std::string& comparing) {
                         return hedge.find(comparing) != std::string::npos;
                       });
    if (claimed.is_given && !claimed.figure.approx) claim.numbers_named.push_back(claimed.figure.span);
    hedges.push_back(claimed.words);
    claim.figures.push_back(std::move(claimed));
  }
  add_zero(claim);
  claim.is_negated = has_negation(text, hedges);
  std::string padded(" ");
  padded.append(analysis::normalize(text)).append(" ");
  claim.names_a_member = std::ranges::any_of(
      members_, [&](const std::string& phrase) { return padded.find(phrase) != std::string::npos; });
  claim.is_leaning = std::ranges::any_of(anaphors_, [&](const std::string& phrase) {
    return std::string_view(padded).substr(1).starts_with(phrase);
  });
  return claim;
}

}  // namespace vraagbaak::query
