// SPDX-License-Identifier: EUPL-1.2
// Makes words.nl.bin: vb_make_word_list WORDS OUTPUT. WORDS has one word a line (UTF-8), as
// /usr/share/dict/dutch of the Debian package wdutch. Run by the build; not part of the program.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/text/normalizer.h"
#include "analysis/text/word_table.h"

namespace vraagbaak::analysis {
namespace {

struct Word {
  bool name = true;
  double as_first = 0;
  double as_last = 0;
  double next_first = 0;
  double next_last = 0;
};
using Words = std::unordered_map<std::string, Word>;

constexpr std::size_t kLongestWord = 60;
constexpr std::size_t kShortestPart = 3;

bool is_word(const std::string& word) {
  return !word.empty() && word.size() <= kLongestWord &&
         std::ranges::none_of(word, [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
}

bool has_capital(const std::string& line) {
  return std::ranges::any_of(line, [](char c) { return c >= 'A' && c <= 'Z'; });
}

Words read(std::istream& file) {
  Words words;
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const std::string word = normalize(line);
    if (!is_word(word)) continue;
    auto& entry = words[word];
    entry.name = entry.name && has_capital(line);
  }
  return words;
}

struct Split {
  Word* first = nullptr;
  Word* last = nullptr;
  double score = 0;
};

Word* part(Words& words, const std::string& text) {
  if (text.size() < kShortestPart) return nullptr;
  const auto found = words.find(text);
  return found == words.end() || found->second.name ? nullptr : &found->second;
}

// Short parts are found in any word by chance: a letter less costs as much as being three times rarer.
double length_bonus(std::size_t size) {
  return static_cast<double>(std::min<std::size_t>(size, 6));
}

// The most likely split of `word` in two known words, with the counts of the last round; a linking s between.
Split best_split(Words& words, const std::string& word) {
  Split best;
  for (std::size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut) {
    Word* const last = part(words, word.substr(cut));
    if (last == nullptr) continue;
    const auto consider = [&](Word* first, std::size_t size, double penalty) {
      if (first == nullptr) return;
      const double score = std::log(1 + first->as_first) + std::log(1 + last->as_last) + length_bonus(size) +
                           length_bonus(word.size() - cut) - penalty;
      if (score > best.score) best = {first, last, score};
    };
    consider(part(words, word.substr(0, cut)), cut, 0);
    if (word[cut - 1] == 's') consider(part(words, word.substr(0, cut - 1)), cut - 1, 0.5);
  }
  return best;
}

// Counts how often each word is first and last part, each word of the list voting for its likeliest split.
// Expectation maximisation, the hard kind; four rounds change hardly anything any more.
void count_parts(Words& words) {
  std::vector<std::string> compounds;
  for (const auto& [word, entry] : words) {
    if (!entry.name && word.size() >= 2 * kShortestPart) compounds.push_back(word);
  }
  std::ranges::sort(compounds);
  for (int round = 0; round < 4; ++round) {
    for (const std::string& word : compounds) {
      const Split split = best_split(words, word);
      if (split.first == nullptr) continue;
      split.first->next_first += 1;
      split.last->next_last += 1;
    }
    for (auto& [word, entry] : words) {
      entry.as_first = std::exchange(entry.next_first, 0);
      entry.as_last = std::exchange(entry.next_last, 0);
    }
  }
}

// 0 for never, 1 for once or twice, then a step each time it is three times as often.
std::uint32_t rank(double count) {
  if (count < 1) return 0;
  return static_cast<std::uint32_t>(
      std::min<double>(kHighestRank, 1 + std::floor(std::log(count) / std::log(3.0))));
}

std::vector<std::uint32_t> table_of(const Words& words) {
  std::size_t size = 1;
  while (size < words.size() * 2) size *= 2;
  std::vector<std::uint32_t> slots(size, 0);
  std::vector<std::string> sorted;  // the same list gives the same file
  for (const auto& [word, entry] : words) sorted.push_back(word);
  std::ranges::sort(sorted);
  for (const std::string& word : sorted) {
    const Word& entry = words.at(word);
    const std::uint32_t mark = entry.name ? kNameMark : (rank(entry.as_first) << 3) | rank(entry.as_last);
    const std::uint64_t hash = hash_word(word);
    slots[find_slot(slots, hash)] = slot_key(hash) | mark;
  }
  return slots;
}

bool write(const std::string& path, const Words& words) {
  const std::vector<std::uint32_t> slots = table_of(words);
  const WordTableHeader header{.words = words.size(), .slots = slots.size(), .checksum = checksum_of(slots)};
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file.write(reinterpret_cast<const char*>(slots.data()),
             static_cast<std::streamsize>(slots.size() * sizeof(std::uint32_t)));
  return file.flush().good();
}

}  // namespace
}  // namespace vraagbaak::analysis

int main(int argument_count, char** arguments) {
  using namespace vraagbaak::analysis;
  if (argument_count != 3) {
    std::cerr << "usage: vb_make_word_list WORDS OUTPUT\n";
    return 2;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  Words words = read(file);
  if (words.empty()) {
    std::cerr << arguments[1] << ": no words in it: give a list with one word a line\n";
    return 2;
  }
  count_parts(words);
  if (!write(arguments[2], words)) {
    std::cerr << arguments[2] << ": cannot be written: check the folder and the room on the disk\n";
    return 2;
  }
  return 0;
}
