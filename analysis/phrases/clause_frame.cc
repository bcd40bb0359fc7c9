// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/clause_frame.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/phrases/closed_class.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kWindow = 40;  // words to either side

// Closed classes of the language.
constexpr std::array<std::string_view, 20> kSubordinators = {
    "aangezien", "alhoewel", "als",      "alvorens", "doordat", "hoewel",  "indien",
    "mits",      "nadat",    "omdat",    "opdat",    "tenzij",  "terwijl", "toen",
    "totdat",    "voordat",  "waardoor", "wanneer",  "zodat",   "zodra"};
constexpr std::array<std::string_view, 22> kSilent = {
    "ben", "bent", "geweest", "geworden", "gehad",  "had",   "hadden", "heb",    "hebben", "hebt", "heeft",
    "is",  "was",  "waren",   "word",     "worden", "wordt", "werd",   "werden", "zijn",   "zou",  "zouden"};
// The verbs for "is so much", one of them for all.
constexpr std::array<std::string_view, 8> kAmounting = {"bedraagt", "bedroeg", "bedragen", "bedroegen",
                                                        "beloopt",  "beliep",  "belopen",  "beliepen"};

// By letter_pair: a word that may begin a subordinate clause begins so.
constexpr std::array<bool, 1024> kSubordinatorBegins = [] {
  std::array<bool, 1024> begins{};
  for (const std::string_view word : kSubordinators) begins[letter_pair(word[0], word[1])] = true;
  for (const std::string_view word : {"die", "wie", "waar", "dat", "om"})
    begins[letter_pair(word[0], word[1])] = true;
  return begins;
}();

// "om de brug te herstellen"
bool has_infinitive_behind(std::span<const PhraseWord> words, std::size_t word) {
  constexpr std::size_t kFurthest = 25;  // words
  for (std::size_t i = word + 1; i < words.size() && i - word < kFurthest; ++i) {
    if (words[i].folded == "te") return true;
    if (words[i].folded == ";" || words[i].folded == ":" || words[i].folded == ".") return false;
  }
  return false;
}

class Framer {
 public:
  explicit Framer(const SentenceReading& sentence) : sentence_(sentence), words_(sentence.words()) {}

  ClauseFrame round(WordExtent at) const {
    ClauseFrame frame;
    frame.begin = left_edge(at, frame.subordinate);
    frame.end = right_edge(at.end, sentence_.depth_of(at.begin), frame.subordinate);
    const std::size_t depth = sentence_.depth_of(at.begin);
    frame.verb = frame.subordinate ? last_verb(at.end, frame.end, depth) : std::nullopt;
    if (!frame.verb) frame.verb = main_verb(frame, at);
    return frame;
  }

  ClauseFrame relative(std::size_t begin) const {
    ClauseFrame frame;
    if (begin >= words_.size() || !sentence_.is_subordinator(begin)) return frame;
    frame.subordinate = true;
    frame.begin = begin + 1;
    frame.end = right_edge(begin + 1, sentence_.depth_of(begin), true);
    frame.verb = last_verb(frame.begin, frame.end, sentence_.depth_of(begin));
    return frame;
  }

 private:
  bool is(std::size_t at, std::string_view word) const { return words_[at].folded == word; }

  std::size_t left_edge(WordExtent at, bool& subordinate) const {
    const std::size_t depth = sentence_.depth_of(at.begin);
    const bool verb_behind = last_verb(at.end, right_edge(at.end, depth, true), depth).has_value();
    std::size_t i = at.begin;
    for (; i > 0 && at.begin - i < kWindow; --i) {
      const std::size_t before = i - 1;
      if (sentence_.depth_of(before) > depth) continue;
      if (is(before, ";") || is(before, ":") || is(before, "(") || is(before, "?")) break;
      if (!sentence_.is_subordinator(before)) continue;
      // Its verbs stand before the figure: the clause is over ("families dat komt, is 75 %").
      if (!verb_behind && last_verb(i, at.begin, depth)) continue;
      if (closed_before(i, at.begin)) continue;
      subordinate = true;
      break;
    }
    return i;
  }

