// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/candidate_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "analysis/text/normalizer.h"
#include "query/answer/feature_maker.h"
#include "query/answer/focus_weights.h"
#include "query/answer/list_assembler.h"
#include "query/answer/passage_reading.h"
#include "query/answer/reasons.h"
#include "query/answer/surroundings.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

namespace {

// A kind that is asked with less than this share gets no candidates.
constexpr double kLeastShare = 0.004;
// Where one kind of figure is asked with at least this share, others are none …
constexpr double kSureKind = 0.55;
// … unless theirs is at least this part of it.
constexpr double kLeastPart = 0.05;
// Beside names, lists and sentences a figure must be asked with at least this part of their share.
constexpr double kLeastBesideWords = 0.3;
// Names, lists and sentences are taken only from so many of the best passages.
constexpr std::size_t kProsePassages = 16;
// A hit of at least this strength is the question's own word.
constexpr double kSameWord = 0.8;

constexpr std::size_t kShortestText = 12;  // bytes
constexpr double kItemWords = 10;
constexpr double kMostItemWords = 2;
// Behind these the predicate stands.
constexpr std::array<std::string_view, 6> kCopulas{" is ", " zijn ", " was ", " waren ", ": ", " omdat "};

std::optional<AnswerKind> answer_kind(const Figure& figure) {
  switch (figure.kind) {
    case FigureKind::money:
      return AnswerKind::money;
    case FigureKind::percentage:
      return AnswerKind::percentage;
    case FigureKind::count:
      return AnswerKind::count;
    case FigureKind::number:
      return figure.unit.empty() ? AnswerKind::count : AnswerKind::number;
    case FigureKind::date:
    case FigureKind::year:
      return AnswerKind::date;
    case FigureKind::period:
      return AnswerKind::period;
    case FigureKind::area:
      return AnswerKind::area;
    case FigureKind::ratio:
      return AnswerKind::ratio;
    case FigureKind::ordinal_ref:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<AnswerKind> answer_kind(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return AnswerKind::person;
    case EntityKind::organisation:
      return AnswerKind::organisation;
    case EntityKind::place:
      return AnswerKind::place;
    case EntityKind::programme:
      return AnswerKind::organisation;
    case EntityKind::legislation:
      return std::nullopt;
  }
  return std::nullopt;
}

// Kinds of figures that say the same in another way: a day or a span of days, a share or "een op de drie".
std::array<AnswerKind, 2> kin_of(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::date:
    case AnswerKind::period:
      return {AnswerKind::date, AnswerKind::period};
    case AnswerKind::percentage:
    case AnswerKind::ratio:
      return {AnswerKind::percentage, AnswerKind::ratio};
    case AnswerKind::count:
    case AnswerKind::number:
      return {AnswerKind::count, AnswerKind::number};
    default:
      return {kind, kind};
  }
}

bool is_figure_kind(AnswerKind kind) {
  return kind <= AnswerKind::area;
}

// "(in duizend euro)", "(in miljoen euro)": what the figures beside it are counted in, no amount.
bool is_scale(std::string_view text, ByteSpan span) {
  const std::string_view before = text.substr(0, span.begin);
  const bool is_bracketed = before.ends_with("(in ") || before.ends_with("(x ");
  return is_bracketed && span.end < text.size() && (text[span.end] == ')' || text[span.end] == ',');
}

bool is_time(AnswerKind kind) {
  return kind == AnswerKind::date || kind == AnswerKind::period;
}

// Figures that share out a sentence between them: times among times, quantities among quantities.
bool are_comparable(AnswerKind a, AnswerKind b) {
  return is_time(a) == is_time(b);
}

// True where a name stands in what the document says of its asker or minister, as a whole.
bool is_named(const std::string& name, const std::string& about) {
  return !name.empty() && analysis::normalize(about).find(name) != std::string::npos;
}

// A figure in brackets right behind another says the same in another unit.
constexpr std::size_t kBracketReach = 24;   // bytes between the two
constexpr std::size_t kClosingBracket = 2;  // the bracket and the break behind it

bool are_twins(std::string_view text, ByteSpan a, ByteSpan b) {
  const ByteSpan between{std::min(a.end, b.end), std::max(a.begin, b.begin)};
  if (between.begin > between.end || between.size() > kBracketReach) return false;
  const std::string_view words = between.in(text);
  const std::size_t last = std::max(a.end, b.end);
  return words.find('(') != std::string_view::npos && words.find(')') == std::string_view::npos &&
         last < text.size() && text[last] == ')';
}

// "van 40% naar 30%": the two stand for one change; `old` before `span`.
bool is_change(std::string_view text, ByteSpan old, ByteSpan span) {
  if (old.end > span.begin || span.begin - old.end > kBracketReach) return false;
  return text.substr(0, old.begin).ends_with("van ") &&
         ByteSpan{old.end, span.begin}.in(text).find(" naar ") != std::string_view::npos;
}

// The stretch before the bracket that `span` stands in, back to the break before it: "1 gebouw in Tanger" for
// the amount in "… en 1 gebouw in Tanger (276.623 euro)". Empty where the figure stands in no bracket or does
// not open it.
ByteSpan bracketed_thing(std::string_view text, ByteSpan span) {
  constexpr std::size_t kOpeningReach = 8;  // "(ca. "
  constexpr std::size_t kThingReach = 120;  // bytes
  const std::size_t from = span.begin - std::min(span.begin, kOpeningReach);
  const std::size_t open = text.substr(from, span.begin - from).rfind('(');
  if (open == std::string_view::npos) return {};
  const std::size_t end = from + open;
  std::size_t begin = end;
  while (begin > 0 && end - begin < kThingReach) {
    const char c = text[begin - 1];
    const bool is_break = c == ';' || c == ')' || c == '(' || c == ':' || c == '\n' ||
                          (c == ',' && begin < text.size() && text[begin] == ' ');
    if (is_break || text.substr(0, begin).ends_with(" en ")) break;
    --begin;
  }
  return {begin, end};
}

// "3. De subsidies …", "- een website": the sentence behind its number or bullet.
constexpr std::size_t kLongestLabel = 8;  // bytes
ByteSpan without_label(std::string_view text, ByteSpan sentence) {
  const std::string_view words = sentence.in(text);
  std::size_t end = 0;
  if (words.starts_with("- ") || words.starts_with("* ")) {
    end = 2;
  } else {
    const std::size_t digits = words.find_first_not_of("0123456789");
    const bool is_number = (digits == 1 || digits == 2) &&
                           (words.substr(digits).starts_with(". ") || words.substr(digits).starts_with(") "));
    end = is_number ? digits + 2 : 0;
  }
  return {sentence.begin + end, sentence.end};
}

constexpr std::array<std::string_view, 6> kOf{" van de ",   " van die ",  " van het ",
                                              " van deze ", " van onze ", " van hun "};

// "16 van de 119 ondernemingen": the two figures are one phrase, said of the first.
bool is_part_of(std::string_view text, ByteSpan part, ByteSpan whole) {
  return part.end <= whole.begin &&
         std::ranges::find(kOf, ByteSpan{part.end, whole.begin}.in(text)) != kOf.end();
}

// Between two figures of one noun: "466 en 19 klachten".
bool is_joint(std::string_view between) {
  return between == " en " || between == ", " || between == " of " || between == " tot ";
}

// "16 van de 119 ondernemingen", "451 van die meldingen": what the first number counts; empty where it is no
// part of a number of things.
std::string partitive_noun(std::string_view text, ByteSpan span) {
  constexpr std::size_t kWords = 2;  // an adjective may stand before the noun
  std::string_view behind = text.substr(std::min(span.end, text.size()));
  const auto of = std::ranges::find_if(kOf, [&](std::string_view word) { return behind.starts_with(word); });
  if (of == kOf.end()) return "";
  behind.remove_prefix(of->size());
  const std::size_t number = behind.find_first_not_of("0123456789. ");
  if (number == std::string_view::npos) return "";
  behind.remove_prefix(number);
  std::size_t end = 0;
  for (std::size_t words = 0; end < behind.size(); ++end) {
    if (behind[end] == ' ' && ++words == kWords) break;
    if (behind[end] == ',' || behind[end] == '.' || behind[end] == ';' || behind[end] == '(') break;
  }
  return std::string(behind.substr(0, end));
}

bool begins_with_capital(const std::string& item) {
  return !item.empty() && item[0] >= 'A' && item[0] <= 'Z';
}

// "vier platformen zijn: A, B, C en D"
bool says_size(const PassageReading& reading, const ItemList& list) {
  return std::ranges::any_of(reading.figures, [&](const store::FigureRecord& record) {
    const ByteSpan span = reading.local(record.figure.span);
    return record.figure.kind == FigureKind::count && record.figure.value &&
           record.figure.value->approximate() == static_cast<double>(list.items.size()) &&
           span.end <= list.span.begin && list.sentence.contains(span.begin);
  });
}

// Where a unit of time stands among those from years to seconds; nullopt where it is none.
std::optional<std::size_t> time_rank(std::string_view unit) {
  static constexpr std::array<std::string_view, 10> kUnits{"jaar", "jaren", "maand", "weken", "week",
                                                           "dag",  "uur",   "uren",  "minu",  "second"};
  const auto at = std::ranges::find_if(kUnits, [&](std::string_view one) { return unit.starts_with(one); });
  if (at == kUnits.end()) return std::nullopt;
  return static_cast<std::size_t>(at - kUnits.begin());
}

// "4 maanden en 3 dagen" is one duration: where it ends, of which the numbers stand at `first` and `second`;
// nullopt where the two are none.
std::optional<std::size_t> duration_end(std::string_view text, ByteSpan first, ByteSpan second) {
  constexpr std::string_view kJoint = " en ";
  if (first.end >= second.begin) return std::nullopt;
  std::string_view longer = ByteSpan{first.end, second.begin}.in(text);
  if (!longer.starts_with(' ') || longer.size() <= kJoint.size() || !longer.ends_with(kJoint))
    return std::nullopt;
  longer = longer.substr(1, longer.size() - 1 - kJoint.size());
  const std::string_view behind = text.substr(second.end);
  if (!behind.starts_with(' ')) return std::nullopt;
  const std::size_t word_end = std::min(behind.find_first_of(" \n\r\t.,;:)]", 1), behind.size());
  const auto rank = time_rank(longer);
  const auto shorter_rank = time_rank(behind.substr(1, word_end - 1));
  const bool is_one =
      rank && shorter_rank && *rank < *shorter_rank && longer.find(' ') == std::string_view::npos;
  return is_one ? std::optional(second.end + word_end) : std::nullopt;
}

// How many items of the list hold a name of that kind, as a share.
double share_of_kind(const PassageReading& reading, const ItemList& list, AnswerKind kind) {
  const auto fits = [&](ByteSpan item) {
    return std::ranges::any_of(reading.mentions, [&](const store::MentionRecord& mention) {
      return answer_kind(mention.kind) == kind && item.contains(reading.local(mention.span).begin);
    });
  };
  return static_cast<double>(std::ranges::count_if(list.places, fits)) /
         static_cast<double>(list.places.size());
}

// Whether the list is nothing but names of the kind: "Amel, Gent en Brecht".
bool lists_names(const PassageReading& reading, const ItemList& list, AnswerKind kind) {
  constexpr std::size_t kBesideName = 4;  // bytes: "in ", "de "
  return std::ranges::all_of(list.places, [&](ByteSpan item) {
    return std::ranges::any_of(reading.mentions, [&](const store::MentionRecord& mention) {
      const ByteSpan span = reading.local(mention.span);
      return answer_kind(mention.kind) == kind && item.contains(span.begin) &&
             item.size() <= span.size() + kBesideName;
    });
  });
}

// Where the lists stand that are nothing but names of one kind, with the kind.
std::vector<std::pair<ByteSpan, AnswerKind>> name_lists(const PassageReading& reading,
                                                        std::span<const ItemList> lists) {
  std::vector<std::pair<ByteSpan, AnswerKind>> found;
  for (const ItemList& list : lists) {
    for (const AnswerKind kind : {AnswerKind::person, AnswerKind::organisation, AnswerKind::place}) {
      if (lists_names(reading, list, kind)) found.emplace_back(list.span, kind);
    }
  }
  return found;
}

class Finder {
 public:
  Finder(const Question& question, const TermWeights& weights, const FocusWeights& focus,
         const TermMatcher& matcher, const ReadingWords& words, const store::IndexReader& reader,
         double best_score)
      : question_(question),
        maker_(question, weights, matcher, &focus),
        words_(words),
        asked_rates_(words.rates.in(question.text)),
        reader_(reader),
        best_score_(best_score) {}

