// SPDX-License-Identifier: EUPL-1.2
#include "analysis/language/language_guess.h"

#include <algorithm>
#include <charconv>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "analysis/text/stop_words.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kEnoughText = 4096;
constexpr std::size_t kLongestWord = 64;
// Weights, set by hand: a stop word of one language alone is worth three times a plain Dutch word, for every
// language borrows words and none borrows its articles.
constexpr double kStopWord = 3;
constexpr double kKnownDutchWord = 1;
constexpr double kDutchCompound = 2;
// Of a capitalised word: Belgian and January are English, but Flanders stands in Dutch questions as well.
constexpr double kNameShare = 0.5;
// Shorter words have no ending that says anything, and are no compounds.
constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kShortestCompound = 8;

enum class ByteKind : std::uint8_t { other, word, sentence_end };
constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 'a' + 'A'] = ByteKind::word;
  for (std::size_t c = 0x80; c < kinds.size(); ++c) kinds[c] = ByteKind::word;
  for (const unsigned char c : {'.', '?', '!', '\n'}) kinds[c] = ByteKind::sentence_end;
  return kinds;
}();
ByteKind kind_of(char c) {
  return kByteKinds[static_cast<unsigned char>(c)];
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t byte(char c) {
  return static_cast<unsigned char>(c);
}

// Two letters as a number below 1024; other bytes share theirs with letters.
std::size_t letter_pair(char first, char second) {
  return byte(first) % 32 * 32 + byte(second) % 32;
}

Language leader_of(const std::array<double, 3>& scores) {
  std::size_t best = 0;  // in doubt Dutch
  for (const std::size_t other : {std::size_t{1}, std::size_t{2}}) {
    if (scores[other] > scores[best]) best = other;
  }
  return static_cast<Language>(best);
}

// A word of at most kLongestWord bytes as normalize() gives it; in ASCII, as most are, without a string.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (byte(word[i]) >= 0x80) {
        folded_ = normalize(word);
        view_ = folded_;
        key_ = word_hash(folded_).key;
        return;
      }
      ascii_[i] = static_cast<char>(word[i] | 0x20);  // only letters get here
      key_ = extend_word_key(key_, ascii_[i]);
    }
    view_ = {ascii_.data(), word.size()};
  }
  FoldedWord(const FoldedWord&) = delete;
  FoldedWord& operator=(const FoldedWord&) = delete;

  std::string_view view() const { return view_; }
  std::uint64_t key() const { return key_; }  // word_hash

 private:
  std::array<char, kLongestWord> ascii_;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::string folded_;
  std::string_view view_;
  std::uint64_t key_ = 0;
};

// The small words of a name say nothing either: Gateway to the Sea, Life-on-Chip.
template <typename Piece>
void silence_inside_names(std::vector<Piece>& pieces) {
  constexpr std::size_t kMostSmallWords = 3;
  constexpr std::size_t kLongestSmallWord = 4;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (!pieces[at].name) continue;
    std::size_t next = at + 1;
    while (next < pieces.size() && next - at <= kMostSmallWords && !pieces[next].name &&
           pieces[next].text.size() <= kLongestSmallWord) {
      ++next;
    }
    if (next == pieces.size() || !pieces[next].name) continue;
    for (std::size_t inside = at + 1; inside < next; ++inside) pieces[inside].silent = true;
  }
}

}  // namespace

std::vector<LanguageGuesser::Piece> LanguageGuesser::pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  pieces.reserve(text.size() / 6 + 1);  // Dutch has about as many bytes a word
  bool first = true;                    // of a sentence
  for (std::size_t at = 0; at < text.size();) {
    const ByteKind kind = kind_of(text[at]);
    if (kind != ByteKind::word) {
      first = first || kind == ByteKind::sentence_end;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && kind_of(text[at]) == ByteKind::word) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    const bool digits = (begin > 0 && is_digit(text[begin - 1])) || (at < text.size() && is_digit(text[at]));
    const bool capitals = word.size() > 1 && is_capital(word[0]) && is_capital(word[1]);
    const bool joined =
        begin > 0 && text[begin - 1] == '-' && !pieces.empty() && is_capital(pieces.back().text[0]);
    pieces.push_back(
        {.text = word,
         .name = is_capital(word[0]) && (!first || joined || (at < text.size() && text[at] == '-')),
         .silent = word.size() > kLongestWord || digits || capitals});
    first = false;
  }
  silence_inside_names(pieces);
  return pieces;
}

