// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/share_auditor.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/audit/precision.h"
#include "query/audit/whole_amounts.h"

namespace vraagbaak::query {
namespace {

// Bytes between an amount and its percentage, and between them and their base, at most.
constexpr std::size_t kLongestGap = 80;
constexpr std::size_t kLongestBaseGap = 150;
constexpr std::size_t kNounWords = 4;
constexpr std::size_t kBaseWords = 6;
// "9 op de 10 (87 %)" is a way of speaking; from here on the second number is a count.
const Decimal kSmallestBase = 20;
const Decimal kHundred = 100;
// What rounding in words takes an amount away from the true one at most; own convention, so that "2,5
// miljoen" still stands for 2,45 to 2,55 million.
const Decimal kMostRounded = *Decimal::from_parts(25, 3);
// "137 op 141": so many out of so many.
constexpr std::string_view kOutOf = "op";
constexpr std::string_view kSpacedOutOf = " op ";

struct GapWord {
  std::string_view text;  // without punctuation round it
  std::size_t begin = 0;
  bool after_comma = false;
  bool in_bracket = false;
};

// The words between two figures.
struct Gap {
  std::vector<GapWord> words;
  bool clean = true;  // nothing ends there: no sentence, no part of a list, no bracket
  bool bracket = false;
  bool comma = false;
};

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class Reader {
 public:
  Reader(std::string_view text, std::span<const Figure> figures, const AuditWords& words)
      : text_(text), figures_(figures), words_(words), wholes_(text, figures, words) {}

  std::vector<ShareCheck> read() const {
    std::vector<ShareCheck> checks;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (!is_share(figures_[i])) continue;
      std::optional<ShareCheck> check;
      if (i > 0) check = amount_first(i - 1, i);
      if (!check && i + 1 < figures_.size()) check = share_first(i, i + 1);
      if (check) checks.push_back(*std::move(check));
    }
    return checks;
  }

 private:
  static bool is_share(const Figure& figure) {
    return figure.kind == FigureKind::percentage && figure.unit == "%" && figure.value && !figure.approx &&
           figure.bound == FigureBound::none && *figure.value > Decimal(0) && *figure.value <= kHundred;
  }
  static bool is_amount(const Figure& figure) {
    const bool kind = figure.kind == FigureKind::money || figure.kind == FigureKind::count ||
                      (figure.kind == FigureKind::number && figure.unit.empty());
    return kind && figure.value && figure.bound == FigureBound::none && *figure.value > Decimal(0);
  }
  // The same sort of thing, and no more of it than the whole.
  static bool fits(const Figure& amount, const Figure& base) {
    if (!is_amount(base) || *amount.value > *base.value) return false;
    const bool money = amount.kind == FigureKind::money;
    if (money != (base.kind == FigureKind::money)) return false;
    return amount.unit == base.unit || (!money && (amount.unit.empty() || base.unit.empty()));
  }

  Gap gap(std::size_t begin, std::size_t end, std::size_t longest = kLongestGap) const {
    Gap found;
    if (begin > end || end - begin > longest) {
      found.clean = false;
      return found;
    }
    bool comma = false;
    for (std::size_t at = begin; at < end;) {
      const char c = text_[at];
      if (is_space(c)) {
        if (c == '\n' && at + 1 < end && text_[at + 1] == '\n') found.clean = false;
        ++at;
        continue;
      }
      std::size_t stop = at;
      while (stop < end && !is_space(text_[stop])) ++stop;
      std::string_view word = text_.substr(at, stop - at);
      const std::size_t word_begin = at;
      at = stop;
      while (!word.empty() && (word.front() == '(' || word.front() == ',')) {
        if (word.front() == '(') found.bracket = true;
        if (word.front() == ',') comma = found.comma = true;
        word.remove_prefix(1);
      }
      bool comma_behind = false;
      while (!word.empty() && std::string_view(",.;:?!)").find(word.back()) != std::string_view::npos) {
        const char mark = word.back();
        word.remove_suffix(1);
        if (mark == ',') {
          comma_behind = true;
        } else if (mark != '.' || !words_.is_hedge(word)) {
          found.clean = false;
        }
      }
      if (!word.empty()) {
        if (word.find('(') != word.npos || word.find(')') != word.npos) found.clean = false;
        found.words.push_back({word, word_begin, comma, found.bracket});
        comma = false;
      }
      if (comma_behind) comma = found.comma = true;
    }
    return found;
  }