  void add_figures(const PassageReading& reading);
  // None where the question asks for no list.
  std::vector<ItemList> lists_in(const PassageReading& reading) const {
    return asks(AnswerKind::list) ? find_lists(reading, words_.phrases) : std::vector<ItemList>{};
  }
  void add_names(const PassageReading& reading, std::span<const ItemList> lists);
  void add_lists(const PassageReading& reading, std::span<const ItemList> lists);
  void add_sentences(const PassageReading& reading);
  void add_text(const PassageReading& reading, ByteSpan sentence, ByteSpan span);
  // Sets the cells of each table against each other.
  void compare_cells();
  // Notes of each candidate how many say the same.
  void count_repeats();
  std::vector<AnswerCandidate> take() { return std::move(candidates_); }

 private:
  bool asks(AnswerKind kind) const { return question_.kinds[kind] >= kLeastShare; }
  bool asks_figure(AnswerKind kind) const;
  using FigureInPlace = std::pair<const store::FigureRecord*, AnswerKind>;
  static std::string inherited_unit(const PassageReading& reading, std::span<const FigureInPlace> figures,
                                    std::size_t i);
  void add(const PassageReading& reading, CandidateSource source, AnswerKind kind,
           const CandidatePlace& place, FeatureVector features, std::optional<Figure> figure,
           std::vector<std::string> items);
  const std::string& caption_of(store::DocumentId document, std::size_t table);

