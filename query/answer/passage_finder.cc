// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/passage_finder.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "query/answer/passage_ranking.h"
#include "store/passage_search.h"

namespace vraagbaak::query {

namespace {

// How many passages full-text search gives to look at closely.
constexpr std::size_t kCandidates = 120;
// … and how many there may be with what is found by them.
constexpr std::size_t kMostFound = 2 * kCandidates;
// Of so many of them, the best, the answers in other documents are looked at, too.
constexpr std::size_t kFollowed = 20;
// A variant in more than this share of the passages finds everything and so nothing.
constexpr double kCommonShare = 0.25;

void append_phrase(std::string& match, const std::vector<std::string>& terms) {
  if (!match.empty()) match += " OR ";
  match += '"';
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i > 0) match += ' ';
    for (const char c : terms[i]) {
      match += c;
      if (c == '"') match += '"';
    }
  }
  match += '"';
}

std::string match_text(const Question& question, const store::IndexReader& reader) {
  const double passages = static_cast<double>(reader.passage_count());
  std::set<std::vector<std::string>> seen;
  std::string match;
  for (const bool take_common : {false, true}) {
    for (const QuestionTerm& term : question.terms) {
      for (const TermVariant& variant : term.variants) {
        std::size_t rarest = static_cast<std::size_t>(-1);
        for (const std::string& word : variant.terms)
          rarest = std::min(rarest, reader.document_frequency(word));
        if (rarest == 0 || (!take_common && static_cast<double>(rarest) > kCommonShare * passages)) continue;
        if (seen.insert(variant.terms).second) append_phrase(match, variant.terms);
      }
    }
    if (!match.empty()) break;  // common words only where there is nothing else
  }
  return match;
}

}  // namespace

std::vector<FoundPassage> find_passages(const Question& question, const TermWeights& weights,
                                        const TermMatcher& matcher, const store::IndexReader& reader,
                                        std::size_t limit, std::optional<std::size_t> kept) {
  const std::string match = match_text(question, reader);
  if (match.empty()) return {};
  PassageRanking found(weights, matcher, reader);
  for (const store::RankedPassage& ranked : store::PassageSearch(reader).best(match, kCandidates))
    found.add(reader.passage_without_text(ranked.passage), false);
  // An answer in a file of its own may hold no word of its question.
  for (std::size_t i = 0, count = std::min(found.size(), kFollowed); i < count; ++i) {
    if (found[i].side != Side::question || found[i].document->has_pairs()) continue;
    const store::PartId asked{found[i].record.document, found[i].record.section};
    for (const store::PartId& answer : reader.answers_elsewhere(asked)) {
      if (found.size() >= kMostFound) break;
      for (auto& passage : reader.passages_of_section(answer)) found.add(std::move(passage), true);
    }
  }
  // Nor need an annex that the answer names.
  for (std::size_t i = 0, count = std::min(found.size(), kFollowed); i < count; ++i) {
    for (const store::PartId& answer : found[i].document->answers_round(found[i].record.section)) {
      for (const store::DocumentId annex : reader.annexes(answer)) {
        if (found.size() >= kMostFound) break;
        for (auto& passage : reader.passages_of_section({annex, 0})) found.add(std::move(passage), true);
      }
    }
  }
  if (!kept || found.size() <= kCandidates) return found.take_best(limit, kept);
  // Where answers and annexes were added, only as many count as were searched for.
  std::vector<FoundPassage> chosen;
  for (FoundPassage& passage : found.take_best(kCandidates, std::nullopt)) {
    if (chosen.size() < limit || passage.own[*kept] > 0) chosen.push_back(std::move(passage));
  }
  return chosen;
}

}  // namespace vraagbaak::query
