// SPDX-License-Identifier: EUPL-1.2
// Makes words.en-nl.tsv: vb_make_translations DICTIONARY OUTPUT. DICTIONARY is the Dutch-English one of
// FreeDict in the dict format (plain or gzipped), /usr/share/dictd/freedict-nld-eng.dict.dz of the Debian
// package dict-freedict-nld-eng. Run by the build; not part of the program.
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/normalizer.h"

namespace vraagbaak::query {
namespace {

constexpr std::size_t kMostDutch = 4;     // for one English word
constexpr std::size_t kMostWords = 2;     // of an English entry: the rest are explanations
constexpr std::size_t kLongestWord = 40;  // bytes

// How likely a Dutch word is meant: the number of its sense, then its place in the sense.
struct Meaning {
  std::string dutch;
  std::size_t sense = 0;
  std::size_t place = 0;
};
using Entries = std::map<std::string, std::vector<Meaning>>;

std::string read_all(const char* path) {
  std::string text;
  const gzFile file = gzopen(path, "rb");
  if (file == nullptr) return text;
  std::vector<char> buffer(1 << 16);
  for (int read = 0; (read = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(read));
  }
  gzclose(file);
  return text;
}

// The dictionary writes the ligature.
std::string without_ligature(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("ĳ") || rest.starts_with("Ĳ")) {
      out += rest.starts_with("ĳ") ? "ij" : "IJ";
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool is_name(std::string_view word) {
  return word.empty() || (word[0] >= 'A' && word[0] <= 'Z');
}

bool is_plain(std::string_view word) {
  return !word.empty() && word.size() <= kLongestWord && word.back() != '-' &&
         std::ranges::count(word, ' ') < static_cast<std::ptrdiff_t>(kMostWords) &&
         word.find_first_of("()[]<>/\"\t0123456789.;:!?") == std::string_view::npos;
}

// "1. acquire, buy, purchase" under `dutch`.
void add_meanings(Entries& entries, const std::string& dutch, std::string_view line, std::size_t sense) {
  std::size_t place = 0;
  for (std::size_t at = 0; at <= line.size(); ++place) {
    const std::size_t end = std::min(line.find(", ", at), line.size());
    const std::string_view word = line.substr(at, end - at);
    at = end + 2;
    if (is_name(word)) continue;
    const std::string english = analysis::normalize(word);
    if (!is_plain(english) || english == dutch) continue;
    std::vector<Meaning>& meanings = entries[english];
    if (std::ranges::find(meanings, dutch, &Meaning::dutch) == meanings.end())
      meanings.push_back({dutch, sense, place});
  }
}

Entries turn_round(std::string_view text) {
  Entries entries;
  std::string dutch;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    // A headword has its pronunciation behind it: "begroting /bəɤroting/".
    if (const std::size_t slash = line.find(" /"); slash != std::string_view::npos && line.ends_with('/')) {
      const std::string head = without_ligature(line.substr(0, slash));
      dutch = is_name(head) ? "" : analysis::normalize(head);
      if (!is_plain(dutch)) dutch.clear();
      continue;
    }
    if (dutch.empty()) continue;
    while (line.starts_with(' ')) line.remove_prefix(1);
    std::size_t sense = 1;
    if (line.size() > 3 && line[0] >= '1' && line[0] <= '9' && line.substr(1, 2) == ". ") {
      sense = static_cast<std::size_t>(line[0] - '0');
      line.remove_prefix(3);
    }
    add_meanings(entries, dutch, line, sense);
  }
  return entries;
}

bool write(const char* path, Entries& entries) {
  std::ofstream file(path, std::ios::binary);
  for (auto& [english, meanings] : entries) {
    std::ranges::stable_sort(meanings, [](const Meaning& a, const Meaning& b) {
      if (a.sense + a.place != b.sense + b.place) return a.sense + a.place < b.sense + b.place;
      return a.dutch.size() < b.dutch.size();
    });
    if (meanings.size() > kMostDutch) meanings.resize(kMostDutch);
    file << english << '\t';
    for (std::size_t i = 0; i < meanings.size(); ++i) file << (i > 0 ? " / " : "") << meanings[i].dutch;
    file << '\n';
  }
  return file.flush().good();
}

}  // namespace
}  // namespace vraagbaak::query

int main(int argument_count, char** arguments) {
  using namespace vraagbaak::query;
  if (argument_count != 3) {
    std::cerr << "usage: vb_make_translations DICTIONARY OUTPUT\n";
    return 2;
  }
  Entries entries = turn_round(read_all(arguments[1]));
  if (entries.empty()) {
    std::cerr << arguments[1]
              << ": no entries in it: give FreeDict's Dutch-English dictionary (.dict or .dict.dz)\n";
    return 2;
  }
  if (!write(arguments[2], entries)) {
    std::cerr << arguments[2] << ": cannot be written: check the folder and the room on the disk\n";
    return 2;
  }
  return 0;
}
