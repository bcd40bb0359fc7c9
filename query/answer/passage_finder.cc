// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/passage_finder.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "store/passage_search.h"

namespace vraagbaak::query {

namespace {

// How many passages full-text search gives to look at closely.
constexpr std::size_t kCandidates = 120;
// Of so many of them, the best, the answers in other documents are looked at, too.
constexpr std::size_t kFollowed = 20;
// A variant in more than this share of the passages finds everything and so nothing.
constexpr double kCommonShare = 0.25;
// How much a term counts that stands not in the passage but …
constexpr double kHeadingFactor = 0.8;
constexpr double kLinkedFactor = 0.75;  // in the question that the passage answers
constexpr double kTitleFactor = 0.7;
constexpr double kVicinityFactor = 0.45;  // in the passages round it, of the same document
constexpr std::size_t kVicinity = 8;      // passages before and after
// A member's question rarely holds the answer; the minister's answer does.
constexpr double kQuestionSideFactor = 0.85;
// So does the head of a document with questions and answers: title, names, subjects.
constexpr double kHeadFactor = 0.85;
// A word of which no form occurs is weighed as if it stood in this share of the passages …
constexpr double kUnsaidShare = 0.01;
// … and as little as this where it is a translation or goes untranslated.
constexpr double kUntranslatedFactor = 0.4;
// What stands in the passage itself counts so much more.
constexpr double kOwnBonus = 0.25;

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

// The terms of each passage's neighbours, as far as they were found too.
void add_vicinity(std::vector<FoundPassage>& found) {
  for (FoundPassage& passage : found) {
    passage.vicinity = passage.own;
    for (const FoundPassage& other : found) {
      if (other.record.document != passage.record.document) continue;
      const std::size_t from = std::min(other.record.number, passage.record.number);
      if (std::max(other.record.number, passage.record.number) - from <= kVicinity) {
        raise_to(passage.vicinity, other.own);
      }
    }
  }
}

}  // namespace

double TermWeights::coverage(const TermStrengths& strengths) const {
  double sum = 0;
  for (std::size_t i = 0; i < weight.size(); ++i) sum += weight[i] * strengths[i];
  return sum;
}

TermWeights weigh_terms(const Question& question, const store::IndexReader& reader) {
  TermWeights weights;
  const double passages = static_cast<double>(reader.passage_count()) + 1;
  double sum = 0;
  for (const QuestionTerm& term : question.terms) {
    std::size_t frequency = 0;
    bool is_absent = true;
    for (const TermVariant& variant : term.variants) {
      std::size_t rarest = static_cast<std::size_t>(-1);
      for (const std::string& word : variant.terms)
        rarest = std::min(rarest, reader.document_frequency(word));
      if (rarest > 0) is_absent = false;
      if (variant.strength > 0.8) frequency = std::max(frequency, rarest);
    }
    const bool occurs = !is_absent;
    // A word of which no form occurs: a name is missed in full, another word may only be said otherwise.
    if (is_absent && !term.is_name && term.year == 0 && !term.is_number) {
      frequency = static_cast<std::size_t>(passages * kUnsaidShare);
      if (term.is_translated) is_absent = false;
    }
    const double rarity = std::log(passages / (static_cast<double>(frequency) + 1)) / std::log(passages);
    weights.weight.push_back(term.weight * std::max(rarity, 0.05) *
                             (occurs || !term.is_translated ? 1 : kUntranslatedFactor));
    weights.rarity.push_back(std::max(rarity, 0.05));
    weights.is_absent.push_back(is_absent);
    sum += weights.weight.back();
  }
  if (sum > 0) {
    for (double& weight : weights.weight) weight /= sum;
  }
  return weights;
}

std::vector<FoundPassage> find_passages(const Question& question, const TermWeights& weights,
                                        const TermMatcher& matcher, const store::IndexReader& reader,
                                        std::size_t limit) {
  std::vector<FoundPassage> found;
  const std::string match = match_text(question, reader);
  if (match.empty()) return found;
  std::map<store::DocumentId, std::shared_ptr<DocumentView>> documents;
  std::set<store::PassageId> taken;
  const auto take = [&](std::optional<store::PassageRecord> record) {
    if (!record || record->kind == PassageKind::furniture || !taken.insert(record->id).second) return;
    auto& document = documents[record->document];
    if (!document) document = std::make_shared<DocumentView>(reader, matcher, record->document);
    FoundPassage passage;
    passage.record = *std::move(record);
    passage.document = document;
    passage.side = document->side_of(passage.record.section);
    TextTerms terms = matcher.read(passage.record.text);
    passage.hits = std::move(terms.hits);
    passage.words = std::move(terms.words);
    passage.own = matcher.strengths(passage.hits, ByteSpan{0, passage.record.text.size() + 1});
    passage.around.assign(matcher.term_count(), 0.0);
    raise_to(passage.around, document->heading_terms(passage.record.section), kHeadingFactor);
    raise_to(passage.around, document->title_terms(), kTitleFactor);
    raise_to(passage.around, document->linked_terms(passage.record.section), kLinkedFactor);
    found.push_back(std::move(passage));
  };
  for (const store::RankedPassage& ranked : store::PassageSearch(reader).best(match, kCandidates))
    take(reader.passage(ranked.passage));
  // An answer in a file of its own may hold no word of its question.
  for (std::size_t i = 0, count = std::min(found.size(), kFollowed); i < count; ++i) {
    if (found[i].side != Side::question || found[i].document->has_pairs()) continue;
    const store::PartId asked{found[i].record.document, found[i].record.section};
    for (const store::PartId& answer : reader.answers_elsewhere(asked)) {
      if (found.size() >= 2 * kCandidates) break;
      for (auto& passage : reader.passages_of_section(answer)) take(std::move(passage));
    }
  }
  // Nor need an annex that the answer names.
  for (std::size_t i = 0, count = std::min(found.size(), kFollowed); i < count; ++i) {
    for (const store::PartId& answer : found[i].document->answers_round(found[i].record.section)) {
      for (const store::DocumentId annex : reader.annexes(answer)) {
        if (found.size() >= 2 * kCandidates) break;
        for (auto& passage : reader.passages_of_section({annex, 0})) take(std::move(passage));
      }
    }
  }
  add_vicinity(found);
  for (FoundPassage& passage : found) {
    raise_to(passage.around, passage.vicinity, kVicinityFactor);
    TermStrengths all = passage.own;
    raise_to(all, passage.around);
    passage.score = weights.coverage(all) + kOwnBonus * weights.coverage(passage.own);
    if (passage.side == Side::question) passage.score *= kQuestionSideFactor;
    if (passage.side == Side::other && passage.document->has_pairs()) passage.score *= kHeadFactor;
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &FoundPassage::score);
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace vraagbaak::query