  bool joins(const GapWord& word) const {
    return words_.has(word.text, AuditRole::equals) || words_.is_hedge(word.text);
  }

  // "944 meldingen (of 13,87", "944 meldingen, ofwel 13,87", "23 rechters vertegenwoordigen 85".
  bool amount_meets_share(const Gap& gap) const {
    if (!gap.clean) return false;
    std::size_t nouns = 0;
    bool joined = gap.bracket;
    for (const GapWord& word : gap.words) {
      if (word.in_bracket) {
        if (!joins(word)) return false;
      } else if (gap.bracket) {
        ++nouns;
      } else if (joined) {
        if (!joins(word)) return false;
      } else if (words_.has(word.text, AuditRole::makes) ||
                 (word.after_comma && words_.has(word.text, AuditRole::equals))) {
        joined = true;
      } else {
        ++nouns;
      }
    }
    return joined && nouns <= kNounWords && (!gap.comma || !gap.bracket);
  }

  // "11,11% (ca. 270.000", "11,11%, of 270.000".
  bool share_meets_amount(const Gap& gap) const {
    if (!gap.clean || !std::ranges::all_of(gap.words, [&](const GapWord& word) { return joins(word); })) {
      return false;
    }
    return gap.bracket || (!gap.words.empty() && gap.words.front().after_comma &&
                           words_.has(gap.words.front().text, AuditRole::equals));
  }

