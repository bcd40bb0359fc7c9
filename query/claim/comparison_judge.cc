// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/comparison_judge.h"

#include <algorithm>
#include <iterator>
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

namespace vraagbaak::query {

namespace {

// How many passages are read.
constexpr std::size_t kPassagesRead = 20;
// So much of the claim must be said about the two figures, and so much of each side's own words beside it.
constexpr double kCovered = 0.6;
constexpr double kOwn = 0.5;
// What only the second says, as a share of its words.
constexpr double kApartShare = 0.3;
// … and so much of what the claim says beside its two sides.
constexpr double kMatter = 0.5;
// Two sentences count so much less than one.
constexpr double kApart = 0.1;
// What stands in the heading, the linked question or the title counts this much.
constexpr double kAroundFactor = 0.8;

// A figure of a passage with what stands beside it alone.
struct Compared {
  const Figure* figure = nullptr;
  ByteSpan place;      // bytes of the passage
  ByteSpan sentence;   // likewise
  TermStrengths own;   // of its part of the sentence
  TermStrengths said;  // of its sentence
};

bool are_alike(const Figure& a, const Figure& b) {
  const auto plain = [](FigureKind kind) { return kind == FigureKind::count || kind == FigureKind::number; };
  if (plain(a.kind) && plain(b.kind))
    return a.kind == b.kind || a.unit == b.unit || a.unit.empty() || b.unit.empty();
  return a.kind == b.kind && a.unit == b.unit;
}

// Where the parts of an enumeration meet: behind a comma or semicolon that no number goes on, or "en".
bool is_joint(std::string_view text, std::size_t at) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (text[at] == ';' || text[at] == ',') return !is_digit(at + 1);
  const std::string_view rest = text.substr(at);
  return rest.starts_with(" en ") || rest.starts_with(" and ");
}

// The part of `within` that speaks of the figure at `place` alone: up to the joints on both sides. The first
// of a series has all before it to itself.
ByteSpan part_of(std::string_view text, ByteSpan within, ByteSpan place, bool has_before) {
  ByteSpan part = within;
  for (std::size_t i = place.end; i < within.end; ++i) {
    if (!is_joint(text, i)) continue;
    part.end = i;
    break;
  }
  for (std::size_t i = place.begin; has_before && i > within.begin; --i) {
    if (!is_joint(text, i - 1)) continue;
    part.begin = i;
    break;
  }
  return part;
}

std::vector<Compared> sides_in(const PassageReading& reading, const TermMatcher& matcher) {
  std::vector<Compared> sides;
  for (const store::FigureRecord& record : reading.figures) {
    const Figure& figure = record.figure;
    if (!figure.value || is_temporal(figure.kind) || figure.kind == FigureKind::ordinal_ref) continue;
    Compared side;
    side.figure = &figure;
    side.place = reading.local(figure.span);
    const ByteSpan sentence = reading.sentences[reading.sentence_at(side.place.begin)];
    side.sentence = sentence;
    ByteSpan between = sentence;
    for (const store::FigureRecord& other : reading.figures) {
      if (!other.figure.value || !are_alike(other.figure, figure)) continue;
      const ByteSpan place = reading.local(other.figure.span);
      if (place.end <= side.place.begin) between.begin = std::max(between.begin, place.end);
      if (place.begin >= side.place.end) between.end = std::min(between.end, place.begin);
    }
    const ByteSpan own = part_of(reading.text(), between, side.place, between.begin > sentence.begin);
    side.own = matcher.strengths(reading.passage->hits, own);
    if (record.table) raise_to(side.own, matcher.strengths_in(figure.row + " . " + figure.column));
    side.said = matcher.strengths(reading.passage->hits, sentence);
    raise_to(side.said, side.own);
    sides.push_back(std::move(side));
  }
  return sides;
}

// What tells the first from the second.
struct Poles {
  std::vector<std::size_t> first;  // terms, by index
  std::vector<std::size_t> second;
};

std::vector<std::size_t> terms_in(const Question& question, ByteSpan span) {
  std::vector<std::size_t> terms;
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    if (span.contains(question.terms[i].span.begin)) terms.push_back(i);
  }
  return terms;
}

