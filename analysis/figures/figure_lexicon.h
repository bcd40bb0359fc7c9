// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/dictionary/dictionary_source.h"
#include "analysis/figures/piece.h"
#include "model/decimal.h"

namespace vraagbaak::analysis {

// What a dictionary entry is to the figure rules.
enum class Category : std::uint8_t {
  cardinal,            // value: "drie"
  ordinal,             // value: "derde"
  fraction,            // value / denominator: "half", "driekwart", "½"
  vague,               // low and high: "tientallen"
  magnitude,           // power: "miljoen"
  currency,            // name: ISO 4217 code; power: of "k€"
  subunit,             // a hundredth of a currency: "cent"
  unit,                // name: the unit; detail: its kind; value: factor
  suffix,              // behind a hyphen: "2-daags"; name, detail as a unit
  month,               // value: 1–12
  weekday,             // value: 1 (Monday) – 7
  division,            // a named part of the year: value: how many make a year; "kwartaal" 4
  numbered_division,   // value as there, denominator: which one: "K3"
  hedge,               // before a figure: detail: approx, min, max, zero
  hedge_after,         // behind it: "of meer"
  bounding_adjective,  // "maximale": bounds the figure behind its noun
  reference,           // the number behind it is no quantity: "artikel"
  contact,             // the digits behind it are an address, a phone or an account number
  function,            // a word that is never the thing counted
  relative_day,        // value: days from the reference day: "gisteren" -1
  role,                // value: its Role
};

// The parts that words play in a rule (dictionaries/nl/figure-words.tsv).
enum class Role : std::uint8_t {
  article,         // de, het, een, deze
  of,              // van
  in,              // in
  on,              // op
  per,             // per
  and_,            // en
  or_,             // of
  to,              // tot
  until,           // tot en met, t/m
  between,         // tussen
  from,            // van, vanaf
  after,           // na
  over,            // over twee weken
  ago,             // geleden
  later,           // later
  point,           // komma
  minus,           // min
  plus,            // plus
  percentage_of,   // percentage (van 30)
  ordinal_ending,  // 3de, 21e, 20ste
  year_cue,        // in, sinds, eind …: before a number that is a year
  year_noun,       // jaar, boekjaar
  decade,          // jaren
  century,         // eeuw
  week,
  day,
  month_noun,
  previous,                 // vorig
  current,                  // dit
  next,                     // volgend
  last,                     // laatste
  next_week,                // volgende: before a weekday always the week after this one
  glued,                    // words that poor PDF readers leave stuck to digits
  measuring,                // binnen, gedurende: before "een jaar" that is a duration
  out_of,                   // uit: 1 uit drie
  also_verb,                // acht: a number word that is a verb or abbreviation too
  between_number_and_noun,  // andere: drie andere projecten
  linking,                  // van, bedraagt: between a bounding noun and its figure
  to_about,                 // à: 2 à 3
  times,                    // x: x 1.000
  number_of,                // aantal
  compared,                 // vs., tegenover
  respectively,             // 4,7 respectievelijk 1,5 miljoen
  tally,                    // -tal
  at_time,                  // om (9.33 uur)
  invariant_noun,           // keer, man: counted in the singular
  toward,                   // naar: van 10 naar 15 %
  ratio_noun,               // verhouding, ratio: 1:6 beside it is no time of day
  formula,                  // CO, CH: in capitals before a digit
  money_source,             // uit, aan: between an amount and what holds or gives money
  money_noun,               // provisie, subsidies
};
inline constexpr std::size_t kRoleCount = 51;

// One line of a dictionary.
struct Entry {
  Category category = Category::role;
  std::vector<std::uint16_t> words;  // the vocabulary's words of the form, in order
  std::int64_t value = 0;
  std::int64_t denominator = 1;
  int power = 0;
  std::string name;
  std::string detail;
  std::optional<Decimal> low;  // hedges: percent of the value
  std::optional<Decimal> high;
};

// An entry found at a place in the pieces.
struct EntryMatch {
  const Entry* entry = nullptr;
  std::size_t begin = 0;  // pieces
  std::size_t end = 0;
  explicit operator bool() const { return entry != nullptr; }
  const Entry* operator->() const { return entry; }
};

// The vocabulary of the figure rules: every form of the dictionaries they read, as words of the pieces.
// Immutable once made; safe to share between threads.
class FigureLexicon {
 public:
  // Throws Error where a dictionary is missing or a line is wrong.
  explicit FigureLexicon(const DictionarySource& source);

