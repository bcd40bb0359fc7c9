// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/answer_blocks.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace vraagbaak::indexer {
namespace {

// Scores of a reading, in steps of trust: a number that says what it answers counts double one that is off by
// one; a question passed over costs less than a number misread is worth.
constexpr double kExact = 2.0;
constexpr double kShifted = 1.0;
constexpr double kRepeated = 1.2;
constexpr double kPassedOver = -0.6;
constexpr double kGluedCost = -0.3;
constexpr double kListedCost = -0.2;
constexpr double kFigureCost = -1.5;
constexpr double kNever = -1e9;
// An answer with more numbers than this is an annex; its first ones are read.
constexpr std::size_t kMostCandidates = 600;
// Text before the first number that is worth being an answer of its own, in bytes.
constexpr std::size_t kPreambleAnswer = 60;

struct Candidate {
  std::size_t enumerator = 0;
  int first = 0;  // lowest and highest number it names
  int last = 0;
  bool group = false;     // several numbers
  bool lettered = false;  // names letters: "2. b)"
};

struct Accepted {
  std::size_t candidate = 0;
  int shift = 0;
};

std::vector<Candidate> candidates_of(const std::vector<Enumerator>& enumerators) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < enumerators.size() && candidates.size() < kMostCandidates; ++i) {
    const auto& parts = enumerators[i].parts;
    if (parts.front().number == 0 || enumerators[i].bare) continue;
    Candidate candidate{i, parts.front().number, parts.front().number, false, false};
    for (const PartNumber part : parts) {
      candidate.first = std::min(candidate.first, part.number);
      candidate.last = std::max(candidate.last, part.number);
      candidate.lettered = candidate.lettered || part.letter != 0;
    }
    candidate.group = candidate.first != candidate.last;
    candidates.push_back(candidate);
  }
  return candidates;
}

// "1. en 3." leaves 2 free for the next number, "1. en 2." does not: the number the reading goes on from.
int key_of(const Candidate& candidate, const Enumerator& enumerator) {
  if (!candidate.group) return candidate.last;
  std::set<int> numbers;
  for (const PartNumber part : enumerator.parts) numbers.insert(part.number);
  const bool contiguous = static_cast<int>(numbers.size()) == candidate.last - candidate.first + 1;
  return contiguous ? candidate.last : candidate.first;
}

