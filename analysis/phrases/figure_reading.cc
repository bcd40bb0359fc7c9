// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/figure_reading.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "analysis/phrases/clause_frame.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kWindow = 40;          // words to either side of a figure that are looked at
constexpr std::size_t kLongestSubject = 90;  // bytes; what is longer is a sentence, not a phrase

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

// What belongs to a noun behind it: "vluchtelingen uit Burundi", "stations met lage perrons".
constexpr std::array<std::string_view, 14> kComplements = {"van",  "voor", "uit",   "met",    "in",
                                                           "op",   "bij",  "onder", "zonder", "tussen",
                                                           "naar", "over", "tegen", "per"};
// Behind a thing counted these belong to the verb as often: "zocht in 300 scholen naar asbest".
constexpr std::array<std::string_view, 3> kOfVerb = {"naar", "over", "tegen"};
constexpr std::array<std::string_view, 9> kRelative = {"die",     "dat",      "waarin",  "waarvan", "waarbij",
                                                       "waarmee", "waarvoor", "waaraan", "waarop"};

// The phrases that end behind word `begin`.
std::span<const NounPhrase> phrases_from(const SentenceReading& sentence, std::size_t begin) {
  const std::span<const NounPhrase> all = sentence.phrases();
  return all.subspan(
      static_cast<std::size_t>(std::ranges::upper_bound(all, begin, {}, &NounPhrase::end) - all.begin()));
}

// What the phrases before word `end` speak of: a noun under an empty head ("het aantal aanvragen"), else the
// first noun without a preposition, else the first.
std::string topic_until(const SentenceReading& sentence, std::size_t end) {
  constexpr std::size_t kFurthest = 80;  // words
  const NounPhrase* plain = nullptr;
  const NounPhrase* first = nullptr;
  for (const NounPhrase& phrase : phrases_from(sentence, end > kFurthest ? end - kFurthest : 0)) {
    if (phrase.end > end) break;
    if (!phrase.names_thing) continue;
    for (std::size_t i = phrase.begin; i < phrase.full; ++i) {
      if (sentence.words()[i].role == WordRole::empty) return sentence.text_of(phrase.full, phrase.end);
    }
    if (!phrase.usable) continue;
    if (!phrase.before && plain == nullptr) plain = &phrase;
    if (first == nullptr) first = &phrase;
  }
  const NounPhrase* best = plain != nullptr ? plain : first;
  return best == nullptr ? "" : sentence.text_of(best->core, best->end);
}

}  // namespace

std::string topic_of(const SentenceReading& sentence) {
  return topic_until(sentence, sentence.words().size());
}

FigureReading::FigureReading(const SentenceReading& sentence, const Figure& figure, WordExtent at)
    : sentence_(sentence), figure_(figure), at_(at) {}

std::string FigureReading::topic_before() const {
  return topic_until(sentence_, colon_of_list());
}

// The first colon before the figure, 0 where there is none.
std::size_t FigureReading::colon_of_list() const {
  // "…:- 2011: 166": the colon of the lead-in stands before those of the labels.
  constexpr std::size_t kLongestList = 400;  // words
  std::size_t colon = 0;
  for (std::size_t i = at_.begin; i > 0 && at_.begin - i < kLongestList; --i) {
    if (folded(i - 1) == ":") colon = i - 1;
  }
  return colon;
}

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

