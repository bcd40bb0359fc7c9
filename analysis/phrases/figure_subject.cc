// SPDX-License-Identifier: EUPL-1.2
// What a figure is a figure of: FigureReading::subject() and what it asks.
#include <array>
#include <string_view>

#include "analysis/phrases/closed_class.h"
#include "analysis/phrases/figure_reading.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {
namespace {

// Behind a thing counted these belong to the verb as often: "zocht in 300 scholen naar asbest".
constexpr std::array<std::string_view, 3> kOfVerb = {"naar", "over", "tegen"};

}  // namespace

SubjectReading FigureReading::subject() const {
  SubjectReading reading;
  reading.in_brackets = sentence_.depth_of(at_.begin) > 0;
  if (const auto words = own_words(reading)) {
    if (reading.own.empty()) reading.own = text_of(*words);
    if (reading.head.empty()) reading.head = reading.own;
    return reading;
  }
  reading.addition = addition();
  read_clause(reading);
  return reading;
}

std::optional<FigureReading::Words> FigureReading::own_words(SubjectReading& reading) const {
  const std::size_t behind = skip_range(at_.end);
  if (is_age()) {
    reading.own = reading.head = "leeftijd";
    return Words{at_.begin, at_.end};
  }
  if (figure_.kind == FigureKind::count && !figure_.unit.empty() && counts_times()) return std::nullopt;
  if (figure_.kind == FigureKind::count && !figure_.unit.empty()) {
    const NounPhrase* phrase = phrase_at(behind);
    if (phrase == nullptr) phrase = phrase_at(behind + 1);
    if (phrase != nullptr) {
      Words words = counted(*phrase);
      reading.head = text_of(words);
      if (!is_one_of(folded(words.end), kOfVerb)) words.end = with_complement(words.end);
      words.end = with_relative_clause(words.end);
      reading.own = text_of(words);
      // "een bevolking van 1,5 miljoen mensen", "Libanon (298 vluchtelingen)"
      constexpr std::size_t kLongestWhole = 40;  // bytes
      std::string whole = owner();
      const auto group = whole.empty() ? group_counted() : std::nullopt;
      if (group) whole = text_of(*group);
      const auto named = whole.empty() ? before_bracket() : std::nullopt;
      if (named && begins_with_capital(named->begin)) whole = text_of(*named);
      if (!whole.empty() && whole.size() <= kLongestWhole) reading.own.append(" (").append(whole).append(")");
      return words;
    }
  }
  // "tien van de veertien aanvragen": one noun for both
  if (figure_.kind == FigureKind::count || figure_.unit.empty()) {
    if (const auto words = part_of_counted()) return words;
  }
  const auto whole = figure_.kind == FigureKind::count ? std::nullopt : before_van();
  // "twee jaar garantie"
  if (is_length_of_time() && !whole && !is_adverbial_time()) {
    const NounPhrase* phrase = phrase_at(at_.end);
    const std::size_t noun = at_.end + 1;
    const bool plain = phrase != nullptr && phrase->end > noun && role(noun) == WordRole::noun &&
                       folded(at_.end) == normalize(figure_.unit) && !begins_with_capital(noun) &&
                       !folded(noun).ends_with("en");  // "twee jaar onafgebroken"
    if (plain) return Words{noun, phrase->end};
  }
  // "twee miljoen ton steenkool", "30 km fietspad".
  const bool measures_stuff = (figure_.kind == FigureKind::number || figure_.kind == FigureKind::area) &&
                              !figure_.unit.empty() && !is_length_of_time();
  if (measures_stuff && !whole) {
    const NounPhrase* phrase = phrase_at(at_.end);
    if (phrase != nullptr && phrase->usable && !is_stray(*phrase)) return Words{phrase->core, phrase->end};
  }
  const auto part = tied();
  if (whole && part) {
    reading.head = text_of(*whole);
    reading.own = reading.head + " van " + text_of(*part);
    return whole;
  }
  if (whole && !is_change_only(*whole)) return whole;
  if (part) return part;
  if (const auto words = label()) {
    bool names = false;
    for (std::size_t i = words->begin; i < words->end; ++i) names = names || role(i) == WordRole::noun;
    if (names) return words;
    reading.under_time = words->end == words->begin || is_nominal(role(words->end - 1));
    if (reading.under_time) return std::nullopt;
  }
  if (const auto words = before_bracket()) return words;
  return direct();
}

