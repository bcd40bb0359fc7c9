// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/qa_linker.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/outline/answer_aligner.h"
#include "indexer/outline/answer_blocks.h"
#include "indexer/outline/question_list.h"
#include "indexer/outline/statement_splitter.h"

namespace vraagbaak::indexer {
namespace {

// The first words of a section, for its heading; whole words, at most so many bytes.
constexpr std::size_t kHeadingBytes = 80;

std::string first_words(std::string_view text, ByteSpan span) {
  constexpr std::string_view kSpace = " \t\r\n\f";
  std::string_view words = span.in(text);
  words.remove_prefix(std::min(words.find_first_not_of(kSpace), words.size()));
  words = words.substr(0, words.find('\n'));
  words = words.substr(0, words.find_last_not_of(kSpace) + 1);
  if (words.size() > kHeadingBytes) {
    const std::size_t space = words.rfind(' ', kHeadingBytes);
    std::size_t cut = space == std::string_view::npos || space == 0 ? kHeadingBytes : space;
    while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
    words = words.substr(0, cut);
  }
  return std::string(words);
}

bool mostly_capitals(std::string_view ink) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : ink) {
    upper += c >= 'A' && c <= 'Z' ? 1 : 0;
    lower += c >= 'a' && c <= 'z' ? 1 : 0;
  }
  return upper >= 3 && lower * 4 <= upper;
}

// A question half with the answer half to it; indices of lines, half open.
struct Halves {
  std::size_t question_header = 0;  // first line of the part
  std::size_t question_first = 0;   // first line below the header
  std::size_t answer_header = 0;
  std::size_t answer_first = 0;
  std::size_t end = 0;
  bool has_answer = false;
};

// Ties question numbers to sections and writes pairs. One for each question half.
class PairWriter {
 public:
  PairWriter(std::string_view text, const std::vector<Question>& questions, SectionBuilder& sections,
             QaLinks& links)
      : text_(text), questions_(questions), sections_(sections), links_(links) {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      const Question& question = questions_[i];
      // "Vragen 4 en 5" under one header are one section.
      std::size_t same = i;
      while (same + 1 < questions_.size() && questions_[same + 1].span == question.span) ++same;
      const PartNumber first{question.number, 0};
      add_question(first, {questions_[same].number, 0}, question.span, SectionKind::question);
      for (; i < same; ++i) share_section(first, {questions_[i + 1].number, 0});
      for (const SubQuestion& part : question.parts) {
        const PartNumber number{question.number, part.letter};
        add_question(number, number, part.span, SectionKind::sub_question);
      }
    }
  }

  void write(const AnswerBlock& block) {
    if (block.span.empty()) return;
    // The questions stand in another document.
    if (questions_.empty()) {
      sections_.add({kNone, SectionKind::answer, block.label, first_words(text_, block.span), block.span});
      return;
    }
    std::set<PartNumber> parts;
    for (PartNumber part : block.parts) {
      if (!tickets_.contains(part)) part.letter = 0;
      if (tickets_.contains(part)) parts.insert(part);
    }
    if (parts.empty()) return;
    const auto answer =
        sections_.add({kNone, SectionKind::answer, block.label, first_words(text_, block.span), block.span});
    for (auto it = parts.begin(); it != parts.end();) {
      const PartNumber first = *it;
      PartNumber last = first;
      covered_.insert(first);
      for (++it; it != parts.end() && follows(last, *it); ++it) {
        last = *it;
        covered_.insert(last);
      }
      links_.pairs.push_back({label(first, last), question_ticket(first, last), answer});
    }
  }

  // Everything no answer was written for, in order.
  void list_unanswered() {
    for (const Question& question : questions_) {
      if (covered_.contains({question.number, 0})) continue;
      if (question.parts.empty()) links_.unanswered.push_back(to_string(PartNumber{question.number, 0}));
      for (const SubQuestion& part : question.parts)
        if (const PartNumber number{question.number, part.letter}; !covered_.contains(number))
          links_.unanswered.push_back(to_string(number));
    }
  }

 private:
  static bool follows(PartNumber last, PartNumber next) {
    if (last.letter == 0 && next.letter == 0) return next.number == last.number + 1;
    return last.letter != 0 && next.letter == last.letter + 1 && last.number == next.number;
  }
  static std::string label(PartNumber first, PartNumber last) {
    std::string out = to_string(first);
    if (first == last) return out;
    out.append(1, '-');
    out += last.letter != 0 ? std::string(1, last.letter) : std::to_string(last.number);
    return out;
  }
  void add_question(PartNumber first, PartNumber last, ByteSpan span, SectionKind kind) {
    spans_[first] = span;
    tickets_[first] = sections_.add({kNone, kind, label(first, last), first_words(text_, span), span});
  }
  void share_section(PartNumber with, PartNumber number) {
    spans_[number] = spans_.at(with);
    tickets_[number] = tickets_.at(with);
  }
  SectionBuilder::Ticket question_ticket(PartNumber first, PartNumber last) {
    if (tickets_.at(first) == tickets_.at(last)) return tickets_.at(first);
    const auto key = std::pair(first, last);
    if (const auto known = groups_.find(key); known != groups_.end()) return known->second;
    const ByteSpan span{spans_.at(first).begin, spans_.at(last).end};
    const SectionKind kind = first.letter != 0 ? SectionKind::sub_question : SectionKind::question;
    return groups_[key] = sections_.add({kNone, kind, label(first, last), first_words(text_, span), span});
  }

  std::string_view text_;
  const std::vector<Question>& questions_;
  SectionBuilder& sections_;
  QaLinks& links_;
  std::map<PartNumber, SectionBuilder::Ticket> tickets_;
  std::map<PartNumber, ByteSpan> spans_;
  std::map<std::pair<PartNumber, PartNumber>, SectionBuilder::Ticket> groups_;
  std::set<PartNumber> covered_;
};

