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
// Weights are counted in quarters, so that halves of halves are whole numbers.
constexpr std::int32_t kOne = 4;
// Set by hand: a stop word of one language alone is worth three times a plain Dutch word, for every language
// borrows words and none borrows its articles.
constexpr std::int32_t kStopWord = 3 * kOne;
constexpr std::int32_t kKnownDutchWord = 1 * kOne;
constexpr std::int32_t kDutchCompound = 2 * kOne;
// Of a capitalised word half counts: Belgian and January are English, but Flanders stands in Dutch questions
// as well.
constexpr std::int32_t kNameDivisor = 2;
// No weight of a cue is larger.
constexpr int kMostWeight = 1000;
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

// An abbreviation in capitals, or too long for a word.
bool is_mute(std::string_view word) {
  return word.size() > kLongestWord || (word.size() > 1 && is_capital(word[0]) && is_capital(word[1]));
}

Language leader_of(const std::array<std::int32_t, 3>& scores) {
  std::size_t best = 0;  // in doubt Dutch
  for (const std::size_t other : {std::size_t{1}, std::size_t{2}}) {
    if (scores[other] > scores[best]) best = other;
  }
  return static_cast<Language>(best);
}

void add(const std::array<std::int32_t, 3>& points, std::array<std::int32_t, 3>& sum) {
  for (std::size_t language = 0; language < sum.size(); ++language) sum[language] += points[language];
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

// Behind the small words of a name after pieces[at], its first word, which say nothing either: Gateway to the
// Sea, Life-on-Chip; at + 1 where none follow. `end`: of the pieces that count.
template <typename Pieces>
std::size_t small_words_end(const Pieces& pieces, std::size_t at, std::size_t end) {
  constexpr std::size_t kMostSmallWords = 3;
  constexpr std::size_t kLongestSmallWord = 4;
  std::size_t next = at + 1;
  while (next < end && next - at <= kMostSmallWords && !pieces[next].name &&
         pieces[next].size() <= kLongestSmallWord) {
    ++next;
  }
  return next < end && pieces[next].name ? next : at + 1;
}

}  // namespace

