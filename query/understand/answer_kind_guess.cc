// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/answer_kind_guess.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vraagbaak::query {

namespace {

// How far a word's say reaches beside that of the question word.
constexpr double kAskShare = 0.5;
constexpr double kFirstHeadShare = 1.0;
constexpr double kLaterHeadShare = 0.25;
constexpr double kHintShare = 0.3;
// Only a question word near the beginning opens a question ("in hoeveel", "over welke"), or one after a comma's clause.
constexpr std::size_t kNearTheBeginning = 4;
// The head of "welk …" and "hoe groot is het …" stands within as many words.
constexpr std::size_t kHeadReach = 6;

KindWeights make_kinds(std::initializer_list<std::pair<AnswerKind, double>> weights) {
  KindWeights kinds;
  for (const auto& [kind, weight] : weights) kinds[kind] = weight;
  return kinds;
}

// A look-up without any hint: what people look up, roughly.
KindWeights unknown_kind() {
  return make_kinds({{AnswerKind::count, 0.3},
                     {AnswerKind::money, 0.25},
                     {AnswerKind::percentage, 0.12},
                     {AnswerKind::date, 0.08},
                     {AnswerKind::text, 0.12},
                     {AnswerKind::person, 0.03},
                     {AnswerKind::organisation, 0.04},
                     {AnswerKind::place, 0.02},
                     {AnswerKind::list, 0.04}});
}

// A plural by its ending; good enough for nouns that follow "hoeveel" or open a look-up.
bool looks_plural(std::string_view word, bool is_english) {
  if (is_english) return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  if (word.ends_with("'s")) return true;
  return word.size() > 4 && (word.ends_with("en") || (word.ends_with('s') && !word.ends_with("ss")));
}

bool looks_like_adjective(std::string_view word, bool is_english) {
  if (is_english) return word.ends_with("al") || word.ends_with("ive") || word.ends_with("ous") || word.ends_with("ed");
  return word.size() > 3 && word.ends_with('e');
}

struct ListNumber {
  std::string_view word;
  int value;
};
constexpr std::array kListNumbers{
    ListNumber{"twee", 2},  ListNumber{"drie", 3},  ListNumber{"vier", 4}, ListNumber{"vijf", 5}, ListNumber{"zes", 6},
    ListNumber{"zeven", 7}, ListNumber{"acht", 8},  ListNumber{"tien", 10}, ListNumber{"two", 2},  ListNumber{"three", 3},
    ListNumber{"four", 4},  ListNumber{"five", 5},  ListNumber{"six", 6},  ListNumber{"seven", 7}, ListNumber{"eight", 8},
    ListNumber{"ten", 10}};

std::optional<int> list_number(std::string_view word) {
  const auto at = std::ranges::find(kListNumbers, word, &ListNumber::word);
  if (at == kListNumbers.end()) return std::nullopt;
  return at->value;
}

bool is_generic_ask(std::string_view first_word) {
  return first_word == "welk" || first_word == "welke" || first_word == "wat" || first_word == "hoe" ||
         first_word == "which" || first_word == "what" || first_word == "how";
}

struct Head {
  std::size_t at = 0;
  const QuestionWord* word = nullptr;
};

// The first head or kind word in words[from, to).
std::optional<Head> first_head(std::span<const std::string> words, std::size_t from, std::size_t to,
                               const QuestionWords& question_words) {
  for (std::size_t i = from; i < std::min(to, words.size()); ++i) {
    const QuestionWord* word = question_words.find(words[i]);
    if (word != nullptr && word->role != QuestionWordRole::hint) return Head{i, word};
  }
  return std::nullopt;
}

// "hoeveel …", "how many …": what follows decides whether things are counted or money is meant.
void read_quantity(std::span<const std::string> words, std::size_t after, const KindWeights& asked,
                   const QuestionWords& question_words, const analysis::StopWords& stop_words, bool is_english,
                   AnswerKindGuess& guess) {
  const analysis::Language language = is_english ? analysis::Language::en : analysis::Language::nl;
  std::size_t noun = after;
  // Over adjectives to the noun: "hoeveel buitenlandse investeringen".
  while (noun + 1 < words.size() && noun < after + 3 && question_words.find(words[noun]) == nullptr &&
         !looks_plural(words[noun], is_english) && looks_like_adjective(words[noun], is_english) &&
         !stop_words.contains(words[noun], language)) {
    ++noun;
  }
  const QuestionWord* known = noun < words.size() ? question_words.find(words[noun]) : nullptr;
  const bool is_noun = noun < words.size() && !stop_words.contains(words[noun], language);
  if (is_noun && known != nullptr && known->role != QuestionWordRole::hint) {
    guess.kinds.add(known->kinds, kFirstHeadShare);
    guess.kinds.add(asked, is_english ? kFirstHeadShare : kHintShare);
    guess.counted = noun;
    return;
  }
  if (is_noun && looks_plural(words[noun], is_english)) {
    guess.kinds.add(make_kinds({{AnswerKind::count, 1}}), kFirstHeadShare);
    guess.kinds.add(asked, kHintShare);
    guess.counted = noun;
    return;
  }
  guess.kinds.add(asked, kAskShare);
  if (const auto head = first_head(words, after, words.size(), question_words)) {
    guess.kinds.add(head->word->kinds, kFirstHeadShare);
  } else if (is_noun && !is_english) {
    // A singular noun is a mass: "hoeveel ontwikkelingshulp", "hoeveel krediet".
    guess.kinds.add(make_kinds({{AnswerKind::money, 1}}), kAskShare);
  }
}

void read_look_up(std::span<const std::string> words, const QuestionWords& question_words, bool is_english,
                  AnswerKindGuess& guess) {
  double share = kFirstHeadShare;
  std::size_t noun = 0;
  while (noun + 1 < words.size() && noun < 3 && question_words.find(words[noun]) == nullptr &&
         !looks_plural(words[noun], is_english) && looks_like_adjective(words[noun], is_english)) {
    ++noun;
  }
  if (noun < words.size() && question_words.find(words[noun]) == nullptr && looks_plural(words[noun], is_english)) {
    guess.kinds.add(make_kinds({{AnswerKind::count, 0.9}, {AnswerKind::list, 0.1}}), share);
    guess.counted = noun;
    share = kLaterHeadShare;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const QuestionWord* word = question_words.find(words[i]);
    if (word == nullptr) continue;
    if (word->role == QuestionWordRole::hint) {
      guess.kinds.add(word->kinds, kHintShare);
      continue;
    }
    guess.kinds.add(word->kinds, share);
    share = kLaterHeadShare;
  }
  if (share == kFirstHeadShare) guess.kinds.add(unknown_kind(), kFirstHeadShare);
  guess.kinds.add(unknown_kind(), 0.15);
}

}  // namespace

