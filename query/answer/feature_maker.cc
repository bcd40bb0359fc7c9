// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/feature_maker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "analysis/text/normalizer.h"
#include "query/answer/label_owner.h"
#include "query/answer/surroundings.h"
#include "query/understand/years.h"

namespace vraagbaak::query {

namespace {

constexpr double kNearWords = 6.0;        // at this distance a term counts half in `proximity`
constexpr std::size_t kCountedReach = 5;  // words between a figure and the noun it counts
constexpr double kNearYear = 0.5;  // a year in the passage, headings or linked question, against its own
constexpr double kInheritedShare = 0.9;  // a unit that only a figure before it has counts so much
constexpr double kImpossibleShare = 0.015;
constexpr std::ptrdiff_t kPeersCompared = 4;  // on either side
constexpr std::size_t kChangeReach = 24;      // bytes between the old value and the new one

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t words_between(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t words = 0;
  for (std::size_t i = std::min(from, text.size()); i < std::min(to, text.size()); ++i) {
    const bool space = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    const bool before = i > from && (text[i - 1] == ' ' || text[i - 1] == '\n' || text[i - 1] == '\t');
    if (space && !before) ++words;
  }
  return words;
}

std::size_t distance(std::string_view text, ByteSpan a, ByteSpan b) {
  if (a.end <= b.begin) return words_between(text, a.end, b.begin);
  if (b.end <= a.begin) return words_between(text, b.end, a.begin);
  return 0;
}

// "verlaagd van 40% naar 30%", "van 5 tot 3 miljoen": the first of the two is what was.
bool is_old_value(std::string_view text, const CandidatePlace& place) {
  const auto own = std::ranges::find(place.peers, place.span);
  if (own == place.peers.end() || std::next(own) == place.peers.end()) return false;
  const ByteSpan next = *std::next(own);
  if (next.begin < place.span.end || next.begin - place.span.end > kChangeReach) return false;
  const std::string_view between = ByteSpan{place.span.end, next.begin}.in(text);
  if (between.find(" naar ") == std::string_view::npos) return false;
  // "van uiterlijk 30 september naar": a word may stand between.
  std::string_view before = ByteSpan{place.sentence.begin, place.span.begin}.in(text);
  if (before.ends_with("van ")) return true;
  if (!before.ends_with(' ')) return false;
  before.remove_suffix(1);
  const std::size_t space = before.rfind(' ');
  return space != std::string_view::npos && before.substr(0, space + 1).ends_with(" van ");
}

// "de 400 ondernemingen", "van deze 71 medewerkers": known already, so hardly what is asked. `before` ends
// where the figure begins.
bool is_definite(std::string_view before) {
  static constexpr std::array<std::string_view, 8> kDeterminers{"de ",   "het ",  "deze ", "die ",
                                                                "alle ", "onze ", "hun ",  "beide "};
  return std::ranges::any_of(kDeterminers, [&](std::string_view word) {
    if (!before.ends_with(word)) return false;
    const std::size_t at = before.size() - word.size();
    return at == 0 || before[at - 1] == ' ' || before[at - 1] == '\n';
  });
}

constexpr std::size_t kPartReach = 40;  // bytes between "waarvan" and the part

// "waarvan 31", "onder wie 12", "(waaronder 11 …": `before` is the text right before the figure.
bool is_part(std::string_view before) {
  static constexpr std::array<std::string_view, 7> kParts{"waarvan",   "waaronder", "hiervan",   "daarvan",
                                                          "onder wie", "van wie",   "onder meer"};
  return std::ranges::any_of(
      kParts, [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

bool is_total(std::string_view clause) {
  return clause.find("totaal") != std::string_view::npos || clause.find("totale") != std::string_view::npos ||
         clause.find("Totaal") != std::string_view::npos || clause.find("Totale") != std::string_view::npos;
}

bool has_variant(const QuestionTerm& term, std::string_view beginning) {
  return std::ranges::any_of(term.variants, [&](const TermVariant& variant) {
    return variant.terms.size() == 1 && variant.strength > 0.8 && variant.terms[0].starts_with(beginning);
  });
}

// "oude", "vroegere", "oorspronkelijke": the value before a change.
bool says_before(const QuestionTerm& term) {
  static constexpr std::array<std::string_view, 6> kWords{"~oud",     "~vroeger",   "~voorheen",
                                                          "~voormal", "~oorspronk", "~aanvank"};
  return std::ranges::any_of(kWords, [&](std::string_view word) { return has_variant(term, word); });
}

// Words of the question that ask for a bound but are no terms: "tot hoeveel", "at most".
bool says_any(const std::string& question, std::span<const std::string_view> phrases) {
  return std::ranges::any_of(
      phrases, [&](std::string_view phrase) { return question.find(phrase) != std::string::npos; });
}
constexpr std::array<std::string_view, 5> kAtMost{"tot hoeveel", "ten hoogste", "hoogstens", "at most",
                                                  "up to"};
constexpr std::array<std::string_view, 4> kAtLeast{"minstens", "ten minste", "tenminste", "at least"};
constexpr std::array<std::string_view, 3> kBefore{"before", "previously", "used to"};

// Whether the number at `span` of the question is one of money or a percentage.
bool is_amount(std::string_view question, ByteSpan span) {
  static constexpr std::array<std::string_view, 6> kUnits{"euro", "eur", "mil", "%", "procent", "percent"};
  constexpr std::string_view kEuro = "€";
  constexpr std::size_t kLongestUnit = 8;
  const std::size_t before = question.substr(0, span.begin).find_last_not_of(' ');
  if (before != std::string_view::npos && question.substr(0, before + 1).ends_with(kEuro)) return true;
  const std::size_t next = question.find_first_not_of(' ', span.end);
  if (next == std::string_view::npos) return false;
  if (question.substr(next).starts_with(kEuro)) return true;
  const std::string rest = analysis::normalize(question.substr(next, kLongestUnit));
  return std::ranges::any_of(kUnits, [&](std::string_view unit) { return rest.starts_with(unit); });
}

}  // namespace

FeatureMaker::FeatureMaker(const Question& question, const TermWeights& weights, const TermMatcher& matcher,
                           const FocusWeights* focus)
    : question_(question), weights_(weights), matcher_(matcher), headers_(question, matcher), focus_(focus) {
  const std::string asked = analysis::normalize(question.text);
  asks_maximum_ = says_any(asked, kAtMost);
  asks_minimum_ = says_any(asked, kAtLeast);
  asks_old_ = question.language == "en" && says_any(asked, kBefore);
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    const QuestionTerm& term = question.terms[i];
    if (term.is_name) name_weight_ += weights.weight[i];
    if (has_variant(term, "~maxim")) asks_maximum_ = true;
    if (has_variant(term, "~minim")) asks_minimum_ = true;
    if (has_variant(term, "~total") || has_variant(term, "~totaal")) asks_total_ = true;
    if (says_before(term)) asks_old_ = true;
    if (term.is_number) numbers_.push_back(term.word);
    if (term.is_number && is_amount(question.text, term.span)) asks_amounts_ = true;
    for (const TermVariant& variant : term.variants) {
      if (variant.terms.size() == 1 && variant.terms[0].starts_with('#'))
        numbers_.push_back(variant.terms[0].substr(1));
    }
  }
}

void FeatureMaker::take(FeatureVector& features, Feature feature, TermStrengths& covered,
                        const TermStrengths& more, double factor) const {
  double gain = 0;
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (more[i] * factor > covered[i]) {
      gain += weights_.weight[i] * (more[i] * factor - covered[i]);
      covered[i] = more[i] * factor;
    }
  }
  features[feature] += gain;
}

void FeatureMaker::add_common(FeatureVector& features, const PassageReading& reading, AnswerKind kind,
                              double best_score, TermStrengths& covered) const {
  const FoundPassage& passage = *reading.passage;
  DocumentView& document = *passage.document;
  const std::size_t section = passage.record.section;
  take(features, Feature::heading, covered, document.heading_terms(section));
  take(features, Feature::linked, covered, document.linked_terms(section));
  take(features, Feature::title, covered, document.title_terms());
  take(features, Feature::passage, covered, passage.own);
  take(features, Feature::vicinity, covered, passage.vicinity);
  features[Feature::bias] = 1;
  features[Feature::missing] = 1 - weights_.coverage(covered);
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (weights_.is_absent[i]) features[Feature::absent] += weights_.weight[i];
    if (covered[i] <= 0) {
      features[Feature::heaviest_missing] = std::max(features[Feature::heaviest_missing], weights_.weight[i]);
    }
  }
  if (name_weight_ > 0) {
    double missing = 0;
    for (std::size_t i = 0; i < covered.size(); ++i) {
      if (question_.terms[i].is_name) missing += weights_.weight[i] * (1 - covered[i]);
    }
    features[Feature::missing_names] = missing / name_weight_;
  }
  features[Feature::linked_match] = weights_.coverage(document.linked_terms(section));
  features[Feature::title_match] = weights_.coverage(document.title_terms());
  const double share = kind_share(kind);
  features[Feature::kind] = share;
  features[Feature::kind_first] = question_.kinds.likeliest() == kind ? 1 : 0;
  features[Feature::kind_impossible] = share < kImpossibleShare ? 1 : 0;
  features[Feature::in_answer] = passage.side == Side::answer ? 1 : 0;
  features[Feature::in_question] = passage.side == Side::question ? 1 : 0;
  features[Feature::outside] = passage.side == Side::other && document.has_pairs() ? 1 : 0;
  features[Feature::own_question] =
      passage.side == Side::answer && document.has_own_question(section) ? 1 : 0;
  features[Feature::rank] = best_score > 0 ? passage.score / best_score : 0;
  features[Feature::rank_first] = reading.index == 0 ? 1 : 0;
}

void FeatureMaker::add_years(FeatureVector& features, const PassageReading& reading,
                             const TermStrengths& sentence, const TermStrengths& covered,
                             const std::vector<int>& said_of) const {
  if (question_.years.empty()) return;
  DocumentView& document = *reading.passage->document;
  const auto best = [&](const TermStrengths& strengths) {
    double strength = 0;
    for (std::size_t i = 0; i < strengths.size(); ++i) {
      if (question_.terms[i].year != 0) strength = std::max(strength, strengths[i]);
    }
    return strength > 0.5 ? 1.0 : 0.0;
  };
  features[Feature::year_sentence] = best(sentence);
  features[Feature::year_around] =
      std::max({best(covered), best(document.linked_terms(reading.passage->record.section)),
                best(document.title_terms())});
  features[Feature::year_missing] = 1 - features[Feature::year_around];
  if (!said_of.empty()) {
    // Of "van 2009 tot en met 2016" a figure for 2016 alone is but a part.
    const auto said = std::ranges::count_if(
        question_.years, [&](int year) { return std::ranges::find(said_of, year) != said_of.end(); });
    const double share = static_cast<double>(said) / static_cast<double>(question_.years.size());
    features[said > 0 ? Feature::year_here : Feature::year_other] = said > 0 ? share : 1;
    // "2022-2023" is not the school year 2021-2022.
    const bool is_span = question_.years.size() > 1 && said_of.size() > 1;
    if (is_span && said > 0 && share < 1) features[Feature::year_other] = 1 - share;
  }
}

std::vector<int> FeatureMaker::years_said_of(const PassageReading& reading, const CandidatePlace& place,
                                             const RespectivePairs& pairs, ByteSpan clause) const {
  const std::string_view text = reading.text();
  if (const int year = pairs.year_of(place.span); year != 0) return {year};
  if (const auto pair = pairs.item_of(place.span)) {
    std::vector<int> years = years_in(pair->in(text));
    if (!years.empty()) return years;
  }
  const auto outside = [&](ByteSpan span) {  // years in `span`, the candidate's own aside
    std::vector<int> years;
    if (span.begin < place.span.begin)
      years = years_in(ByteSpan{span.begin, std::min(span.end, place.span.begin)}.in(text));
    if (span.end > place.span.end) {
      for (const int year : years_in(ByteSpan{std::max(span.begin, place.span.end), span.end}.in(text)))
        years.push_back(year);
    }
    return years;
  };
  // The nearest that speaks: its own part, what speaks of it and of no other figure, the text between its
  // neighbours, all that comes before it in the sentence.
  if (place.fellows.size() > 1) {
    std::vector<int> years = outside(clause);
    if (!years.empty()) return years;
    years = owned_years(reading, place);
    if (!years.empty()) return years;
  }
  // Behind a semicolon another thing is said: "28 voor 42 studenten;2016: 22 …".
  const std::size_t mark = text.find(';', place.span.end);
  for (const ByteSpan span : {clause, ByteSpan{place.left, std::min(place.right, mark)},
                              ByteSpan{place.sentence.begin, place.span.begin}}) {
    std::vector<int> years = outside(span);
    if (!years.empty()) return years;
  }
  return {};
}

// The years that speak of the candidate and of no other figure of its sentence.
std::vector<int> FeatureMaker::owned_years(const PassageReading& reading, const CandidatePlace& place) const {
  const std::string_view text = reading.text();
  const LabelOwner owner(text, place.sentence, place.fellows, reading.breaks);
  const auto own = std::ranges::find(place.fellows, place.span);
  std::vector<int> years;
  for (std::size_t i = place.sentence.begin; i + 4 <= place.sentence.end; ++i) {
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
    if (owner.owner_of(i) != static_cast<std::size_t>(own - place.fellows.begin())) continue;
    if (place.span.contains(i)) continue;
    std::size_t end = i;
    while (end < text.size() && end < i + 7 && (is_digit(text[end]) || text[end] == '.' || text[end] == ','))
      ++end;
    for (const int year : years_in(ByteSpan{i, end}.in(text))) years.push_back(year);
  }
  return years;
}

void FeatureMaker::add_contrast(FeatureVector& features, const PassageReading& reading,
                                const CandidatePlace& place) const {
  const auto own = std::ranges::find(place.peers, place.span);
  if (own == place.peers.end() || place.peers.size() < 2) return;
  const std::vector<TermHit>& hits = reading.passage->hits;
  const auto part_of = [&](std::vector<ByteSpan>::const_iterator peer) {
    ByteSpan within = place.sentence;
    if (peer != place.peers.begin()) within.begin = std::min(std::prev(peer)->end, peer->begin);
    if (std::next(peer) != place.peers.end()) within.end = std::max(std::next(peer)->begin, peer->end);
    return analysis::clause_round(reading.breaks, within, *peer);
  };
  const auto first = own - place.peers.begin() > kPeersCompared ? own - kPeersCompared : place.peers.begin();
  const auto last = place.peers.end() - own > kPeersCompared ? own + kPeersCompared : place.peers.end();
  const TermStrengths mine = matcher_.strengths(hits, part_of(own));
  TermStrengths theirs(matcher_.term_count(), 0.0);
  for (auto peer = first; peer != last; ++peer) {
    if (peer != own && !place.core.contains(*peer)) raise_to(theirs, matcher_.strengths(hits, part_of(peer)));
  }
  const ByteSpan before{place.sentence.begin, part_of(place.peers.begin()).begin};
  const TermStrengths shared = matcher_.strengths(hits, before);
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (mine[i] > 0 || shared[i] > 0) theirs[i] = 0;
  }
  features[Feature::contrast] = weights_.coverage(theirs);
  if (focus_ != nullptr) {
    features[Feature::focus_contrast] = focus_->coverage(reading.passage->record.document, theirs);
  }
}

