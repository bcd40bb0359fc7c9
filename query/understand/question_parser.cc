// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/question_parser.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "analysis/text/normalizer.h"
#include "analysis/text/stop_words.h"
#include "analysis/text/word_list.h"
#include "query/understand/answer_kind_guess.h"
#include "query/understand/glossary.h"
#include "query/understand/item_kind.h"
#include "query/understand/kindred_words.h"
#include "query/understand/measure_names.h"
#include "query/understand/question_words.h"
#include "query/understand/translations.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

namespace {

using analysis::Language;

// A question has a few dozen words; whatever comes after these is pasted text.
constexpr std::size_t kMostWords = 200;

// How good a match each way of saying a word is; the very word counts 1.
constexpr double kStemStrength = 0.97;
constexpr double kTranslationStrength = 0.9;
constexpr double kAcronymStrength = 0.5;  // of a word that the question writes in capitals
constexpr double kGeneralStrength = 0.8;  // a translation from the general dictionary: not the field's word
constexpr double kSynonymStrength = 0.7;
constexpr double kRelatedShare = 0.9;      // a related word says it less surely than a synonym
constexpr double kPartStrength = 0.85;     // a part of the question's compound stands alone
constexpr double kPartWeight = 0.65;       // what each part of a compound says, against a word of its own
constexpr double kJoinedPartWeight = 0.9;  // ... of one that is joined with a hyphen: EFRO-steun
constexpr double kLaterTranslationFactor = 0.95;  // each further translation is a little less likely

// How much a kind of word says of the subject, before its rarity is known.
constexpr double kNameWeight = 1.5;
constexpr double kHeadWeight = 0.8;
constexpr double kKindWordWeight = 0.25;
constexpr double kYearWeight = 0.9;

// A word of the question with what the analyzer makes of it.
struct Word {
  std::string exact;
  std::vector<std::string> colocated;  // "~stem", "~part"
  ByteSpan span;
};

std::vector<Word> read_words(const analysis::Analyzer& analyzer, std::string_view text) {
  std::vector<Word> words;
  std::uint32_t position = 0;
  for (analysis::Term& term : analyzer.analyze(text)) {
    if (!words.empty() && term.position == position) {
      words.back().colocated.push_back(std::move(term.text));
      continue;
    }
    if (words.size() == kMostWords) break;
    position = term.position;
    words.push_back({std::move(term.text), {}, term.span});
  }
  return words;
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_all_digits(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_ascii_digit);
}

// The year a word is or begins with: "2018", "2018ba"; 0 where it is none. 1830: the Belgian state; 2100: far
// beyond any plan.
int year_of(std::string_view word) {
  if (word.size() < 4 || !is_all_digits(word.substr(0, 4))) return 0;
  if (word.size() > 4 && (is_ascii_digit(word[4]) || word.size() > 7)) return 0;
  if (word.size() > 4 && !std::ranges::all_of(word.substr(4), [](char c) { return c >= 'a' && c <= 'z'; }))
    return 0;
  int year = 0;
  std::from_chars(word.data(), word.data() + 4, year);
  return year >= 1830 && year <= 2100 ? year : 0;
}

// A name by its letters: a capital that does not open the question, or a second capital or a digit inside.
bool looks_like_name(std::string_view text, bool is_first) {
  bool capital = false;
  bool inner = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool upper = text[i] >= 'A' && text[i] <= 'Z';
    if (upper && i == 0) capital = true;
    if (upper && i > 0) inner = true;
    if (is_ascii_digit(text[i]) && i > 0 && !is_all_digits(text)) inner = true;
  }
  return inner || (capital && !is_first);
}

// "FIT", "RIZIV": capitals alone.
bool looks_like_acronym(std::string_view text) {
  return text.size() > 1 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool looks_like_word(std::string_view word) {
  return std::ranges::none_of(word, is_ascii_digit);
}

void add_variant(QuestionTerm& term, std::vector<std::string> terms, double strength) {
  if (terms.empty()) return;
  for (TermVariant& variant : term.variants) {
    if (variant.terms == terms) {
      variant.strength = std::max(variant.strength, strength);
      return;
    }
  }
  term.variants.push_back({std::move(terms), strength});
}

}  // namespace

