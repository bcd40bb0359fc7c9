// SPDX-License-Identifier: EUPL-1.2
#include "model/decimal.h"

#include <algorithm>
#include <cmath>

namespace vraagbaak {
namespace {

using Mantissa = Decimal::Mantissa;

constexpr int kMostDigits =
    36;  // |mantissa| < 10^36 leaves room in 127 bits for one more digit while parsing
constexpr int kMostScale = 18;

constexpr Mantissa power_of_ten(int exponent) {
  Mantissa result = 1;
  while (exponent-- > 0) result *= 10;
  return result;
}

constexpr Mantissa kLimit = power_of_ten(kMostDigits);

constexpr Mantissa magnitude(Mantissa m) {
  return m < 0 ? -m : m;
}

bool fits(Mantissa m) {
  return magnitude(m) < kLimit;
}

// m × 10^exponent; nullopt on overflow.
std::optional<Mantissa> scaled_up(Mantissa m, int exponent) {
  for (; exponent > 0 && m != 0; --exponent) {
    if (magnitude(m) >= kLimit / 10) return std::nullopt;
    m *= 10;
  }
  return m;
}

Mantissa divide_half_away(Mantissa a, Mantissa b) {
  const Mantissa quotient = a / b;
  const Mantissa rest = magnitude(a % b);
  if (rest >= magnitude(b) - rest) return quotient + ((a < 0) != (b < 0) ? -1 : 1);
  return quotient;
}

// Both mantissas at the larger of the two scales; nullopt on overflow.
struct Aligned {
  Mantissa a;
  Mantissa b;
  int scale;
};
std::optional<Aligned> align(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  const auto ma = scaled_up(a.mantissa(), scale - a.scale());
  const auto mb = scaled_up(b.mantissa(), scale - b.scale());
  if (!ma || !mb) return std::nullopt;
  return Aligned{*ma, *mb, scale};
}

}  // namespace

std::optional<Decimal> Decimal::from_parts(Mantissa mantissa, int scale) {
  if (scale < 0) {
    const auto up = scaled_up(mantissa, -scale);
    if (!up) return std::nullopt;
    mantissa = *up;
    scale = 0;
  }
  while (scale > kMostScale && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  if (scale > kMostScale || !fits(mantissa)) return std::nullopt;
  Decimal result;
  result.mantissa_ = mantissa;
  result.scale_ = scale;
  return result;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  Mantissa mantissa = 0;
  int scale = 0;
  bool point = false;
  bool digit_last = false;
  for (const char c : text) {
    if (c == '.') {
      if (point || !digit_last) return std::nullopt;
      point = true;
      digit_last = false;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digit_last = true;
    if (mantissa >= kLimit / 10) return std::nullopt;
    mantissa = mantissa * 10 + (c - '0');
    if (point && ++scale > kMostScale) return std::nullopt;
  }
  if (!digit_last) return std::nullopt;
  return from_parts(negative ? -mantissa : mantissa, scale);
}

std::string Decimal::print() const {
  std::string digits;
  Mantissa m = magnitude(mantissa_);
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(m % 10)));
    m /= 10;
  } while (m != 0);
  const auto decimals = static_cast<std::size_t>(scale_);
  while (digits.size() <= decimals) digits.push_back('0');
  if (decimals > 0) digits.insert(decimals, 1, '.');
  if (mantissa_ < 0) digits.push_back('-');
  std::ranges::reverse(digits);
  return digits;
}

double Decimal::approximate() const {
  return static_cast<double>(mantissa_) / std::pow(10.0, scale_);
}

bool Decimal::is_whole() const {
  return mantissa_ % power_of_ten(scale_) == 0;
}

Decimal Decimal::negated() const {
  Decimal result = *this;
  result.mantissa_ = -mantissa_;
  return result;
}

std::optional<Decimal> Decimal::shifted(int power) const {
  const Decimal plain = normalized();
  return from_parts(plain.mantissa_, plain.scale_ - power);
}

Decimal Decimal::normalized() const {
  Decimal result = *this;
  while (result.scale_ > 0 && result.mantissa_ % 10 == 0) {
    result.mantissa_ /= 10;
    --result.scale_;
  }
  return result;
}

Decimal Decimal::rounded(int scale) const {
  if (scale >= scale_) return *this;
  Decimal result;
  result.mantissa_ = divide_half_away(mantissa_, power_of_ten(std::min(scale_ - scale, kMostDigits)));
  result.scale_ = std::max(scale, 0);
  if (scale < 0) result.mantissa_ = scaled_up(result.mantissa_, -scale).value_or(mantissa_);
  return result;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const auto aligned = align(a, b);
  return aligned ? Decimal::from_parts(aligned->a + aligned->b, aligned->scale) : std::nullopt;
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) {
  return add(a, b.negated());
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  const Decimal x = a.normalized();
  const Decimal y = b.normalized();
  if (x.is_zero() || y.is_zero()) return Decimal();
  if (magnitude(x.mantissa()) > kLimit / magnitude(y.mantissa())) return std::nullopt;
  const auto product = Decimal::from_parts(x.mantissa() * y.mantissa(), x.scale() + y.scale());
  return product ? std::optional(product->normalized()) : std::nullopt;
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale) {
  const Decimal x = a.normalized();
  const Decimal y = b.normalized();
  if (y.is_zero() || scale < 0) return std::nullopt;
  const int shift = scale + y.scale() - x.scale();
  const auto top = scaled_up(x.mantissa(), std::max(shift, 0));
  const auto bottom = scaled_up(y.mantissa(), std::max(-shift, 0));
  if (!top || !bottom) return std::nullopt;
  return Decimal::from_parts(divide_half_away(*top, *bottom), scale);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (const auto aligned = align(a, b)) return aligned->a <=> aligned->b;
  // One side is too large to be brought to the other's scale: it is the larger in magnitude.
  const Decimal x = a.normalized();
  const Decimal y = b.normalized();
  const bool a_overflows = !scaled_up(x.mantissa(), std::max(y.scale() - x.scale(), 0));
  const Decimal& large = a_overflows ? x : y;
  const bool large_is_greater = !large.is_negative();
  return a_overflows == large_is_greater ? std::strong_ordering::greater : std::strong_ordering::less;
}

}  // namespace vraagbaak
