// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/word_styles.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace vraagbaak::indexer {
namespace {

// Styles are based on styles, seldom more than three deep; a ring of them ends here.
constexpr int kMostSteps = 12;
constexpr int kDeepestLevel = 9;
constexpr int kLargestCount = 100'000;

int integer(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string roman(int number) {
  constexpr std::pair<int, const char*> kSigns[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string out;
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value && out.size() < 20; number -= value) out += sign;
  }
  return out;
}

std::string capitals(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

// a, b … z, aa, bb, as Word counts.
std::string letters(int number) {
  const auto repeats = static_cast<std::size_t>((number - 1) / 26 + 1);
  return std::string(std::min<std::size_t>(repeats, 5), static_cast<char>('a' + (number - 1) % 26));
}

std::string shown(int number, std::string_view format) {
  if (number < 1) return std::to_string(number);
  if (format == "lowerLetter") return letters(number);
  if (format == "upperLetter") return capitals(letters(number));
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return capitals(roman(number));
  return std::to_string(number);
}

}  // namespace

void WordStyles::open(std::string_view name, const Attributes& attributes) {
  if (name == "style") {
    open_ = attributes["type"] == "paragraph" ? &styles_[std::string(attributes["styleId"])] : nullptr;
    return;
  }
  if (open_ == nullptr) return;
  const std::string_view value = attributes["val"];
  if (name == "basedOn") {
    open_->based_on = value;
  } else if (name == "name") {
    // Word keeps the English names of its own styles in every language.
    if (value.starts_with("heading ")) open_->level = integer(value.substr(8), 0);
    if (value == "Title") open_->title = true;
  } else if (name == "outlineLvl") {
    const int level = integer(value, kDeepestLevel);
    if (level < kDeepestLevel) open_->level = level + 1;
  } else if (name == "numId") {
    if (!open_->list) open_->list = ListPlace{};
    open_->list->list = integer(value, 0);
  } else if (name == "ilvl") {
    if (!open_->list) open_->list = ListPlace{};
    open_->list->level = integer(value, 0);
  }
}

void WordStyles::close(std::string_view name) {
  if (name == "style") open_ = nullptr;
}

const WordStyles::Style* WordStyles::find(std::string_view style) const {
  const auto found = styles_.find(style);
  return found == styles_.end() ? nullptr : &found->second;
}

int WordStyles::heading_level(std::string_view style) const {
  const Style* at = find(style);
  for (int steps = 0; at != nullptr && steps < kMostSteps; ++steps, at = find(at->based_on)) {
    if (at->level > 0) return std::min(at->level, kDeepestLevel);
    if (at->title) return 1;
  }
  return 0;
}

std::optional<ListPlace> WordStyles::list_place(std::string_view style) const {
  const Style* at = find(style);
  std::optional<int> level;
  for (int steps = 0; at != nullptr && steps < kMostSteps; ++steps, at = find(at->based_on)) {
    if (!at->list) continue;
    if (!level && at->list->level > 0) level = at->list->level;
    if (at->list->list > 0) return ListPlace{at->list->list, level.value_or(at->list->level)};
  }
  return std::nullopt;
}

bool WordStyles::is_title(std::string_view style) const {
  const Style* found = find(style);
  return found != nullptr && found->title;
}

void WordNumbering::open(std::string_view name, const Attributes& attributes) {
  const std::string_view value = attributes["val"];
  if (name == "abstractNum") {
    open_list_ = &abstract_[std::string(attributes["abstractNumId"])];
  } else if (name == "lvl" && open_list_ != nullptr) {
    open_level_ = &open_list_->levels[integer(attributes["ilvl"], 0)];
  } else if (name == "start" && open_level_ != nullptr) {
    open_level_->start = integer(value, 1);
  } else if (name == "numFmt" && open_level_ != nullptr) {
    open_level_->format = value;
  } else if (name == "lvlText" && open_level_ != nullptr) {
    open_level_->text = value;
  } else if (name == "num") {
    open_number_ = integer(attributes["numId"], -1);
  } else if (name == "abstractNumId" && open_number_ >= 0) {
    abstract_of_[open_number_] = value;
  } else if (name == "lvlOverride") {
    override_level_ = integer(attributes["ilvl"], 0);
  } else if (name == "startOverride" && open_number_ >= 0) {
    start_of_[open_number_][override_level_] = integer(value, 1);
  }
}

void WordNumbering::close(std::string_view name) {
  if (name == "abstractNum") open_list_ = nullptr;
  if (name == "lvl") open_level_ = nullptr;
  if (name == "num") open_number_ = -1;
}

std::string WordNumbering::next_mark(ListPlace place) {
  const auto name = abstract_of_.find(place.list);
  if (name == abstract_of_.end() || place.level < 0 || place.level >= kDeepestLevel) return "";
  const auto found = abstract_.find(name->second);
  if (found == abstract_.end()) return "";
  List& list = found->second;
  const auto level = list.levels.find(place.level);
  if (level == list.levels.end()) return "";
  list.counts.resize(kDeepestLevel, 0);
  // A list that begins anew says so once.
  if (auto starts = start_of_.find(place.list); starts != start_of_.end()) {
    for (const auto& [at, start] : starts->second) {
      if (at >= 0 && at < kDeepestLevel) list.counts[static_cast<std::size_t>(at)] = start - 1;
    }
    start_of_.erase(starts);
  }
  const auto at = static_cast<std::size_t>(place.level);
  int& count = list.counts[at];
  count = count == 0 ? std::max(level->second.start, 0) : std::min(count + 1, kLargestCount);
  std::fill(list.counts.begin() + static_cast<std::ptrdiff_t>(at) + 1, list.counts.end(), 0);

  if (level->second.format == "bullet") return "-";
  if (level->second.format == "none") return "";
  std::string mark;
  const std::string& pattern = level->second.text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%' || i + 1 >= pattern.size() || pattern[i + 1] < '1' || pattern[i + 1] > '9') {
      mark += pattern[i];
      continue;
    }
    const int of = pattern[++i] - '1';
    const auto other = list.levels.find(of);
    int number = list.counts[static_cast<std::size_t>(of)];
    if (number == 0 && other != list.levels.end()) number = other->second.start;
    mark += shown(number, other == list.levels.end() ? "decimal" : other->second.format);
  }
  return mark;
}

}  // namespace vraagbaak::indexer