// The best reading: which candidates open a block and by how much each is off.
std::vector<Accepted> best_reading(const std::vector<Enumerator>& enumerators,
                                   const std::vector<Candidate>& candidates, int question_count) {
  constexpr std::array<int, 3> kShifts{0, 1, -1};
  const auto count = static_cast<std::size_t>(question_count);
  // passed[q]: cost of all questions up to q being passed over; those a group names never are.
  std::vector<char> in_group(count + 1, 0);
  for (const Candidate& candidate : candidates)
    if (candidate.group)
      for (const PartNumber part : enumerators[candidate.enumerator].parts)
        if (part.number <= question_count) in_group[static_cast<std::size_t>(part.number)] = 1;
  std::vector<double> passed(count + 1, 0);
  for (std::size_t q = 1; q <= count; ++q) passed[q] = passed[q - 1] + (in_group[q] != 0 ? 0 : kPassedOver);

  struct Step {
    double score = kNever;
    std::size_t candidate = 0;
    int shift = 0;
    int from = -1;  // index in steps, -1: the start
    bool group = false;
  };
  std::vector<Step> steps;
  // best[q]: the step that ends at key q with the highest score so far.
  std::vector<int> best(count + 1, -1);
  const auto value_before = [&](std::size_t key, int& from) {
    // Coming from the start all questions below `key` are passed over.
    double value = passed[key - 1];
    from = -1;
    for (std::size_t q = 1; q < key; ++q) {
      if (best[q] < 0) continue;
      const double here = steps[static_cast<std::size_t>(best[q])].score + passed[key - 1] - passed[q];
      if (here > value) {
        value = here;
        from = best[q];
      }
    }
    return value;
  };
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const Candidate& candidate = candidates[c];
    const Enumerator& enumerator = enumerators[candidate.enumerator];
    std::vector<std::pair<std::size_t, Step>> found;
    for (const int shift : kShifts) {
      if (shift != 0 && enumerator.place == EnumeratorPlace::figure) continue;
      const int key = key_of(candidate, enumerator) + shift;
      const int first = candidate.first + shift;
      if (first < 1 || key > question_count || candidate.last + shift > question_count) continue;
      const auto at = static_cast<std::size_t>(key);
      int from = -1;
      // A group counts from its first number: what lies between is not passed over.
      double score = value_before(static_cast<std::size_t>(std::max(1, std::min(first, key))), from);
      score += shift == 0 ? kExact : kShifted;
      if (candidate.group && shift == 0) score += kExact * 0.5 * (candidate.last - candidate.first);
      if (shift == 0 && best[at] >= 0) {
        const Step& same = steps[static_cast<std::size_t>(best[at])];
        const double again = same.score + (candidate.lettered ? kExact : kRepeated);
        if ((candidate.lettered || same.group) && again > score) {
          score = again;
          from = best[at];
        }
      }
      if (enumerator.place == EnumeratorPlace::glued) score += kGluedCost;
      if (enumerator.place == EnumeratorPlace::figure) score += kFigureCost;
      if (enumerator.place == EnumeratorPlace::listed) score += kListedCost;
      found.push_back({at, {score, c, shift, from, candidate.group}});
    }
    for (auto& [at, step] : found) {
      if (best[at] >= 0 && steps[static_cast<std::size_t>(best[at])].score >= step.score) continue;
      best[at] = static_cast<int>(steps.size());
      steps.push_back(step);
    }
  }
  double top = kNever;
  int end = -1;
  for (std::size_t q = 1; q <= count; ++q) {
    if (best[q] < 0) continue;
    const double score = steps[static_cast<std::size_t>(best[q])].score + passed[count] - passed[q];
    if (score > top) {
      top = score;
      end = best[q];
    }
  }
  std::vector<Accepted> reading;
  for (int at = end; at >= 0; at = steps[static_cast<std::size_t>(at)].from)
    reading.push_back(
        {steps[static_cast<std::size_t>(at)].candidate, steps[static_cast<std::size_t>(at)].shift});
  std::ranges::reverse(reading);
  return reading;
}

const Question* question_of(const std::vector<Question>& questions, int number) {
  if (number < 1 || static_cast<std::size_t>(number) > questions.size()) return nullptr;
  return &questions[static_cast<std::size_t>(number - 1)];
}

bool has_part(const Question* question, char letter) {
  return question != nullptr && std::ranges::any_of(question->parts, [letter](const SubQuestion& part) {
           return part.letter == letter;
         });
}

// Cuts a block at the letters inside it: "3. a) … b) …".
class LetterDivider {
 public:
  LetterDivider(std::string_view text, const std::vector<Enumerator>& enumerators,
                const std::vector<Question>& questions)
      : text_(text), enumerators_(enumerators), questions_(questions) {}

  void divide(const AnswerBlock& block, std::size_t opened_by, bool next_is_covered,
              std::vector<AnswerBlock>& out) const {
    const std::size_t own_end = block.span.end;
    int number = block.parts.back().number;
    char last = block.parts.back().letter;
    const Question* question = question_of(questions_, number);
    if (last == 0) {
      const bool single = block.parts.size() == 1;
      if (!single) return out.push_back(block);
      if (question != nullptr && question->parts.empty()) {
        // Letters under a question without parts belong to the next one, where that has parts and no answer.
        const Question* next = question_of(questions_, number + 1);
        if (next == nullptr || next->parts.empty() || next_is_covered) return out.push_back(block);
        question = next;
        ++number;
      }
    }
    std::vector<AnswerBlock> pieces{block};
    for (std::size_t i = opened_by + 1; i < enumerators_.size(); ++i) {
      const Enumerator& enumerator = enumerators_[i];
      if (enumerator.span.begin >= own_end) break;
      if (enumerator.parts.front().number != 0) continue;
      const char letter = enumerator.parts.front().letter;
      if (!has_part(question, letter)) continue;
      // "3. a), b) en d) … c) …": a letter that its list left out comes later.
      const bool left_out = letter < last && letter > block.parts.front().letter &&
                            std::ranges::find(block.parts, PartNumber{number, letter}) == block.parts.end();
      if (letter <= last && !left_out) continue;
      if (last == 0 && letter != 'a') continue;
      AnswerBlock piece;
      for (PartNumber part : enumerator.parts) piece.parts.push_back({number, part.letter});
      piece.label = label_of(piece.parts);
      piece.span = {enumerator.span.begin, own_end};
      pieces.back().span = trim(text_, {pieces.back().span.begin, enumerator.span.begin});
      pieces.push_back(std::move(piece));
      last = std::max(last, enumerator.parts.back().letter);
    }
    // A lead-in ("3. De volgende cijfers:") before the first letter answers nothing by itself.
    const bool lead_in = pieces.size() > 1 && pieces[0].parts.size() == 1 && pieces[0].parts[0].letter == 0 &&
                         pieces[1].parts[0].number == pieces[0].parts[0].number;
    for (std::size_t i = lead_in ? 1 : 0; i < pieces.size(); ++i) out.push_back(std::move(pieces[i]));
  }