double share(const std::vector<std::size_t>& terms, const TermWeights& weights, const TermStrengths& said) {
  double sum = 0;
  double all = 0;
  for (const std::size_t i : terms) {
    sum += weights.weight[i] * said[i];
    all += weights.weight[i];
  }
  return all > 0 ? sum / all : 0;
}

struct Pair {
  const FoundPassage* passage = nullptr;
  Figure first;
  Figure second;
  ByteSpan first_place;
  ByteSpan second_place;
  double covered = 0;
};

// The years of a term list, in order of the claim.
std::vector<std::size_t> years_of(const Question& question) {
  std::vector<std::size_t> years;
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    if (question.terms[i].year != 0) years.push_back(i);
  }
  std::ranges::sort(years, {}, [&](std::size_t i) { return question.terms[i].year; });
  return years;
}

bool tells_apart(const Question& question, std::size_t term) {
  return question.terms[term].is_name || question.terms[term].year != 0;
}

// The two poles of a claim; empty where it names none.
Poles poles_of(const Question& question, const Comparison& comparison) {
  Poles poles;
  if (comparison.is_change) {
    const std::vector<std::size_t> years = years_of(question);
    if (years.size() < 2) return poles;
    poles.first = {years.back()};
    poles.second = {years.front()};
    return poles;
  }
  const std::vector<std::size_t> behind = terms_in(question, comparison.second);
  if (behind.empty()) return poles;
  std::ranges::copy_if(behind, std::back_inserter(poles.second),
                       [&](std::size_t i) { return tells_apart(question, i); });
  if (poles.second.empty()) {  // "meer vrouwen dan mannen": the noun behind, and those between
    poles.second = {behind.front()};
    poles.first = terms_in(question, comparison.first);
    return poles;
  }
  // "in 2016 minder dan in 2015", "in Gent meer dan in Brugge": a year against a year, a name against a name.
  const bool by_year = question.terms[poles.second.front()].year != 0;
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    const bool is_before = question.terms[i].span.begin < comparison.second.begin;
    if (is_before && tells_apart(question, i) && (question.terms[i].year != 0) == by_year)
      poles.first.push_back(i);
  }
  return poles;
}

// What a claim asks beside its poles.
std::vector<std::size_t> matter_of(const Question& question, const Poles& poles) {
  std::vector<std::size_t> matter;
  const auto is_in = [](const std::vector<std::size_t>& terms, std::size_t i) {
    return std::ranges::find(terms, i) != terms.end();
  };
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    if (!is_in(poles.first, i) && !is_in(poles.second, i)) matter.push_back(i);
  }
  return matter;
}

// The claim with the year before its only one behind it: a change in 2016 is one since 2015.
std::string with_year_before(const Claim& claim, std::string text) {
  std::optional<int> year;
  for (const ClaimFigure& figure : claim.figures) {
    if (figure.figure.date && figure.figure.date->year != 0) {
      if (year && *year != figure.figure.date->year) return text;
      year = figure.figure.date->year;
    } else if (figure.figure.from || figure.figure.to) {
      return text;
    }
  }
  return year ? text.append(" ").append(std::to_string(*year - 1)) : text;
}

// The claim as a question for what it compares: without the word that compares, which documents do not say.
std::string question_text(const Claim& claim, const Comparison& comparison) {
  std::string text = claim.text;
  for (std::size_t i = comparison.word.begin; i < comparison.word.end; ++i) text[i] = ' ';
  return comparison.is_change ? with_year_before(claim, std::move(text)) : text;
}

}  // namespace

