// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/precision.h"

#include <string>

namespace vraagbaak::query {
namespace {

// value = digits × 10^exponent, without zeros at either end of the digits.
struct Significant {
  std::string digits;
  int exponent = 0;
};

Significant significant(const Decimal& value) {
  Decimal::Mantissa mantissa = value.absolute().mantissa();
  Significant parts{"", -value.scale()};
  while (mantissa != 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    ++parts.exponent;
  }
  for (; mantissa != 0; mantissa /= 10) {
    parts.digits.insert(parts.digits.begin(), static_cast<char>('0' + static_cast<int>(mantissa % 10)));
  }
  return parts;
}

}  // namespace

std::optional<Decimal> last_place(std::string_view text, const Decimal& value) {
  std::string shown;
  for (const char c : text) {
    if (c >= '0' && c <= '9' && (c != '0' || !shown.empty())) shown += c;
  }
  int zeros = 0;
  while (!shown.empty() && shown.back() == '0') {
    shown.pop_back();
    ++zeros;
  }
  const Significant parts = significant(value);
  if (shown.empty() || shown != parts.digits) return std::nullopt;
  return Decimal::from_parts(1, zeros - parts.exponent);
}

std::optional<Decimal> round_place(const Decimal& value) {
  if (value.is_zero()) return std::nullopt;
  return Decimal::from_parts(1, -significant(value).exponent);
}

}  // namespace vraagbaak::query
