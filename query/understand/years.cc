// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/years.h"

#include <algorithm>
#include <charconv>

namespace vraagbaak::query {

namespace {
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
}  // namespace

std::vector<int> years_in(std::string_view text) {
  std::vector<int> years;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '.' || text[i - 1] == ',')) continue;
    if (!(std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i),
                      text.begin() + static_cast<std::ptrdiff_t>(i) + 4, is_digit))) {
      continue;
    }
    if (i + 5 < text.size() && (text[i + 4] == '.' || text[i + 4] == ',') && is_digit(text[i + 5])) continue;
    if (i + 4 < text.size() && is_digit(text[i + 4])) continue;
    int year = 0;
    std::from_chars(text.data() + i, text.data() + i + 4, year);
    if (year >= 1830 && year <= 2100) years.push_back(year);
    i += 3;
  }
  return years;
}

}  // namespace vraagbaak::query