void FeatureMaker::add_focus(FeatureVector& features, const PassageReading& reading,
                             const CandidatePlace& place, ByteSpan clause, const TermStrengths& near) const {
  const std::vector<TermHit>& hits = reading.passage->hits;
  const store::DocumentId id = reading.passage->record.document;
  DocumentView& document = *reading.passage->document;
  const std::size_t section = reading.passage->record.section;
  TermStrengths covered = matcher_.strengths(hits, clause);
  double before = focus_->coverage(id, covered);
  features[Feature::focus] = before;
  const auto take_more = [&](Feature feature, const TermStrengths& more) {
    raise_to(covered, more);
    const double now = focus_->coverage(id, covered);
    features[feature] = now - before;
    before = now;
  };
  take_more(Feature::focus_upto, matcher_.strengths(hits, {place.sentence.begin, clause.end}));
  take_more(Feature::focus_sentence, matcher_.strengths(hits, place.sentence));
  const std::size_t sentence = reading.sentence_at(place.span.begin);
  TermStrengths said_before(matcher_.term_count(), 0.0);
  if (sentence > 0) raise_to(said_before, matcher_.strengths(hits, reading.sentences[sentence - 1]));
  if (const auto lead = reading.lead_of(sentence)) {
    raise_to(said_before, matcher_.strengths(hits, reading.sentences[*lead]));
  }
  take_more(Feature::focus_before, said_before);
  TermStrengths linked = document.linked_terms(section);
  raise_to(linked, document.heading_terms(section));
  take_more(Feature::focus_linked, linked);
  features[Feature::focus_near] = focus_->coverage(id, near);
  if (reading.passage->side == Side::answer && document.has_own_question(section)) {
    features[Feature::linked_best] = focus_->linked_share(id, document.linked_terms(section));
  }
  add_owned(features, reading, place);
}

