// SPDX-License-Identifier: EUPL-1.2
#include "query/unanswered/unanswered_lister.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "query/document_text.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

namespace {

// So many other words may stand between two words of a cue.
constexpr std::size_t kReach = 6;
// An answer says nothing where sentences with a cue make up this share of it.
constexpr double kShare = 0.5;

// The words of a text, normalized, without signs.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words = split_words(analysis::normalize(text));
  const auto is_sign = [](char c) {
    return c == '.' || c == ',' || c == ':' || c == ';' || c == '(' || c == ')' || c == '"' || c == '?';
  };
  for (std::string& word : words) {
    while (!word.empty() && is_sign(word.back())) word.pop_back();
    while (!word.empty() && is_sign(word.front())) word.erase(0, 1);
  }
  std::erase(words, std::string());
  return words;
}

// The words of a cue in their order, few others between.
bool holds(const std::vector<std::string>& words, const std::vector<std::string>& cue) {
  for (std::size_t start = 0; start < words.size(); ++start) {
    if (words[start] != cue.front()) continue;
    std::size_t at = start;
    std::size_t met = 1;
    while (met < cue.size()) {
      const std::size_t last = std::min(words.size(), at + 2 + kReach);
      std::size_t next = at + 1;
      while (next < last && words[next] != cue[met]) ++next;
      if (next >= last) break;
      at = next;
      ++met;
    }
    if (met == cue.size()) return true;
  }
  return false;
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text[span.end - 1])) --span.end;
  return span;
}

bool is_question(SectionKind kind) {
  return kind == SectionKind::question || kind == SectionKind::sub_question;
}

std::vector<store::SectionRecord>::const_iterator question_labelled(
    const std::vector<store::SectionRecord>& sections, const std::string& label) {
  return std::ranges::find_if(sections, [&](const store::SectionRecord& candidate) {
    return is_question(candidate.kind) && candidate.label == label;
  });
}

bool is_answered_elsewhere(const store::IndexReader& reader,
                           const std::vector<store::SectionRecord>& sections, const std::string& label) {
  const auto question = question_labelled(sections, label);
  return question != sections.end() && !reader.answers_elsewhere(question->id).empty();
}

// Questions of a document that only asks, where a document that only answers does so for some of them: the
// labels of the others. One that repeats the questions is listed itself.
std::vector<std::string> left_by_other_document(const store::IndexReader& reader,
                                                const std::vector<store::SectionRecord>& sections) {
  std::vector<std::string> left;
  bool is_answered = false;
  std::set<std::size_t> divided;
  for (const store::SectionRecord& section : sections)
    if (section.kind == SectionKind::sub_question && section.parent) divided.insert(*section.parent);
  for (const store::SectionRecord& section : sections) {
    if (!is_question(section.kind) || section.label.empty() || divided.contains(section.id.number)) continue;
    const auto answers = reader.answers_elsewhere(section.id);
    if (answers.empty()) left.push_back(section.label);
    for (const store::PartId& answer : answers) {
      if (!reader.pairs(answer.document).empty()) return {};
      is_answered = true;
    }
  }
  return is_answered ? left : std::vector<std::string>();
}

}  // namespace

std::string_view to_string(AnswerGap gap) {
  switch (gap) {
    case AnswerGap::unanswered:
      return "unanswered";
    case AnswerGap::refused:
      return "refused";
    case AnswerGap::no_data:
      return "no_data";
    case AnswerGap::referred:
      break;
  }
  return "referred";
}

GapWords::GapWords(const analysis::DictionarySource& dictionaries) : segmenter_(dictionaries) {
  const std::map<std::string_view, AnswerGap> kinds = {
      {"refused", AnswerGap::refused}, {"no_data", AnswerGap::no_data}, {"referred", AnswerGap::referred}};
  const analysis::DictionaryFile file(dictionaries, "nl/answer-gaps.tsv", {"words", "kind"});
  for (const analysis::DictionaryRow& row : file) {
    const auto kind = kinds.find(row[1]);
    if (kind == kinds.end())
      file.reject(row, std::string(row[1]) + " is no kind", "write referred, no_data or refused");
    cues_.push_back({split_words(analysis::normalize(row[0])), kind->second});
  }
}