AnswerKindGuess guess_answer_kind(std::span<const std::string> words, const QuestionWords& question_words,
                                  const analysis::StopWords& stop_words, bool is_english) {
  AnswerKindGuess guess;
  guess.is_consumed.assign(words.size(), false);
  for (const std::string& word : words) {
    if (const auto number = list_number(word)) guess.list_size = number;
  }

  std::optional<QuestionWords::Ask> ask;
  std::size_t at = 0;
  for (; at < std::min(words.size(), kNearTheBeginning) && !ask; ++at) ask = question_words.ask_at(words.subspan(at));
  if (!ask) {
    read_look_up(words, question_words, is_english, guess);
    guess.kinds.normalize();
    return guess;
  }
  --at;
  guess.has_question_word = true;
  const std::string_view first = words[at];
  guess.asks_why = first == "waarom" || first == "waardoor" || first == "why";
  const std::size_t after = at + ask->words;
  // The question word itself says nothing of the subject; the words that its phrase takes along may ("hoeveel budget").
  guess.is_consumed[at] = true;
  for (std::size_t i = at + 1; i < after; ++i) {
    const QuestionWord* word = question_words.find(words[i]);
    if (word == nullptr || word->role == QuestionWordRole::kind) guess.is_consumed[i] = true;
  }

  const bool is_quantity = (first == "hoeveel" || first == "how") && ask->words <= (is_english ? 2u : 1u);
  if (is_quantity && (first == "hoeveel" || words[std::min(at + 1, words.size() - 1)] == "many" ||
                      words[std::min(at + 1, words.size() - 1)] == "much")) {
    read_quantity(words, after, ask->word->kinds, question_words, stop_words, is_english, guess);
  } else if (is_generic_ask(first)) {
    const auto head = first_head(words, after, after + kHeadReach, question_words);
    guess.kinds.add(ask->word->kinds, head ? kAskShare * 0.5 : kAskShare);
    if (head) {
      guess.kinds.add(head->word->kinds, head->at <= after + 1 ? kFirstHeadShare : kAskShare);
    }
  } else {
    guess.kinds.add(ask->word->kinds, kFirstHeadShare);
  }
  if (guess.list_size) guess.kinds.add(make_kinds({{AnswerKind::list, 1}}), first == "hoeveel" ? 0 : kHintShare);
  guess.kinds.normalize();
  return guess;
}

}  // namespace vraagbaak::query