void FeatureMaker::add_owned(FeatureVector& features, const PassageReading& reading,
                             const CandidatePlace& place) const {
  if (place.fellows.size() < 2) return;
  std::vector<ByteSpan> figures;  // a figure and its twin in brackets are one
  for (const ByteSpan fellow : place.fellows) {
    if (fellow != place.span && place.core.contains(fellow)) continue;
    figures.push_back(fellow);
  }
  const auto own = std::ranges::find(figures, place.span);
  if (own == figures.end() || figures.size() < 2) return;
  const std::size_t mine = static_cast<std::size_t>(own - figures.begin());
  const LabelOwner owner(reading.text(), place.sentence, figures, reading.breaks);
  TermStrengths owned(matcher_.term_count(), 0.0);
  TermStrengths others(matcher_.term_count(), 0.0);
  for (const TermHit& hit : reading.passage->hits) {
    if (!place.sentence.contains(hit.span.begin)) continue;
    const auto owning = owner.owner_of(hit.span.begin);
    if (!owning) continue;
    const bool is_mine = *owning == mine || place.bracketed.contains(hit.span.begin);
    TermStrengths& side = is_mine ? owned : others;
    side[hit.term] = std::max(side[hit.term], hit.strength);
  }
  for (std::size_t i = 0; i < owned.size(); ++i) {
    if (owned[i] > 0) others[i] = 0;
  }
  const store::DocumentId id = reading.passage->record.document;
  features[Feature::owned] = focus_->coverage(id, owned);
  features[Feature::disowned] = focus_->coverage(id, others);
}

