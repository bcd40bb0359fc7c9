// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/computation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::query {

namespace {

// A question that compares has a few dozen words; of longer texts none is meant.
constexpr std::size_t kMostWords = 60;
// "van 2013 tot en met 2016 samen": so many years at most.
constexpr int kMostYears = 12;

// "met hoeveel", "by how": the asking word stands within so many bytes of the beginning.
constexpr std::size_t kOpeningReach = 12;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int year_of(std::string_view word) {
  if (word.size() != 4 || !std::ranges::all_of(word, is_digit)) return 0;
  int year = 0;
  std::from_chars(word.data(), word.data() + 4, year);
  return year >= 1830 && year <= 2100 ? year : 0;
}

}  // namespace

std::string_view to_string(Operation operation) {
  static constexpr std::array<std::string_view, 6> kNames{"difference", "difference", "sum",
                                                          "growth",     "maximum",    "minimum"};
  return kNames[static_cast<std::size_t>(operation)];
}

struct ComputationFinder::Word {
  std::string text;    // as typed
  std::string folded;  // normalized, without the marks round it
  Role role = Role::none;
  int year = 0;
};

ComputationFinder::ComputationFinder(const analysis::DictionarySource& dictionaries,
                                     std::string_view language) {
  static constexpr std::array<std::pair<std::string_view, Role>, 15> kRoles{{{"ask", Role::ask},
                                                                             {"more", Role::more},
                                                                             {"less", Role::less},
                                                                             {"than", Role::than},
                                                                             {"difference", Role::difference},
                                                                             {"together", Role::together},
                                                                             {"percent", Role::percent},
                                                                             {"rise", Role::rise},
                                                                             {"fall", Role::fall},
                                                                             {"which", Role::which},
                                                                             {"year", Role::year},
                                                                             {"highest", Role::highest},
                                                                             {"lowest", Role::lowest},
                                                                             {"between", Role::between},
                                                                             {"and", Role::and_}}};
  const analysis::DictionaryFile file(dictionaries, std::string(language) + "/computation-words.tsv",
                                      {"form", "role"});
  for (const analysis::DictionaryRow& row : file) {
    const auto role = std::ranges::find(kRoles, row[1], &std::pair<std::string_view, Role>::first);
    if (role == kRoles.end())
      file.reject(row, std::string(row[1]).append(" is no role"), "write one that the header names");
    roles_.emplace(analysis::normalize(row[0]), role->second);
  }
}

ComputationFinder::Role ComputationFinder::role_of(const std::string& folded) const {
  const auto at = roles_.find(folded);
  return at == roles_.end() ? Role::none : at->second;
}

std::vector<ComputationFinder::Word> ComputationFinder::words_of(std::string_view question) const {
  std::vector<Word> words;
  for (std::size_t at = 0; at < question.size() && words.size() <= kMostWords;) {
    const std::size_t begin = question.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(question.find_first_of(" \t\r\n", begin), question.size());
    at = end;
    std::string_view text = question.substr(begin, end - begin);
    while (!text.empty() && std::string_view("?!.,;:").find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    if (text.empty()) continue;
    Word word{std::string(text), analysis::normalize(text), Role::none, 0};
    word.role = role_of(word.folded);
    word.year = year_of(word.folded);
    words.push_back(std::move(word));
  }
  return words;
}

// The words of [from, to) that ask for no comparison, without that year.
std::string ComputationFinder::join(const std::vector<Word>& words, std::size_t from, std::size_t to,
                                    int without_year) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    const Role role = words[i].role;
    const bool is_cue = role == Role::more || role == Role::less || role == Role::than ||
                        role == Role::difference || role == Role::together || role == Role::percent ||
                        role == Role::rise || role == Role::fall || role == Role::highest ||
                        role == Role::lowest || role == Role::between;
    if (is_cue || (without_year != 0 && words[i].year == without_year)) continue;
    if (!text.empty()) text += ' ';
    text += words[i].text;
  }
  return text;
}