  // The number of a folded word (letter_fold.h); kUnknownWord where no form has it.
  std::uint16_t word(std::string_view folded) const;
  // The same where its hash (piece_lexer.h) is known already.
  std::uint16_t word(std::string_view folded, std::uint32_t hash) const {
    const bool may_be_one = !folded.empty() && (sizes_[static_cast<unsigned char>(folded.front())] &
                                                size_bit(folded.size())) != 0;
    return may_be_one ? look_up(folded, hash) : kUnknownWord;
  }
  // True where digits glued behind this word are a number of their own: "EUR270", "in2023".
  bool parts_from_digits(std::uint16_t word) const { return words_[word].parts_from_digits; }
  // True where some entry of `category` begins with this word.
  bool begins(std::uint16_t word, Category category) const {
    return ((starts_[word] >> bit(category)) & 1) != 0;
  }
  // True where some entry begins with this word.
  bool begins_any(std::uint16_t word) const { return starts_[word] != 0; }
  // True where a date may go on with this word behind a day: a month, a named part of a year, "t/m".
  bool goes_on_date(std::uint16_t word) const {
    const std::uint32_t ones = 1u << bit(Category::month) | 1u << bit(Category::division) |
                               1u << bit(Category::weekday) | 1u << bit(Category::role);
    return (starts_[word] & ones) != 0;
  }
  // True where a date may begin with this word by itself: a month, a weekday, a rank, "week", "jaren".
  bool begins_date(std::uint16_t word) const { return (starts_[word] & kDateBit) != 0; }
  // True where some entry of `category` ends with this word.
  bool ends(std::uint16_t word, Category category) const {
    return ((words_[word].stops >> bit(category)) & 1) != 0;
  }

  // True where a figure may begin at this word, or a word that decides what the digits behind it are.
  // With `relative` also the words that begin a relative date.
  bool is_anchor(std::uint16_t word, bool relative) const {
    return (starts_[word] & (relative ? kAnchorBit | kRelativeAnchorBit : kAnchorBit)) != 0;
  }
  // The word an ASCII symbol is, kUnknownWord for most.
  std::uint16_t symbol(char ascii) const { return symbols_[static_cast<unsigned char>(ascii)]; }

  // What a rule does (dictionaries/nl/figure-rules.tsv); empty for an unknown one.
  std::string_view explain(std::string_view rule) const;

  // The longest entry of `category` that begins at `at`, or that ends just before `end`; empty where there is
  // none.
  EntryMatch match(std::span<const Piece> pieces, std::size_t at, Category category) const {
    if (at >= pieces.size() || !begins(pieces[at].word, category)) return {};  // as nearly always
    return longest_match(pieces, at, category);
  }
  EntryMatch match_before(std::span<const Piece> pieces, std::size_t end, Category category) const;
  // True where the word alone plays that part in a rule (dictionaries/nl/figure-words.tsv).
  bool has_role(std::uint16_t word, Role role) const {
    return ((words_[word].roles >> static_cast<unsigned>(role)) & 1) != 0;
  }
  // The same for a part that several words may play ("tot en met"), at `at`.
  EntryMatch match_role(std::span<const Piece> pieces, std::size_t at, Role role) const;

 private:
  struct Word {
    std::uint32_t stops = 0;  // bit set of categories
    std::uint64_t roles = 0;
    bool parts_from_digits = false;
    std::vector<std::uint32_t> first_of;  // entries, longest first
    std::vector<std::uint32_t> last_of;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint16_t word = 0;
    std::uint16_t size = 0;
    std::uint32_t offset = 0;  // in forms_
  };

  static constexpr std::uint32_t kAnchorBit = std::uint32_t{1} << 31;
  static constexpr std::uint32_t kRelativeAnchorBit = std::uint32_t{1} << 30;
  static constexpr std::uint32_t kDateBit = std::uint32_t{1} << 29;
  static constexpr unsigned bit(Category category) { return static_cast<unsigned>(category); }
  // A bit for each size of a form; all from 32 bytes on share the last.
  static constexpr std::uint32_t size_bit(std::size_t size) {
    return std::uint32_t{1} << (size < 32 ? size : 31);
  }
  std::uint16_t look_up(std::string_view folded, std::uint32_t hash) const;
  EntryMatch longest_match(std::span<const Piece> pieces, std::size_t at, Category category) const;
  static bool stands_at(const Entry& entry, std::span<const Piece> pieces, std::size_t at);
  std::uint16_t add_word(std::string_view folded);
  Entry& add(Category category, std::string_view form);
  void read_numbers(const DictionarySource& source);
  void read_units(const DictionarySource& source);
  void read_calendar(const DictionarySource& source);
  void read_context(const DictionarySource& source);
  void link_entries();

  std::map<std::string, std::string, std::less<>> rules_;
  std::vector<Entry> entries_;
  std::vector<Word> words_;
  std::vector<std::uint32_t>
      starts_;  // of each word: bit set of categories, and the bits above; apart for the cache
  std::array<std::uint16_t, 128> symbols_{};
  std::unordered_map<std::string, std::uint16_t> building_;  // while reading
  std::string forms_;
  std::vector<Slot> slots_;                 // open addressing, power of two
  std::array<std::uint32_t, 256> sizes_{};  // by the first byte of a form: the sizes of those that begin so
};

}  // namespace vraagbaak::analysis