struct QuestionParser::Knowledge {
  Knowledge(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer_in)
      : analyzer(analyzer_in),
        stop_words(dictionaries),
        dutch_words(dictionaries),
        dutch(dictionaries, "nl"),
        english(dictionaries, "en"),
        glossary(dictionaries),
        kindred(dictionaries, analyzer_in),
        measures(dictionaries, analyzer_in) {}

  // True for a word that a document's number follows: "vraag 761", "nr. 761".
  bool is_numbered(const std::string& word) const;
  bool is_english(std::span<const std::string> words, const std::vector<bool>& is_name) const;
  bool asks_in_english(std::span<const std::string> words, const std::vector<bool>& is_name) const;
  std::vector<std::string> stems_of(std::string_view phrase) const;
  std::vector<QuestionTerm> dutch_terms(const Word& word, std::string_view surface) const;
  QuestionTerm english_term(const Glossary::Entry& entry, std::span<const Word> words, bool is_name,
                            bool is_acronym) const;
  void add_synonyms(QuestionTerm& term, std::string_view stem, double strength) const;
  void add_general_translations(QuestionTerm& term, std::string_view word) const;
  void add_measures(Question& question, std::string_view stem) const;

  const analysis::Analyzer& analyzer;
  analysis::StopWords stop_words;
  analysis::WordList dutch_words;
  QuestionWords dutch;
  QuestionWords english;
  Glossary glossary;
  KindredWords kindred;
  MeasureNames measures;
  Translations translations;
};

bool QuestionParser::Knowledge::is_numbered(const std::string& word) const {
  return dutch.precedes_number(word) || english.precedes_number(word);
}

// English by its function words and question words; a look-up without any by the glossary's words. Names say
// nothing.
bool QuestionParser::Knowledge::is_english(std::span<const std::string> words,
                                           const std::vector<bool>& is_name) const {
  constexpr double kFunctionWord = 2;
  constexpr double kKnownWord = 1;
  constexpr double kUnknownWord = 0.6;
  double balance = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool among_names =
        i > 0 && i + 1 < words.size() && is_name[i - 1] && is_name[i + 1];  // "Power to Gas"
    if (is_name[i] || among_names) continue;
    const bool english_stop = stop_words.contains(words[i], Language::en);
    const bool dutch_stop = stop_words.contains(words[i], Language::nl);
    if (english_stop != dutch_stop) balance += english_stop ? kFunctionWord : -kFunctionWord;
    const bool english_ask = english.ask_at(words.subspan(i)).has_value();
    const bool dutch_ask = dutch.ask_at(words.subspan(i)).has_value();
    if (english_ask != dutch_ask) balance += english_ask ? kFunctionWord : -kFunctionWord;
    if (english_stop || dutch_stop || english_ask || dutch_ask || !looks_like_word(words[i])) continue;
    // A word that both languages write alike says nothing: "budget", but also "brand" and "arts".
    const bool is_dutch = dutch.find(words[i]) != nullptr || dutch_words.contains(words[i]);
    if (glossary.find(words.subspan(i, 1))) {
      if (!is_dutch) balance += kKnownWord;
    } else {
      balance -= is_dutch ? kKnownWord : kUnknownWord;
    }
  }
  return balance > 0;
}

// True where the only word that tells what is asked is English: "share", and nothing like "aandeel" or
// "hoeveel".
bool QuestionParser::Knowledge::asks_in_english(std::span<const std::string> words,
                                                const std::vector<bool>& is_name) const {
  bool is_asked = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_name[i]) continue;
    if (dutch.find(words[i]) != nullptr || dutch.ask_at(words.subspan(i))) return false;
    const QuestionWord* known = english.find(words[i]);
    const auto entry = glossary.find(words.subspan(i, 1));
    if (known != nullptr && known->role != QuestionWordRole::hint && entry && !dutch_words.contains(words[i]))
      is_asked = true;
  }
  return is_asked;
}

std::vector<std::string> QuestionParser::Knowledge::stems_of(std::string_view phrase) const {
  std::vector<std::string> stems;
  for (const std::string& word : split_words(phrase)) {
    if (stop_words.contains(word, Language::nl) && phrase.find(' ') != std::string_view::npos) {
      stems.push_back(analyzer.exact_term(word));
    } else {
      stems.push_back(analyzer.stem_term(word));
    }
  }
  return stems;
}