// "ouder dan 65 jaar", "tussen 18 en 54 jaar", "op de leeftijd van 12 jaar".
bool FigureReading::is_age() const {
  constexpr std::array<std::string_view, 2> kOlder = {"ouder", "jonger"};
  if (!is_length_of_time() || normalize(figure_.unit) != "jaar") return false;
  for (std::size_t i = at_.begin; i > 0 && at_.begin - i < 5; --i) {
    if (role(i - 1) == WordRole::punctuation) break;
    if (is_one_of(folded(i - 1), kOlder) || folded(i - 1) == "leeftijd") return true;
  }
  const std::string_view said = sentence_.text().substr(figure_.span.end);
  if (said.starts_with("-jarig")) return true;
  // "tussen de 18 en 54 jaar", "onder de 18 jaar", "boven de 65 jaar", "vanaf 12 jaar"
  std::size_t before = at_.begin;
  for (; before > 0 && at_.begin - before < 4; --before) {
    const std::string& word = folded(before - 1);
    if (word == "onder" || word == "boven") return true;
    if (word == "tussen") return before < at_.begin && folded(before) == "de";
    if (role(before - 1) != WordRole::figure && role(before - 1) != WordRole::determiner && word != "en")
      break;
  }
  return false;
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

// "een opbrengst van 5 miljoen", "perrons van 76 cm": what ends before "van".
std::optional<FigureReading::Words> FigureReading::before_van() const {
  constexpr std::size_t kMostHedges = 6;
  std::size_t van = at_.begin;
  while (van > 0 && at_.begin - van < kMostHedges) {
    const WordRole before = role(van - 1);
    const std::string& word = folded(van - 1);
    const bool hedge = before == WordRole::filler || before == WordRole::figure ||
                       before == WordRole::empty || word == "tot" || word == "of" || word == "tussen" ||
                       word == "de" || word == "+" || word == "/" || word == "-" || word == "en";
    if (!hedge) break;
    --van;
  }
  if (van == 0 || folded(van - 1) != "van") return std::nullopt;
  const NounPhrase* phrase = phrase_to(van - 1);
  if (phrase == nullptr || !phrase->names_thing) return std::nullopt;
  return Words{phrase->full, phrase->end};
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
      goes_on = goes_on || is_one_of(folded(i), kRelative);
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
  const ClauseFrame frame = clause_frame(sentence_, at_);
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
    const bool outside = frame.subordinate && (phrase.end <= frame.begin || phrase.begin >= frame.end);
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
           is_one_of(folded(*phrase.before), kComplements);
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

// A word of nl/measures.tsv of its own clause goes first, then the verb of the clause, then what stands
// further off.
MeasureReading FigureReading::measure() const {
  const bool is_agent = at_.begin > 0 && folded(at_.begin - 1) == "door";  // "een audit door twee bureaus"
  if (is_agent || is_adverbial_time() || is_age()) return {};
  // "ter steun van twee projecten"
  if (const auto group = figure_.kind == FigureKind::count ? before_van() : std::nullopt;
      group && folded(group->end - 1).ends_with("ing"))
    return {folded(group->end - 1), true};
  const MeasureWord* near = nearest_measure();
  const ClauseFrame frame = clause_frame(sentence_, at_);
  const bool here = near != nullptr && sentence_.clause_of(near->word) == sentence_.clause_of(at_.begin) &&
                    (!frame.subordinate || (near->word >= frame.begin && near->word < frame.end));
  if (near != nullptr && near->known && here) return {near->measure, true};
  if (std::string verb = verb_of_clause(); !verb.empty()) return {std::move(verb), true};
  if (near != nullptr && (near->known || near->shape == MeasureWord::Shape::before_noun))
    return {near->measure, here};
  return {measure_of_lead_in(), false};
}

const MeasureWord* FigureReading::nearest_measure() const {
  constexpr std::size_t kFurthest = 22;
  const bool length_of_time = is_length_of_time();
  const MeasureWord* best = nullptr;
  std::size_t least = kFurthest;
  const std::span<const MeasureWord> hits = sentence_.measures();
  const auto from =
      std::ranges::lower_bound(hits, at_.begin > kWindow ? at_.begin - kWindow : 0, {}, &MeasureWord::word);
  // What stands before the colon of a list is asked only where the item says nothing; a label is the item's
  // own.
  std::size_t item = at_.begin;
  while (item > 0 && at_.begin - item < kWindow && folded(item - 1) != ":") --item;
  if (at_.begin - item < 3 || at_.begin - item >= kWindow) item = 0;
  for (const MeasureWord& hit : hits.subspan(static_cast<std::size_t>(from - hits.begin()))) {
    if (hit.word < item) continue;
    if (hit.word > at_.end + kWindow) break;
    // A length of time is seldom measured by a verb of another clause.
    const bool here = sentence_.clause_of(hit.word) == sentence_.clause_of(at_.begin);
    if ((figure_.kind == FigureKind::number || !hit.known) && !here) continue;
    if (sentence_.depth_of(hit.word) > sentence_.depth_of(at_.begin)) continue;
    if (length_of_time && !hit.known) continue;
    if (hit.shape == MeasureWord::Shape::noun && !counts_as_noun_measure(hit)) continue;
    if (hit.shape == MeasureWord::Shape::before_noun && !belongs_to_counted(hit)) continue;
    const bool before = hit.word < at_.begin;
    std::size_t away = sentence_.distance(at_, {hit.word, hit.word + 1}) + (before ? 0 : 1);
    if (hit.shape == MeasureWord::Shape::before_noun) away += 4;
    if (away >= least) continue;
    least = away;
    best = &hit;
  }
  return best;
}

// "zes groepen waarvoor de stad betaalt": of the relative clause behind what is counted, where the main
// clause says nothing or the noun is known already ("de twee plannen die de raad kreeg").
std::string FigureReading::verb_of_clause() const {
  ClauseFrame frame = clause_frame(sentence_, at_);
  // What stands in brackets goes with the clause round them.
  const std::size_t depth = sentence_.depth_of(at_.begin);
  if (depth > 0 && !frame.verb) {
    std::size_t open = at_.begin;
    while (open > 0 && at_.begin - open < kWindow && sentence_.depth_of(open - 1) >= depth) --open;
    if (open > 0 && sentence_.depth_of(open - 1) < depth) frame = clause_frame(sentence_, {open - 1, open});
  }
  std::string main = verb_text(sentence_, frame);
  const bool known_noun = at_.begin > 0 && role(at_.begin - 1) == WordRole::determiner;
  if (figure_.kind == FigureKind::count && (main.empty() || known_noun)) {
    const NounPhrase* phrase = phrase_at(skip_range(at_.end));
    if (phrase != nullptr) {
      for (const std::size_t end : {phrase->end, with_complement(phrase->end)}) {
        if (std::string relative = verb_text(sentence_, relative_clause(sentence_, end)); !relative.empty()) {
          main = std::move(relative);
          break;
        }
      }
    }
  }
  for (const MeasureWord& hit : sentence_.measures()) {
    if (hit.known && hit.shape == MeasureWord::Shape::verb &&
        folded(hit.word) == main.substr(0, main.find(' ')))
      return hit.measure;
  }
  return main;
}

// "de afgelopen vijf jaar": says when.
bool FigureReading::is_adverbial_time() const {
  constexpr std::array<std::string_view, 10> kBefore = {"afgelopen", "komende",      "laatste",    "jongste",
                                                        "volgende",  "voorbije",     "voorgaande", "eerste",
                                                        "vorige",    "eerstvolgende"};
  return is_length_of_time() && at_.begin > 0 && is_one_of(folded(at_.begin - 1), kBefore);
}

// "een subsidie van 5 miljoen", "de uitgaven bedroegen 5 miljoen", "Uitgaven: 5 miljoen": a noun measures
// what stands behind it with nothing but a verb between; behind a preposition it is something else.
bool FigureReading::counts_as_noun_measure(const MeasureWord& measure) const {
  if (measure.word >= at_.begin) return false;
  const NounPhrase* phrase = nullptr;
  for (const NounPhrase& it : phrases_from(sentence_, measure.word)) {
    if (it.begin <= measure.word) phrase = &it;
    break;
  }
  if (phrase == nullptr) return false;
  // The first noun of its phrase is its head: not "realisatie" of "de kost van de realisatie".
  for (std::size_t i = phrase->begin; i < measure.word; ++i) {
    if (role(i) == WordRole::link) return false;
  }
  const bool right_before = at_.begin - phrase->end <= 4 && folded(phrase->end) == "van";
  return right_before || !phrase->before || folded(*phrase->before) == "met";
}

// "73 bevraagde starters"
bool FigureReading::belongs_to_counted(const MeasureWord& measure) const {
  const NounPhrase* phrase = phrase_at(at_.end);
  return phrase != nullptr && measure.word >= phrase->begin && measure.word < phrase->end;
}

// Of the items of a list: what the words before its colon say was done; a word of nl/measures.tsv before
// others.
std::string FigureReading::measure_of_lead_in() const {
  const std::size_t colon = colon_of_list();
  const std::size_t begin = colon > kWindow ? colon - kWindow : 0;
  const MeasureWord* best = nullptr;
  const std::span<const MeasureWord> hits = sentence_.measures();
  const auto from = std::ranges::lower_bound(hits, begin, {}, &MeasureWord::word);
  for (const MeasureWord& hit : hits.subspan(static_cast<std::size_t>(from - hits.begin()))) {
    if (hit.word >= colon) break;
    if (sentence_.depth_of(hit.word) > 0 || hit.shape == MeasureWord::Shape::noun) continue;
    if (!hit.known && hit.shape == MeasureWord::Shape::verb) continue;
    if (best == nullptr || hit.known >= best->known) best = &hit;
  }
  return best == nullptr ? "" : best->measure;
}

bool FigureReading::begins_with_capital(std::size_t word) const {
  const char c = sentence_.text()[sentence_.words()[word].span.begin];
  return c >= 'A' && c <= 'Z';
}

bool FigureReading::is_length_of_time() const {
  return figure_.kind == FigureKind::number &&
         sentence_.grammar().phrases.role_of(normalize(figure_.unit)) == WordRole::time;
}

std::span<const NounPhrase> FigureReading::phrases_near() const {
  return phrases_from(sentence_, at_.begin > kWindow ? at_.begin - kWindow : 0);
}
const NounPhrase* FigureReading::phrase_at(std::size_t begin) const {
  const auto phrase = std::ranges::lower_bound(sentence_.phrases(), begin, {}, &NounPhrase::begin);
  return phrase != sentence_.phrases().end() && phrase->begin == begin ? &*phrase : nullptr;
}
const NounPhrase* FigureReading::phrase_to(std::size_t end) const {
  const auto phrase = std::ranges::lower_bound(sentence_.phrases(), end, {}, &NounPhrase::end);
  return phrase != sentence_.phrases().end() && phrase->end == end ? &*phrase : nullptr;
}

// Over one "uit Burundi" behind a noun.
std::size_t FigureReading::with_complement(std::size_t end) const {
  constexpr std::size_t kLongest = 9;  // words
  if (!is_one_of(folded(end), kComplements)) return end;
  const NounPhrase* phrase = phrase_at(end + 1);
  if (phrase != nullptr && folded(end) == "per" && phrase->end == end + 2) return phrase->end;  // per dag
  if (phrase == nullptr || !phrase->names_thing || phrase->end - end > kLongest) return end;
  std::size_t first = phrase->begin;
  while (first < phrase->end && role(first) == WordRole::determiner) ++first;
  return role(first) == WordRole::empty ? end : phrase->end;  // "in het kader van …"
}

// Over "waarin zij deelneemt" behind a noun, without a comma between.
std::size_t FigureReading::with_relative_clause(std::size_t end) const {
  constexpr std::size_t kLongest = 10;  // words
  if (!is_one_of(folded(end), kRelative)) return end;
  std::size_t behind = end + 1;
  while (behind < sentence_.words().size() && role(behind) != WordRole::punctuation &&
         role(behind) != WordRole::figure && behind - end <= kLongest)
    ++behind;
  const bool whole = behind - end <= kLongest && role(behind) != WordRole::figure &&
                     sentence_.words()[behind - 1].span.end - sentence_.words()[end].span.begin < 60;
  return whole && behind > end + 1 ? behind : end;
}

// What only looks like a noun: an adjective right before the figure ("de jongste vijf jaar"), a sign.
bool FigureReading::is_stray(const NounPhrase& phrase) const {
  if (phrase.begin < at_.end && phrase.end > at_.begin) return true;
  const std::string& last = folded(phrase.end - 1);
  if (last.size() < 2) return true;
  return phrase.end == at_.begin && phrase.end - phrase.core == 1 && last.ends_with('e') &&
         !last.ends_with("ie");
}

// Over the second number of a range: "300 tot 500.000".
std::size_t FigureReading::skip_range(std::size_t at) const {
  if (role(at + 1) != WordRole::figure) return at;
  const std::string& word = folded(at);
  if (word != "tot" && word != "a" && word != "of" && word != "en" && word != "-") return at;
  std::size_t behind = at + 1;
  while (role(behind) == WordRole::figure) ++behind;
  return behind;
}

// Over the rest of a range, brackets and fillers behind a figure.
std::size_t FigureReading::skip_asides(std::size_t at) const {
  at = skip_range(at);
  constexpr std::size_t kLongestAside = 10;
  constexpr std::size_t kMostAsides = 4;
  const std::size_t count = sentence_.words().size();
  for (std::size_t steps = 0; at < count && steps < kMostAsides; ++steps) {
    if (folded(at) == ")" || role(at) == WordRole::filler) {
      ++at;
      continue;
    }
    if (folded(at) != "(") break;
    std::size_t close = at;
    while (close < count && close - at < kLongestAside && folded(close) != ")") ++close;
    if (close >= count || folded(close) != ")") break;
    at = close + 1;
  }
  return at;
}

std::string FigureReading::text_of(Words words) const {
  const auto bytes = [&] {
    return sentence_.words()[words.end - 1].span.end - sentence_.words()[words.begin].span.begin;
  };
  while (words.end > words.begin + 1 && bytes() > kLongestSubject) --words.end;
  // What was cut off leaves no preposition at the end.
  while (words.end > words.begin + 1 && !is_nominal(role(words.end - 1)) && !is_verbal(role(words.end - 1)) &&
         role(words.end - 1) != WordRole::figure)
    --words.end;
  return sentence_.text_of(words.begin, words.end);
}

WordRole FigureReading::role(std::size_t word) const {
  return word < sentence_.words().size() ? sentence_.words()[word].role : WordRole::punctuation;
}
const std::string& FigureReading::folded(std::size_t word) const {
  static const std::string none;
  return word < sentence_.words().size() ? sentence_.words()[word].folded : none;
}

}  // namespace vraagbaak::analysis