std::vector<LanguageGuesser::Piece> LanguageGuesser::pieces_of(std::string_view text,
                                                               std::span<const Token> tokens,
                                                               std::span<const WordNumber> numbers) const {
  WordNumbers& of_thread = WordNumbers::of_thread();
  Memo& known = memo();
  std::vector<Piece> pieces;
  pieces.reserve(text.size() / 6 + 1);  // Dutch has about as many bytes a word
  bool first = true;                    // of a sentence
  std::size_t token = 0;
  const auto ends_word = [text](std::size_t at) {
    return at == text.size() || kind_of(text[at]) != ByteKind::word;
  };
  for (std::size_t at = 0; at < text.size();) {
    const ByteKind kind = kind_of(text[at]);
    if (kind != ByteKind::word) {
      first = first || kind == ByteKind::sentence_end;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (token < tokens.size() && tokens[token].span.begin < begin) ++token;
    WordNumber number = 0;
    const Evidence* of_token = nullptr;
    if (token < tokens.size() && tokens[token].span.begin == begin && numbers[token] != 0 &&
        ends_word(tokens[token].span.end)) {
      const ByteSpan span = tokens[token].span;
      const Evidence& evidence = known.find(numbers[token], [&] { return evidence_of(span.in(text)); });
      if (evidence.is_piece) {
        of_token = &evidence;
        number = numbers[token];
        at = span.end;
      }
    }
    while (!ends_word(at)) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    const bool capital = of_token != nullptr ? of_token->capital : is_capital(word[0]);
    const char before = begin > 0 ? text[begin - 1] : ' ';
    const char after = at < text.size() ? text[at] : ' ';
    const bool silent =
        (of_token != nullptr ? of_token->mute : is_mute(word)) || is_digit(before) || is_digit(after);
    if (number == 0 && !silent) number = of_thread.number(word);
    const bool joined = capital && before == '-' && !pieces.empty() && pieces.back().capital;
    pieces.push_back({.begin = static_cast<std::uint32_t>(begin),
                      .end = static_cast<std::uint32_t>(at),
                      .number = number,
                      .capital = capital,
                      .name = capital && (!first || joined || after == '-'),
                      .silent = silent});
    first = false;
  }
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
    if (error != std::errc() || end != row[2].data() + row[2].size() || weight < -kMostWeight ||
        weight > kMostWeight) {
      file.reject(row, std::string(row[2]).append(" is no weight"), "write a whole number of at most 1000");
    }
    std::string_view cue = row[0];
    Scores scores{};
    scores[language] = weight * kOne;
    if (cue.starts_with('-') || cue.ends_with('-')) {
      if (cue.size() < 3) file.reject(row, "an ending of one letter", "write two or more");
      if (cue.starts_with('-')) {
        endings_[letter_pair(cue[cue.size() - 2], cue.back())].emplace_back(cue.substr(1), scores);
      } else {
        beginnings_[letter_pair(cue[0], cue[1])].emplace_back(cue.substr(0, cue.size() - 1), scores);
      }
    } else {
      cue_of(cue).weights[language] += weight * kOne;
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
  const WordHold hold;
  text = text.substr(0, kEnoughText);
  const std::vector<Piece> pieces = pieces_of(text, {}, {});
  Memo& known = memo();
  Scores scores{};
  std::vector<std::string_view> plain;  // words that the lists say nothing decisive of
  for (std::size_t at = 0; at < pieces.size();) {
    const Piece& piece = pieces[at];
    if (!piece.silent) {
      const Evidence evidence = evidence_of(piece, text, known);
      add(piece.name ? evidence.of_name : evidence.of_word, scores);
      if (!evidence.stop_word && !piece.name && !evidence.is_short) plain.push_back(piece.in(text));
    }
    at = piece.name ? small_words_end(pieces, at, pieces.size()) : at + 1;
  }
  const Language leader = leader_of(scores);
  if (leader == Language::nl) return leader;
  const std::int32_t ahead = scores[static_cast<std::size_t>(leader)];
  std::int32_t& dutch = scores[0];
  std::erase_if(plain, [&](std::string_view word) {
    const WordList::Entry entry = words_.find(FoldedWord(word).view());
    if (entry.known && !entry.name) dutch += kKnownDutchWord;
    return entry.known;
  });
  for (std::size_t left = plain.size(); left > 0 && dutch < ahead; --left) {
    if (dutch + kDutchCompound * static_cast<std::int32_t>(left) < ahead) return leader;
    const FoldedWord word(plain[left - 1]);
    if (word.view().size() >= kShortestCompound && !decompounder_.parts(word.view()).empty())
      dutch += kDutchCompound;
  }
  return leader_of(scores);
}

LanguageGuesser::Evidence LanguageGuesser::evidence_of(std::string_view spelled) const {
  Evidence evidence;
  evidence.is_piece = std::ranges::all_of(spelled, [](char c) { return kind_of(c) == ByteKind::word; });
  if (!evidence.is_piece) return evidence;
  evidence.capital = is_capital(spelled[0]);
  evidence.mute = is_mute(spelled);
  if (evidence.mute) return evidence;
  const FoldedWord folded(spelled);
  const std::string_view word = folded.view();
  Scores sum{};
  if (const WordId id = cue_words_.find(folded.key()); id != 0) {
    add(cues_[id].weights, sum);
    evidence.stop_word = cues_[id].stop_word;
  }
  evidence.of_name = sum;
  for (std::int32_t& points : evidence.of_name) points /= kNameDivisor;
  evidence.is_short = word.size() < kShortestWord;
  if (!evidence.stop_word && !evidence.is_short) {
    for (const auto& [ending, weights] : endings_[letter_pair(word[word.size() - 2], word.back())]) {
      if (word.size() > ending.size() + 1 && word.ends_with(ending)) add(weights, sum);
    }
    for (const auto& [beginning, weights] : beginnings_[letter_pair(word[0], word[1])]) {
      if (word.size() > beginning.size() + 1 && word.starts_with(beginning)) add(weights, sum);
    }
  }
  evidence.of_word = sum;
  return evidence;
}

LanguageGuesser::Evidence LanguageGuesser::evidence_of(const Piece& piece, std::string_view text,
                                                       Memo& memo) const {
  if (piece.number == 0) return evidence_of(piece.in(text));
  return memo.find(piece.number, [&] { return evidence_of(piece.in(text)); });
}

LanguageGuesser::Memo& LanguageGuesser::memo() const {
  thread_local Memo memo;
  memo.open(memo_owner_);
  return memo;
}

LanguageReading::LanguageReading(const LanguageGuesser& guesser, std::string_view text,
                                 std::span<const Token> tokens, std::span<const WordNumber> numbers)
    : guesser_(guesser), text_(text), pieces_(guesser.pieces_of(text, tokens, numbers)) {}

// Where the part by itself would be read otherwise than as a part of the text, or where Dutch does not lead
// at once, the guesser reads it anew.
Language LanguageReading::guess(ByteSpan part) const {
  const std::size_t end = std::min(part.end, part.begin + kEnoughText);
  const auto at = [this](std::size_t offset) {
    return static_cast<std::size_t>(
        std::ranges::lower_bound(pieces_, offset, {}, &LanguageGuesser::Piece::begin) - pieces_.begin());
  };
  const std::size_t first = at(part.begin);
  const std::size_t last = at(end);
  const auto anew = [&] { return guesser_.guess(part.in(text_)); };
  const auto touches = [&](std::size_t outside) { return is_digit(text_[outside]) || text_[outside] == '-'; };
  if (first > 0 && pieces_[first - 1].end > part.begin) return anew();
  if (first == last) return Language::nl;
  if (pieces_[last - 1].end > end) return anew();
  if (pieces_[first].begin == part.begin && part.begin > 0 && touches(part.begin - 1)) return anew();
  if (pieces_[last - 1].end == end && end < text_.size() && touches(end)) return anew();
  LanguageGuesser::Memo& memo = guesser_.memo();
  LanguageGuesser::Scores scores{};
  for (std::size_t i = first; i < last;) {
    const LanguageGuesser::Piece& piece = pieces_[i];
    // The first word of the part begins a sentence.
    const bool name =
        i > first ? piece.name : piece.capital && piece.end < text_.size() && text_[piece.end] == '-';
    if (!piece.silent) {
      if (piece.number == 0) return anew();
      const LanguageGuesser::Evidence& evidence =
          memo.find(piece.number, [&] { return guesser_.evidence_of(piece.in(text_)); });
      add(name ? evidence.of_name : evidence.of_word, scores);
    }
    i = name ? small_words_end(pieces_, i, last) : i + 1;
  }
  return leader_of(scores) == Language::nl ? Language::nl : anew();
}

std::string_view guess_language(std::string_view text) {
  static const LanguageGuesser guesser(DictionarySource::built_in());
  return to_string(guesser.guess(text));
}

}  // namespace vraagbaak::analysis