 private:
  std::string_view text_;
  const std::vector<Enumerator>& enumerators_;
  const std::vector<Question>& questions_;
};

}  // namespace

std::string label_of(const std::vector<PartNumber>& parts) {
  if (parts.empty()) return "";
  std::string label = to_string(parts.front());
  bool row = true;  // one after the other, numbers or letters of one number
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const PartNumber last = parts[i - 1];
    const PartNumber part = parts[i];
    row = row && (part.letter == 0 ? last.letter == 0 && part.number == last.number + 1
                                   : part.number == last.number && part.letter == last.letter + 1);
  }
  if (row && parts.size() > 1) {
    const PartNumber last = parts.back();
    return label.append(1, '-').append(last.letter != 0 ? std::string(1, last.letter) : to_string(last));
  }
  for (std::size_t i = 1; i < parts.size(); ++i) label.append(1, ',').append(to_string(parts[i]));
  return label;
}

std::vector<AnswerBlock> divide_answer(std::string_view text, ByteSpan range,
                                       const std::vector<Enumerator>& enumerators,
                                       const std::vector<Question>& questions) {
  std::vector<AnswerBlock> blocks;
  if (questions.empty()) return blocks;
  const std::vector<Candidate> candidates = candidates_of(enumerators);
  const auto reading = best_reading(enumerators, candidates, static_cast<int>(questions.size()));
  if (reading.empty()) return blocks;

  std::vector<AnswerBlock> whole;
  std::vector<std::size_t> opened_by;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const Enumerator& enumerator = enumerators[candidates[reading[i].candidate].enumerator];
    AnswerBlock block;
    block.label = label_of(enumerator.parts);
    for (PartNumber part : enumerator.parts) {
      part.number += reading[i].shift;
      block.parts.push_back(part);
    }
    std::size_t end = range.end;
    if (i + 1 < reading.size()) {
      end = enumerators[candidates[reading[i + 1].candidate].enumerator].span.begin;
    } else {
      // "5. …" after the answer to the fourth and last question answers none of them.
      for (std::size_t c = reading[i].candidate + 1; c < candidates.size(); ++c)
        if (candidates[c].first == static_cast<int>(questions.size()) + 1 && reading[i].shift == 0 &&
            enumerators[candidates[c].enumerator].place != EnumeratorPlace::figure) {
          end = enumerators[candidates[c].enumerator].span.begin;
          break;
        }
    }
    block.span = trim(text, {enumerator.span.begin, end});
    whole.push_back(std::move(block));
    opened_by.push_back(candidates[reading[i].candidate].enumerator);
  }

  std::set<int> covered;
  for (const AnswerBlock& block : whole)
    for (const PartNumber part : block.parts) covered.insert(part.number);
  const ByteSpan preamble = trim(text, {range.begin, whole.front().span.begin});
  if (!covered.contains(1) && whole.front().parts.front().number == 2 && preamble.size() >= kPreambleAnswer)
    blocks.push_back({preamble, {{1, 0}}, ""});

  const LetterDivider divider(text, enumerators, questions);
  for (std::size_t i = 0; i < whole.size(); ++i)
    divider.divide(whole[i], opened_by[i], covered.contains(whole[i].parts.back().number + 1), blocks);
  return blocks;
}

}  // namespace vraagbaak::indexer