std::optional<AnswerGap> GapWords::cue_in(std::string_view sentence) const {
  const std::vector<std::string> words = plain_words(sentence);
  for (const Cue& cue : cues_) {
    if (holds(words, cue.words)) return cue.kind;
  }
  return std::nullopt;
}

std::optional<AnswerGap> GapWords::gap_of(std::string_view answer) const {
  std::size_t all = 0;
  std::size_t empty = 0;
  std::map<AnswerGap, std::size_t> said;
  for (const Sentence& sentence : segmenter_.segment(answer).sentences) {
    const std::string_view text = sentence.span.in(answer);
    // "2. a)" alone is a label, whatever is made of it.
    constexpr std::size_t kShortest = 8;
    if (text.size() < kShortest) continue;
    all += text.size();
    if (const auto kind = cue_in(text)) {
      empty += text.size();
      said[*kind] += text.size();
    }
  }
  if (all == 0 || static_cast<double>(empty) < kShare * static_cast<double>(all)) return std::nullopt;
  return std::ranges::max_element(said, {}, [](const auto& entry) { return entry.second; })->first;
}

Result<std::vector<OpenQuestion>> find_unanswered(const store::IndexReader& reader, const GapWords& words,
                                                  const CitationBuilder& citations,
                                                  const UnansweredRequest& request) {
  const store::IndexReader::Moment moment(reader);
  auto documents = named_documents(reader, request.document);
  if (!documents) return documents.problem();
  std::vector<OpenQuestion> found;
  for (store::DocumentRecord& record : documents.value()) {
    std::vector<std::string> labels = reader.unanswered(record.id);
    const std::vector<QaPair> pairs = request.all ? reader.pairs(record.id) : std::vector<QaPair>();
    const bool is_shared = reader.shares_question(record.id);
    if (labels.empty() && pairs.empty() && !is_shared) continue;
    const std::vector<store::SectionRecord> sections = reader.sections(record.id);
    if (is_shared && labels.empty()) {
      if (reader.pairs(record.id).empty()) labels = left_by_other_document(reader, sections);
    } else if (is_shared) {
      std::erase_if(labels,
                    [&](const std::string& label) { return is_answered_elsewhere(reader, sections, label); });
    }
    if (labels.empty() && pairs.empty()) continue;
    const DocumentText document(reader, citations, std::move(record));
    const Metadata& about = document.record().metadata;
    const auto cite = [&](std::size_t section) {
      return document.cite(trimmed(document.text(), document.clamped(sections[section].span)), section);
    };
    std::vector<OpenQuestion> here;
    const auto open = [&](AnswerGap kind, const std::string& label, std::size_t question) {
      OpenQuestion open_question;
      open_question.kind = kind;
      open_question.label = label;
      open_question.asker = about.author;
      open_question.addressee = about.addressee;
      open_question.date = about.date;
      open_question.question = cite(question);
      here.push_back(std::move(open_question));
    };
    for (const std::string& label : labels) {
      const auto section = question_labelled(sections, label);
      if (section != sections.end()) open(AnswerGap::unanswered, label, section->id.number);
    }
    for (const QaPair& pair : pairs) {
      if (pair.question >= sections.size() || pair.answer >= sections.size()) continue;
      const Citation answer = cite(pair.answer);
      const auto gap = words.gap_of(answer.quote);
      if (!gap) continue;
      open(*gap, pair.label, pair.question);
      here.back().answer = answer;
    }
    std::ranges::stable_sort(
        here, {}, [](const OpenQuestion& open_question) { return open_question.question.span.begin; });
    std::ranges::move(here, std::back_inserter(found));
  }
  return found;
}

}  // namespace vraagbaak::query
