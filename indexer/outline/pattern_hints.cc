// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/pattern_hints.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace vraagbaak::indexer {
namespace {

using Bytes = std::bitset<256>;
using Needs = std::vector<std::string>;

// Bytes that no line has, far from where their product would not fit.
constexpr std::size_t kEndless = std::size_t{1} << 30;
// More alternatives cost more to look for than they spare.
constexpr std::size_t kMostNeeds = 24;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Bytes between(unsigned first, unsigned last) {
  Bytes bytes;
  for (unsigned c = first; c <= last; ++c) bytes.set(c);
  return bytes;
}
Bytes beyond_ascii() {
  return between(0x80, 0xFF);
}

// A character in either case. Letters have forms beyond ASCII too (the Kelvin sign is a k).
Bytes bytes_of(char c) {
  if (static_cast<unsigned char>(c) >= 0x80) return beyond_ascii();
  Bytes bytes;
  bytes.set(static_cast<unsigned char>(c));
  if (is_letter(c)) {
    bytes.set(static_cast<unsigned char>(lower(c)));
    bytes.set(static_cast<unsigned char>(lower(c) - 'a' + 'A'));
    bytes |= beyond_ascii();
  }
  return bytes;
}

Bytes class_of(char escaped) {
  switch (escaped) {
    case 'd':
      return between('0', '9');
    case 's':
      return between('\t', '\r') | between(' ', ' ');
    case 'S':
      return ~(between('\t', '\n') | between('\f', '\r') | between(' ', ' '));
    default:
      return Bytes().set();
  }
}

// Folds to itself alone, so that a text holds it as it is or as a capital: k and s do not.
bool is_certain(char c) {
  return static_cast<unsigned char>(c) < 0x80 && lower(c) != 'k' && lower(c) != 's';
}

// ASCII, or of General Punctuation to the currency signs (U+2000 to U+20BF): all but letters and digits of
// these fold to themselves alone.
bool is_sign(const std::string& character) {
  if (character.size() == 1) return static_cast<unsigned char>(character[0]) < 0x80;
  return character.size() == 3 && character[0] == '\xE2' && static_cast<unsigned char>(character[1]) <= 0x82;
}

// Reads a pattern from left to right.
class Reader {
 public:
  explicit Reader(std::string_view pattern) : pattern_(pattern) {}

  struct Part {
    Bytes first;
    Bytes last;
    bool may_be_empty = true;
    Needs needs;
    Needs begins;
    std::size_t shortest = 0;  // bytes
    std::size_t longest = 0;
  };

  // Alternatives up to the end or the bracket that closes them.
  Part alternatives() {
    Part all = sequence();
    while (peek() == '|') {
      ++at_;
      const Part other = sequence();
      all.first |= other.first;
      all.last |= other.last;
      all.may_be_empty = all.may_be_empty || other.may_be_empty;
      all.shortest = std::min(all.shortest, other.shortest);
      all.longest = std::max(all.longest, other.longest);
      if (all.needs.empty() || other.needs.empty() || all.needs.size() + other.needs.size() > kMostNeeds) {
        all.needs.clear();
      } else {
        all.needs.insert(all.needs.end(), other.needs.begin(), other.needs.end());
      }
      if (all.begins.empty() || other.begins.empty()) {
        all.begins.clear();
      } else {
        all.begins.insert(all.begins.end(), other.begins.begin(), other.begins.end());
      }
    }
    return all;
  }

  bool understood() const { return understood_ && at_ == pattern_.size(); }

 private:
  char peek() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }

  Part sequence() {
    Part whole;
    std::string run;
    Opening opening;
    const auto keep_run = [&] {
      if (!run.empty()) keep_surer(whole.needs, {run});
      run.clear();
    };
    while (understood_ && at_ < pattern_.size() && peek() != '|' && peek() != ')') {
      const std::size_t begin = at_;
      Part atom = this->atom();
      const char literal = is_literal_ ? pattern_[at_ - 1] : '\0';
      const bool one = repeats_once();
      whole.shortest = std::min(kEndless, whole.shortest + atom.shortest * least_);
      whole.longest = std::min(kEndless, whole.longest + atom.longest * most_);
      if (literal != '\0' && one && is_certain(literal)) {
        run += lower(literal);
      } else {
        keep_run();
      }
      if (may_be_none_) atom.may_be_empty = true;
      opening.add(literal != '\0' && one ? literal : '\0', atom);
      if (!atom.may_be_empty) keep_surer(whole.needs, std::move(atom.needs));
      if (whole.may_be_empty) whole.first |= atom.first;
      if (!atom.may_be_empty) whole.last.reset();
      whole.last |= atom.last;
      whole.may_be_empty = whole.may_be_empty && atom.may_be_empty;
      if (at_ == begin) understood_ = false;
    }
    keep_run();
    whole.begins = opening.begins();
    return whole;
  }