void FeatureMaker::add_subject(FeatureVector& features, store::DocumentId document, const Figure& figure) {
  if (focus_ == nullptr) return;
  if (!figure.subject.empty())
    features[Feature::subject] = focus_->coverage(document, headers_.read(figure.subject).terms);
  if (!figure.place.empty()) {
    const bool is_asked = names_term(question_, headers_.read(figure.place).terms);
    if (is_asked || focus_->has_place(document)) features[Feature::place_said] = is_asked ? 1 : -1;
  }
  if (!figure.measure.empty() && !question_.measures.empty()) {
    const bool is_asked = std::ranges::find(question_.measures, figure.measure) != question_.measures.end();
    features[Feature::measure] = is_asked ? 1 : -1;
  }
}

void FeatureMaker::add_respective(FeatureVector& features, const PassageReading& reading,
                                  const CandidatePlace& place, const RespectivePairs& pairs) const {
  if (const int year = pairs.year_of(place.span); year != 0 && !question_.years.empty()) {
    features[Feature::respective] =
        std::ranges::find(question_.years, year) != question_.years.end() ? 1 : -1;
    return;
  }
  const auto pair = pairs.item_of(place.span);
  if (!pair) return;
  const TermStrengths own = matcher_.strengths(reading.passage->hits, *pair);
  const ByteSpan outside_left{place.sentence.begin, pair->begin};
  const ByteSpan outside_right{pair->end, place.sentence.end};
  TermStrengths others = matcher_.strengths(reading.passage->hits, outside_left);
  raise_to(others, matcher_.strengths(reading.passage->hits, outside_right));
  if (weights_.coverage(own) <= 0 && weights_.coverage(others) <= 0) return;
  double only_own = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (own[i] > 0 && others[i] <= 0) only_own += weights_.weight[i];
  }
  features[Feature::respective] = only_own > 0 ? 1 : -1;
}

