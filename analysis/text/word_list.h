// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::analysis {

// The Dutch words we know, and how often each is the first or the last part of a compound.
//
// The large list is a file of ours, words.nl.bin, which the build makes from the Debian package wdutch; it is
// mapped into memory, so opening costs next to nothing. It is looked for in $VRAAGBAAK_DATA, and in
// share/vraagbaak beside the program and in the folders above it (up to four). Where it is absent or damaged,
// dictionaries/nl/words.tsv, which is always added, serves alone: everything works, compounds of rarer words
// stay whole.
//
// Immutable; copies share one mapping; safe to share between threads.
class WordList {
 public:
  explicit WordList(const DictionarySource& source);
  // With the large list at `path` and nowhere else; an empty path: without the large list.
  WordList(const DictionarySource& source, const std::string& path);

  // How productive a word is in compounds: 0 = never seen in one, each step about 3 times as often, up to 6.
  struct Entry {
    bool known = false;
    bool name = false;  // stands in the list with a capital only: Kortrijk
    int as_first = 0;   // project in projectbudget
    int as_last = 0;    // budget in projectbudget
  };

  // `word` as normalize() gives it, here and below. Constant time.
  Entry find(std::string_view word) const;
  // The same by the word's hash (WordHash in word_table.h), for searches over many pieces of one word.
  Entry find_hash(std::uint64_t hash) const;
  bool contains(std::string_view word) const { return find(word).known; }

  // Whether the large list is there.
  bool is_large() const;
  // For messages: "413288 words from /usr/lib/…/words.nl.bin", or why only the small list serves.
  std::string description() const;
  // Changes whenever an answer of find() may change.
  std::uint64_t fingerprint() const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace vraagbaak::analysis