  // Gathers what a sequence begins with.
  class Opening {
   public:
    // The next atom; `literal`: the one character it is, or 0.
    void add(char literal, const Part& atom) {
      if (closed_) return;
      if (literal != '\0' && static_cast<unsigned char>(literal) < 0x80) {
        run_ += lower(literal);
      } else if (!run_.empty()) {
        close();
      } else if (!atom.begins.empty()) {  // a group; where it may be left out, what follows begins it as well
        begins_.insert(begins_.end(), atom.begins.begin(), atom.begins.end());
        closed_ = !atom.may_be_empty;
      } else if (atom.first.any()) {
        begins_.clear();
        closed_ = true;
      }
    }
    Needs begins() {
      if (!closed_ && run_.empty()) return {};  // it may be empty
      close();
      return std::move(begins_);
    }

   private:
    void close() {
      if (!run_.empty()) begins_.push_back(std::move(run_));
      run_.clear();
      closed_ = true;
    }

    Needs begins_;
    std::string run_;
    bool closed_ = false;
  };

  static Part one_of(const Bytes& bytes) {
    const std::size_t longest = (bytes & beyond_ascii()).any() ? 4 : 1;  // of UTF-8
    return {.first = bytes,
            .last = bytes,
            .may_be_empty = false,
            .needs = {},
            .begins = {},
            .shortest = 1,
            .longest = longest};
  }

  // Of two sets of which each match holds one, that with the longer words: they are rarer.
  static void keep_surer(Needs& needs, Needs other) {
    const auto shortest = [](const Needs& words) {
      return words.empty() ? 0 : std::ranges::min(words, {}, &std::string::size).size();
    };
    if (shortest(other) > shortest(needs)) needs = std::move(other);
  }

  // One character, class or group, without what repeats it.
  Part atom() {
    is_literal_ = false;
    const char c = pattern_[at_++];
    switch (c) {
      case '(': {
        if (pattern_.substr(at_, 2) == "?:") {
          at_ += 2;
        } else if (peek() == '?') {
          understood_ = false;  // flags
        }
        Part inner = alternatives();
        if (peek() == ')') {
          ++at_;
        } else {
          understood_ = false;
        }
        is_literal_ = false;
        return inner;
      }
      case '[': {
        Needs listed;
        Part part = one_of(bracket(listed));
        part.needs = std::move(listed);
        return part;
      }
      case '\\':
        return escaped();
      case '.':
        return one_of(Bytes().set());
      case '^':
      case '$':
        understood_ = false;
        return {};
      default:
        is_literal_ = true;
        return one_of(bytes_of(c));
    }
  }

  Part escaped() {
    const char c = peek();
    ++at_;
    if (c == 'b') return {};  // no character
    if (c == 'p' || c == 'P') {
      if (peek() == '{') understood_ = false;
      ++at_;
      return one_of(Bytes().set());
    }
    if (is_letter(c) || (c >= '0' && c <= '9')) return one_of(class_of(c));
    is_literal_ = true;
    return one_of(bytes_of(c));
  }

  // Behind "[": its characters and ranges. `listed`: the characters, where they are few and signs alone.
  Bytes bracket(Needs& listed) {
    constexpr std::size_t kMostListed = 4;
    Bytes bytes;
    bool lists = true;
    const auto list = [&listed](char c) {
      const bool goes_on = (static_cast<unsigned char>(c) & 0xC0) == 0x80 && !listed.empty();
      if (!goes_on) listed.emplace_back();
      listed.back() += c;
    };
    const bool negated = peek() == '^';
    for (bool first = true; at_ < pattern_.size() && (peek() != ']' || first); first = false) {
      char c = pattern_[at_++];
      if (c == '[' && peek() == ':') understood_ = false;
      lists = lists && !is_letter(c) && c != '\\' && !(c >= '0' && c <= '9');
      if (c == '\\') {
        c = peek();
        ++at_;
        if (is_letter(c)) {
          bytes |= class_of(c);
          if (c == 'p') ++at_;
          continue;
        }
      }
      if (peek() == '-' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
        const char last = pattern_[at_ + 1];
        at_ += 2;
        if (static_cast<unsigned char>(last) >= 0x80 || last == '\\') {
          bytes.set();
        } else {
          for (int each = c; each <= last; ++each) bytes |= bytes_of(static_cast<char>(each));
        }
        lists = false;
      } else {
        bytes |= bytes_of(c);
        list(c);
      }
    }
    ++at_;
    if (!lists || negated || listed.size() > kMostListed || !std::ranges::all_of(listed, is_sign))
      listed.clear();
    return negated ? Bytes().set() : bytes;
  }