FeatureVector FeatureMaker::make(const PassageReading& reading, const CandidatePlace& place, AnswerKind kind,
                                 double best_score) {
  FeatureVector features;
  const std::string_view text = reading.text();
  const std::vector<TermHit>& hits = reading.passage->hits;
  ByteSpan clause = analysis::clause_round(
      reading.breaks, {std::min(place.left, place.core.begin), std::max(place.right, place.core.end)},
      place.core);
  if (!place.bracketed.empty()) clause.begin = std::min(clause.begin, place.bracketed.begin);
  features[Feature::clause] = weights_.coverage(matcher_.strengths(hits, clause));
  TermStrengths about = reading.passage->document->title_terms();
  raise_to(about, reading.passage->document->heading_terms(reading.passage->record.section));
  TermStrengths repeated = matcher_.strengths(hits, clause);
  for (std::size_t i = 0; i < repeated.size(); ++i) repeated[i] = std::min(repeated[i], about[i]);
  features[Feature::repeats] = weights_.coverage(repeated);
  features[Feature::upto] = weights_.coverage(matcher_.strengths(hits, {place.sentence.begin, clause.end}));
  const ByteSpan left{std::min(place.left, place.span.begin), place.span.begin};
  const ByteSpan right{place.span.begin, std::max(place.right, place.span.end)};
  const TermStrengths left_terms = matcher_.strengths(hits, left);
  const TermStrengths right_terms = matcher_.strengths(hits, right);
  const TermStrengths sentence_terms = matcher_.strengths(hits, place.sentence);
  TermStrengths here = left_terms;
  raise_to(here, right_terms);

  TermStrengths covered(matcher_.term_count(), 0.0);
  features[Feature::left] = weights_.coverage(left_terms);
  features[Feature::right] = weights_.coverage(right_terms);
  raise_to(covered, here);
  take(features, Feature::sentence, covered, sentence_terms);
  const std::size_t sentence = reading.sentence_at(place.span.begin);
  if (sentence > 0)
    take(features, Feature::before, covered, matcher_.strengths(hits, reading.sentences[sentence - 1]));
  if (const auto lead = reading.lead_of(sentence)) {
    take(features, Feature::lead, covered, matcher_.strengths(hits, reading.sentences[*lead]));
  }
  if (sentence + 1 < reading.sentences.size()) {
    take(features, Feature::after, covered, matcher_.strengths(hits, reading.sentences[sentence + 1]));
  }

  TermStrengths near(matcher_.term_count(), 0.0);
  for (const TermHit& hit : hits) {
    if (!place.sentence.contains(hit.span.begin)) continue;
    const std::size_t words = distance(text, hit.span, place.span);
    near[hit.term] = std::max(near[hit.term], hit.strength / (1 + static_cast<double>(words) / kNearWords));
    if (question_.terms[hit.term].is_counted && words < kCountedReach) {
      features[Feature::counted_near] = std::max(features[Feature::counted_near], hit.strength);
    }
  }
  features[Feature::proximity] = weights_.coverage(near);
  features[Feature::early] = 1.0 / (1.0 + static_cast<double>(sentence));
  if (asks_total_) {
    bool total = false;
    for (const TermHit& hit : hits) {
      total = total ||
              (place.sentence.contains(hit.span.begin) && (has_variant(question_.terms[hit.term], "~tota")));
    }
    features[Feature::whole] = total ? 1 : -1;
  }
  add_common(features, reading, kind, best_score, covered);
  const RespectivePairs pairs(text, place.sentence, place.peers);
  add_years(features, reading, sentence_terms, covered, years_said_of(reading, place, pairs, clause));
  add_respective(features, reading, place, pairs);
  add_contrast(features, reading, place);
  if (focus_ != nullptr) add_focus(features, reading, place, clause, near);
  if (!place.fellows.empty()) {
    const std::string_view behind = ByteSpan{place.sentence.begin, place.span.begin}.in(text);
    if (kind != AnswerKind::date && kind != AnswerKind::period && is_definite(behind))
      features[Feature::definite] = 1;
    const std::size_t from = std::max(place.left, place.span.begin - std::min(place.span.begin, kPartReach));
    if (is_part(ByteSpan{std::min(from, place.span.begin), place.span.begin}.in(text))) {
      features[Feature::part] = 1;
    }
    if (!asks_total_ && is_total(clause.in(text))) features[Feature::total_here] = 1;
  }
  if (!asks_old_ && is_old_value(text, place)) features[Feature::old_value] = 1;
  add_sentence(features, reading, place.sentence);
  if (kind != AnswerKind::list && kind != AnswerKind::text) add_neighbours(features, reading, place);
  return features;
}

