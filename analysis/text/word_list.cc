// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/word_list.h"

#include <bit>
#include <charconv>
#include <cstring>
#include <optional>
#include <vector>

#include "analysis/dictionary/data_file.h"
#include "analysis/dictionary/dictionary_file.h"
#include "analysis/dictionary/mapped_file.h"
#include "analysis/text/normalizer.h"
#include "analysis/text/word_table.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::string_view kFileName = "words.nl.bin";

int parse_rank(const DictionaryFile& file, const DictionaryRow& row, std::string_view cell) {
  int rank = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), rank);
  if (error != std::errc() || end != cell.data() + cell.size() || rank < 0 || rank > kHighestRank) {
    file.reject(row, std::string(cell).append(" is no rank"), "write a number from 0 to 6");
  }
  return rank;
}

WordList::Entry entry_from(std::uint32_t mark) {
  if (mark == kNameMark) return {.known = true, .name = true};
  return {.known = true, .as_first = static_cast<int>(mark >> 3), .as_last = static_cast<int>(mark & 7)};
}

}  // namespace

struct WordList::Data {
  std::optional<MappedFile> mapping;
  std::span<const std::uint32_t> slots;
  std::vector<std::uint32_t> own;  // the same kind of table; always some free slots
  std::size_t own_words = 0;
  std::uint64_t fingerprint = 0;
  std::string description;

  void read_own(const DictionarySource& source) {
    const DictionaryFile file(source, "nl/words.tsv", {"word", "first", "last"});
    own.assign(std::bit_ceil(4 * file.rows().size() + 4), 0);
    for (const DictionaryRow& row : file) {
      const int as_first = parse_rank(file, row, row[1]);
      const int as_last = parse_rank(file, row, row[2]);
      const std::uint64_t hash = hash_word(normalize(row[0]));
      own[find_slot(own, hash)] = slot_key(hash) | static_cast<std::uint32_t>(as_first << 3 | as_last);
    }
    own_words = file.rows().size();
    fingerprint = hash_word(source.text("nl/words.tsv"));
  }

  // What is wrong with the file, or an empty string once it is mapped.
  std::string map(const std::string& path) {
    mapping.emplace(path);
    WordTableHeader header;
    if (mapping->size() < sizeof header) return "the file is missing or too short";
    std::memcpy(&header, mapping->begin(), sizeof header);
    if (header.magic != WordTableHeader::kMagic) return "the file is no word list of this version";
    const std::size_t room = (mapping->size() - sizeof header) / sizeof(std::uint32_t);
    const bool power_of_two = header.slots != 0 && (header.slots & (header.slots - 1)) == 0;
    if (!power_of_two || header.slots != room || header.words > header.slots / 2)
      return "the file is damaged";
    // mmap gives page-aligned memory and the header is 32 bytes: the slots are aligned.
    slots = {reinterpret_cast<const std::uint32_t*>(mapping->begin() + sizeof header), room};
    fingerprint ^= header.checksum * 3 + header.words;
    description = std::to_string(header.words) + " words from " + path;
    return "";
  }
};

WordList::WordList(const DictionarySource& source) : WordList(source, find_data_file(kFileName)) {}

WordList::WordList(const DictionarySource& source, const std::string& path) {
  auto data = std::make_shared<Data>();
  data->read_own(source);
  const std::string problem = path.empty() ? "no words.nl.bin was found" : data->map(path);
  if (!problem.empty()) {
    data->mapping.reset();
    data->description = std::to_string(data->own_words);
    data->description += " words of our own only; ";
    if (!path.empty()) data->description.append(path).append(": ");
    data->description.append(problem).append(
        ": install the package wdutch and build again, or set VRAAGBAAK_DATA");
  }
  data_ = std::move(data);
}

WordList::Entry WordList::find(std::string_view word) const {
  return word.empty() ? Entry{} : find_hash(hash_word(word));
}

WordList::Entry WordList::find_hash(std::uint64_t hash) const {
  if (const std::uint32_t own = data_->own[find_slot(data_->own, hash)]; own != 0)
    return entry_from(own & kMarkMask);
  if (data_->slots.empty()) return {};
  // A damaged table may be full: the probe must end all the same.
  const std::size_t mask = data_->slots.size() - 1;
  std::size_t at = static_cast<std::size_t>(hash) & mask;
  for (std::size_t probes = 0; probes <= mask && data_->slots[at] != 0; ++probes, at = (at + 1) & mask) {
    if ((data_->slots[at] & ~kMarkMask) == slot_key(hash)) return entry_from(data_->slots[at] & kMarkMask);
  }
  return {};
}

bool WordList::is_large() const {
  return !data_->slots.empty();
}
std::string WordList::description() const {
  return data_->description;
}
std::uint64_t WordList::fingerprint() const {
  return data_->fingerprint;
}

}  // namespace vraagbaak::analysis
