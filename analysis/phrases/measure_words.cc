// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/measure_words.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kFurthestParticle = 30;  // words; Dutch puts it at the end of the clause
constexpr std::size_t kShortestTail = 5;       // of a compound: "projectkosten", "steunbedrag"

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

MeasureWords::MeasureWords(const DictionarySource& dictionaries) {
  for (const DictionaryRow& row :
       DictionaryFile(dictionaries, "nl/measures.tsv", {"form", "measure", "particle"})) {
    by_form_[row[0]].push_back({std::string(row[1]), std::string(row[2])});
  }
}

std::vector<MeasureHit> MeasureWords::find(std::span<const PhraseWord> words) const {
  std::vector<MeasureHit> hits;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].role == WordRole::figure || words[i].role == WordRole::punctuation) continue;
    if (const Entry* entry = entry_for(words[i].folded, words.subspan(i + 1)))
      hits.push_back({i, entry->measure});
  }
  return hits;
}

// With particle goes before without.
const MeasureWords::Entry* MeasureWords::entry_for(std::string_view folded,
                                                   std::span<const PhraseWord> behind) const {
  const std::vector<Entry>* entries = by_form_.find(folded);
  if (entries == nullptr) return nullptr;
  const Entry* plain = nullptr;
  for (const Entry& entry : *entries) {
    if (entry.particle.empty()) {
      plain = &entry;
      continue;
    }
    for (std::size_t i = 0; i < behind.size() && i < kFurthestParticle; ++i) {
      if (behind[i].folded == entry.particle) return &entry;
    }
  }
  return plain;
}

std::string_view MeasureWords::in_text(std::string_view text) const {
  constexpr std::size_t kShortestHead = 3;  // what stands before a tail: "projectkosten", not "l-opende"
  const std::string folded = normalize(text);
  std::vector<PhraseWord> words;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && is_letter(folded[end])) ++end;
    if (end > at) words.push_back({{at, end}, folded.substr(at, end - at), WordRole::noun});
    at = std::max(end, at + 1);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i].folded;
    // The whole word, then ever shorter tails of it: a header's words are few and short.
    for (std::size_t from = 0; from == 0 || (from + kShortestTail <= word.size() && from < 24);
         from = std::max(from + 1, kShortestHead)) {
      if (const Entry* entry = entry_for(word.substr(from), std::span(words).subspan(i + 1)))
        return entry->measure;
    }
  }
  return {};
}

}  // namespace vraagbaak::analysis