FeatureVector FeatureMaker::make_cell(const PassageReading& reading, const CandidatePlace& place,
                                      AnswerKind kind, double best_score, const Figure& figure,
                                      const std::string& caption) {
  FeatureVector features;
  const HeaderReading& row_header = headers_.read(figure.row);
  const HeaderReading& column_header = headers_.read(figure.column);
  const TermStrengths& title = headers_.read(caption).terms;
  TermStrengths row = row_header.terms;
  std::string years = figure.row + " " + figure.column;
  for (const ByteSpan time : place.times) {
    raise_to(row, matcher_.strengths(reading.passage->hits, time));
    years.append(1, ' ').append(time.in(reading.text()));
  }
  const TermStrengths& column = column_header.terms;
  features[Feature::row] = weights_.coverage(row);
  features[Feature::column] = weights_.coverage(column);
  features[Feature::row_extra] = row_header.extra;
  features[Feature::column_extra] = column_header.extra;
  TermStrengths covered = row;
  raise_to(covered, column);
  features[Feature::cell] = weights_.coverage(covered);
  const TermStrengths here = covered;
  take(features, Feature::sentence, covered, matcher_.strengths(reading.passage->hits, place.sentence));
  take(features, Feature::caption, covered, title);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (question_.terms[i].is_counted) features[Feature::counted_near] = std::max(row[i], column[i]);
  }
  if (asks_total_) {
    bool total = false;
    for (std::size_t i = 0; i < here.size(); ++i) {
      total = total || (here[i] > 0 && has_variant(question_.terms[i], "~tota"));
    }
    features[Feature::whole] = total ? 1 : -1;
  }
  if (focus_ != nullptr) {
    features[Feature::focus] = focus_->coverage(reading.passage->record.document, here);
  }
  add_common(features, reading, kind, best_score, covered);
  add_years(features, reading, here, covered, years_in(years));
  features[Feature::early] = 1.0 / (1.0 + static_cast<double>(reading.sentence_at(place.span.begin)));
  return features;
}