  // Behind the bracket that `end` stands in: one noun may follow the figure ("270 dossiers)"). Where it does
  // not close there, `end` itself.
  std::optional<std::size_t> behind_bracket(std::size_t end) const {
    const std::size_t close = text_.find(')', end);
    if (close == text_.npos || close - end > kLongestGap) return std::nullopt;
    const Gap inside = gap(end, close);
    if (!inside.clean || inside.comma || inside.words.size() > 2) return std::nullopt;
    for (const GapWord& word : inside.words) {
      if (std::ranges::any_of(word.text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    }
    return close + 1;
  }

  std::optional<ShareCheck> amount_first(std::size_t amount, std::size_t share) const {
    const Figure& first = figures_[amount];
    const Gap between = gap(first.span.end, figures_[share].span.begin);
    if (!amount_meets_share(between)) return std::nullopt;
    if (first.kind == FigureKind::ratio) return between.bracket ? out_of(amount, share) : std::nullopt;
    if (between.bracket && amount > 0) {
      if (auto check = out_of(amount - 1, amount, share)) return check;
    }
    return pair(amount, share, amount, share, between.bracket);
  }

  // "1.207 op 1.310 inspecteurs (92,14 %)": two figures.
  std::optional<ShareCheck> out_of(std::size_t amount, std::size_t base, std::size_t share) const {
    const Gap between = gap(figures_[amount].span.end, figures_[base].span.begin);
    const bool joined = between.clean && !between.bracket && !between.comma && between.words.size() == 1 &&
                        between.words.front().text == kOutOf;
    if (!joined || !is_amount(figures_[amount]) || !fits(figures_[amount], figures_[base]) ||
        *figures_[base].value < kSmallestBase || !behind_bracket(figures_[share].span.end)) {
      return std::nullopt;
    }
    return checked(amount, share, base);
  }

  std::optional<ShareCheck> share_first(std::size_t share, std::size_t amount) const {
    const Gap between = gap(figures_[share].span.end, figures_[amount].span.begin);
    if (!share_meets_amount(between)) return std::nullopt;
    return pair(amount, share, share, amount, between.bracket);
  }

  // Amount and share stand side by side, from figure `first` to figure `last`: their base.
  std::optional<ShareCheck> pair(std::size_t amount, std::size_t share, std::size_t first, std::size_t last,
                                 bool bracket) const {
    if (!is_amount(figures_[amount])) return std::nullopt;
    std::size_t behind = figures_[last].span.end;
    if (bracket) {
      if (const auto closed = behind_bracket(behind)) {
        behind = *closed;
      } else if (!leads_to_base(behind)) {
        return std::nullopt;
      }
    }
    if (const auto base = base_behind(amount, last, behind)) return checked(amount, share, *base);
    if (const auto base = base_before(amount, first)) return checked(amount, share, *base);
    if (const auto base = named_base(amount, behind)) return checked(amount, share, *base);
    return std::nullopt;
  }

  bool leads_to_base(std::size_t at) const {
    const Gap next = gap(at, std::min(at + 20, text_.size()));
    return !next.words.empty() && words_.has(next.words.front().text, AuditRole::from);
  }

  // "… van de 6.808 meldingen".
  std::optional<std::size_t> base_behind(std::size_t amount, std::size_t last, std::size_t behind) const {
    const std::size_t base = last + 1;
    if (base >= figures_.size() || !fits(figures_[amount], figures_[base])) return std::nullopt;
    const Gap between = gap(behind, figures_[base].span.begin);
    if (!between.clean || between.bracket || between.words.empty()) return std::nullopt;
    // "10%, of 45.000 euro, van de …": the comma closes what stands between two.
    const auto parted = [](const GapWord& word) { return word.after_comma; };
    if (std::any_of(between.words.begin() + 1, between.words.end(), parted)) return std::nullopt;
    if (between.words.size() > kBaseWords || !words_.has(between.words.front().text, AuditRole::from)) {
      return std::nullopt;
    }
    return base;
  }

  // "6.808 meldingen in 2016, waarvan er 944 …".
  std::optional<std::size_t> base_before(std::size_t amount, std::size_t first) const {
    std::size_t base = first;
    while (base > 0 &&
           (is_temporal(figures_[base - 1].kind) || figures_[base - 1].kind == FigureKind::ordinal_ref)) {
      --base;
    }
    if (base == 0 || !fits(figures_[amount], figures_[base - 1])) return std::nullopt;
    const Gap between = gap(figures_[base - 1].span.end, figures_[first].span.begin, kLongestBaseGap);
    if (!between.clean || between.bracket) return std::nullopt;
    const std::size_t count = between.words.size();
    for (std::size_t i = count > 3 ? count - 3 : 0; i < count; ++i) {
      if (words_.has(between.words[i].text, AuditRole::of_these)) return base - 1;
    }
    return std::nullopt;
  }

  // "… van het projectbudget".
  std::optional<std::size_t> named_base(std::size_t amount, std::size_t behind) const {
    if (figures_[amount].kind != FigureKind::money) return std::nullopt;
    const std::vector<std::string> next =
        folded_words(text_.substr(behind, std::min<std::size_t>(kLongestGap, text_.size() - behind)));
    if (next.empty() || !words_.has(next.front(), AuditRole::from)) return std::nullopt;
    for (std::size_t i = 1; i < std::min<std::size_t>(next.size(), 4); ++i) {
      const WholeNoun noun = words_.whole_noun(next[i]);
      if (noun.head.empty()) continue;
      const auto base = wholes_.find(noun, figures_[amount].unit, behind);
      return base && *base != amount && fits(figures_[amount], figures_[*base]) ? base : std::nullopt;
    }
    return std::nullopt;
  }

  // "137 op 141 agenten (97,16 %)": one figure holds amount and base.
  std::optional<ShareCheck> out_of(std::size_t ratio, std::size_t share) const {
    const ByteSpan span = figures_[ratio].span;
    const std::string_view said = span.in(text_);
    const std::size_t middle = said.find(kSpacedOutOf);
    if (middle == said.npos || figures_[ratio].approx || figures_[ratio].bound != FigureBound::none ||
        !behind_bracket(figures_[share].span.end)) {
      return std::nullopt;
    }
    const auto amount = counted({span.begin, span.begin + middle});
    const auto base = counted({span.begin + middle + kSpacedOutOf.size(), span.end});
    if (!amount || !base || *base->value < kSmallestBase || !fits(*amount, *base)) return std::nullopt;
    return checked(*amount, figures_[share], *base);
  }

  // "1.207": digits with points between groups of three.
  std::optional<Figure> counted(ByteSpan span) const {
    std::string digits;
    std::size_t group = 0;
    bool grouped = false;
    for (const char c : span.in(text_)) {
      if (c == '.') {
        if (grouped ? group != 3 : group == 0 || group > 3) return std::nullopt;
        grouped = true;
        group = 0;
      } else if (c >= '0' && c <= '9') {
        digits += c;
        ++group;
      } else {
        return std::nullopt;
      }
    }
    if (grouped && group != 3) return std::nullopt;
    Figure figure;
    figure.kind = FigureKind::count;
    figure.span = span;
    figure.value = Decimal::parse(digits);
    return figure.value ? std::optional(figure) : std::nullopt;
  }

  std::optional<ShareCheck> checked(std::size_t amount, std::size_t share, std::size_t base) const {
    return checked(figures_[amount], figures_[share], figures_[base]);
  }
  std::optional<ShareCheck> checked(const Figure& amount, const Figure& share, const Figure& base) const {
    const auto arithmetic =
        compare_share(amount, amount.span.in(text_), share, share.span.in(text_), base, base.span.in(text_));
    if (!arithmetic || !plausible(*arithmetic)) return std::nullopt;
    return ShareCheck{amount, share, base, *arithmetic};
  }

  // An amount that is far from the share of its base is a share of something else.
  static bool plausible(const Arithmetic& arithmetic) {
    const auto half = divide(arithmetic.computed, 2, arithmetic.computed.scale() + 1);
    return half && arithmetic.difference.absolute() <= *half;
  }

  std::string_view text_;
  std::span<const Figure> figures_;
  const AuditWords& words_;
  WholeAmounts wholes_;
};

std::optional<Decimal> half(const std::optional<Decimal>& place) {
  return place ? divide(*place, 2, place->scale() + 1) : Decimal(0);
}

// How far the amount that was meant may be from the one shown: half of the last place, as far as that is
// little. "2 miljoen" does not stand for 1,5 to 2,5 million.
std::optional<Decimal> rounded_by(std::string_view text, const Decimal& value) {
  const auto place = half(last_place(text, value));
  const auto most = multiply(value.absolute(), kMostRounded);
  return place && most ? std::optional(std::min(*place, *most)) : std::nullopt;
}

}  // namespace

std::vector<ShareCheck> check_shares(std::string_view text, std::span<const Figure> figures,
                                     const AuditWords& words) {
  return Reader(text, figures, words).read();
}

std::optional<Arithmetic> compare_share(const Figure& amount, std::string_view amount_text,
                                        const Figure& percentage, std::string_view percentage_text,
                                        const Figure& base, std::string_view base_text) {
  if (!amount.value || !percentage.value || !base.value) return std::nullopt;
  const auto share = percentage.value->shifted(-2);
  const auto share_place = last_place(percentage_text, *percentage.value).value_or(Decimal(1)).shifted(-2);
  const auto computed = share ? multiply(*share, *base.value) : std::nullopt;
  const auto difference = computed ? subtract(*amount.value, *computed) : std::nullopt;
  const auto of_share = share_place ? multiply(*share_place, *base.value) : std::nullopt;
  if (!difference || !of_share) return std::nullopt;

  // Things counted are whole: neither they nor their base were rounded.
  const bool counted = amount.kind != FigureKind::money && base.kind != FigureKind::money;
  const auto of_amount = counted ? Decimal(0) : rounded_by(amount_text, *amount.value);
  const auto base_place = counted ? Decimal(0) : rounded_by(base_text, *base.value);
  const auto of_base = base_place ? multiply(*base_place, *share) : std::nullopt;
  auto tolerance = of_amount && of_base ? add(*of_amount, *of_base) : std::nullopt;
  tolerance = tolerance ? add(*tolerance, *of_share) : std::nullopt;
  if (!tolerance) return std::nullopt;
  if (amount.approx) {
    const auto rounded = half(round_place(*amount.value));
    const auto hedged = rounded ? add(*rounded, *of_share) : std::nullopt;
    if (hedged && *hedged > *tolerance) tolerance = hedged;
  }

  // The share as the amount gives it, with the decimals shown: 944 of 6.808 is 13,87 %.
  const int decimals = std::max(0, share_place->scale() - 2);
  const auto exact = multiply(*amount.value, kHundred);
  const auto shown = exact ? divide(*exact, *base.value, decimals) : std::nullopt;
  const bool agrees = difference->is_zero() || (shown && *shown == *percentage.value);
  Arithmetic result;
  result.computed = computed->normalized();
  result.stated = *amount.value;
  result.difference = difference->normalized();
  result.tolerance = tolerance->normalized();
  result.kind = agrees                                 ? FindingKind::agrees
                : difference->absolute() <= *tolerance ? FindingKind::rounding
                                                       : FindingKind::differs;
  return result;
}

}  // namespace vraagbaak::query
