// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/figure_judge.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/offset_map.h"
#include "query/answer/candidate_finder.h"
#include "query/answer/candidate_order.h"
#include "query/answer/citation_builder.h"
#include "query/answer/feature_maker.h"
#include "query/answer/passage_finder.h"
#include "query/answer/passage_reading.h"
#include "query/answer/term_matcher.h"
#include "query/claim/evidence.h"
#include "query/claim/figure_match.h"
#include "query/quantity/statement_reader.h"
#include "query/understand/alias_expander.h"

namespace vraagbaak::query {

namespace {

// How many passages are read for candidates: the best, and further on those that hold the claimed number.
constexpr std::size_t kPassagesRead = 40;
// How many candidates that agree, and that differ, are weighed.
constexpr std::size_t kWeighed = 12;
// The noun that a count counts stands within so many bytes behind it.
constexpr std::size_t kCountedReach = 40;
// A candidate in another document speaks against the first one from this close a score.
constexpr double kRivalReach = 1.5;

// Words for none are looked for in so many of the best passages, before a noun this near (bytes).
constexpr std::size_t kPassagesOfZeros = 12;
constexpr std::size_t kZeroReach = 30;

// What the claimed number itself weighs beside the words.
constexpr double kNumberWeight = 0.03;

// What a document says beside a limit, in words that the parser knows; it weighs less than the claim's own.
constexpr double kLimitWeight = 0.4;

// Adds the word for what a claimed limit is: "hoogstens 58" is stated as "het maximum bedraagt 58".
void add_limit(Question& question, const ClaimFigure& figure, const QuestionParser& parser) {
  if (!figure.is_limit || figure.figure.bound == FigureBound::none) return;
  const Question limit = parser.parse(figure.figure.bound == FigureBound::max ? "maximaal" : "minimaal");
  for (QuestionTerm term : limit.terms) {
    term.weight = kLimitWeight;
    term.span = figure.words;
    question.terms.push_back(std::move(term));
  }
}

// The claim without that figure, as a question for it.
Question question_for(const Claim& claim, const ClaimFigure& figure, const QuestionParser& parser) {
  std::string rest = claim.text;
  const std::size_t end = std::min(figure.words.end, rest.size());
  for (std::size_t i = figure.words.begin; i < end; ++i) rest[i] = ' ';
  Question question = parser.parse(rest);
  question.kinds = kinds_to_settle(figure.figure);
  if (figure.figure.kind == FigureKind::count) {
    for (QuestionTerm& term : question.terms) term.is_counted = false;
    const auto counted = std::ranges::find_if(question.terms, [&](const QuestionTerm& term) {
      return term.span.begin >= end && term.span.begin < end + kCountedReach && !term.is_name;
    });
    if (counted != question.terms.end()) {
      const ByteSpan word = counted->span;
      for (QuestionTerm& term : question.terms) term.is_counted = term.span == word;
    }
  }
  return question;
}

// The words of the sentence that a claim leans on weigh so much beside its own: a name tells what it is of,
// the rest what was said of that.
constexpr double kContextName = 0.7;
constexpr double kContextWord = 0.2;

// Adds what the claim leans on: "Daarvan is de helft besteed" speaks of what the sentence before it names.
void add_context(Question& question, const Claim& claim, const QuestionParser& parser) {
  if (claim.context.empty()) return;
  const Question context = parser.parse(claim.context);
  for (QuestionTerm term : context.terms) {
    if (term.is_number) continue;
    term.is_counted = false;
    term.weight *= term.is_name ? kContextName : kContextWord;
    term.span = {claim.text.size(), claim.text.size()};
    question.terms.push_back(std::move(term));
  }
  if (question.years.empty()) question.years = context.years;
}

// Adds the number itself as a term, so that passages with it are found: as written, and with its magnitude
// ("8,3 miljoen"). It weighs next to nothing, for a number proves no subject.
// True where there was one to add; it is the last term then.
bool add_number(Question& question, const ClaimFigure& figure, const analysis::Analyzer& analyzer) {
  if (is_temporal(figure.figure.kind) || !figure.figure.value) return false;
  const Decimal value = figure.figure.value->absolute();
  QuestionTerm term;
  term.word = value.print();
  term.span = figure.words;
  term.weight = kNumberWeight;
  const auto add = [&](std::vector<std::string> terms) { term.variants.push_back({std::move(terms), 0.5}); };
  add({analyzer.exact_term(grouped(value, "nl"))});
  add({analyzer.exact_term(value.normalized().print())});
  for (const auto& [power, word] : {std::pair{6, "miljoen"}, std::pair{9, "miljard"}}) {
    const auto scaled = value.shifted(-power);
    if (scaled && value >= Decimal(1'000'000))
      add({std::string("#").append(scaled->normalized().print()), word});
  }
  question.terms.push_back(std::move(term));
  return true;
}

// One claimed figure before the documents.
struct Hearing {
  Question question;
  std::vector<FoundPassage> passages;
  std::vector<AnswerCandidate> candidates;  // best first
  const AnswerCandidate* agreeing = nullptr;
  const AnswerCandidate* differing = nullptr;
};

// Adds what says that there is none ("geen sterfgevallen") as a count of zero.
void add_zeros(Hearing& hearing, const TermWeights& weights, const TermMatcher& matcher,
               const FigureJudge::Parts& parts, const store::IndexReader& reader) {
  if (std::ranges::none_of(hearing.question.terms, &QuestionTerm::is_counted)) return;
  FeatureMaker maker(hearing.question, weights, matcher);
  for (std::size_t i = 0; i < std::min(kPassagesOfZeros, hearing.passages.size()); ++i) {
    const FoundPassage& passage = hearing.passages[i];
    const std::vector<ByteSpan> zeros = parts.claim_reader.zeros_in(passage.record.text);
    if (zeros.empty()) continue;
    const PassageReading reading = read_passage(passage, i, parts.segmenter, parts.cutter, reader);
    for (const ByteSpan word : zeros) {
      const bool counts = std::ranges::any_of(passage.hits, [&](const TermHit& hit) {
        return hearing.question.terms[hit.term].is_counted && hit.span.begin >= word.end &&
               hit.span.begin < word.end + kZeroReach;
      });
      if (!counts) continue;
      const ByteSpan sentence = reading.sentences[reading.sentence_at(word.begin)];
      AnswerCandidate candidate;
      candidate.kind = AnswerKind::count;
      candidate.passage = i;
      candidate.span = reading.in_document(word);
      candidate.quote = reading.in_document(sentence);
      CandidatePlace place;
      place.span = word;
      place.core = word;
      place.sentence = sentence;
      place.left = sentence.begin;
      place.right = sentence.end;
      place.peers = {word};
      candidate.features = maker.make(reading, place, AnswerKind::count, hearing.passages.front().score);
      Figure none;
      none.kind = FigureKind::count;
      none.span = candidate.span;
      none.value = Decimal(0);
      maker.add_figure(candidate.features, none);
      candidate.figure = std::move(none);
      hearing.candidates.push_back(std::move(candidate));
    }
  }
}

bool counts_the_noun(const AnswerCandidate& candidate) {
  return candidate.features[Feature::counted_near] > 0 || candidate.features[Feature::counted_unit] > 0;
}

// True where its own unit is another noun than the claim counts.
bool counts_other_things(const AnswerCandidate& candidate) {
  return candidate.figure && !candidate.figure->unit.empty() && candidate.source != CandidateSource::cell &&
         candidate.figure->kind == FigureKind::count && !counts_the_noun(candidate);
}

std::string text_of(const FoundPassage& passage, ByteSpan span) {
  const ByteSpan own = passage.record.span;
  return std::string(ByteSpan{span.begin - own.begin, span.end - own.begin}.in(passage.record.text));
}

// Said by who asks: an answer need not agree.
bool is_said_by_asker(const FoundPassage& passage) {
  return passage.side == Side::question && passage.document->has_pairs();
}

bool is_interrogative(std::string_view sentence) {
  const std::size_t last = sentence.find_last_not_of(" \t\r\n\"'");
  return last != std::string_view::npos && sentence[last] == '?';
}

// True where the claim's year is nowhere about the candidate, or its sentence speaks of others alone.
bool says_other_year(const Question& question, const AnswerCandidate& candidate, const std::string& quote) {
  const FeatureVector& features = candidate.features;
  if (question.years.empty() || features[Feature::year_here] > 0) return false;
  if (features[Feature::year_other] >= 1 || features[Feature::year_missing] >= 1) return true;
  const std::vector<int> said = years_in_header(quote);
  return !said.empty() && std::ranges::none_of(said, [&](int year) {
    return std::ranges::find(question.years, year) != question.years.end();
  });
}

// True where its sentence says no year and the last one said before it in the passage is not the claim's:
// what is said there goes on until another year is named.
bool follows_other_year(const Question& question, const AnswerCandidate& candidate,
                        const FoundPassage& passage) {
  if (question.years.empty() || candidate.source == CandidateSource::cell) return false;
  if (!years_in_header(text_of(passage, candidate.quote)).empty()) return false;
  const ByteSpan before{0, candidate.quote.begin - passage.record.span.begin};
  const std::vector<int> said = years_in_header(before.in(passage.record.text));
  return !said.empty() && std::ranges::none_of(said, [&](int year) {
    return std::ranges::find(question.years, year) != question.years.end();
  });
}

// True where what the claim says stands in brackets that hold a figure of their own ("1.168 euro (1.460 met
// gezinslast)") and nowhere else in the candidate's sentence: the claim is about that figure, not this one.
bool is_said_of_brackets(const Question& question, const AnswerCandidate& candidate,
                         const FoundPassage& passage) {
  if (candidate.source == CandidateSource::cell) return false;
  const std::string_view text = passage.record.text;
  const std::size_t shift = passage.record.span.begin;
  const ByteSpan sentence{candidate.quote.begin - shift, candidate.quote.end - shift};
  const ByteSpan own{candidate.span.begin - shift, candidate.span.end - shift};
  for (std::size_t open = text.find('(', sentence.begin); open < sentence.end;
       open = text.find('(', open + 1)) {
    const ByteSpan brackets{open, std::min(text.find(')', open), sentence.end)};
    const bool has_figure =
        brackets.in(text).find_first_of("0123456789") != std::string_view::npos && !brackets.contains(own);
    if (!has_figure || own.end > brackets.begin) continue;
    std::vector<bool> inside(question.terms.size(), false);
    std::vector<bool> outside(question.terms.size(), false);
    for (const TermHit& hit : passage.hits) {
      if (!sentence.contains(hit.span.begin)) continue;
      (brackets.contains(hit.span.begin) ? inside : outside)[hit.term] = true;
    }
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const QuestionTerm& term = question.terms[i];
      const bool is_own = term.span.begin < question.text.size();  // not of what the claim leans on
      const bool is_word = !term.is_number && term.year == 0 && !(term.word[0] >= '0' && term.word[0] <= '9');
      if (is_own && is_word && inside[i] && !outside[i]) return true;
    }
  }
  return false;
}

}  // namespace