// The two halves of each question and answer in the document: VRAAG … ANTWOORD, or all that stands above
// ANTWOORD.
std::vector<Halves> find_halves(std::string_view text, const std::vector<Line>& lines,
                                const OutlineRules& rules) {
  std::vector<Halves> all;
  std::optional<Halves> open;
  const auto close = [&](std::size_t end) {
    if (!open) return;
    open->end = end;
    if (!open->has_answer) open->answer_header = open->answer_first = end;
    all.push_back(*open);
    open.reset();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind == LineKind::question_header) {
      close(i);
      open = Halves{i, i + 1, 0, 0, 0, false};
    } else if (lines[i].kind == LineKind::answer_header) {
      if (open && open->has_answer) close(i);
      if (!open) open = Halves{0, 0, 0, 0, 0, false};
      if (!all.empty() && open->question_first == 0) {
        open.reset();  // a second ANTWOORD without a question before it belongs to the first
        all.back().end = lines.size();
        continue;
      }
      // The name and office of the minister stand above ANTWOORD, in capitals.
      std::size_t header = i;
      for (std::size_t up = i; up > open->question_first; --up) {
        const Line& line = lines[up - 1];
        if (line.kind != LineKind::blank && !mostly_capitals(line.ink.in(text))) break;
        if (line.kind != LineKind::blank) header = up - 1;
        if (i - up > 12) break;
      }
      open->answer_header = header;
      open->has_answer = true;
      std::size_t first = i + 1;
      for (std::size_t down = i + 1; down < lines.size() && down < i + 6; ++down) {
        const Line& line = lines[down];
        if (line.kind == LineKind::blank) continue;
        if (line.kind != LineKind::answer_reference && !rules.matches("reference", line.ink.in(text))) break;
        first = down + 1;
      }
      open->answer_first = first;
    }
  }
  close(lines.size());
  return all;
}

ByteSpan lines_span(const std::vector<Line>& lines, std::size_t first, std::size_t last, std::size_t size) {
  const std::size_t begin = first < lines.size() ? lines[first].span.begin : size;
  const std::size_t end = last < lines.size() ? lines[last].span.begin : size;
  return {begin, std::max(begin, end)};
}

// What stands after the last question mark in paragraphs of its own ("Graag de cijfers ook als bijlage.") is
// no part of the last question.
void cut_closing_remark(std::string_view text, std::vector<Question>& questions) {
  if (questions.empty()) return;
  Question& last = questions.back();
  const std::string_view own = last.span.in(text);
  const std::size_t mark = own.rfind('?');
  if (mark == std::string_view::npos) return;
  const std::size_t blank = own.find("\n\n", mark);
  if (blank == std::string_view::npos) return;
  last.span = trim(text, {last.span.begin, last.span.begin + blank});
  for (SubQuestion& part : last.parts) part.span.end = std::min(part.span.end, last.span.end);
}

// An answer without the remark that closes it and answers nothing ("De bijlagen … zijn rechtstreeks
// toegestuurd").
ByteSpan before_remark(std::string_view text, ByteSpan span, const OutlineRules& rules) {
  constexpr std::size_t kProbe = 200;  // bytes of a sentence that show whether it is one
  const auto statements = split_statements(text, span);
  for (std::size_t i = 1; i < statements.size(); ++i) {
    std::string_view probe = statements[i].span.in(text).substr(0, kProbe);
    while (!probe.empty() && static_cast<unsigned char>(probe.back()) >= 0x80) probe.remove_suffix(1);
    if (rules.matches("remark", probe.substr(0, probe.find('\n'))))
      return {span.begin, statements[i - 1].span.end};
  }
  return span;
}

