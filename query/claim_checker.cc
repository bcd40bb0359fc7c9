// SPDX-License-Identifier: EUPL-1.2
#include "query/claim_checker.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/answer/reading_knowledge.h"
#include "query/claim/claim_reader.h"
#include "query/claim/comparison.h"
#include "query/claim/comparison_judge.h"
#include "query/claim/figure_judge.h"
#include "query/claim/statement_judge.h"

namespace vraagbaak::query {

class ClaimKnowledge {
 public:
  ClaimKnowledge(const analysis::DictionarySource& dictionaries,
                 std::shared_ptr<const ReadingKnowledge> reading_in)
      : reading(std::move(reading_in)),
        parser(reading->parser),
        segmenter(reading->segmenter),
        claim_scorer(dictionaries),
        words(dictionaries),
        reader(dictionaries),
        comparisons(dictionaries),
        names(dictionaries),
        parts{
            reading->analyzer, reading->tokenizer, segmenter, reading->cutter, reading->words, parser, reader,
            reading->scorer,   claim_scorer,       words} {}
  ClaimKnowledge(const ClaimKnowledge&) = delete;
  ClaimKnowledge& operator=(const ClaimKnowledge&) = delete;

  std::shared_ptr<const ReadingKnowledge> reading;
  const QuestionParser& parser;
  const analysis::Segmenter& segmenter;
  ClaimScorer claim_scorer;
  VerdictWords words;
  ClaimReader reader;
  ComparisonReader comparisons;
  analysis::EntityFinder names;
  FigureJudge::Parts parts;  // refers to the others
};

std::shared_ptr<const ClaimKnowledge> read_claim_knowledge(const analysis::DictionarySource& dictionaries,
                                                           const analysis::Analyzer& analyzer) {
  return read_claim_knowledge(dictionaries, std::make_shared<const ReadingKnowledge>(dictionaries, analyzer));
}

std::shared_ptr<const ClaimKnowledge> read_claim_knowledge(const analysis::DictionarySource& dictionaries,
                                                           std::shared_ptr<const ReadingKnowledge> reading) {
  return std::make_shared<const ClaimKnowledge>(dictionaries, std::move(reading));
}

ClaimChecker::ClaimChecker(const store::IndexReader& reader, const analysis::DictionarySource& dictionaries,
                           const analysis::Analyzer& analyzer)
    : ClaimChecker(reader, read_claim_knowledge(dictionaries, analyzer)) {}

ClaimChecker::ClaimChecker(const store::IndexReader& reader, std::shared_ptr<const ClaimKnowledge> knowledge)
    : reader_(reader), knowledge_(std::move(knowledge)) {}

ClaimChecker::~ClaimChecker() = default;
ClaimChecker::ClaimChecker(ClaimChecker&&) noexcept = default;

namespace {

// A "sentence" of more bytes is a table or no prose.
constexpr std::size_t kLongestSentence = 2000;
// A claim says more than this many figures: pasted text; the first ones decide.
constexpr std::size_t kMostFigures = 4;

// A claim whose verdict is told in that language, or in its own where that is empty.
Claim read_claim(const ClaimReader& reader, const QuestionParser& parser, std::string_view text,
                 std::string_view told_in) {
  Claim claim = reader.read(text, parser.parse(text).language);
  if (!told_in.empty()) claim.language = std::string(told_in);
  return claim;
}

// The figures that a claim stands or falls with: its quantities; its dates where it has none. A rate ("per
// 10.000 inwoners") is part of another quantity.
std::vector<std::size_t> figures_to_check(const Claim& claim) {
  std::vector<std::size_t> quantities;
  std::vector<std::size_t> given;
  std::vector<std::size_t> times;
  for (std::size_t i = 0; i < claim.figures.size(); ++i) {
    const ClaimFigure& figure = claim.figures[i];
    if (figure.is_rate) continue;
    const bool is_taken = figure.is_given || figure.is_frame;
    (is_temporal(figure.figure.kind) ? times : is_taken ? given : quantities).push_back(i);
  }
  std::vector<std::size_t>& chosen = !quantities.empty() ? quantities : !given.empty() ? given : times;
  if (chosen.size() > kMostFigures) chosen.resize(kMostFigures);
  return chosen;
}

// A figure that differs may be of something else than what a claim leans on, where that is not known.
void doubt(Verdict& verdict, const Claim& claim, const VerdictWords& words) {
  if (verdict.verdict != VerdictKind::refuted || !claim.context.empty()) return;
  verdict.verdict = VerdictKind::not_found;
  verdict.confidence = 1 - verdict.confidence;
  verdict.found.reset();
  verdict.explanation = words.say(claim.language, "no_context", {});
}

}  // namespace

Verdict ClaimChecker::check(std::string_view text, bool explain, std::string_view told_in) const {
  const store::IndexReader::Moment moment(reader_);
  const ClaimKnowledge& knowledge = *knowledge_;
  const Claim claim = read_claim(knowledge.reader, knowledge.parser, text, told_in);
  Verdict verdict;
  verdict.claim = claim.text;
  const std::vector<std::size_t> chosen = figures_to_check(claim);
  // A comparison stands or falls with the two figures it sets side by side, where it states none itself.
  const bool states_none = std::ranges::all_of(chosen, [&](std::size_t i) {
    return is_temporal(claim.figures[i].figure.kind) || claim.figures[i].is_frame;
  });
  if (const auto comparison = knowledge.comparisons.read(claim); comparison && states_none) {
    Verdict compared = ComparisonJudge(reader_, knowledge.parts).judge(claim, *comparison);
    if (compared.verdict != VerdictKind::not_found || !comparison->is_change) return compared;
  }
  if (chosen.empty()) {
    return StatementJudge(reader_, knowledge.parts, knowledge.names).judge(claim);
  }
  const FigureJudge judge(reader_, knowledge.parts);
  // A year alone may only say when; whether the rest holds is then the question ("in 2019 in Brussel").
  const bool says_years_alone = std::ranges::all_of(
      chosen, [&](std::size_t i) { return claim.figures[i].figure.kind == FigureKind::year; });
  if (says_years_alone) {
    Verdict said = StatementJudge(reader_, knowledge.parts, knowledge.names).judge(claim);
    if (said.verdict != VerdictKind::not_found) return said;
  }
  verdict = judge.judge(claim, chosen.front(), explain);
  for (std::size_t i = 1; i < chosen.size(); ++i) {
    if (verdict.verdict != VerdictKind::supported) break;
    Verdict other = judge.judge(claim, chosen[i], explain);
    if (other.verdict != VerdictKind::supported) verdict = std::move(other);
  }
  if (claim.is_leaning) doubt(verdict, claim, knowledge.words);
  return verdict;
}

std::vector<FigureVerdict> ClaimChecker::check_text(std::string_view text, std::string_view told_in) const {
  std::vector<FigureVerdict> verdicts;
  check_text(text, told_in, [&](FigureVerdict verdict) { verdicts.push_back(std::move(verdict)); });
  return verdicts;
}

void ClaimChecker::check_text(std::string_view text, std::string_view told_in,
                              const std::function<void(FigureVerdict)>& take) const {
  const store::IndexReader::Moment moment(reader_);
  const ClaimKnowledge& knowledge = *knowledge_;
  const FigureJudge judge(reader_, knowledge.parts);
  std::string named;  // the last sentence that names what it speaks of
  for (const Sentence& sentence : knowledge.segmenter.segment(text).sentences) {
    const std::string_view words = sentence.span.in(text);
    if (words.size() > kLongestSentence) continue;
    Claim claim = read_claim(knowledge.reader, knowledge.parser, words, told_in);
    if (claim.is_leaning) {
      claim.context = named;
    } else {
      named = claim.text;
    }
    for (const std::size_t i : figures_to_check(claim)) {
      FigureVerdict judged;
      judged.claimed = claim.figures[i];
      const auto shift = [&](ByteSpan span) {
        return ByteSpan{span.begin + sentence.span.begin, span.end + sentence.span.begin};
      };
      judged.claimed.figure.span = shift(judged.claimed.figure.span);
      judged.claimed.words = shift(judged.claimed.words);
      judged.sentence = sentence.span;
      judged.verdict = judge.judge(claim, i, false);
      if (claim.is_leaning) doubt(judged.verdict, claim, knowledge.words);
      take(std::move(judged));
    }
  }
}

}  // namespace vraagbaak::query