  const Question& question_;
  FeatureMaker maker_;
  const ReadingWords& words_;
  std::set<std::string> asked_rates_;
  const store::IndexReader& reader_;
  double best_score_;
  std::map<std::pair<store::DocumentId, std::size_t>, std::string> captions_;
  std::vector<AnswerCandidate> candidates_;
  std::vector<std::string> said_;  // what each candidate says: kind and value, or text
  std::map<std::pair<store::DocumentId, std::size_t>, std::vector<std::size_t>> cells_;  // by table
};

void Finder::add(const PassageReading& reading, CandidateSource source, AnswerKind kind,
                 const CandidatePlace& place, FeatureVector features, std::optional<Figure> figure,
                 std::vector<std::string> items) {
  AnswerCandidate candidate;
  candidate.source = source;
  candidate.kind = kind;
  candidate.passage = reading.index;
  candidate.span = reading.in_document(place.span);
  candidate.quote = reading.in_document(place.sentence);
  candidate.figure = std::move(figure);
  candidate.items = std::move(items);
  candidate.features = features;
  said_.push_back(std::string(to_string(kind)) + (candidate.figure && candidate.figure->value
                                                      ? candidate.figure->value->normalized().print()
                                                      : analysis::normalize(place.span.in(reading.text()))));
  candidates_.push_back(std::move(candidate));
}

// True where a figure of that kind can answer: a question for money is not answered by a count.
bool Finder::asks_figure(AnswerKind kind) const {
  if (!asks(kind)) return false;
  const AnswerKind likeliest = question_.kinds.likeliest();
  if (!is_figure_kind(likeliest) && !question_.is_keywords) {
    return question_.kinds[kind] >= kLeastBesideWords * question_.kinds[likeliest];
  }
  if (!is_figure_kind(likeliest) || question_.kinds[likeliest] < kSureKind) return true;
  const auto [first, second] = kin_of(kind);
  return std::max(question_.kinds[first], question_.kinds[second]) >= kLeastPart * question_.kinds[likeliest];
}

const std::string& Finder::caption_of(store::DocumentId document, std::size_t table) {
  const auto key = std::make_pair(document, table);
  const auto known = captions_.find(key);
  if (known != captions_.end()) return known->second;
  for (const store::TableRecord& record : reader_.tables(document)) {
    captions_[{document, record.id.number}] = record.table.caption;
  }
  return captions_[key];
}

// What the counts before figures[i] count, as far as they stand in its sentence or the one before, or the one
// that it is joined with ("466 en 19 klachten"); empty where none does.
std::string Finder::inherited_unit(const PassageReading& reading, std::span<const FigureInPlace> figures,
                                   std::size_t i) {
  const ByteSpan own = reading.local(figures[i].first->figure.span);
  if (i + 1 < figures.size()) {
    const Figure& next = figures[i + 1].first->figure;
    const ByteSpan span = reading.local(next.span);
    const bool is_joined =
        own.end <= span.begin && is_joint(ByteSpan{own.end, span.begin}.in(reading.text()));
    if (is_joined && next.kind == FigureKind::count && !next.unit.empty()) return next.unit;
  }
  const std::size_t sentence = reading.sentence_at(own.begin);
  for (std::size_t k = i; k-- > 0;) {
    const auto& [record, kind] = figures[k];
    const std::size_t other = reading.sentence_at(reading.local(record->figure.span).begin);
    if (other + 1 < sentence) break;
    if (kind == AnswerKind::count && !record->figure.unit.empty() && !record->table)
      return record->figure.unit;
  }
  return "";
}

void Finder::add_figures(const PassageReading& reading) {
  std::vector<FigureInPlace> figures;
  for (const store::FigureRecord& record : reading.figures) {
    if (const auto kind = answer_kind(record.figure)) figures.emplace_back(&record, *kind);
  }
  const auto joined_end = [&](std::size_t first) -> std::optional<std::size_t> {
    if (first + 1 >= figures.size()) return std::nullopt;
    return duration_end(reading.text(), reading.local(figures[first].first->figure.span),
                        reading.local(figures[first + 1].first->figure.span));
  };
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (i > 0 && joined_end(i - 1)) continue;  // told with the figure before
    const auto& [record, own_kind] = figures[i];
    const Figure& figure = record->figure;
    const bool is_cell = record->table.has_value() && (!figure.row.empty() || !figure.column.empty());
    // A count may be read from a figure without a unit, and a table's bare number may be money that its
    // caption says.
    const bool is_bare_cell = is_cell && figure.unit.empty();
    // "Hoeveel km fietspad": a measure in a cell is what is counted.
    const AnswerKind kind =
        is_cell && own_kind == AnswerKind::number && !asks(own_kind) ? AnswerKind::count : own_kind;
    // Key words may name a cell without a word for what it holds.
    const bool may_be_named = is_cell && question_.is_keywords && !is_time(kind);
    if (!asks(kind) && !may_be_named) continue;
    CandidatePlace place;
    place.span = reading.local(figure.span);
    if (is_scale(reading.text(), place.span)) continue;
    place.core = place.span;
    place.sentence = reading.sentences[reading.sentence_at(place.span.begin)];
    if (is_cell) {
      place.sentence = reading.line_at(place.span);
      for (const auto& [other, other_kind] : figures) {
        const ByteSpan span = reading.local(other->figure.span);
        if (other != record && is_time(other_kind) && other->table == record->table &&
            place.sentence.contains(span))
          place.times.push_back(span);
      }
    }
    place.left = place.sentence.begin;
    place.right = place.sentence.end;
    for (const auto& [other, other_kind] : figures) {
      if (!are_comparable(kind, other_kind)) continue;
      const ByteSpan span = reading.local(other->figure.span);
      if (place.sentence.contains(span)) place.fellows.push_back(span);
      if (other == record) continue;
      if (other_kind == kind && place.sentence.contains(span)) place.peers.push_back(span);
      if (other_kind != kind && are_twins(reading.text(), place.span, span)) {
        place.core = {std::min(place.span.begin, span.begin),
                      std::max(place.span.end, span.end) + kClosingBracket};
        continue;
      }
      if (other_kind == kind && place.sentence.contains(span) &&
          is_change(reading.text(), span, place.span)) {
        place.core.begin = std::min(place.core.begin, span.begin);
        continue;
      }
      if (is_part_of(reading.text(), place.span, span)) {
        place.core.end = std::max(place.core.end, span.end);
        continue;
      }
      if (span.end <= place.span.begin) place.left = std::max(place.left, span.end);
      if (span.begin >= place.span.end) place.right = std::min(place.right, span.begin);
    }
    place.peers.push_back(place.span);
    std::ranges::sort(place.peers);
    // "290 incidenten in een opvangcentrum, 69 erbuiten": a bare number counts what the one before it counts.
    if (!is_cell && kind == AnswerKind::count && figure.unit.empty()) {
      place.counted = partitive_noun(reading.text(), place.span);
      if (place.counted.empty()) place.counted = inherited_unit(reading, figures, i);
    }
    // What stands in brackets is said of what comes right before them.
    place.bracketed = bracketed_thing(reading.text(), place.span);
    FeatureVector features =
        is_cell ? maker_.make_cell(reading, place, kind, best_score_, figure,
                                   caption_of(reading.passage->record.document, *record->table))
                : maker_.make(reading, place, kind, best_score_);
    maker_.add_figure(features, figure, place.counted);
    add_size(features, figure, place.span.in(reading.text()));
    if (!is_cell) add_rate(features, reading, place, words_.rates, asked_rates_);
    maker_.add_subject(features, reading.passage->record.document, figure);
    add(reading, is_cell ? CandidateSource::cell : CandidateSource::figure, kind, place, features, figure,
        {});
    if (const auto end = joined_end(i)) {
      candidates_.back().span = reading.in_document({place.span.begin, *end});
      candidates_.back().figure.reset();  // its value is that of the first part alone
    }
    const bool is_named = may_be_named && features[Feature::row] > 0 && features[Feature::column] > 0;
    candidates_.back().is_excluded = !is_bare_cell && !is_named && !asks_figure(kind);
    if (!is_cell) continue;
    candidates_.back().table = record->table;
    cells_[{reading.passage->record.document, *record->table}].push_back(candidates_.size() - 1);
  }
}