void link_halves(std::string_view text, const std::vector<Line>& lines, const Halves& halves,
                 const OutlineRules& rules, SectionBuilder& sections, QaLinks& links) {
  const ByteSpan question_part = lines_span(lines, halves.question_header, halves.answer_header, text.size());
  const ByteSpan question_half = lines_span(lines, halves.question_first, halves.answer_header, text.size());
  const ByteSpan answer_part = lines_span(lines, halves.answer_header, halves.end, text.size());
  const ByteSpan answer_half = lines_span(lines, halves.answer_first, halves.end, text.size());
  sections.add({kNone, SectionKind::part, "", first_words(text, question_part), question_part});
  if (halves.has_answer)
    sections.add({kNone, SectionKind::part, "", first_words(text, answer_part), answer_part});
  links.found = true;

  std::vector<Question> questions =
      find_questions(text, question_half, find_enumerators(text, question_half, rules));
  if (halves.has_answer) cut_closing_remark(text, questions);
  const ByteSpan answer = trim(text, answer_half);
  if (questions.empty()) {
    const ByteSpan question = trim(text, question_half);
    if (question.empty() || answer.empty()) return;
    const auto asked =
        sections.add({kNone, SectionKind::question, "", first_words(text, question), question});
    const auto given = sections.add({kNone, SectionKind::answer, "", first_words(text, answer), answer});
    links.pairs.push_back({"", asked, given});
    return;
  }
  PairWriter writer(text, questions, sections, links);
  if (answer.empty()) return;
  auto blocks = divide_answer(text, answer, find_enumerators(text, answer, rules), questions);
  if (blocks.empty())
    blocks = align_answer(text, question_half, before_remark(text, answer, rules), questions);
  for (AnswerBlock& block : blocks) {
    block.span = before_remark(text, block.span, rules);
    writer.write(block);
  }
  writer.list_unanswered();
}

// "Vraag 3" and "Antwoord 3" as headers of single questions and answers.
struct HeadedBlock {
  bool answer = false;
  std::vector<PartNumber> parts;
  ByteSpan span;
};

// Where the text above line `i` ends: notes and a page's foot there belong to the page, not to the block.
std::size_t end_above(const std::vector<Line>& lines, std::size_t i) {
  while (i > 0 && (lines[i - 1].kind == LineKind::blank || lines[i - 1].kind == LineKind::note ||
                   lines[i - 1].kind == LineKind::furniture))
    --i;
  return i > 0 ? lines[i - 1].span.end : 0;
}

std::vector<HeadedBlock> headed_blocks(std::string_view text, const std::vector<Line>& lines,
                                       const OutlineRules& rules) {
  std::vector<HeadedBlock> blocks;
  std::vector<PartNumber> last_asked;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    HeadedBlock block;
    if (line.kind == LineKind::question_number || line.kind == LineKind::answer_number) {
      block.answer = line.kind == LineKind::answer_number;
      block.parts = parse_part_list(line.label, rules);
      if (block.parts.empty()) continue;
      if (!block.answer) last_asked = block.parts;
    } else if (line.kind == LineKind::answer_header && !last_asked.empty()) {
      block.answer = true;
      block.parts = last_asked;
    } else {
      continue;
    }
    if (!blocks.empty()) blocks.back().span = trim(text, {blocks.back().span.begin, end_above(lines, i)});
    block.span = {line.ink.begin, text.size()};
    blocks.push_back(std::move(block));
  }
  if (!blocks.empty())
    blocks.back().span = trim(text, {blocks.back().span.begin, end_above(lines, lines.size())});
  return blocks;
}

void link_headed(std::string_view text, const std::vector<HeadedBlock>& blocks, SectionBuilder& sections,
                 QaLinks& links) {
  std::vector<Question> questions;
  std::set<int> seen;
  bool any_answer = false;
  for (const HeadedBlock& block : blocks) {
    any_answer = any_answer || block.answer;
    if (block.answer) continue;
    for (const PartNumber part : block.parts)
      if (part.letter == 0 && seen.insert(part.number).second)
        questions.push_back({part.number, block.span, {}});
  }
  links.found = true;
  PairWriter writer(text, questions, sections, links);
  for (const HeadedBlock& block : blocks) {
    if (!block.answer) continue;
    const AnswerBlock answer{block.span, block.parts, label_of(block.parts)};
    writer.write(answer);
  }
  if (any_answer) writer.list_unanswered();
}

}  // namespace

QaLinks QaLinker::link(std::string_view text, const std::vector<Line>& lines,
                       SectionBuilder& sections) const {
  QaLinks links;
  const auto numbered = [&lines](LineKind kind) {
    return std::ranges::count_if(lines, [kind](const Line& line) { return line.kind == kind; });
  };
  const auto asked = numbered(LineKind::question_number);
  const auto answered = numbered(LineKind::answer_number);
  if (asked > 1 || (asked == 1 && answered > 0) ||
      (asked == 0 && answered > 1 && numbered(LineKind::question_header) == 0)) {
    link_headed(text, headed_blocks(text, lines, rules_), sections, links);
    return links;
  }
  for (const Halves& halves : find_halves(text, lines, rules_))
    link_halves(text, lines, halves, rules_, sections, links);
  return links;
}

}  // namespace vraagbaak::indexer