  // What repeats the atom before: nothing, ? * + {2,3}, each also with ? behind. True for nothing.
  bool repeats_once() {
    may_be_none_ = false;
    least_ = most_ = 1;
    const char c = peek();
    if (c == '?' || c == '*' || c == '+') {
      ++at_;
      may_be_none_ = c != '+';
      least_ = c == '+' ? 1 : 0;
      if (c != '?') most_ = kEndless;
    } else if (c == '{') {
      const std::size_t end = pattern_.find('}', at_);
      if (end == std::string_view::npos) {
        understood_ = false;
        return false;
      }
      may_be_none_ = pattern_[at_ + 1] == '0' || pattern_[at_ + 1] == ',';
      read_counts(pattern_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    } else {
      return true;
    }
    if (peek() == '?') ++at_;
    return false;
  }

  // "2", "2,", "2,3"
  void read_counts(std::string_view counts) {
    const std::size_t comma = std::min(counts.find(','), counts.size());
    const auto number = [](std::string_view digits, std::size_t otherwise) {
      std::size_t value = 0;
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return error == std::errc() && end == digits.data() + digits.size() ? value : otherwise;
    };
    least_ = std::min(number(counts.substr(0, comma), 0), kEndless);
    most_ = comma == counts.size() ? least_ : std::min(number(counts.substr(comma + 1), kEndless), kEndless);
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::size_t least_ = 1;  // times that the last atom stands there
  std::size_t most_ = 1;
  bool is_literal_ = false;   // the last atom is one character
  bool may_be_none_ = false;  // and it may be left out
  bool understood_ = true;
};

}  // namespace

bool PatternHints::may_hold(std::string_view text) const {
  if (needs.empty()) return true;
  const bool lone_sign = needs.size() == 1 && !is_letter(needs.front().front());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (lone_sign) {  // seldom there, and found fast
      at = text.find(needs.front().front(), at);
      if (at == std::string_view::npos) return false;
    } else if (!needs_begin[static_cast<unsigned char>(text[at])]) {
      continue;
    }
    const std::string_view rest = text.substr(at);
    for (const std::string& word : needs) {
      if (word.size() > rest.size()) continue;
      std::size_t same = 0;
      while (same < word.size() && lower(rest[same]) == word[same]) ++same;
      if (same == word.size()) return true;
    }
  }
  return false;
}

bool PatternHints::begins_so(std::string_view text) const {
  const auto begins_with = [text](const std::string& word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (i == text.size()) return false;
      if (lower(text[i]) == word[i]) continue;
      // What stands beyond ASCII may fold to a letter: nothing more can be said.
      return !is_certain(word[i]) && static_cast<unsigned char>(text[i]) >= 0x80;
    }
    return true;
  };
  return begins.empty() || std::ranges::any_of(begins, begins_with);
}

PatternHints read_pattern_hints(std::string_view pattern) {
  Reader reader(pattern);
  const Reader::Part part = reader.alternatives();
  PatternHints hints;
  const bool understood = reader.understood();
  if (understood && !part.may_be_empty) {
    hints.first_bytes = part.first;
    hints.last_bytes = part.last;
    hints.needs = part.needs;
    hints.begins = part.begins;
    hints.shortest = part.shortest;
    if (part.longest < kEndless) hints.longest = part.longest;
    for (const std::string& word : hints.needs) {
      hints.needs_begin[static_cast<unsigned char>(word.front())] = true;
      if (is_letter(word.front()))
        hints.needs_begin[static_cast<unsigned char>(word.front() - 'a' + 'A')] = true;
    }
  } else {
    hints.first_bytes.set();
    hints.last_bytes.set();
  }
  return hints;
}

}  // namespace vraagbaak::indexer