// "drie keer": not things but times.
bool FigureReading::counts_times() const {
  constexpr std::array<std::string_view, 4> kTimes = {"keer", "keren", "maal", "malen"};
  return is_one_of(normalize(figure_.unit), kTimes);
}

// "een bevolking van 2 miljoen mensen": what the things counted make up; not "ter steun van twee projecten".
std::optional<FigureReading::Words> FigureReading::group_counted() const {
  const auto group = before_van();
  if (!group || is_measure(group->end - 1)) return std::nullopt;
  const NounPhrase* phrase = phrase_to(group->end);
  return phrase != nullptr && folded(phrase->begin) == "een" ? group : std::nullopt;
}

bool FigureReading::is_measure(std::size_t word) const {
  return std::ranges::any_of(sentence_.measures(),
                             [&](const MeasureWord& hit) { return hit.word == word && hit.known; });
}

// "een daling van 3 %", where the clause says of what.
bool FigureReading::is_change_only(Words words) const {
  const bool changes = std::ranges::any_of(sentence_.measures(), [&](const MeasureWord& hit) {
    return hit.word + 1 == words.end && (hit.measure == "toegenomen" || hit.measure == "afgenomen");
  });
  if (!changes) return false;
  SubjectReading clause;
  read_clause(clause);
  return clause.has_clause_subject && clause.clause != text_of(words);
}

// "tien van de veertien aanvragen", "drie van de scholen".
std::optional<FigureReading::Words> FigureReading::part_of_counted() const {
  if (folded(at_.end) != "van") return std::nullopt;
  std::size_t noun = at_.end + 1;
  while (role(noun) == WordRole::determiner && noun < at_.end + 3) ++noun;
  if (noun == at_.end + 1) return std::nullopt;
  if (role(noun) == WordRole::figure) {
    while (role(noun) == WordRole::figure) ++noun;
  } else {
    noun = at_.end + 1;
  }
  const NounPhrase* phrase = phrase_at(noun);
  if (phrase == nullptr || !phrase->names_thing) return std::nullopt;
  return Words{phrase->full, with_relative_clause(with_complement(phrase->end))};
}

// Of a phrase behind a count what belongs to the noun counted: "personen" of "personen hervestigen".
FigureReading::Words FigureReading::counted(const NounPhrase& phrase) const {
  const std::string unit = normalize(figure_.unit);
  Words words{phrase.core, phrase.end};
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
    if (folded(i) != unit && !folded(i).ends_with(unit)) continue;
    if (!is_nominal(role(i))) continue;
    words.begin = std::min(phrase.core, i);
    while (words.begin < i && role(words.begin) == WordRole::determiner) ++words.begin;
    const bool linked = i + 1 < phrase.end && role(i + 1) == WordRole::link;
    if (!linked) words.end = i + 1;
    break;
  }
  return words;
}

// What is tied to the figure: "11 % (270.000 euro) van het budget", "5 miljoen euro aan subsidies".
std::optional<FigureReading::Words> FigureReading::tied() const {
  const std::size_t link = skip_asides(at_.end);
  if (role(link) != WordRole::link) return std::nullopt;
  const std::string& word = folded(link);
  const bool determined = role(link + 1) == WordRole::determiner;
  // "5 miljoen aan de stad" says who gets it.
  if (word != "van" && word != "voor" && (word != "aan" || determined)) return std::nullopt;
  std::size_t begin = link + 1;
  while (role(begin) == WordRole::figure && begin < link + 4) ++begin;  // "voor 3 projecten"
  const NounPhrase* phrase = phrase_at(begin);
  if (phrase == nullptr || !phrase->names_thing) return std::nullopt;
  const std::size_t end = word == "van" ? with_relative_clause(with_complement(phrase->end)) : phrase->end;
  return Words{phrase->full, end};
}

// "Frankrijk" of "- Frankrijk: 120", "in Gent: 12 en in Brugge: 13".
std::optional<FigureReading::Words> FigureReading::label() const {
  constexpr std::size_t kLongestLabel = 10;  // words
  std::size_t colon = at_.begin;
  // Hedges may stand between.
  while (colon > 0 && at_.begin - colon < 3 && folded(colon - 1) != ":" &&
         role(colon - 1) == WordRole::filler)
    --colon;
  if (colon == 0 || folded(colon - 1) != ":") return std::nullopt;
  --colon;
  std::size_t begin = colon;
  while (begin > 0 && colon - begin < kLongestLabel) {
    const WordRole before = role(begin - 1);
    if (before == WordRole::punctuation || before == WordRole::figure) break;
    if (before == WordRole::filler && sentence_.grammar().clauses.is_break_word(folded(begin - 1))) break;
    if (sentence_.begins_line(begin)) break;
    --begin;
  }
  while (begin < colon && (role(begin) == WordRole::preposition || role(begin) == WordRole::determiner ||
                           role(begin) == WordRole::link || role(begin) == WordRole::filler))
    ++begin;
  if (begin == colon) {
    const bool time = colon > 0 && role(colon - 1) == WordRole::figure;
    return time ? std::optional(Words{colon, colon}) : std::nullopt;
  }
  return Words{begin, colon};
}

