// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace vraagbaak::store {

// The index terms of one text, packed: an analysed document waits in memory for the writer, and a term here
// takes its bytes and three more.
class TermList {
 public:
  // A colocated term stands at the same position as the one before it (a stem, a part of a compound).
  // Of a term longer than kLongestTerm bytes the first part counts, cut before a code point.
  void add(std::string_view term, bool colocated);

  // Calls visit(std::string_view term, bool colocated) for each term, in order, as long as it returns true.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    std::size_t at = 0;
    while (at < packed_.size()) {
      const bool colocated = packed_[at] != 0;
      std::uint16_t length = 0;
      std::memcpy(&length, packed_.data() + at + 1, sizeof length);
      at += kHeader;
      if (!visit(std::string_view(packed_).substr(at, length), colocated)) return;
      at += length;
    }
  }

  // How many words the terms stand for: those that are not colocated, as FTS5 counts.
  std::size_t word_count() const { return words_; }
  bool empty() const { return packed_.empty(); }
  std::size_t byte_count() const { return packed_.size(); }

  // FTS5 keeps at most 32,768 bytes of a token; no word comes near this.
  static constexpr std::size_t kLongestTerm = 1024;

 private:
  static constexpr std::size_t kHeader = 1 + sizeof(std::uint16_t);
  std::string packed_;
  std::size_t words_ = 0;
};

inline void TermList::add(std::string_view term, bool colocated) {
  if (term.size() > kLongestTerm) {
    std::size_t end = kLongestTerm;
    while (end > 0 && (static_cast<unsigned char>(term[end]) & 0xC0) == 0x80) --end;
    term = term.substr(0, end);
  }
  if (term.empty()) return;
  const auto length = static_cast<std::uint16_t>(term.size());
  char header[kHeader] = {static_cast<char>(colocated ? 1 : 0)};
  std::memcpy(header + 1, &length, sizeof length);
  packed_.append(header, kHeader).append(term);
  if (!colocated || words_ == 0) ++words_;
}

}  // namespace vraagbaak::store