std::optional<Computation> ComputationFinder::find(std::string_view question) const {
  const std::vector<Word> words = words_of(question);
  if (words.size() < 3 || words.size() > kMostWords) return std::nullopt;
  const auto first = [&](Role role, std::size_t from = 0) {
    std::size_t i = from;
    while (i < words.size() && words[i].role != role) ++i;
    return i;
  };
  const auto has = [&](Role role) { return first(role) < words.size(); };
  std::vector<int> years;
  for (const Word& word : words) {
    if (word.year != 0 && std::ranges::find(years, word.year) == years.end()) years.push_back(word.year);
  }
  // A question for one of two years: without the other one.
  const auto of_year = [&](int year) {
    std::vector<Word> kept;
    for (const Word& word : words) {
      const bool is_other = word.year != 0 && word.year != year;
      const bool joins = word.role == Role::and_ && !kept.empty() && kept.back().year != 0;
      if (!is_other && !joins) kept.push_back(word);
    }
    return Operand{join(kept, 0, kept.size(), 0), year};
  };

  // "in welk jaar was het aantal … het hoogst"
  const std::size_t which = first(Role::which);
  if (which + 1 < words.size() && words[which + 1].role == Role::year && years.empty() &&
      (has(Role::highest) || has(Role::lowest))) {
    std::vector<Word> kept(words.begin() + static_cast<std::ptrdiff_t>(which) + 2, words.end());
    return Computation{has(Role::highest) ? Operation::maximum : Operation::minimum,
                       {{join(kept, 0, kept.size(), 0), 0}}};
  }
  // "hoeveel meer … in 2016 dan in 2015", "… in Gent dan in Aalst"
  const std::size_t than = first(Role::than);
  const bool compares = has(Role::more) || has(Role::less);
  if (has(Role::ask) && compares && than + 1 < words.size() &&
      std::min(first(Role::more), first(Role::less)) < than) {
    Computation found;
    found.operation = has(Role::percent) ? Operation::growth : Operation::difference;
    const bool is_less = !has(Role::more);
    if (years.size() == 2) {
      found.operands = {of_year(years[0]), of_year(years[1])};
    } else if (years.size() < 2) {
      // The same preposition goes before both.
      std::size_t before = than;
      while (before-- > 0 && words[before].folded != words[than + 1].folded) {
      }
      if (before >= than || before + 1 >= than || than + 2 >= words.size()) return std::nullopt;
      const int year = years.empty() ? 0 : years[0];
      std::vector<Word> second(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(before));
      second.insert(second.end(), words.begin() + static_cast<std::ptrdiff_t>(than) + 1, words.end());
      found.operands = {{join(words, 0, than, 0), year}, {join(second, 0, second.size(), 0), year}};
    } else {
      return std::nullopt;
    }
    if (is_less && found.operation == Operation::difference) std::swap(found.operands[0], found.operands[1]);
    return found;
  }
  if (years.size() == 2) {
    const auto [earlier, later] = std::minmax(years[0], years[1]);
    const bool changes = has(Role::rise) || has(Role::fall);
    // "met hoeveel (procent) steeg … van 2015 naar 2016"
    if (changes && (has(Role::ask) || has(Role::percent))) {
      // "met hoeveel procent" asks for the change, not for the figures: what is left is a look-up.
      const auto look_up = [&](int year) {
        Operand operand = of_year(year);
        const std::string& opening = words[first(Role::ask)].text;
        const std::size_t at = has(Role::ask) ? operand.question.find(opening) : std::string::npos;
        if (at != std::string::npos && at <= kOpeningReach) operand.question.erase(0, at + opening.size());
        return operand;
      };
      Computation found;
      found.operation = has(Role::percent) ? Operation::growth : Operation::difference;
      found.operands = {look_up(later), look_up(earlier)};
      if (has(Role::fall) && found.operation == Operation::difference)
        std::swap(found.operands[0], found.operands[1]);
      return found;
    }
    if (has(Role::difference))
      return Computation{Operation::distance, {of_year(years[0]), of_year(years[1])}};
  }
  // "in 2015 en 2016 samen", "van 2013 tot en met 2016 samen"
  if (has(Role::together) && years.size() >= 2 && static_cast<int>(years.size()) <= kMostYears) {
    std::vector<int> all = years;
    const auto [low, high] = std::ranges::minmax(years);
    bool is_joined = false;  // "2015 en 2016"
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      is_joined =
          is_joined || (words[i].role == Role::and_ && words[i - 1].year != 0 && words[i + 1].year != 0);
    }
    if (years.size() == 2 && !is_joined && high - low < kMostYears) {
      all.clear();
      for (int year = low; year <= high; ++year) all.push_back(year);
    }
    Computation found{Operation::sum, {}};
    for (const int year : all) {
      Operand operand = of_year(year);
      // A year between the two is not named: it takes the place of the first.
      if (std::ranges::find(years, year) == years.end()) {
        operand = of_year(years[0]);
        const std::string named = std::to_string(years[0]);
        const std::size_t at = operand.question.find(named);
        if (at != std::string::npos) operand.question.replace(at, named.size(), std::to_string(year));
        operand.year = year;
      }
      found.operands.push_back(std::move(operand));
    }
    return found;
  }
  // "het verschil tussen A en B"
  const std::size_t between = first(Role::between);
  const std::size_t joint = first(Role::and_, between);
  if (has(Role::difference) && between + 1 < joint && joint + 1 < words.size() && years.size() < 2) {
    const int year = years.empty() ? 0 : years[0];
    std::vector<Word> second(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(between));
    second.insert(second.end(), words.begin() + static_cast<std::ptrdiff_t>(joint) + 1, words.end());
    return Computation{Operation::distance,
                       {{join(words, 0, joint, 0), year}, {join(second, 0, second.size(), 0), year}}};
  }
  return std::nullopt;
}

}  // namespace vraagbaak::query