void Finder::compare_cells() {
  static constexpr std::array<std::pair<Feature, Feature>, 3> kCompared{
      {{Feature::row, Feature::row_behind},
       {Feature::column, Feature::column_behind},
       {Feature::cell, Feature::cell_behind}}};
  for (const auto& [table, cells] : cells_) {
    for (const auto& [said, behind] : kCompared) {
      double most = 0;
      for (const std::size_t cell : cells) most = std::max(most, candidates_[cell].features[said]);
      for (const std::size_t cell : cells)
        candidates_[cell].features[behind] = most - candidates_[cell].features[said];
    }
  }
}

void Finder::count_repeats() {
  std::map<std::string_view, double> times;
  for (const std::string& said : said_) ++times[said];
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    candidates_[i].features[Feature::repeated] = std::log(times[said_[i]]);
}

void Finder::add_names(const PassageReading& reading, std::span<const ItemList> lists) {
  if (!asks(AnswerKind::person) && !asks(AnswerKind::organisation) && !asks(AnswerKind::place)) return;
  const auto listed = name_lists(reading, lists);
  for (const store::MentionRecord& mention : reading.mentions) {
    const auto kind = answer_kind(mention.kind);
    if (!kind || !asks(*kind)) continue;
    CandidatePlace place;
    place.span = reading.local(mention.span);
    place.core = place.span;
    place.sentence = reading.sentences[reading.sentence_at(place.span.begin)];
    place.left = place.sentence.begin;
    place.right = place.sentence.end;
    for (const store::MentionRecord& other : reading.mentions) {
      if (answer_kind(other.kind) != kind) continue;
      const ByteSpan span = reading.local(other.span);
      if (span.end <= place.span.begin) place.left = std::max(place.left, span.end);
      if (span.begin >= place.span.end) place.right = std::min(place.right, span.begin);
    }
    FeatureVector features = maker_.make(reading, place, *kind, best_score_);
    const Metadata& about = reading.passage->document->record().metadata;
    const std::string name = analysis::normalize(place.span.in(reading.text()));
    const bool is_asker = question_.asks_asker && is_named(name, about.author);
    const bool is_answerer = question_.asks_answerer && is_named(name, about.addressee);
    if (*kind == AnswerKind::person && (is_asker || is_answerer)) features[Feature::cue] = 1;
    // A name of which the question gives every word is no answer.
    std::set<std::uint32_t> said;
    for (const TermHit& hit : reading.passage->hits) {
      if (place.span.contains(hit.span.begin) && hit.strength > kSameWord) said.insert(hit.position);
    }
    const std::size_t words = split_words(name).size();
    if (said.size() >= words) features[Feature::echo] = 1;
    if (words > 0) {
      features[Feature::name_echo] =
          std::min(1.0, static_cast<double>(said.size()) / static_cast<double>(words));
    }
    const bool is_listed = std::ranges::any_of(listed, [&](const auto& list) {
      return list.second == *kind && list.first.contains(place.span.begin);
    });
    features[Feature::listed] = is_listed ? 1 : 0;
    add(reading, CandidateSource::name, *kind, place, features, std::nullopt, {});
  }
}

