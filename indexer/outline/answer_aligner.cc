// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/answer_aligner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <unordered_map>
#include <unordered_set>

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

using Stems = std::unordered_set<std::string>;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Stems stems_of(std::string_view text) {
  Stems stems;
  std::string stem;
  std::size_t letters = 0;
  const auto close = [&] {
    if (letters >= kShortestWord) stems.insert(stem);
    stem.clear();
    letters = 0;
  };
  for (const char c : text) {
    if (!is_letter(c)) {
      close();
      continue;
    }
    if (letters++ < kStemLetters) stem += lower(c);
  }
  close();
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
  std::unordered_set<std::string> said;
  for (const Statement& statement : split_statements(text, introduction))
    said.insert(folded(statement.span.in(text)));
  const auto repeated = std::ranges::count_if(
      answer, [&](const Statement& statement) { return said.contains(folded(statement.span.in(text))); });
  return answer.size() > 1 &&
         static_cast<double>(repeated) >= kRepeatedShare * static_cast<double>(answer.size());
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
  std::unordered_map<std::string, std::vector<std::size_t>> asked_in;
  std::vector<std::size_t> asked_words;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const Stems stems = stems_of(questions[q].span.in(text));
    asked_words.push_back(stems.size());
    for (const std::string& stem : stems) asked_in[stem].push_back(q);
  }
  std::vector<Stems> said(statements.size());
  std::unordered_map<std::string, std::size_t> said_in;
  for (std::size_t s = 0; s < statements.size(); ++s) {
    for (const std::string& stem : stems_of(statements[s].span.in(text)))
      if (asked_in.contains(stem)) said[s].insert(stem);
    for (const std::string& stem : said[s]) ++said_in[stem];
  }
  std::vector<std::vector<double>> overlap(statements.size(), std::vector<double>(questions.size(), 0));
  const auto question_count = static_cast<double>(questions.size());
  const auto statement_count = static_cast<double>(statements.size());
  for (std::size_t s = 0; s < statements.size(); ++s) {
    for (const std::string& stem : said[s]) {
      const auto& where = asked_in.at(stem);
      const double weight = std::log(1 + question_count / static_cast<double>(where.size())) *
                            std::log(1 + statement_count / static_cast<double>(said_in.at(stem)));
      for (const std::size_t q : where) overlap[s][q] += weight;
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
