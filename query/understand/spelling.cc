// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/spelling.h"

#include <algorithm>
#include <string>
#include <vector>

namespace vraagbaak::query {

namespace {

constexpr std::size_t kShortest = 5;       // letters of a word that is mended
constexpr std::size_t kLong = 8;           // from so many letters on two errors may be in it
constexpr std::size_t kLongest = 40;       // beyond it is no word
constexpr std::size_t kSameBeginning = 2;  // errors are rarely among the first letters
constexpr std::size_t kMostCompared = 20'000;
constexpr double kMendedStrength = 0.8;
constexpr double kMendedStemStrength = 0.75;

bool is_plain_word(std::string_view word) {
  return std::ranges::none_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '/'; });
}

}  // namespace

std::size_t typing_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t far = limit + 1;
  if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > limit) return far;
  std::vector<std::size_t> before;  // two rows up
  std::vector<std::size_t> last(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) last[k] = k;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1);
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      row[k] = std::min({last[k] + 1, row[k - 1] + 1, last[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1)});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        row[k] = std::min(row[k], before[k - 2] + 1);
    }
    if (*std::ranges::min_element(row) > limit) return far;
    before = std::move(last);
    last = std::move(row);
  }
  return std::min(last[b.size()], far);
}

void Spelling::mend(Question& question, const store::IndexReader& reader,
                    const analysis::Analyzer& analyzer) const {
  for (QuestionTerm& term : question.terms) {
    const std::string& word = term.word;
    if (term.year != 0 || term.is_number || word.size() < kShortest || word.size() > kLongest) continue;
    if (!is_plain_word(word) || (question.language == "en" && !term.is_name)) continue;
    const bool is_said = std::ranges::any_of(term.variants, [&](const TermVariant& variant) {
      return std::ranges::all_of(
          variant.terms, [&](const std::string& part) { return reader.document_frequency(part) > 0; });
    });
    if (is_said || words_.contains(word)) continue;
    const std::size_t limit = word.size() < kLong ? 1 : 2;
    const store::IndexReader::Word* best = nullptr;
    std::size_t nearest = limit + 1;
    const std::vector<store::IndexReader::Word> near =
        reader.words_beginning(std::string_view(word).substr(0, kSameBeginning), kMostCompared);
    for (const store::IndexReader::Word& other : near) {
      const std::size_t distance = typing_distance(word, other.term, limit);
      if (distance < nearest || (best != nullptr && distance == nearest && other.passages > best->passages)) {
        nearest = distance;
        best = &other;
      }
    }
    if (best == nullptr || nearest > limit) continue;
    term.variants.push_back({{best->term}, kMendedStrength});
    term.variants.push_back({{analyzer.stem_term(best->term)}, kMendedStemStrength});
    question.read_as.emplace_back(word, best->term);
  }
}

}  // namespace vraagbaak::query