void Finder::add_lists(const PassageReading& reading, std::span<const ItemList> lists) {
  for (const ItemList& list : lists) {
    CandidatePlace place;
    place.span = list.span;
    place.core = list.span;
    place.sentence = list.sentence;
    place.left = list.sentence.begin;
    place.right = list.sentence.end;
    FeatureVector features = maker_.make(reading, place, AnswerKind::list, best_score_);
    features[Feature::size] = static_cast<double>(list.items.size()) / 10.0;
    if (question_.list_size) {
      features[Feature::list_size] = static_cast<int>(list.items.size()) == *question_.list_size ? 1 : -1;
    }
    features[Feature::cue] = list.is_announced ? 1 : 0;
    features[Feature::size_said] = says_size(reading, list) ? 1 : 0;
    features[Feature::named_items] =
        static_cast<double>(std::ranges::count_if(list.items, begins_with_capital)) /
        static_cast<double>(list.items.size());
    if (question_.item_kind)
      features[Feature::item_fit] = 2 * share_of_kind(reading, list, *question_.item_kind) - 1;
    std::size_t longest = 0;
    for (const std::string& item : list.items) longest = std::max(longest, split_words(item).size());
    features[Feature::longest_item] = std::min(static_cast<double>(longest) / kItemWords, kMostItemWords);
    add(reading, CandidateSource::list, AnswerKind::list, place, features, std::nullopt, list.items);
  }
}

