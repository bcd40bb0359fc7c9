// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/answer_aligner.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_set>
#include <utility>

#include "indexer/outline/statement_splitter.h"

namespace vraagbaak::indexer {
namespace {

// Words shorter than this are function words for the most part; of longer ones as many letters count, which
// folds most inflections and compounds on one head ("reizigers", "reizigersaantal").
constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kStemLetters = 6;
// What a further question being answered is worth, what turning to it costs at the begin of a paragraph and
// inside one, in units of word overlap; and the size that is added to a question's number of words before
// overlap is divided by its root. Round values from the middle of the plateau over the unnumbered answers of
// the development links.
constexpr double kAnswered = 0.6;
constexpr double kTurnAtParagraph = 0.1;
constexpr double kTurnInParagraph = 0.5;
constexpr double kLengthFloor = 8;
// Longer answers are annexes; their first sentences are divided, the rest stays with the last.
constexpr std::size_t kMostStatements = 1500;
// Share of an answer's sentences that must be new for it to say something.
constexpr double kRepeatedShare = 0.8;

// The first letters of a word in one number, a byte each.
using Stem = std::uint64_t;
static_assert(kStemLetters <= sizeof(Stem));

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The stems of the words of `text`, each once, in order.
std::vector<Stem> stems_of(std::string_view text) {
  std::vector<Stem> stems;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    Stem stem = 0;
    const std::size_t begin = at;
    for (; at < text.size() && is_letter(text[at]); ++at) {
      if (at - begin < kStemLetters) stem = stem << 8U | static_cast<unsigned char>(lower(text[at]));
    }
    if (at - begin >= kShortestWord) stems.push_back(stem);
  }
  std::ranges::sort(stems);
  stems.erase(std::ranges::unique(stems).begin(), stems.end());
  return stems;
}

// Letters and digits only, lower case: a sentence copied with other punctuation is the same sentence.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (is_letter(c) || (c >= '0' && c <= '9')) out += lower(c);
  return out;
}

bool repeats_introduction(std::string_view text, ByteSpan introduction,
                          const std::vector<Statement>& answer) {
  if (answer.size() < 2) return false;
  std::unordered_set<std::string> said;
  for (const Statement& statement : split_statements(text, introduction))
    said.insert(folded(statement.span.in(text)));
  const auto fewest = kRepeatedShare * static_cast<double>(answer.size());
  std::size_t repeated = 0;
  for (std::size_t s = 0; s < answer.size(); ++s) {
    if (static_cast<double>(repeated + answer.size() - s) < fewest) return false;  // out of reach
    repeated += said.contains(folded(answer[s].span.in(text))) ? 1 : 0;
  }
  return static_cast<double>(repeated) >= fewest;
}

std::vector<PartNumber> all_parts(const std::vector<Question>& questions) {
  std::vector<PartNumber> parts;
  for (const Question& question : questions) parts.push_back({question.number, 0});
  return parts;
}