  // Whether the subordinate clause that begins at `begin` has ended before `at`: its verb stands there with a
  // comma or the verb of the main clause behind it.
  bool closed_before(std::size_t begin, std::size_t at) const {
    bool verb = false;
    for (std::size_t i = begin; i < at; ++i) {
      if (is_verbal(words_[i].role)) {
        if (verb && !is_verbal(words_[i - 1].role) && !is(i - 1, "te")) return true;
        verb = true;
      } else if (verb && is(i, ",")) {
        return true;
      }
    }
    return false;
  }

  std::size_t right_edge(std::size_t from, std::size_t depth, bool subordinate) const {
    bool verb = false;
    std::size_t i = from;
    for (; i < words_.size() && i - from < kWindow; ++i) {
      if (sentence_.depth_of(i) > depth) continue;
      if (sentence_.depth_of(i) < depth || is(i, ";") || is(i, ":") || is(i, "?")) break;
      if (is(i, ".") || is(i, "!")) break;
      const bool verbal = is_verbal(words_[i].role);
      if (subordinate && verb && !verbal && !is(i, "te")) break;
      verb = verb || verbal;
      if (verb && is(i, ",")) break;
      if (i > from && sentence_.is_subordinator(i)) break;
    }
    return i;
  }

  // The verb at the end: a participle or infinitive before the auxiliaries beside it.
  std::optional<std::size_t> last_verb(std::size_t begin, std::size_t end, std::size_t depth) const {
    std::optional<std::size_t> lexical;
    std::optional<std::size_t> any;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_verbal(words_[i].role) || sentence_.depth_of(i) > depth) continue;
      any = i;
      if (words_[i].role == WordRole::verb) lexical = i;
    }
    return lexical ? lexical : any;
  }

  std::optional<std::size_t> main_verb(const ClauseFrame& frame, WordExtent at) const {
    std::optional<std::size_t> finite;
    for (std::size_t i = at.begin; i > frame.begin; --i) {
      if (sentence_.depth_of(i - 1) > sentence_.depth_of(at.begin) || !is_verbal(words_[i - 1].role))
        continue;
      finite = i - 1;
      break;
    }
    if (finite && words_[*finite].role == WordRole::verb) return finite;
    const auto behind = last_verb(at.end, frame.end, sentence_.depth_of(at.begin));
    if (behind &&
        (words_[*behind].role == WordRole::verb || words_[*behind].role == WordRole::having || !finite))
      return behind;
    return finite;
  }

  const SentenceReading& sentence_;
  std::span<const PhraseWord> words_;
};

}  // namespace

bool begins_subordinate(const SentenceReading& sentence, std::size_t word) {
  const std::span<const PhraseWord> words = sentence.words();
  const std::string& folded = words[word].folded;
  if (word == 0 || folded.size() < 2 || !kSubordinatorBegins[letter_pair(folded[0], folded[1])]) return false;
  const PhraseWord& before = words[word - 1];
  const bool behind_noun = is_nominal(before.role) || before.folded == "," || is_verbal(before.role);
  if (folded == "die" || folded == "wie" || (folded.starts_with("waar") && folded.size() > 5))
    return behind_noun;
  // "verneem ik dat twee bedrijven", but "in dat jaar"
  if (folded == "dat") {
    const bool before_noun = word + 1 < words.size() && words[word + 1].role == WordRole::noun;
    return behind_noun ||
           (!before_noun && before.role != WordRole::preposition && before.role != WordRole::link);
  }
  if (folded == "om") return has_infinitive_behind(words, word);
  return is_one_of(folded, kSubordinators);
}

ClauseFrame clause_frame(const SentenceReading& sentence, WordExtent at) {
  return Framer(sentence).round(at);
}

ClauseFrame relative_clause(const SentenceReading& sentence, std::size_t begin) {
  return Framer(sentence).relative(begin);
}

std::string verb_text(const SentenceReading& sentence, const ClauseFrame& frame) {
  if (!frame.verb || sentence.words()[*frame.verb].role == WordRole::modal) return {};
  const std::string& folded = sentence.words()[*frame.verb].folded;
  if (is_one_of(folded, kSilent)) return {};
  if (is_one_of(folded, kAmounting)) return std::string(kAmounting.front());
  const std::size_t particle = sentence.particle_of(*frame.verb);
  return particle == *frame.verb ? folded : folded + " " + sentence.words()[particle].folded;
}

}  // namespace vraagbaak::analysis