void Finder::add_text(const PassageReading& reading, ByteSpan sentence, ByteSpan span) {
  CandidatePlace place;
  place.span = span;
  place.core = span;
  place.sentence = sentence;
  place.left = sentence.begin;
  place.right = sentence.end;
  FeatureVector features = maker_.make(reading, place, AnswerKind::text, best_score_);
  features[Feature::size] = static_cast<double>(span.size()) / 600.0;
  if (question_.asks_why && gives_reason(sentence.in(reading.text()))) features[Feature::cue] = 1;
  features[Feature::is_tail] = span.begin - sentence.begin > kLongestLabel ? 1 : 0;
  add(reading, CandidateSource::text, AnswerKind::text, place, features, std::nullopt, {});
}

void Finder::add_sentences(const PassageReading& reading) {
  if (!asks(AnswerKind::text)) return;
  const std::string_view text = reading.text();
  for (const ByteSpan sentence : reading.sentences) {
    if (sentence.size() < kShortestText) continue;
    add_text(reading, sentence, without_label(text, sentence));
    if (question_.asks_why) {
      if (const auto reason = reason_in(text, sentence, words_.phrases)) add_text(reading, sentence, *reason);
    }
    // "De voornaamste oorzaak is een defect": what is said of the subject.
    for (const std::string_view copula : kCopulas) {
      const std::size_t at = sentence.in(text).find(copula);
      if (at == std::string_view::npos) continue;
      ByteSpan tail{sentence.begin + at + copula.size(), sentence.end};
      while (tail.end > tail.begin && (text[tail.end - 1] == '.' || text[tail.end - 1] == '"')) --tail.end;
      while (tail.begin < tail.end && text[tail.begin] == '"') ++tail.begin;
      if (tail.size() >= kShortestText) add_text(reading, sentence, tail);
    }
  }
}

}  // namespace

std::vector<AnswerCandidate> find_candidates(const Question& question, const TermWeights& weights,
                                             const TermMatcher& matcher, const analysis::Segmenter& segmenter,
                                             const analysis::ClauseCutter& cutter, const ReadingWords& words,
                                             const store::IndexReader& reader,
                                             std::span<FoundPassage> passages) {
  if (passages.empty()) return {};
  std::vector<PassageReading> readings;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    readings.push_back(read_passage(passages[i], i, segmenter, cutter, reader));
  }
  const FocusWeights focus(question, weights, readings, matcher);
  Finder finder(question, weights, focus, matcher, words, reader, passages.front().score);
  for (const PassageReading& reading : readings) {
    finder.add_figures(reading);
    if (reading.index >= kProsePassages) continue;
    const std::vector<ItemList> lists = finder.lists_in(reading);
    finder.add_names(reading, lists);
    finder.add_lists(reading, lists);
    finder.add_sentences(reading);
  }
  finder.compare_cells();
  finder.count_repeats();
  return finder.take();
}

}  // namespace vraagbaak::query
