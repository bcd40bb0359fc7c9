// SPDX-License-Identifier: EUPL-1.2
#include "indexer/question_keys.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "analysis/text/normalizer.h"

namespace vraagbaak::indexer {
namespace {

// Bytes of the head of a document: what stands above its first question.
constexpr std::size_t kHead = 3000;
// Bytes between "Vragen van" and "(ingezonden": the longest subjects in the Handelingen are a third of it.
constexpr std::size_t kLongestName = 1200;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The length of a case number at the beginning of `text`: four digits of a year, Z, five digits; 0 for none.
std::size_t case_number_at(std::string_view text) {
  constexpr std::size_t kLength = 10;
  if (text.size() < kLength || (text[0] != '1' && text[0] != '2') || text[4] != 'Z') return 0;
  for (std::size_t i = 0; i < kLength; ++i)
    if (i != 4 && !is_digit(text[i])) return 0;
  return text.size() == kLength || !is_word(text[kLength]) ? kLength : 0;
}

// The first case number in a file's name.
std::string_view case_number_in(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (at > 0 && is_word(name[at - 1])) continue;
    if (const std::size_t length = case_number_at(name.substr(at)); length > 0)
      return name.substr(at, length);
  }
  return {};
}

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t begin = line.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(kSpace) + 1 - begin);
}

// "Vragen van … (ingezonden 19 november 2024)" as letters and digits; empty where the head does not have it.
std::string asked(std::string_view head) {
  const std::size_t sent = head.find("(ingezonden");
  if (sent == std::string_view::npos) return "";
  const std::size_t end = head.find(')', sent);
  const std::size_t begin = head.substr(0, sent).rfind("Vragen van");
  if (begin == std::string_view::npos || end == std::string_view::npos || end - begin > kLongestName)
    return "";
  std::string key;
  for (const char c : analysis::normalize(head.substr(begin, end - begin)))
    if (is_word(c)) key += c;
  return key;
}

}  // namespace

std::vector<std::string> question_keys(const Document& document) {
  std::set<std::string> keys;
  const std::string_view path = document.path;
  keys.emplace(case_number_in(path.substr(path.rfind('/') + 1)));
  const std::string_view number = document.metadata.number;
  if (case_number_at(number) == number.size()) keys.emplace(number);
  const std::string_view head = std::string_view(document.text).substr(0, kHead);
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = trimmed(head.substr(at, end - at));
    if (!line.empty() && case_number_at(line) == line.size()) keys.emplace(line);
    at = end + 1;
  }
  keys.insert(asked(head));
  keys.erase("");
  return {keys.begin(), keys.end()};
}

}  // namespace vraagbaak::indexer