Verdict ComparisonJudge::judge(const Claim& claim, const Comparison& comparison) const {
  Verdict verdict;
  verdict.claim = claim.text;
  Question question = parts_.parser.parse(question_text(claim, comparison));
  add_aliases(question, reader_, parts_.analyzer);
  const TermMatcher matcher(question, parts_.analyzer, parts_.tokenizer);
  const TermWeights weights = weigh_terms(question, reader_);
  const Poles poles = poles_of(question, comparison);
  const std::vector<std::size_t> matter = matter_of(question, poles);

  std::optional<Pair> best;
  if (!poles.first.empty() && !poles.second.empty()) {
    const std::vector<FoundPassage> passages =
        find_passages(question, weights, matcher, reader_, kPassagesRead);
    for (std::size_t p = 0; p < passages.size(); ++p) {
      const FoundPassage& passage = passages[p];
      if (passage.side == Side::question) continue;
      const PassageReading reading = read_passage(passage, p, parts_.segmenter, parts_.cutter, reader_);
      const std::vector<Compared> sides = sides_in(reading, matcher);
      TermStrengths around(question.terms.size(), 0.0);
      raise_to(around, passage.document->heading_terms(passage.record.section), kAroundFactor);
      raise_to(around, passage.document->linked_terms(passage.record.section), kAroundFactor);
      raise_to(around, passage.document->title_terms(), kAroundFactor);
      for (const Compared& second : sides) {
        if (share(poles.second, weights, second.own) < kOwn) continue;
        for (const Compared& first : sides) {
          if (&first == &second || !are_alike(*first.figure, *second.figure)) continue;
          // What the first says of its own must be missing at the second, and the other way round.
          double lead = 0;
          for (const std::size_t i : poles.first) lead = std::max(lead, first.own[i] - second.own[i]);
          const double apart =
              share(poles.second, weights, second.own) - share(poles.second, weights, first.own);
          if (lead < kOwn || apart < kApartShare) continue;
          TermStrengths all = first.said;
          raise_to(all, second.said);
          raise_to(all, around);
          if (!matter.empty() && share(matter, weights, all) < kMatter) continue;
          const bool is_other_time = std::ranges::any_of(matter, [&](std::size_t i) {
            return question.terms[i].year != 0 && all[i] <= 0 && passage.own[i] <= 0;
          });
          if (is_other_time) continue;
          // Nearer is likelier: in one sentence before in two.
          const double covered = weights.coverage(all) - (first.sentence == second.sentence ? 0 : kApart);
          if (covered < kCovered || (best && covered <= best->covered)) continue;
          best = Pair{&passages[p], *first.figure, *second.figure, first.place, second.place, covered};
        }
      }
    }
    if (best) {
      const Decimal one = best->first.value->absolute();
      const Decimal other = best->second.value->absolute();
      bool holds = comparison.claims_more ? one > other : one < other;
      if (comparison.factor) {
        const auto scaled = multiply(comparison.claims_more ? other : one, *comparison.factor);
        holds = holds && scaled && (comparison.claims_more ? one >= *scaled : other >= *scaled);
      }
      if (claim.is_negated) holds = !holds;
      const store::PassageRecord& record = best->passage->record;
      Candidate shown;
      shown.figure = best->first;
      shown.text = std::string(best->first_place.in(record.text));
      shown.start =
          record.start_code_point + count_code_points(ByteSpan{0, best->first_place.begin}.in(record.text));
      shown.end = shown.start + count_code_points(shown.text);
      shown.confidence = best->covered;
      shown.citation = CitationBuilder(reader_, parts_.segmenter)
                           .of_span(record, {std::min(best->first.span.begin, best->second.span.begin),
                                             std::max(best->first.span.end, best->second.span.end)});
      verdict.verdict = holds ? VerdictKind::supported : VerdictKind::refuted;
      verdict.confidence = best->covered;
      verdict.explanation =
          parts_.words.say(claim.language, holds ? "compares" : "compares_not",
                           {spoken(best->first, claim.language), spoken(best->second, claim.language)});
      verdict.found = std::move(shown);
      return verdict;
    }
  }
  verdict.confidence = 0.5;
  verdict.explanation = parts_.words.say(claim.language, "no_comparison", {});
  return verdict;
}

}  // namespace vraagbaak::query