// "Turkije" of "uit Libanon (298) en Turkije (102)": what stands right before the bracket the figure is in.
// In an item of a list with more to it ("- HR Rail, die … is (49 %)"), what the item begins with.
std::optional<FigureReading::Words> FigureReading::before_bracket() const {
  constexpr std::size_t kFurthest = 6;  // words
  std::size_t bracket = at_.begin;
  while (bracket > 0 && at_.begin - bracket < kFurthest && folded(bracket - 1) != "(" &&
         sentence_.clause_of(bracket - 1) == sentence_.clause_of(at_.begin))
    --bracket;
  if (bracket == 0 || folded(bracket - 1) != "(") return std::nullopt;
  --bracket;
  const bool alone = folded(at_.end) == ")" && at_.begin == bracket + 1;
  const NounPhrase* right_before = phrase_to(bracket);
  if (right_before != nullptr && !right_before->usable) right_before = nullptr;
  if (alone) {
    std::size_t dash = bracket;
    while (dash > 0 && bracket - dash < kWindow && folded(dash - 1) != "-" && folded(dash - 1) != "\u2022" &&
           folded(dash - 1) != ";")
      --dash;
    const bool is_item = dash > 0 && (folded(dash - 1) == "-" || folded(dash - 1) == "\u2022");
    const NounPhrase* first = is_item ? phrase_at(dash) : nullptr;
    bool goes_on = false;
    for (std::size_t i = first == nullptr ? bracket : first->end; i < bracket; ++i)
      goes_on = goes_on || is_relative(folded(i));
    if (first != nullptr && (goes_on || right_before == nullptr)) return Words{first->full, first->end};
  }
  if (right_before == nullptr) return std::nullopt;
  return Words{right_before->core, right_before->end};
}

// "20 % vrouwen" outside brackets.
std::optional<FigureReading::Words> FigureReading::direct() const {
  if (figure_.kind != FigureKind::percentage || sentence_.depth_of(at_.begin) > 0) return std::nullopt;
  const NounPhrase* phrase = phrase_at(at_.end);
  if (phrase == nullptr || !phrase->usable || is_stray(*phrase) || phrase->end - phrase->begin > 4)
    return std::nullopt;
  return Words{phrase->core, phrase->end};
}

void FigureReading::read_clause(SubjectReading& reading) const {
  const std::size_t clause = sentence_.clause_of(at_.begin);
  const std::size_t depth = sentence_.depth_of(at_.begin);
  std::size_t colon = at_.end;  // behind it stands what the figure is made up of
  while (colon < at_.end + kWindow && colon < sentence_.words().size() && folded(colon) != ":") ++colon;
  bool passed_over = false;
  const bool changed = is_changed();
  const NounPhrase* plain = nullptr;    // without a preposition: the subject or the object of the clause
  const NounPhrase* purpose = nullptr;  // "voor de renovatie", "om de brug te herstellen"
  const NounPhrase* other = nullptr;
  const NounPhrase* measured = nullptr;  // "de totale kostprijs werd geraamd op"
  const NounPhrase* earlier = nullptr;   // of the clauses before: the first of the nearest one
  for (const NounPhrase& phrase : phrases_near()) {
    if (phrase.begin > at_.end + kWindow || phrase.begin > colon) break;
    if (!phrase.names_thing || is_stray(phrase) || sentence_.depth_of(phrase.begin) > depth) continue;
    const std::string_view before = phrase.before ? std::string_view(folded(*phrase.before)) : "";
    const bool precedes = phrase.begin < at_.begin;
    const bool is_purpose = before == "voor" || (before == "om" && !precedes);
    const bool outside = frame_.subordinate && (phrase.end <= frame_.begin || phrase.begin >= frame_.end);
    if (outside || sentence_.clause_of(phrase.begin) != clause) {
      if (precedes && phrase.usable &&
          (earlier == nullptr || sentence_.clause_of(earlier->begin) != sentence_.clause_of(phrase.begin)) &&
          (before.empty() || earlier == nullptr))
        earlier = &phrase;
      continue;
    }
    if (is_purpose) {
      if (purpose == nullptr) purpose = &phrase;
    } else if (!phrase.usable) {
      if (measured == nullptr && before.empty() && precedes) measured = &phrase;
    } else if (before.empty() && precedes) {
      // "België bouwt een hoofdkwartier voor 5 miljoen", "de minister verhoogt de premie met 4 %": the figure
      // is not about who does it.
      const bool named = plain != nullptr && !passed_over && figure_.kind == FigureKind::money &&
                         begins_with_capital(plain->core) && plain->end - plain->core == 1;
      const bool who = named || (changed && plain != nullptr);
      passed_over = passed_over || who;
      if (plain == nullptr || who) plain = &phrase;
    } else if (other == nullptr &&
               (before.empty() || before == "aan" || before == "van" || before == "over")) {
      other = &phrase;
    }
  }
  const auto purpose_text = [&] { return text_of({purpose->full, with_complement(purpose->end)}); };
  reading.has_clause_subject = plain != nullptr || purpose != nullptr || measured != nullptr;
  if (purpose != nullptr && (figure_.kind == FigureKind::money || plain == nullptr)) {
    reading.clause = purpose_text();
    return;
  }
  for (const NounPhrase* candidate : {plain, other, measured, earlier}) {
    if (candidate == nullptr) continue;
    reading.clause = text_of({candidate == measured ? candidate->full : candidate->core, candidate->end});
    return;
  }
}

