// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/statement_judge.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/offset_map.h"
#include "query/answer/citation_builder.h"
#include "query/answer/passage_finder.h"
#include "query/answer/passage_reading.h"
#include "query/answer/term_matcher.h"
#include "query/understand/alias_expander.h"
#include "query/understand/years.h"

namespace vraagbaak::query {

namespace {

// How many passages are read.
constexpr std::size_t kPassagesRead = 15;
// A term that stands in the title or the headings round a sentence counts this much.
constexpr double kAroundFactor = 0.8;
// From this strength a name stands there.
constexpr double kSaid = 0.5;

// A name in the claim: its kind and its terms.
struct ClaimName {
  EntityKind kind = EntityKind::organisation;
  ByteSpan span;
  std::vector<std::size_t> terms;
};

std::vector<ClaimName> names_of(const Question& question, const EntityList& found) {
  std::vector<ClaimName> names;
  for (const Mention& mention : found.mentions) {
    ClaimName name;
    name.kind = mention.kind;
    name.span = mention.span;
    for (std::size_t i = 0; i < question.terms.size(); ++i) {
      if (mention.span.contains(question.terms[i].span.begin)) name.terms.push_back(i);
    }
    if (!name.terms.empty()) names.push_back(std::move(name));
  }
  return names;
}

// A sentence with what it says of the claim.
struct Said {
  const FoundPassage* passage = nullptr;
  ByteSpan sentence;                   // bytes of the passage's text
  bool says_other_times = false;       // a year that the claim does not say, beside the one it says
  double coverage = 0;                 // weighted share of the claim's terms
  double others = 0;                   // ... of those outside the one name that is missing
  double heaviest = 0;                 // the heaviest term that is missing
  std::optional<std::size_t> missing;  // that name, by index
  std::size_t missing_count = 0;
  std::optional<ByteSpan> instead;  // another name of its kind that stands there; bytes of the document
};

class Listener {
 public:
  Listener(const Question& question, const TermWeights& weights, const TermMatcher& matcher,
           const std::vector<ClaimName>& names)
      : question_(question), weights_(weights), matcher_(matcher), names_(names) {}

  Said listen(const PassageReading& reading, ByteSpan sentence) const {
    Said said;
    said.passage = reading.passage;
    said.sentence = sentence;
    const TermStrengths own = matcher_.strengths(reading.passage->hits, sentence);
    TermStrengths all = own;
    DocumentView& document = *reading.passage->document;
    raise_to(all, document.heading_terms(reading.passage->record.section), kAroundFactor);
    raise_to(all, document.title_terms(), kAroundFactor);
    said.coverage = weights_.coverage(all);
    // "Zij beginnen eind 2018 en zijn klaar eind 2019" says all the words of "Zij zijn klaar eind 2018".
    const std::vector<int> years = years_in(sentence.in(reading.passage->record.text));
    said.says_other_times = !question_.years.empty() && std::ranges::any_of(years, [&](int year) {
      return std::ranges::find(question_.years, year) == question_.years.end();
    });
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const bool is_said =
          std::ranges::all_of(names_[n].terms, [&](std::size_t i) { return all[i] >= kSaid; });
      if (is_said) continue;
      ++said.missing_count;
      said.missing = n;
    }
    double rest = 0;
    double rest_said = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double weight = weights_.weight[i];
      const bool in_name = said.missing && std::ranges::find(names_[*said.missing].terms, i) !=
                                               names_[*said.missing].terms.end();
      if (in_name) continue;
      rest += weight;
      rest_said += weight * all[i];
      said.heaviest = std::max(said.heaviest, weight * (1 - all[i]));
    }
    said.others = rest > 0 ? rest_said / rest : 0;
    if (said.missing_count == 1) said.instead = other_name(reading, sentence, names_[*said.missing].kind);
    return said;
  }