void QuestionParser::Knowledge::add_synonyms(QuestionTerm& term, std::string_view stem,
                                             double strength) const {
  for (const std::string& word : kindred.synonyms(stem)) add_variant(term, stems_of(word), strength);
  for (const std::string& word : kindred.related(stem))
    add_variant(term, stems_of(word), kRelatedShare * strength);
}

void QuestionParser::Knowledge::add_measures(Question& question, std::string_view stem) const {
  for (const std::string& family : measures.of(stem)) {
    if (std::ranges::find(question.measures, family) == question.measures.end())
      question.measures.push_back(family);
  }
}

// The terms of a Dutch word or a name: itself, or one for each part of a compound, which documents may say
// apart
// ("projectbudget": "het budget van het project").
std::vector<QuestionTerm> QuestionParser::Knowledge::dutch_terms(const Word& word,
                                                                 std::string_view surface) const {
  const std::string stem = analyzer.stem_term(word.exact);
  QuestionTerm whole;
  whole.word = word.exact;
  whole.span = word.span;
  add_variant(whole, {word.exact}, 1);
  add_variant(whole, {stem}, kStemStrength);
  add_synonyms(whole, stem, kSynonymStrength);
  std::vector<std::string> parts;
  for (const std::string& term : word.colocated) {
    if (term.starts_with('#')) add_variant(whole, {term}, 1);
    if (term.starts_with('~') && term != stem) parts.push_back(term);
  }
  if (parts.size() < 2) {
    for (std::string& part : parts) add_variant(whole, {std::move(part)}, kPartStrength);
    return {whole};
  }
  const bool is_joined = surface.find('-') != std::string_view::npos;
  std::vector<QuestionTerm> terms;
  std::size_t piece = 0;  // where the part's own letters begin, in a word with hyphens
  for (const std::string& part : parts) {
    QuestionTerm term = whole;
    term.weight = is_joined ? kJoinedPartWeight : kPartWeight;
    add_variant(term, {part}, kPartStrength);
    add_synonyms(term, part, kSynonymStrength * kPartStrength);
    if (is_joined) {
      const std::size_t end = std::min(surface.find('-', piece), surface.size());
      term.is_name = looks_like_name(surface.substr(piece, end - piece), false);
      piece = std::min(end + 1, surface.size());
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

// Adds how Dutch says an English word that the glossary does not have.
void QuestionParser::Knowledge::add_general_translations(QuestionTerm& term, std::string_view word) const {
  double strength = kGeneralStrength;
  for (const std::string& said : translations.of(word)) {
    add_variant(term, stems_of(said), strength);
    if (said.find(' ') == std::string::npos) {
      add_synonyms(term, analyzer.stem_term(said), kSynonymStrength * strength);
    }
    strength *= kLaterTranslationFactor;
  }
}

QuestionTerm QuestionParser::Knowledge::english_term(const Glossary::Entry& entry,
                                                     std::span<const Word> words, bool is_name,
                                                     bool is_acronym) const {
  QuestionTerm term;
  term.word = words[0].exact;
  term.span = {words[0].span.begin, words[entry.words - 1].span.end};
  // "UK" is "VK"; but "FIT" in capitals is a name, not the word "fit".
  const bool is_word = is_acronym && dutch_words.contains(entry.dutch.front());
  if (is_acronym) add_variant(term, {words[0].exact}, 1);
  double strength = is_word ? kAcronymStrength : kTranslationStrength;
  for (const std::string& said : entry.dutch) {
    add_variant(term, stems_of(said), strength);
    strength *= kLaterTranslationFactor;
  }
  for (const std::string& said : entry.dutch) {
    if (said.find(' ') != std::string::npos || is_word) continue;
    add_synonyms(term, analyzer.stem_term(said), kSynonymStrength * kTranslationStrength);
  }
  std::vector<std::string> own;
  for (const Word& word : words.first(entry.words)) own.push_back(word.exact);
  add_variant(term, std::move(own), is_name ? 1 : kTranslationStrength);
  return term;
}

QuestionParser::QuestionParser(const analysis::DictionarySource& dictionaries,
                               const analysis::Analyzer& analyzer)
    : knowledge_(std::make_unique<const Knowledge>(dictionaries, analyzer)) {}

QuestionParser::~QuestionParser() = default;

Question QuestionParser::parse(std::string_view text, std::string_view language) const {
  const Knowledge& knowledge = *knowledge_;
  Question question;
  question.text = std::string(text);
  const std::vector<Word> words = read_words(knowledge.analyzer, text);
  std::vector<std::string> exact;
  std::vector<bool> is_name;
  for (const Word& word : words) {
    is_name.push_back(looks_like_name(word.span.in(text), exact.empty()));
    exact.push_back(word.exact);
  }

  bool is_english = language == "en";
  if (language.empty()) {
    // "handel en horeca share gross value added": Dutch names of things in an English look-up.
    is_english = knowledge.is_english(exact, is_name) || knowledge.asks_in_english(exact, is_name);
  }
  question.language = is_english ? "en" : "nl";
  const QuestionWords& question_words = is_english ? knowledge.english : knowledge.dutch;
  const AnswerKindGuess guess =
      guess_answer_kind(exact, is_name, question_words, knowledge.stop_words, is_english);
  question.kinds = guess.kinds;
  question.is_keywords = !guess.has_question_word;
  question.asks_why = guess.asks_why;
  question.list_size = guess.list_size;
  question.item_kind = item_kind(exact, is_name, question_words, guess.kinds, [&](const std::string& word) {
    if (knowledge.stop_words.contains(word, is_english ? Language::en : Language::nl)) return word;
    return is_english ? english_singular(word) : knowledge.analyzer.stem_term(word).substr(1);
  });

  for (std::size_t i = 0; i < words.size();) {
    const Word& word = words[i];
    if (question_words.means_asker(word.exact)) question.asks_asker = true;
    if (question_words.means_answerer(word.exact)) question.asks_answerer = true;
    if (!is_english && !is_name[i])
      knowledge.add_measures(question, knowledge.analyzer.stem_term(word.exact));
    const bool is_stop = knowledge.stop_words.contains(word.exact, is_english ? Language::en : Language::nl);
    if (guess.is_consumed[i] || (is_stop && !is_name[i])) {
      ++i;
      continue;
    }
    const QuestionWord* known = question_words.find(word.exact);
    const int year = year_of(word.exact);
    const bool is_number = year == 0 && is_all_digits(word.exact);
    if (year != 0 && std::ranges::find(question.years, year) == question.years.end())
      question.years.push_back(year);
    if (is_number && i > 0 && knowledge.is_numbered(exact[i - 1])) question.document_number = word.exact;

    std::optional<Glossary::Entry> entry;
    if (is_english) entry = knowledge.glossary.find(std::span(exact).subspan(i));
    std::vector<QuestionTerm> terms;
    std::size_t taken = 1;
    if (entry) {
      taken = entry->words;
      const bool is_acronym = entry->words == 1 && looks_like_acronym(word.span.in(text));
      terms = {knowledge.english_term(*entry, std::span(words).subspan(i), is_name[i], is_acronym)};
      terms[0].is_translated = true;
      for (const std::string& said : entry->dutch) {
        knowledge.add_measures(question, knowledge.analyzer.stem_term(said));
      }
      // Beside another name it is part of it ("Flanders Investment & Trade").
      terms[0].is_name =
          is_name[i] && (is_acronym || (i > 0 && is_name[i - 1]) || (i + 1 < words.size() && is_name[i + 1]));
    } else {
      terms = knowledge.dutch_terms(word, word.span.in(text));
      if (is_english && !is_name[i] && looks_like_word(word.exact)) {
        for (QuestionTerm& term : terms) knowledge.add_general_translations(term, word.exact);
      }
      if (terms.size() == 1) {
        terms[0].is_name = year == 0 && !is_number && is_name[i];
        // A word that the glossary does not know is a name in small letters or goes untranslated; the index
        // tells.
        terms[0].is_translated = is_english && !terms[0].is_name && !is_number && year == 0;
      }
    }
    for (std::size_t k = i; k < i + taken; ++k) terms.back().is_counted |= guess.counted == k;
    for (QuestionTerm& term : terms) {
      term.year = year;
      term.is_number = is_number;
      if (term.is_name) term.weight *= kNameWeight;
      if (year != 0) term.weight *= kYearWeight;
    }
    if (known != nullptr && !terms.back().is_name) {
      if (known->role == QuestionWordRole::kind) terms.back().weight *= kKindWordWeight;
      if (known->role == QuestionWordRole::head) terms.back().weight *= kHeadWeight;
    }
    std::ranges::move(terms, std::back_inserter(question.terms));
    i += taken;
  }
  return question;
}

}  // namespace vraagbaak::query
