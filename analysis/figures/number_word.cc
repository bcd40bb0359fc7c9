// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/number_word.h"

#include <algorithm>
#include <cstdint>

#include "analysis/figures/piece_lexer.h"

namespace vraagbaak::analysis {
namespace {

// "achttien", the longest compound's shortest sibling "zesenzes…" aside: no compound number has fewer
// letters.
constexpr std::size_t kShortestCompound = 8;
constexpr std::size_t kLongestAtom = 9;  // "zeventien", "negentien"
constexpr std::int64_t kLargest = 1'000'000'000'000'000'000;

constexpr std::uint32_t packed(const char* letters) {
  return static_cast<std::uint32_t>(letters[0] | letters[1] << 8 | letters[2] << 16);
}

// Reads the parts of a compound from left to right.
class NumberWordReader {
 public:
  NumberWordReader(std::string_view rest, const FigureLexicon& lexicon) : rest_(rest), lexicon_(lexicon) {}

  std::optional<SpelledNumber> read() {
    while (!rest_.empty()) {
      if (parts_ > 0 && finish_as_ordinal()) return SpelledNumber{.value = total_, .ordinal = true};
      if (!read_part()) return std::nullopt;
    }
    if (after_and_ || parts_ < 2 || !close(1)) return std::nullopt;
    return SpelledNumber{.value = total_, .ordinal = false};
  }

 private:
  EntryMatch lookup(std::string_view form, Category category) const {
    const Piece piece{.begin = 0, .end = 0, .number = 0, .word = lexicon_.word(form)};
    return lexicon_.match({&piece, 1}, 0, category);
  }

  bool finish_as_ordinal() {
    if (rest_ == "ste" && !after_and_) return close(1);
    if (const EntryMatch ordinal = lookup(rest_, Category::ordinal)) return add(ordinal->value) && close(1);
    return false;
  }

  bool read_part() {
    std::size_t longest = 0;
    std::uint16_t found = kUnknownWord;
    for (std::size_t size = 1; size <= std::min(kLongestAtom, rest_.size()); ++size) {
      const std::uint16_t word = size < 3 ? kUnknownWord : lexicon_.word(rest_.substr(0, size));
      if (lexicon_.begins(word, Category::cardinal) || lexicon_.begins(word, Category::magnitude)) {
        longest = size;
        found = word;
      }
    }
    ++parts_;
    if (longest == 0) {
      if (!rest_.starts_with("en") || after_and_ || parts_ == 1) return false;
      after_and_ = true;
      rest_.remove_prefix(2);
      return true;
    }
    const Piece piece{.begin = 0, .end = 0, .number = 0, .word = found};
    rest_.remove_prefix(longest);
    if (const EntryMatch cardinal = lexicon_.match({&piece, 1}, 0, Category::cardinal))
      return add(cardinal->value);
    const EntryMatch magnitude = lexicon_.match({&piece, 1}, 0, Category::magnitude);
    return magnitude && multiply(magnitude->power);
  }

  // A number below 100: twee|en|twintig, honderd|twee, negentien|vijfenveertig.
  bool add(std::int64_t value) {
    const bool joined = after_and_;
    after_and_ = false;
    if (!small_) {
      small_ = value;
      return true;
    }
    if (joined) {
      if (*small_ < 1 || *small_ > 9 || value < 20 || value % 10 != 0) return false;
      small_ = *small_ + value;
      return true;
    }
    if (*small_ < 13 || *small_ > 99 || hundreds_ != 0 || total_ != 0 || value == 0) return false;
    hundreds_ = *small_ * 100;
    small_ = value;
    return true;
  }

  bool multiply(int power) {
    if (after_and_) return false;
    if (power == 2) {
      if (hundreds_ != 0) return false;
      hundreds_ = small_.value_or(1) * 100;
      small_.reset();
      return true;
    }
    std::int64_t scale = 1;
    for (int i = 0; i < power; ++i) scale *= 10;
    return close(scale);
  }

  // Adds the group read so far, times `scale`, to the total.
  bool close(std::int64_t scale) {
    std::int64_t group = hundreds_ + small_.value_or(0);
    if (group == 0 && scale > 1) group = 1;
    if (scale >= last_scale_ || group >= kLargest / scale / 10 || (scale > 1 && group >= 10'000))
      return false;
    total_ += group * scale;
    if (scale > 1) last_scale_ = scale;
    hundreds_ = 0;
    small_.reset();
    return true;
  }

  std::string_view rest_;
  const FigureLexicon& lexicon_;
  std::int64_t total_ = 0;
  std::int64_t hundreds_ = 0;
  std::int64_t last_scale_ = kLargest;
  std::optional<std::int64_t> small_;
  int parts_ = 0;
  bool after_and_ = false;
};

}  // namespace

bool may_spell_number(std::string_view folded) {
  if (folded.size() < kShortestCompound) return false;
  switch (packed(folded.data())) {
    case packed("ach"):
    case packed("bil"):
    case packed("der"):
    case packed("dri"):
    case packed("dui"):
    case packed("een"):
    case packed("elf"):
    case packed("hon"):
    case packed("mil"):
    case packed("neg"):
    case packed("tac"):
    case packed("tie"):
    case packed("twa"):
    case packed("twe"):
    case packed("twi"):
    case packed("vee"):
    case packed("vie"):
    case packed("vij"):
    case packed("zes"):
    case packed("zev"):
      return true;
    default:
      return false;
  }
}

std::optional<SpelledNumber> read_number_word(std::string_view folded, const FigureLexicon& lexicon) {
  return NumberWordReader(folded, lexicon).read();
}

}  // namespace vraagbaak::analysis