// overlap[s][q]: words that statement s and question q share; the rarer a word on both sides, the more it
// says.
std::vector<std::vector<double>> overlaps(std::string_view text, const std::vector<Statement>& statements,
                                          const std::vector<Question>& questions) {
  std::vector<std::pair<Stem, std::size_t>> asked;  // stem and question
  std::vector<std::size_t> asked_words;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const std::vector<Stem> stems = stems_of(questions[q].span.in(text));
    asked_words.push_back(stems.size());
    for (const Stem stem : stems) asked.emplace_back(stem, q);
  }
  std::ranges::sort(asked);
  std::vector<Stem> stems;                         // of all questions, each once
  std::vector<std::vector<std::size_t>> asked_in;  // by stem
  for (const auto& [stem, q] : asked) {
    if (stems.empty() || stems.back() != stem) {
      stems.push_back(stem);
      asked_in.emplace_back();
    }
    asked_in.back().push_back(q);
  }
  std::vector<std::vector<std::size_t>> said(statements.size());  // stems, by their place in `stems`
  std::vector<std::size_t> said_in(stems.size());
  for (std::size_t s = 0; s < statements.size(); ++s) {
    for (const Stem stem : stems_of(statements[s].span.in(text))) {
      const auto place = std::ranges::lower_bound(stems, stem);
      if (place == stems.end() || *place != stem) continue;
      said[s].push_back(static_cast<std::size_t>(place - stems.begin()));
      ++said_in[said[s].back()];
    }
  }
  std::vector<std::vector<double>> overlap(statements.size(), std::vector<double>(questions.size(), 0));
  const auto question_count = static_cast<double>(questions.size());
  const auto statement_count = static_cast<double>(statements.size());
  for (std::size_t s = 0; s < statements.size(); ++s) {
    for (const std::size_t stem : said[s]) {
      const double weight = std::log(1 + question_count / static_cast<double>(asked_in[stem].size())) *
                            std::log(1 + statement_count / static_cast<double>(said_in[stem]));
      for (const std::size_t q : asked_in[stem]) overlap[s][q] += weight;
    }
    for (std::size_t q = 0; q < questions.size(); ++q)
      overlap[s][q] /= std::sqrt(kLengthFloor + static_cast<double>(asked_words[q]));
  }
  return overlap;
}

// For each statement the question it answers, never going back.
std::vector<std::size_t> divide(const std::vector<Statement>& statements,
                                const std::vector<std::vector<double>>& overlap) {
  const std::size_t n = statements.size();
  const std::size_t m = overlap.front().size();
  std::vector<std::vector<std::size_t>> from(n, std::vector<std::size_t>(m, 0));
  std::vector<double> score(m);
  for (std::size_t q = 0; q < m; ++q) score[q] = overlap[0][q] + kAnswered;
  for (std::size_t s = 1; s < n; ++s) {
    const double gain = kAnswered - (statements[s].opens_paragraph ? kTurnAtParagraph : kTurnInParagraph);
    std::vector<double> next(m);
    double best = -std::numeric_limits<double>::infinity();
    std::size_t best_q = 0;
    for (std::size_t q = 0; q < m; ++q) {
      const bool turn = q > 0 && best + gain > score[q];
      next[q] = (turn ? best + gain : score[q]) + overlap[s][q];
      from[s][q] = turn ? best_q : q;
      if (score[q] > best) {
        best = score[q];
        best_q = q;
      }
    }
    score = std::move(next);
  }
  std::vector<std::size_t> answers(n);
  auto q = static_cast<std::size_t>(std::ranges::max_element(score) - score.begin());
  for (std::size_t s = n; s-- > 0;) {
    answers[s] = q;
    q = from[s][q];
  }
  return answers;
}

}  // namespace

std::vector<AnswerBlock> align_answer(std::string_view text, ByteSpan asked, ByteSpan answer,
                                      const std::vector<Question>& questions) {
  const std::vector<Statement> statements = split_statements(text, answer, kMostStatements);
  if (statements.empty() || questions.empty()) return {};
  // What stands before the first question is the introduction.
  if (repeats_introduction(text, {asked.begin, questions.front().span.begin}, statements)) return {};
  const std::vector<AnswerBlock> whole{{answer, all_parts(questions), ""}};
  if (questions.size() == 1 || statements.size() < questions.size()) return whole;
  const auto overlap = overlaps(text, statements, questions);
  double most = 0;
  for (const auto& row : overlap) most = std::max(most, *std::ranges::max_element(row));
  if (most == 0) return whole;

  const auto answers = divide(statements, overlap);
  std::vector<AnswerBlock> blocks;
  for (std::size_t s = 0; s < statements.size(); ++s) {
    if (s == 0 || answers[s] != answers[s - 1])
      blocks.push_back({statements[s].span, {{questions[answers[s]].number, 0}}, ""});
    blocks.back().span.end = statements[s].span.end;
  }
  return blocks;
}

}  // namespace vraagbaak::indexer