LanguageGuesser::LanguageGuesser(const DictionarySource& source)
    : words_(source), decompounder_(source, words_) {
  add_stop_words(StopWords(source));
  const DictionaryFile file(source, "language-cues.tsv", {"cue", "language", "weight"});
  for (const DictionaryRow& row : file) {
    std::size_t language = 0;
    while (language < 3 && row[1] != to_string(static_cast<Language>(language))) ++language;
    if (language == 3)
      file.reject(row, std::string("unknown language ").append(row[1]), "write nl, en or fr");
    int weight = 0;
    const auto [end, error] = std::from_chars(row[2].data(), row[2].data() + row[2].size(), weight);
    if (error != std::errc() || end != row[2].data() + row[2].size()) {
      file.reject(row, std::string(row[2]).append(" is no weight"), "write a whole number");
    }
    std::string_view cue = row[0];
    Scores scores{};
    scores[language] = weight;
    if (cue.starts_with('-') || cue.ends_with('-')) {
      if (cue.size() < 3) file.reject(row, "an ending of one letter", "write two or more");
      if (cue.starts_with('-')) {
        endings_[letter_pair(cue[cue.size() - 2], cue.back())].emplace_back(cue.substr(1), scores);
      } else {
        beginnings_[letter_pair(cue[0], cue[1])].emplace_back(cue.substr(0, cue.size() - 1), scores);
      }
    } else {
      cue_of(cue).weights[language] += weight;
    }
  }
}

void LanguageGuesser::add_stop_words(const StopWords& stop_words) {
  for (const Language language : {Language::nl, Language::en, Language::fr}) {
    for (const auto& [word, nothing] : stop_words.words(language)) {
      int languages = 0;
      for (const Language other : {Language::nl, Language::en, Language::fr})
        languages += stop_words.contains(word, other) ? 1 : 0;
      Cue& cue = cue_of(word);
      cue.stop_word = true;
      cue.weights[static_cast<std::size_t>(language)] += kStopWord / languages;
    }
  }
}

LanguageGuesser::Cue& LanguageGuesser::cue_of(std::string_view word) {
  const WordId id = cue_words_.add(word);
  if (cues_.size() <= id) cues_.resize(id + 1);
  return cues_[id];
}

// In two passes: what the lists of cues say costs next to nothing, and mostly it is Dutch. That a word is
// Dutch, or a compound of Dutch words, can only speak for Dutch: it is asked where another language leads,
// and only as long as it can change that.
Language LanguageGuesser::guess(std::string_view text) const {
  std::vector<Piece> pieces = pieces_of(text.substr(0, kEnoughText));
  Scores scores{};
  std::erase_if(pieces, [&](const Piece& piece) { return piece.silent || !weigh(piece, scores); });
  const Language leader = leader_of(scores);
  if (leader == Language::nl) return leader;
  const double ahead = scores[static_cast<std::size_t>(leader)];
  double& dutch = scores[0];
  std::erase_if(pieces, [&](const Piece& piece) {
    const WordList::Entry entry = words_.find(FoldedWord(piece.text).view());
    if (entry.known && !entry.name) dutch += kKnownDutchWord;
    return entry.known;
  });
  for (std::size_t left = pieces.size(); left > 0 && dutch < ahead; --left) {
    if (dutch + kDutchCompound * static_cast<double>(left) < ahead) return leader;
    const FoldedWord word(pieces[left - 1].text);
    if (word.view().size() >= kShortestCompound && !decompounder_.parts(word.view()).empty())
      dutch += kDutchCompound;
  }
  return leader_of(scores);
}

LanguageGuesser::Evidence LanguageGuesser::evidence_of(std::string_view spelled) const {
  const FoldedWord folded(spelled);
  const std::string_view word = folded.view();
  Evidence evidence;
  Scores sum{};
  const auto add = [&](const Scores& weights) {
    for (std::size_t language = 0; language < sum.size(); ++language) sum[language] += weights[language];
  };
  const auto set = [&](std::array<float, 3>& said, double share) {
    for (std::size_t language = 0; language < sum.size(); ++language)
      said[language] = static_cast<float>(share * sum[language]);  // halves and quarters: exact
  };
  if (const WordId id = cue_words_.find(folded.key()); id != 0) {
    add(cues_[id].weights);
    evidence.stop_word = cues_[id].stop_word;
  }
  set(evidence.of_name, kNameShare);
  evidence.is_short = word.size() < kShortestWord;
  if (!evidence.stop_word && !evidence.is_short) {
    for (const auto& [ending, weights] : endings_[letter_pair(word[word.size() - 2], word.back())]) {
      if (word.size() > ending.size() + 1 && word.ends_with(ending)) add(weights);
    }
    for (const auto& [beginning, weights] : beginnings_[letter_pair(word[0], word[1])]) {
      if (word.size() > beginning.size() + 1 && word.starts_with(beginning)) add(weights);
    }
  }
  set(evidence.of_word, 1);
  return evidence;
}

bool LanguageGuesser::weigh(const Piece& piece, Scores& scores) const {
  thread_local WordMemo<Evidence, 8192> memo;
  const Evidence evidence = memo.find(memo_owner_, piece.text, [&] { return evidence_of(piece.text); });
  const std::array<float, 3>& said = piece.name ? evidence.of_name : evidence.of_word;
  for (std::size_t language = 0; language < scores.size(); ++language)
    scores[language] += static_cast<double>(said[language]);
  return !evidence.stop_word && !piece.name && !evidence.is_short;
}

std::string_view guess_language(std::string_view text) {
  static const LanguageGuesser guesser(DictionarySource::built_in());
  return to_string(guesser.guess(text));
}

}  // namespace vraagbaak::analysis