void FeatureMaker::add_figure(FeatureVector& features, const Figure& figure,
                              const std::string& counted) const {
  const std::string& unit_said = figure.unit.empty() ? counted : figure.unit;
  const double share = figure.unit.empty() ? kInheritedShare : 1;
  if (figure.value) {
    const std::string plain = figure.value->normalized().print();
    // "jonger dan 25": no amount, so "25 euro" may be the answer.
    const bool is_amount = figure.kind == FigureKind::money || figure.kind == FigureKind::percentage;
    const bool may_be_said = !is_amount || asks_amounts_;
    if (may_be_said && std::ranges::find(numbers_, plain) != numbers_.end()) features[Feature::echo] = 1;
  }
  const auto is_asked = [&](const std::optional<PartialDate>& date) {
    return date && std::ranges::find(question_.years, date->year) != question_.years.end() &&
           date->month == 0;
  };
  if (is_asked(figure.date)) features[Feature::echo] = 1;
  if (figure.date && figure.date->year == 0) features[Feature::yearless] = 1;
  if (figure.kind == FigureKind::year) features[Feature::is_year] = 1;
  if (!unit_said.empty()) {
    const TermStrengths unit = matcher_.strengths_in(unit_said);
    bool is_counted = false;  // the question counts something
    bool is_said = false;
    for (std::size_t i = 0; i < unit.size(); ++i) {
      is_said = is_said || unit[i] > 0;
      if (!question_.terms[i].is_counted) continue;
      is_counted = true;
      features[Feature::counted_unit] = std::max(features[Feature::counted_unit], share * unit[i]);
    }
    if (is_counted && features[Feature::counted_unit] <= 0 && figure.kind == FigureKind::count) {
      features[is_said ? Feature::unit_said : Feature::unit_other] = 1;
    }
  }
  if (figure.period.empty()) {
    // Nothing is known of its period, but the year is near.
    features[Feature::period_said] =
        features[Feature::year_other] > 0 ? 0 : kNearYear * features[Feature::year_around];
  } else if (!question_.years.empty()) {
    const std::vector<int> years = years_in(figure.period);
    const auto said = std::ranges::count_if(
        question_.years, [&](int year) { return std::ranges::find(years, year) != years.end(); });
    if (!years.empty()) {
      features[Feature::period_said] =
          said > 0 ? static_cast<double>(said) / static_cast<double>(question_.years.size()) : -1;
    }
  }
  const bool is_number = figure.kind == FigureKind::count || figure.kind == FigureKind::number;
  if (is_number && unit_said.empty()) features[Feature::bare] = 1;
  if (figure.approx) features[Feature::hedged] = 1;
  if (figure.bound == FigureBound::max) features[Feature::bounded] = asks_maximum_ ? 1 : -1;
  if (figure.bound == FigureBound::min) features[Feature::bounded] = asks_minimum_ ? 1 : -1;
}

}  // namespace vraagbaak::query