// "met 4 %", "op 80 %", "tot 30 %".
bool FigureReading::is_changed() const {
  constexpr std::array<std::string_view, 4> kBefore = {"met", "op", "tot", "naar"};
  std::size_t at = at_.begin;
  while (at > 0 && at_.begin - at < 3 && role(at - 1) == WordRole::filler) --at;
  return at > 0 && is_one_of(folded(at - 1), kBefore);
}

// "heeft", "telt" where the clause has no other verb.
std::string FigureReading::having_verb() const {
  constexpr std::size_t kFurthest = 10;  // words
  const std::size_t clause = sentence_.clause_of(at_.begin);
  std::size_t verb = sentence_.words().size();
  const std::size_t last = std::min(at_.end + kFurthest, sentence_.words().size());
  for (std::size_t i = at_.begin > kFurthest ? at_.begin - kFurthest : 0; i < last; ++i) {
    if (sentence_.clause_of(i) != clause && i < at_.begin) continue;
    if (folded(i) == ";" || folded(i) == ":") break;
    if (role(i) == WordRole::verb) return {};  // "heeft … gebouwd"
    if (role(i) == WordRole::having) verb = i;
  }
  return verb == sentence_.words().size() ? "" : folded(verb);
}

// "het spoornet heeft 135 stations": who has what is counted; empty where the verb says nothing of that.
std::string FigureReading::owner() const {
  if (having_verb().empty()) return {};
  const std::size_t clause = sentence_.clause_of(at_.begin);
  for (const NounPhrase& phrase : phrases_near()) {
    if (phrase.begin >= at_.begin) break;
    if (sentence_.clause_of(phrase.begin) == clause && phrase.usable && !phrase.before && !is_stray(phrase))
      return text_of({phrase.core, phrase.end});
  }
  return {};
}

// "uit Turkije" of "en 43 uit Turkije", "privesector" of "(26 % privesector)".
std::string FigureReading::addition() const {
  const std::size_t clause = sentence_.clause_of(at_.begin);
  if (sentence_.depth_of(at_.begin) > 0) {
    const NounPhrase* phrase = phrase_at(at_.end);
    if (phrase != nullptr && phrase->usable && phrase->end - phrase->begin <= 4)
      return std::string("(").append(text_of({phrase->core, phrase->end})).append(")");
  }
  const auto is_fitting = [&](const NounPhrase& phrase) {
    return phrase.before && phrase.names_thing && sentence_.clause_of(*phrase.before) == clause &&
           is_complement(folded(*phrase.before));
  };
  const NounPhrase* before = nullptr;
  for (const NounPhrase& phrase : phrases_near()) {
    if (phrase.begin > at_.end + kWindow) break;
    if (!is_fitting(phrase)) continue;
    if (*phrase.before >= at_.end) return text_of({*phrase.before, phrase.end});
    if (at_.begin - phrase.end <= 1) before = &phrase;
  }
  return before == nullptr ? "" : text_of({*before->before, before->end});
}

}  // namespace vraagbaak::analysis