 private:
  // A name of that kind in the sentence of which the claim says no word.
  std::optional<ByteSpan> other_name(const PassageReading& reading, ByteSpan sentence,
                                     EntityKind kind) const {
    for (const store::MentionRecord& mention : reading.mentions) {
      const ByteSpan span = reading.local(mention.span);
      if (mention.kind != kind || !sentence.contains(span)) continue;
      const bool in_claim = std::ranges::any_of(reading.passage->hits, [&](const TermHit& hit) {
        return span.contains(hit.span.begin) && hit.strength >= kSaid;
      });
      if (!in_claim) return mention.span;
    }
    return std::nullopt;
  }

  const Question& question_;
  const TermWeights& weights_;
  const TermMatcher& matcher_;
  const std::vector<ClaimName>& names_;
};

}  // namespace

Verdict StatementJudge::judge(const Claim& claim) const {
  Verdict verdict;
  verdict.claim = claim.text;
  Question question = parts_.parser.parse(claim.text);
  add_aliases(question, reader_, parts_.analyzer);
  const std::vector<ClaimName> names =
      names_of(question, names_.find(claim.text, parts_.segmenter.segment(claim.text)));
  const TermMatcher matcher(question, parts_.analyzer, parts_.tokenizer);
  const TermWeights weights = weigh_terms(question, reader_);
  const std::vector<FoundPassage> passages =
      find_passages(question, weights, matcher, reader_, kPassagesRead);
  const Listener listener(question, weights, matcher, names);
  std::optional<Said> bearing;  // says it best
  std::optional<Said> against;  // says it best of something else
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (passages[i].side == Side::question) continue;
    const PassageReading reading = read_passage(passages[i], i, parts_.segmenter, parts_.cutter, reader_);
    for (const ByteSpan sentence : reading.sentences) {
      Said said = listener.listen(reading, sentence);
      if (!bearing || said.coverage > bearing->coverage) bearing = said;
      if (said.instead && (!against || said.others > against->others)) against = std::move(said);
    }
  }

  const auto show = [&](const Said& said, ByteSpan span, double confidence) {
    const store::PassageRecord& record = said.passage->record;
    const ByteSpan local{span.begin - record.span.begin, span.end - record.span.begin};
    Candidate shown;
    shown.text = std::string(local.in(record.text));
    shown.start = record.start_code_point + count_code_points(ByteSpan{0, local.begin}.in(record.text));
    shown.end = shown.start + count_code_points(shown.text);
    shown.confidence = confidence;
    shown.citation = CitationBuilder(reader_, parts_.segmenter).of_span(record, span);
    return shown;
  };
  const ClaimScorer& scorer = parts_.claim_scorer;
  if (bearing && bearing->missing_count == 0 && !bearing->says_other_times &&
      bearing->coverage >= scorer.statement_support() && bearing->heaviest <= scorer.statement_gap() &&
      !claim.is_negated) {
    const std::size_t shift = bearing->passage->record.span.begin;
    // "Er zijn geen kunstwerken beschadigd" says all the words of its opposite.
    const bool denied = parts_.claim_reader.denies(bearing->sentence.in(bearing->passage->record.text)) &&
                        !parts_.claim_reader.denies(claim.text);
    verdict.verdict = denied ? VerdictKind::refuted : VerdictKind::supported;
    verdict.confidence = bearing->coverage;
    verdict.found =
        show(*bearing, {bearing->sentence.begin + shift, bearing->sentence.end + shift}, bearing->coverage);
    verdict.explanation = parts_.words.say(claim.language, denied ? "denied" : "statement", {});
  } else if (against && against->others >= scorer.statement_refutation() &&
             against->heaviest <= scorer.statement_gap() && !claim.is_negated && !claim.names_a_member) {
    verdict.verdict = VerdictKind::refuted;
    verdict.confidence = against->others;
    verdict.found = show(*against, *against->instead, against->others);
    const std::string claimed(names[*against->missing].span.in(claim.text));
    verdict.explanation = parts_.words.say(claim.language, "refuted", {claimed, verdict.found->text, ""});
  } else {
    verdict.confidence = 1 - (bearing ? bearing->coverage / 2 : 0);
    verdict.explanation = parts_.words.say(claim.language, "no_figure", {});
  }
  return verdict;
}

}  // namespace vraagbaak::query
