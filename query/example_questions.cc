// SPDX-License-Identifier: EUPL-1.2
#include "query/example_questions.h"

#include <algorithm>
#include <utility>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::query {
namespace {

constexpr std::size_t kDocumentsLookedAt = 60;
constexpr std::size_t kQuestionsAsked = 12;
constexpr double kSureEnough = 0.75;
constexpr std::size_t kShortest = 30;  // bytes
constexpr std::size_t kLongest = 110;

bool has_word_of(std::string_view folded, const std::set<std::string>& words) {
  std::string word;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    const char c = i < folded.size() ? folded[i] : ' ';
    const bool in_word =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (in_word) {
      word += c;
    } else {
      if (words.contains(word)) return true;
      word.clear();
    }
  }
  return false;
}

bool has_name(std::string_view sentence) {
  for (std::size_t i = 1; i < sentence.size(); ++i) {
    if (sentence[i - 1] == ' ' && sentence[i] >= 'A' && sentence[i] <= 'Z') return true;
  }
  return false;
}

}  // namespace

ExampleQuestions::ExampleQuestions(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, "interface/example-words.tsv", {"words", "role"});
  for (const analysis::DictionaryRow& row : file) {
    if (row[1] == "begins") {
      beginnings_.emplace_back(row[0]);
    } else if (row[1] == "points") {
      pointing_.emplace(row[0]);
    } else {
      file.reject(row, "the role is neither begins nor points", "write one of them");
    }
  }
}

std::vector<std::string> ExampleQuestions::find(const store::IndexReader& reader, const Answerer& answerer,
                                                std::size_t count) const {
  // Of each document the first question that names something, else the first.
  std::vector<std::string> with_name;
  std::vector<std::string> without;
  std::size_t looked_at = 0;
  for (const store::DocumentRecord& document : reader.documents()) {
    if (++looked_at > kDocumentsLookedAt) break;
    std::optional<std::string> first;
    for (const store::PassageRecord& passage : reader.passages(document.id)) {
      if (passage.kind != PassageKind::question) continue;
      auto question = standing_alone(passage.text);
      if (!question) continue;
      const bool names = has_name(*question);
      if (names || !first) first = std::move(question);
      if (names) break;
    }
    if (first) (has_name(*first) ? with_name : without).push_back(std::move(*first));
  }
  with_name.insert(with_name.end(), without.begin(), without.end());
  std::vector<std::string> examples;
  for (std::size_t i = 0; i < std::min(kQuestionsAsked, with_name.size()); ++i) {
    if (examples.size() == count) break;
    const Answer answer = answerer.ask(with_name[i]);
    if (answer.best && answer.best->confidence >= kSureEnough) examples.push_back(with_name[i]);
  }
  return examples;
}

// The first sentence of a question's text that can stand alone.
std::optional<std::string> ExampleQuestions::standing_alone(std::string_view text) const {
  for (std::size_t end = text.find('?'); end != std::string_view::npos; end = text.find('?', end + 1)) {
    const std::size_t before = end == 0 ? std::string_view::npos : text.find_last_of(".?!:;)\n", end - 1);
    std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    while (begin < end && text[begin] == ' ') ++begin;
    const std::string_view sentence = text.substr(begin, end + 1 - begin);
    if (sentence.size() < kShortest || sentence.size() > kLongest) continue;
    const std::string folded = analysis::normalize(sentence);
    const bool asks_a_fact = std::ranges::any_of(
        beginnings_, [&](const std::string& beginning) { return folded.starts_with(beginning + " "); });
    if (asks_a_fact && !has_word_of(folded, pointing_)) return std::string(sentence);
  }
  return std::nullopt;
}

}  // namespace vraagbaak::query