Verdict FigureJudge::judge(const Claim& claim, std::size_t index, bool explain) const {
  const ClaimFigure& claimed = claim.figures[index];
  const std::string claimed_text(claimed.words.in(claim.text));
  Verdict verdict;
  verdict.claim = claim.text;

  Hearing hearing;
  hearing.question = question_for(claim, claimed, parts_.parser);
  add_limit(hearing.question, claimed, parts_.parser);
  add_context(hearing.question, claim, parts_.parser);
  add_aliases(hearing.question, reader_, parts_.analyzer);
  const bool has_number = add_number(hearing.question, claimed, parts_.analyzer);
  const TermMatcher matcher(hearing.question, parts_.analyzer, parts_.tokenizer);
  const TermWeights weights = weigh_terms(hearing.question, reader_);
  hearing.passages =
      find_passages(hearing.question, weights, matcher, reader_, kPassagesRead,
                    has_number ? std::optional(hearing.question.terms.size() - 1) : std::nullopt);
  hearing.candidates = find_candidates(hearing.question, weights, matcher, parts_.segmenter, parts_.cutter,
                                       parts_.reading_words, reader_, hearing.passages);
  if (claimed.figure.kind == FigureKind::count) {
    add_zeros(hearing, weights, matcher, parts_, reader_);
  }
  for (AnswerCandidate& candidate : hearing.candidates) candidate.score = parts_.scorer.score(candidate);
  hearing.candidates =
      in_order(std::move(hearing.candidates),
               [](const AnswerCandidate& a, const AnswerCandidate& b) { return a.score > b.score; });

  const EvidenceSource source{hearing.question, weights, matcher, hearing.passages};
  std::vector<const AnswerCandidate*> agreeing;   // best first
  std::vector<const AnswerCandidate*> differing;  // likewise
  bool is_only_asked = false;
  const bool claims_whole = parts_.claim_reader.is_whole(claim.text, claimed.figure.span);
  const PeriodEdge edge = parts_.claim_reader.edge_of(claim.text, claimed.figure.span);
  const bool claims_rate = parts_.claim_reader.is_rate(claim.text, claimed.figure.span);
  for (const AnswerCandidate& candidate : hearing.candidates) {
    if (!candidate.figure) continue;
    const FigureMatch matched = match(claimed, *candidate.figure);
    if (matched == FigureMatch::incomparable) continue;
    const FoundPassage& passage = hearing.passages[candidate.passage];
    const std::size_t shift = passage.record.span.begin;
    const ByteSpan place{candidate.span.begin - shift, candidate.span.end - shift};
    if (parts_.claim_reader.is_denied(passage.record.text, place)) continue;
    if (candidate.kind == AnswerKind::count && !claims_rate &&
        parts_.claim_reader.is_rate(passage.record.text, place)) {
      continue;
    }
    // What the asker asks, nobody has said ("Klopt het dat er 43 zijn?"); and 43 is not how many in "20 van
    // de 43".
    const bool is_asked = is_said_by_asker(passage) && is_interrogative(text_of(passage, candidate.quote));
    is_only_asked = is_only_asked || (matched == FigureMatch::agrees && is_asked);
    if (matched == FigureMatch::agrees && is_asked) continue;
    if (matched == FigureMatch::agrees && !claims_whole &&
        parts_.claim_reader.is_whole(passage.record.text, place)) {
      continue;
    }
    // "tot 2012" is not "in 2012".
    const bool is_other_edge = is_temporal(claimed.figure.kind) && edge != PeriodEdge::none &&
                               parts_.claim_reader.edge_of(passage.record.text, place) != edge;
    if (is_other_edge) continue;
    // Nor does the same number of another year, or of none where the claim says one.
    const bool is_other_year =
        !is_temporal(claimed.figure.kind) &&
        (says_other_year(hearing.question, candidate, text_of(passage, candidate.quote)) ||
         follows_other_year(hearing.question, candidate, passage));
    // The same number of other things proves nothing, where the claim's noun is nowhere near.
    const bool is_chance = !counts_times(claimed.figure) && counts_other_things(candidate) &&
                           !has_counted_noun(source, candidate);
    if (is_said_of_brackets(hearing.question, candidate, passage)) continue;
    const bool is_proof = !is_chance && !is_other_year && has_numbers(source, candidate, claim);
    if (matched == FigureMatch::agrees && is_proof) agreeing.push_back(&candidate);
    // Another date refutes nothing where its sentence says none of what happened.
    const bool is_of_matter = !is_temporal(claimed.figure.kind) || says_matter(source, candidate);
    if (matched == FigureMatch::differs && is_of_matter) differing.push_back(&candidate);
  }
  // "25% in 2021-2022, 30% in 2022-2023": the claim's time is that of the other figure.
  std::erase_if(agreeing, [&](const AnswerCandidate* candidate) {
    return std::ranges::any_of(differing, [&](const AnswerCandidate* other) {
      constexpr double kMoreOfTheTime = 0.45;
      return other->passage == candidate->passage && other->quote == candidate->quote &&
             other->features[Feature::year_here] >= candidate->features[Feature::year_here] + kMoreOfTheTime;
    });
  });
  // Other things counted are no other count of these.
  const bool is_counted = !agreeing.empty() && counts_the_noun(*agreeing.front());
  if (is_counted)
    std::erase_if(differing,
                  [](const AnswerCandidate* candidate) { return counts_other_things(*candidate); });

  const CitationBuilder citations(reader_, parts_.segmenter);
  const auto show = [&](const AnswerCandidate& candidate, double confidence, const Evidence& evidence) {
    const FoundPassage& passage = hearing.passages[candidate.passage];
    Candidate shown;
    shown.figure = candidate.figure;
    shown.text = text_of(passage, candidate.span);
    const std::size_t local = candidate.span.begin - passage.record.span.begin;
    shown.start =
        passage.record.start_code_point + count_code_points(ByteSpan{0, local}.in(passage.record.text));
    shown.end = shown.start + count_code_points(shown.text);
    shown.confidence = confidence;
    shown.citation = citations.of_span(passage.record, candidate.quote);
    place_in_sheet(shown.citation, reader_, passage.record.document, candidate.span.begin);
    if (explain) shown.features = evidence;
    return shown;
  };
  // What a document says that differs from the one cited, or agrees with it.
  const auto add_other_document = [&](const AnswerCandidate& chosen, const AnswerCandidate* rival) {
    if (rival == nullptr || rival->score < chosen.score - kRivalReach) return;
    const auto& here = hearing.passages[chosen.passage].document->record();
    const auto& there = hearing.passages[rival->passage].document->record();
    if (here.id == there.id) return;
    verdict.explanation.append(" ").append(
        parts_.words.say(claim.language, "also_differs",
                         {there.path, text_of(hearing.passages[rival->passage], rival->span)}));
  };

  double support = 0;
  double refutation = 0;
  Evidence support_evidence;
  Evidence refutation_evidence;
  const auto first = [](const std::vector<const AnswerCandidate*>& all) {
    return std::span(all).first(std::min(all.size(), kWeighed));
  };
  const auto document_of = [&](const AnswerCandidate& candidate) {
    return hearing.passages[candidate.passage].record.document;
  };
  const auto rivals_of = [&](const AnswerCandidate& candidate,
                             const std::vector<const AnswerCandidate*>& others) {
    Rivals rivals;
    for (const AnswerCandidate* other : others) {
      if (rivals.best == nullptr) rivals.best = other;
      const bool is_beside = other->passage == candidate.passage && other->quote == candidate.quote;
      if (rivals.beside == nullptr && is_beside) rivals.beside = other;
      if (rivals.near == nullptr && document_of(*other) == document_of(candidate)) rivals.near = other;
    }
    return rivals;
  };
  for (const AnswerCandidate* candidate : first(agreeing)) {
    Evidence evidence = gather_evidence(source, *candidate, rivals_of(*candidate, differing), claimed);
    const double likely = parts_.claim_scorer.support(evidence);
    if (hearing.agreeing != nullptr && likely <= support) continue;
    hearing.agreeing = candidate;
    support = likely;
    support_evidence = std::move(evidence);
  }
  for (const AnswerCandidate* candidate : first(differing)) {
    Evidence evidence = gather_evidence(source, *candidate, rivals_of(*candidate, agreeing), claimed);
    const double likely = parts_.claim_scorer.refutation(evidence);
    if (hearing.differing != nullptr && likely <= refutation) continue;
    hearing.differing = candidate;
    refutation = likely;
    refutation_evidence = std::move(evidence);
  }

  if (support >= parts_.claim_scorer.support_threshold()) {
    verdict.verdict = claim.is_negated ? VerdictKind::refuted : VerdictKind::supported;
    verdict.confidence = support;
    verdict.found = show(*hearing.agreeing, support, support_evidence);
    const std::string stated = spoken(*verdict.found->figure, claim.language);
    const bool same = claimed.figure.value && verdict.found->figure->value &&
                      claimed.figure.value->absolute() == verdict.found->figure->value->absolute();
    verdict.explanation = claim.is_negated
                              ? parts_.words.say(claim.language, "negated", {verdict.found->text})
                          : same ? parts_.words.say(claim.language, "exact", {stated})
                                 : parts_.words.say(claim.language, "within", {stated, claimed_text});
    if (is_said_by_asker(hearing.passages[hearing.agreeing->passage]))
      verdict.explanation.append(" ").append(parts_.words.say(claim.language, "asker_says", {}));
    add_other_document(*hearing.agreeing, hearing.differing);
  } else if (refutation >= parts_.claim_scorer.refutation_threshold() && !claim.is_negated) {
    verdict.verdict = VerdictKind::refuted;
    verdict.confidence = refutation;
    verdict.found = show(*hearing.differing, refutation, refutation_evidence);
    std::string apart;
    const Figure& stated = *verdict.found->figure;
    if (claimed.figure.value && stated.value && !is_temporal(stated.kind) &&
        claimed.figure.kind == stated.kind) {
      apart = difference(*claimed.figure.value, *stated.value, parts_.words, claim.language);
    }
    verdict.explanation =
        parts_.words.say(claim.language, "refuted", {claimed_text, spoken(stated, claim.language), apart});
    add_other_document(*hearing.differing, hearing.agreeing);
  } else {
    verdict.confidence = 1 - std::max(support, refutation);
    const AnswerCandidate* nearest = hearing.agreeing != nullptr ? hearing.agreeing : hearing.differing;
    verdict.explanation =
        is_only_asked && hearing.agreeing == nullptr
            ? parts_.words.say(claim.language, "open_question", {claimed_text})
        : nearest == nullptr ? parts_.words.say(claim.language, "no_candidate", {claimed_text})
                             : parts_.words.say(claim.language, "nearest",
                                                {text_of(hearing.passages[nearest->passage], nearest->span)});
  }
  if (explain && !verdict.found) {
    if (hearing.agreeing != nullptr)
      verdict.found = show(*hearing.agreeing, support, support_evidence);
    else if (hearing.differing != nullptr)
      verdict.found = show(*hearing.differing, refutation, refutation_evidence);
  }
  if (explain && verdict.found) {
    auto& features = verdict.found->features;
    features.clear();
    if (claim.is_negated) features.push_back({"negated", 1, 0});
    for (const FeatureValue& value : support_evidence)
      features.push_back({std::string("support.").append(value.name), value.value, 0});
    for (const FeatureValue& value : refutation_evidence)
      features.push_back({std::string("refutation.").append(value.name), value.value, 0});
  }
  return verdict;
}

}  // namespace vraagbaak::query
