// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/quantity_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/figures/date_reader.h"
#include "analysis/figures/letter_fold.h"

namespace vraagbaak::analysis {
namespace {

// Adjectives between a number and its noun: "zes nieuwe strategische projecten".
constexpr int kMostAdjectives = 4;
// "1 op de 3": larger parts are counts of their own.
constexpr int kMostRatioPart = 1000;
constexpr int kFractionScale = 15;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_plural(std::string_view word) {
  return word.size() > 4 && (word.ends_with("en") || word.ends_with("s"));
}

// Dutch adjectives that stand without -e before a neuter noun: coöperatief, sociaal, maatschappelijk.
bool is_uninflected_adjective(std::string_view word) {
  constexpr std::array<std::string_view, 11> kEndings{"ief",  "isch", "aal", "eel",  "lijk", "baar",
                                                      "zaam", "loos", "air", "ieus", "andig"};
  return word.size() > 4 &&
         std::ranges::any_of(kEndings, [&](std::string_view end) { return word.ends_with(end); });
}

bool all_capitals(std::string_view word) {
  return word.size() > 1 && std::ranges::none_of(word, is_lower);
}

}  // namespace

std::size_t QuantityReader::push(std::size_t begin, std::size_t end, FigureKind kind,
                                 std::optional<Decimal> value, std::string unit, std::string_view rule,
                                 std::vector<FoundFigure>& found) const {
  FoundFigure& item = found.emplace_back();
  item.begin = begin;
  item.end = item.noun_end = end;
  item.figure.kind = kind;
  item.figure.span = {reading_.pieces[begin].begin, reading_.pieces[end - 1].end};
  item.figure.value = value;
  item.figure.unit = std::move(unit);
  item.figure.rule = rule;
  return end;
}

// A sign right before a number, not the hyphen of a range or a name.
std::optional<QuantityReader::Sign> QuantityReader::sign_at(std::size_t at) const {
  const bool minus = reading_.is_symbol(at, '-');
  if ((minus || reading_.is_symbol(at, '+')) && reading_.is_digits(at + 1) && reading_.is_glued(at + 1)) {
    const EntryMatch currency = reading_.match_before(at, Category::currency);
    const bool free =
        reading_.pieces[at].gap != Gap::none || reading_.is_symbol(at - 1, '(') ||
        reading_.is_symbol(at - 1, '/') ||
        (currency && !(reading_.is_glued(currency.begin) && reading_.is_symbol(currency.begin - 1, '-')));
    if (free && !is_bullet_or_age(at)) return Sign{.number_at = at + 1, .negative = minus};
  }
  // (- 0,16 %)
  if ((minus || reading_.is_symbol(at, '+')) && at > 0 && reading_.is_symbol(at - 1, '(') &&
      reading_.is_glued(at) && reading_.is_digits(at + 1) && reading_.pieces[at + 1].gap == Gap::space) {
    return Sign{.number_at = at + 1, .negative = minus};
  }
  // "+ 3,6 % in de ene, - 4,2 % in de andere": a series of shares with their signs
  if (minus && in_signed_series(at)) return Sign{.number_at = at + 1, .negative = true};
  if (reading_.has_role(at, Role::minus) && reading_.is_near(at + 1) && !reading_.is_symbol(at + 1, '.')) {
    const auto number = read_number(reading_, at + 1);
    if (number && noun_at(number->end).text.empty() && !unit_at(number->end) &&
        !reading_.match(number->end, Category::currency)) {
      return Sign{.number_at = at + 1, .negative = true};
    }
  }
  return std::nullopt;
}

// "-26 april", "de -18-jarigen", "-18, 18-24": the dash of a list, or "younger than".
bool QuantityReader::is_bullet_or_age(std::size_t at) const {
  if (const auto date = read_date(reading_, at + 1, std::nullopt); date && date->from.month != 0) return true;
  const auto number = read_number(reading_, at + 1);
  if (!number || !reading_.is_symbol(at, '-')) return false;
  if (const EntryMatch unit = unit_at(number->end); unit && unit->name == "jaar") return true;
  return number->plain && reading_.is_symbol(number->end, ',') && reading_.is_digits(number->end + 1) &&
         reading_.text_of(number->end + 1) == reading_.text_of(at + 1);
}

// A minus with blanks on both sides before a percentage, where a plus with a blank behind it stands before an
// earlier one.
bool QuantityReader::in_signed_series(std::size_t at) const {
  constexpr std::size_t kFarthest = 40;  // pieces
  const auto spaced = [&](std::size_t i) {
    return reading_.pieces[i].gap != Gap::none && reading_.is_digits(i + 1) &&
           reading_.pieces[i + 1].gap == Gap::space;
  };
  if (!spaced(at)) return false;
  const auto number = read_number(reading_, at + 1);
  const EntryMatch unit = number ? unit_at(number->end) : EntryMatch{};
  if (!unit || unit->detail != "percentage") return false;
  for (std::size_t back = 1; back <= std::min(kFarthest, at); ++back) {
    if (reading_.pieces[at - back + 1].gap >= Gap::line) return false;
    if (reading_.is_symbol(at - back, '+') && spaced(at - back)) return true;
  }
  return false;
}

std::size_t QuantityReader::read(std::size_t at, std::vector<FoundFigure>& found) const {
  if (const auto sign = sign_at(at)) {
    const std::size_t end = read_amount(at, sign->number_at, sign->negative, found);
    if (end != at) return end;
  }
  if (const EntryMatch currency = reading_.match(at, Category::currency)) {
    return read_with_currency_before(at, currency, found);
  }
  if (reading_.has_role(at, Role::percentage_of)) return read_percentage_of(at, found);
  if (reading_.match(at, Category::vague)) return read_vague(at, found);
  if (reading_.match(at, Category::hedge)) {
    const std::size_t end = read_none_yet(at, found);
    if (end != at) return end;
  }
  if (reading_.is_digits(at)) {
    const std::size_t end = read_slashed(at, found);
    if (end != at) return end;
  }
  const std::size_t end = read_amount(at, at, false, found);
  return end != at ? end : read_duration_with_article(at, found);
}

// € 250.000, EUR 20,0, $4,25, € -12, € 1,7 miljard
std::size_t QuantityReader::read_with_currency_before(std::size_t at, const EntryMatch& currency,
                                                      std::vector<FoundFigure>& found) const {
  std::size_t i = currency.end;
  if (!reading_.has(i) || reading_.pieces[i].gap > Gap::space) return at;
  const bool minus = reading_.is_symbol(i, '-') && reading_.is_digits(i + 1) && reading_.is_glued(i + 1);
  if (minus) ++i;
  const bool word = reading_.is_word(currency.begin);
  if (!reading_.is_digits(i)) return at;
  // "in euro 2019": a currency word before a number is a unit only where it is a code
  if (word && !std::ranges::all_of(reading_.text_of(currency.begin), is_upper)) return at;
  const auto number = read_number(reading_, i);
  if (!number) return at;
  auto value = number->value.shifted(currency->power);
  if (!value) return at;
  if (minus) value = value->negated();
  return push(at, number->end, FigureKind::money, value, currency->name, "money.currency_before", found);
}

// percentage van 30
std::size_t QuantityReader::read_percentage_of(std::size_t at, std::vector<FoundFigure>& found) const {
  if (!reading_.has_role(at + 1, Role::of) || !reading_.is_digits(at + 2)) return at;
  const auto number = read_number(reading_, at + 2);
  if (!number || unit_at(number->end) || !noun_at(number->end).text.empty()) return at;
  return push(at + 2, number->end, FigureKind::percentage, number->value, "%", "percentage.of", found);
}

// binnen een jaar, meer dan een maand: the article counts only behind a word that measures
std::size_t QuantityReader::read_duration_with_article(std::size_t at,
                                                       std::vector<FoundFigure>& found) const {
  const EntryMatch one = reading_.match(at, Category::cardinal);
  if (!one || one->value != 1 || !reading_.is_near(at + 1)) return at;
  const EntryMatch unit = reading_.match(at + 1, Category::unit);
  if (!unit || unit->detail != "duration") return at;
  const bool alone = at == 0 && !reading_.has(unit.end);
  if (!alone && !reading_.match_before(at, Category::hedge) && !reading_.has_role(at - 1, Role::measuring))
    return at;
  const auto value = Decimal(unit->value);
  return push(at, at + 1, FigureKind::number, value, unit->name, "duration.article", found);
}

// tientallen ondernemingen, een twintigtal dossiers: an interval without a value
std::size_t QuantityReader::read_vague(std::size_t at, std::vector<FoundFigure>& found) const {
  const EntryMatch vague = reading_.match(at, Category::vague);
  std::size_t end = vague.end;
  Noun noun = noun_at(end);
  EntryMatch currency = reading_.match(end, Category::currency);
  if (noun.text.empty() && !currency) return at;
  if (!noun.text.empty() && !is_counted_noun(noun)) noun = {};
  push(at, currency ? currency.end : end, currency ? FigureKind::money : FigureKind::count, std::nullopt,
       currency ? currency->name : noun.text, "count.vague", found);
  FoundFigure& item = found.back();
  item.figure.approx = true;
  item.figure.low = vague->low;
  item.figure.high = vague->high;
  item.noun_end = currency ? currency.end : noun.end;
  return item.end;
}

// nog geen investeringen: none. "nog geen 5 %" is a bound, for hedges.cc.
std::size_t QuantityReader::read_none_yet(std::size_t at, std::vector<FoundFigure>& found) const {
  const EntryMatch hedge = reading_.match(at, Category::hedge);
  if (hedge->detail != "zero" || read_number(reading_, hedge.end)) return at;
  const Noun noun = noun_at(hedge.end);
  const bool plural = noun.text.size() > 3 && (noun.text.ends_with("en") || noun.text.ends_with("s"));
  if (!plural) return at;
  push(at, hedge.end, FigureKind::count, Decimal(0), noun.text, "count.none_yet", found);
  found.back().noun_end = noun.end;
  return hedge.end;
}

// 50/50; 1/3 van; 4/5de; 1:6
std::size_t QuantityReader::read_slashed(std::size_t at, std::vector<FoundFigure>& found) const {
  const ChainMatch chain = read_chain(reading_, at);
  if (chain.runs != 2) return at;
  if (reading_.is_symbol(at + 1, ':')) return read_proportion(at, chain.end, found);
  if (!reading_.is_symbol(at + 1, '/')) return at;
  const auto first = Decimal::parse(reading_.text_of(at));
  const auto second = Decimal::parse(reading_.text_of(at + 2));
  if (!first || !second || size_of(at) > 3 || size_of(at + 2) > 3) return at;
  if (add(*first, *second) == Decimal(100)) {
    return push(at, chain.end, FigureKind::ratio, std::nullopt, "", "ratio.slash", found);
  }
  const bool ranked = reading_.has_role(chain.end, Role::ordinal_ending) && reading_.is_glued(chain.end);
  if ((ranked || reading_.has_role(chain.end, Role::of)) && *first < *second && *second <= Decimal(12)) {
    const auto value = divide(*first, *second, kFractionScale);
    return push(at, ranked ? chain.end + 1 : chain.end, FigureKind::ratio,
                value ? std::optional(value->normalized()) : value, "", "ratio.fraction", found);
  }
  return push(at, chain.end, FigureKind::ordinal_ref, std::nullopt, "", "reference.number", found);
}

// 1:6; a verhouding 2:3. Other digits with a colon between are none: scores, verses.
std::size_t QuantityReader::read_proportion(std::size_t at, std::size_t end,
                                            std::vector<FoundFigure>& found) const {
  const bool named = (at > 0 && reading_.has_role(at - 1, Role::ratio_noun)) ||
                     (at > 1 && reading_.has_role(at - 2, Role::ratio_noun)) ||
                     reading_.has_role(end, Role::ratio_noun);
  const auto first = Decimal::parse(reading_.text_of(at));
  const auto second = Decimal::parse(reading_.text_of(at + 2));
  if (!first || !second || second->is_zero() || !(named || *first == Decimal(1))) return at;
  const auto value = divide(*first, *second, kFractionScale);
  return push(at, end, FigureKind::ratio, value ? std::optional(value->normalized()) : value, "",
              "ratio.colon", found);
}

// "-tal", "tal" behind digits. `at` where it does not stand there.
std::size_t QuantityReader::tally_end(std::size_t at) const {
  const std::size_t i = reading_.is_symbol(at, '-') && reading_.is_glued(at) ? at + 1 : at;
  return reading_.is_glued(i) && reading_.has_role(i, Role::tally) ? i + 1 : at;
}

// A time of day is no quantity: om 9.33 uur, 14u30.
bool QuantityReader::is_clock(std::size_t at, const NumberMatch& number) const {
  if (!(number.value < Decimal(25)) || number.spelled) return false;
  if (reading_.is_word(number.end) && reading_.is_glued(number.end)) {
    const std::string_view word = reading_.text_of(number.end);
    if (word.size() == 3 && (word[0] == 'u' || word[0] == 'h') && word[1] >= '0' && word[1] <= '5')
      return true;
  }
  return at > 0 && reading_.has_role(at - 1, Role::at_time) && reading_.match(number.end, Category::unit);
}

EntryMatch QuantityReader::unit_at(std::size_t at) const {
  if (!reading_.is_near(at)) return {};
  std::size_t i = at;
  const bool hyphen = reading_.is_symbol(at, '-') && reading_.is_glued(at) && reading_.is_glued(at + 1);
  if (hyphen) {
    ++i;
    if (const EntryMatch suffix = reading_.match(i, Category::suffix)) return suffix;
  }
  const EntryMatch unit = reading_.match(i, Category::unit);
  if (!unit || reading_.match_role(i, Role::until)) return {};
  // one letter behind a blank is a unit only where no word goes on from it: "12 m", not "artikel 5 a)"
  const bool one_letter = reading_.is_word(i) && unit.end == i + 1 && size_of(i) == 1;
  if (one_letter && !reading_.is_glued(i) &&
      (reading_.is_symbol(unit.end, ')') || reading_.is_symbol(unit.end, '.') ||
       reading_.pieces[i].gap > Gap::space)) {
    return {};
  }
  if (one_letter && is_upper(reading_.text[reading_.pieces[i].begin])) return {};
  if (hyphen && unit->detail == "percentage") return {};
  return unit;
}

// "257 € 8.473.038,00": a sign with blanks on both sides stands before its amount where that has no other
// currency.
bool QuantityReader::belongs_to_next(std::size_t at, const EntryMatch& currency) const {
  if (reading_.is_word(at) || reading_.is_glued(at) || currency.end != at + 1) return false;
  if (!reading_.is_digits(currency.end) || reading_.pieces[currency.end].gap != Gap::space) return false;
  const auto next = read_number(reading_, currency.end);
  return next && !next->plain && !reading_.match(next->end, Category::currency);
}

// Behind the currency: 5 euro 50, 20 dollars 43 cents, dertien euro en vijfenveertig cent. The new end.
std::optional<std::size_t> QuantityReader::finish_money(std::size_t at, const EntryMatch& currency,
                                                        Decimal& value) const {
  if (!value.is_whole() || currency->power != 0 || !reading_.is_near(at)) return std::nullopt;
  const bool joined = reading_.has_role(at, Role::and_);
  const std::size_t i = joined ? at + 1 : at;
  if (!reading_.is_near(i)) return std::nullopt;
  const auto number = read_number(reading_, i);
  if (!number || !number->value.is_whole() || number->value >= Decimal(100) || number->power != 0)
    return std::nullopt;
  const EntryMatch cent = reading_.match(number->end, Category::subunit);
  if (!cent) {
    const bool two_digits = number->plain && size_of(i) == 2 && reading_.pieces[i].gap == Gap::space;
    const bool ends = !reading_.has(number->end) ||
                      (reading_.pieces[number->end].kind == PieceKind::symbol &&
                       !reading_.match(number->end, Category::unit) && !reading_.is_symbol(number->end, '-'));
    const bool sentence_end = !reading_.has(number->end) || !reading_.has(number->end + 1);
    if (!two_digits || !ends || (joined && !sentence_end)) return std::nullopt;
  }
  const auto hundredths = number->value.normalized().shifted(-2);
  const auto sum = hundredths ? add(value, *hundredths) : std::nullopt;
  if (!sum) return std::nullopt;
  value = *sum;
  return cent ? cent.end : number->end;
}

// 1 op de 3, 2 op 3, 1 uit drie, een van de drie. The new end.
std::optional<std::size_t> QuantityReader::finish_ratio(const NumberMatch& number, Decimal& value) const {
  std::size_t i = number.end;
  if (!reading_.is_near(i) || !value.is_whole() || number.power != 0 || value > Decimal(kMostRatioPart)) {
    return std::nullopt;
  }
  const bool on = reading_.has_role(i, Role::on);
  const bool out_of = reading_.has_role(i, Role::out_of);
  const bool of = reading_.has_role(i, Role::of) && reading_.has_role(i + 1, Role::article);
  if (!on && !out_of && !of) return std::nullopt;
  ++i;
  if (reading_.has_role(i, Role::article)) ++i;
  if (!reading_.is_near(i)) return std::nullopt;
  const auto whole = read_number(reading_, i);
  if (!whole || !whole->value.is_whole() || whole->value <= value || whole->power != 0 || value.is_zero()) {
    return std::nullopt;
  }
  if (reading_.match(whole->end, Category::month) || unit_at(whole->end) ||
      reading_.is_symbol(whole->end, '/') || reading_.match(whole->end, Category::currency)) {
    return std::nullopt;
  }
  if (whole->plain && size_of(i) == 4) return std::nullopt;  // 12 op 2019
  if (of && !noun_at(whole->end).text.empty()) return std::nullopt;
  const auto quotient = divide(value, whole->value, kFractionScale);
  if (!quotient) return std::nullopt;
  value = quotient->normalized();
  return whole->end;
}

std::size_t QuantityReader::read_amount(std::size_t at, std::size_t number_at, bool negative,
                                        std::vector<FoundFigure>& found) const {
  auto number = read_number(reading_, number_at);
  if (!number) {
    // een op de drie: the article is a number here
    const EntryMatch one = reading_.match(number_at, Category::cardinal);
    if (!one || one->value != 1) return at;
    NumberMatch article{.value = Decimal(1), .begin = number_at, .end = one.end, .spelled = true};
    Decimal value = article.value;
    if (const auto end = finish_ratio(article, value)) {
      return push(at, *end, FigureKind::ratio, value, "", "ratio.one_in", found);
    }
    // "tussen een en vijf miljoen", "een à twee"
    const bool between = at > 0 && reading_.has_role(at - 1, Role::between) &&
                         reading_.has_role(one.end, Role::and_) && read_number(reading_, one.end + 1);
    if (between || opens_range(one.end)) {
      push(at, one.end, FigureKind::number, Decimal(1), "", "number.spelled", found);
      found.back().bare = true;
      return one.end;
    }
    if (number_at == 0 && !reading_.has(one.end)) {
      return push(at, one.end, FigureKind::number, Decimal(1), "", "number.spelled", found);
    }
    return at;
  }
  Decimal value = negative ? number->value.negated() : number->value;
  std::size_t end = number->end;
  const auto with_power = [&](std::size_t done) {
    found.back().power = number->power;
    return done;
  };
  if (reading_.is_near(end)) {
    const EntryMatch currency = reading_.match(end, Category::currency);
    if (currency && !belongs_to_next(end, currency)) {
      const auto scaled = value.shifted(currency->power);
      if (!scaled) return at;
      value = *scaled;
      end = currency.end;
      if (const auto further = finish_money(end, currency, value)) end = *further;
      return with_power(
          push(at, end, FigureKind::money, value, currency->name, "money.currency_after", found));
    }
    if (const EntryMatch cent = reading_.match(end, Category::subunit)) {
      const auto hundredths = value.shifted(-2);
      if (!hundredths) return at;
      return push(at, cent.end, FigureKind::money, *hundredths, cent->name.empty() ? "EUR" : cent->name,
                  "money.cents", found);
    }
  }
  if (const std::size_t tally = tally_end(end); tally != end) {
    // een 5-tal clusters: about five
    const Noun noun = noun_at(tally);
    push(at, end, FigureKind::count, value, noun.text, "count.tally", found);
    found.back().figure.approx = true;
    found.back().noun_end = noun.text.empty() ? tally : noun.end;
    return tally;
  }
  // "welke maatregelen acht u nodig": behind a verb this is the pronoun
  const bool pronoun = number->spelled && reading_.is_word(end) && reading_.text_of(end) == "u" &&
                       reading_.has_role(number->begin, Role::also_verb);
  if (pronoun) return at;
  if (const EntryMatch unit = unit_at(end)) {
    if (unit->name == "uur" && is_clock(at, *number)) return unit.end;
    const auto scaled = unit->value == 1 ? std::optional(value) : multiply(value, Decimal(unit->value));
    if (!scaled) return at;
    if (unit->detail == "percentage") {
      return push(at, unit.end, FigureKind::percentage, *scaled, unit->name, "percentage", found);
    }
    if (unit->detail == "area")
      return push(at, unit.end, FigureKind::area, *scaled, unit->name, "area", found);
    if (unit->detail == "measure")
      return push(at, unit.end, FigureKind::number, *scaled, unit->name, "measure", found);
    push(at, end, FigureKind::number, *scaled, unit->name, "duration", found);
    found.back().noun_end = unit.end;
    return end;
  }
  if (is_clock(at, *number)) return end;
  if (const auto ratio_end = finish_ratio(*number, value)) {
    return push(at, *ratio_end, FigureKind::ratio, value, "", "ratio.one_in", found);
  }
  // "half oktober 2020" says when
  if (number->fraction && number->spelled && reading_.match(end, Category::month) && reading_.is_near(end))
    return at;
  // "½ VTE" counts; "een kwart van de scholen" is a part
  const bool counts_part = number->fraction && !reading_.is_word(number->begin) && !noun_at(end).text.empty();
  if (number->fraction && !counts_part)
    return push(at, end, FigureKind::ratio, value, "", "ratio.fraction", found);
  // "de minister acht het": a number word before a word that is never counted and is no number there
  if (number->spelled && number->end == number->begin + 1 &&
      reading_.has_role(number->begin, Role::also_verb)) {
    const bool listed = number->begin > 0 && reading_.has_role(number->begin - 1, Role::and_);
    if (noun_at(end).text.empty() && reading_.is_word(end) && !listed && !opens_range(end)) return at;
  }
  Noun noun = noun_at(end, value == Decimal(1));
  if (const EntryMatch loose = reading_.match(end, Category::hedge_after); loose && noun.text.empty()) {
    noun = noun_at(loose.end);  // twee of meer vestigingen
  }
  if (value != Decimal(1) && !noun.text.empty() && !is_counted_noun(noun)) noun = {};
  if (!noun.text.empty()) {
    // 111,0 zelfstandigen/1.000 inwoners, 12 klachten per 100.000 inwoners
    const bool slash = reading_.is_symbol(noun.end, '/') && reading_.is_digits(noun.end + 1);
    const bool per = reading_.has_role(noun.end, Role::per) && reading_.is_digits(noun.end + 1);
    if (slash || per) {
      const auto base = read_number(reading_, noun.end + 1);
      const Noun of_what = base ? noun_at(base->end) : Noun{};
      if (base && !of_what.text.empty()) {
        const std::string unit =
            noun.text + "/" +
            std::string(ByteSpan{reading_.pieces[base->begin].begin, reading_.pieces[base->end - 1].end}.in(
                reading_.text)) +
            " " + of_what.text;
        return push(at, of_what.end, FigureKind::ratio, value, unit, "ratio.per", found);
      }
    }
    push(at, end, FigureKind::count, value, noun.text, "count.noun", found);
    found.back().noun_end = noun.end;
    return with_power(end);
  }
  // "één voor één", "één van de pijlers"; but "één à twee keer"
  const bool one = number->spelled && value == Decimal(1) && end == number->begin + 1;
  if (one && reading_.has(end) && !opens_range(end)) return at;
  if (number->spelled && is_name_word(number->begin)) return at;
  push(at, end, FigureKind::number, value, "", number->spelled ? "number.spelled" : "number.bare", found);
  found.back().bare = true;
  return with_power(end);
}

// à twee: the upper end of a range
bool QuantityReader::opens_range(std::size_t at) const {
  return reading_.has_role(at, Role::to_about) && read_number(reading_, at + 1).has_value();
}

// Not a verb or participle ("miljarden opleverde", "6 miljard beloofd", "de Schijf van Vijf valt"): several
// things counted have a plural, which ends in no -t or -d.
bool QuantityReader::is_counted_noun(const Noun& noun) const {
  const std::string_view word = noun.text;
  if (!is_lower(word.front())) return true;
  return !word.ends_with("t") && !word.ends_with("d");
}

// "de Groep van Tien": a capital inside a sentence makes a number word part of a name.
bool QuantityReader::is_name_word(std::size_t at) const {
  return reading_.is_word(at) && is_upper(reading_.text[reading_.pieces[at].begin]) &&
         reading_.is_word(at - 1) && reading_.pieces[at].gap == Gap::space &&
         !all_capitals(reading_.text_of(at));
}

QuantityReader::Noun QuantityReader::noun_at(std::size_t at, bool one) const {
  std::size_t i = at;
  for (int adjectives = 0; adjectives <= kMostAdjectives; ++adjectives, ++i) {
    if (!reading_.is_word(i) || reading_.pieces[i].gap > Gap::line || reading_.pieces[i].gap == Gap::wide)
      return {};
    if (reading_.is_glued(i) && i == at && size_of(i) < 3) return {};
    if (reading_.has_role(i, Role::to_about)) return {};
    if (reading_.pieces[i].gap == Gap::line && is_upper(reading_.text[reading_.pieces[i].begin])) return {};
    if (reading_.match(i, Category::function) || reading_.pieces[i].word == kNumberWord ||
        reading_.match(i, Category::cardinal) || reading_.match(i, Category::month)) {
      // "drie andere projecten": a function word may stand between number and noun
      if (!reading_.has_role(i, Role::between_number_and_noun)) return {};
      continue;
    }
    if (reading_.has_role(i, Role::between_number_and_noun) && reading_.is_word(i + 1) &&
        reading_.is_near(i + 1)) {
      continue;
    }
    const std::string_view word = reading_.text_of(i);
    if (size_of(i) == 1) return {};
    const std::size_t next = i + 1;
    const bool goes_on = reading_.is_word(next) && reading_.pieces[next].gap != Gap::none &&
                         reading_.pieces[next].gap <= Gap::line && reading_.pieces[next].gap != Gap::wide &&
                         !reading_.match(next, Category::function) && size_of(next) > 2 &&
                         !reading_.match(next, Category::month) && reading_.pieces[next].word != kNumberWord;
    // an inflected adjective, or a name in capitals that the next word is the head of: "2 ICON projecten"
    const bool next_lower = goes_on && is_lower(reading_.text[reading_.pieces[next].begin]);
    const bool adjective = goes_on && (word.ends_with("e") || is_uninflected_adjective(word));
    if (adjective && (next_lower || (word.ends_with("e") && is_upper(word.front())))) continue;
    const bool plural_name =
        is_upper(word.front()) && !all_capitals(word) && is_plural(word);  // drie Gewesten
    if (next_lower && (all_capitals(word) || is_upper(word.front())) && !plural_name && adjectives < 2)
      continue;
    // "drie excellent beoordeelde aanvragen": an adverb before a participle
    if (next_lower && !one && (word.ends_with("t") || word.ends_with("d")) &&
        reading_.pieces[i].word == kUnknownWord &&
        (reading_.text_of(next).ends_with("de") || reading_.text_of(next).ends_with("te")) &&
        reading_.is_word(next + 1))
      continue;
    // "drie innovator zones": two nouns without a hyphen, the plural one is the head
    if (next_lower && !one && !is_plural(word) && is_plural(reading_.text_of(next)) &&
        !reading_.has_role(i, Role::invariant_noun) && reading_.pieces[i].word == kUnknownWord) {
      continue;
    }
    // "twee incubatie- en acceleratiefondsen"
    if (reading_.is_symbol(next, '-') && reading_.is_glued(next) && reading_.has_role(next + 1, Role::and_) &&
        reading_.is_word(next + 2)) {
      i = next + 1;
      continue;
    }
    // EFRO-projecten is one word for us: letters, hyphen, letters
    std::size_t end = next;
    while (reading_.is_symbol(end, '-') && reading_.is_glued(end) && reading_.is_word(end + 1) &&
           reading_.is_glued(end + 1) && end < next + 6) {
      end += 2;
    }
    // a label ("Datum:") is not the thing counted
    if (reading_.is_symbol(end, ':') && reading_.is_glued(end) && is_upper(word.front())) return {};
    return {.text = std::string(
                ByteSpan{reading_.pieces[i].begin, reading_.pieces[end - 1].end}.in(reading_.text)),
            .end = end};
  }
  return {};
}

}  // namespace vraagbaak::analysis
