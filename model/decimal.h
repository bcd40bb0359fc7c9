// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vraagbaak {

// An exact decimal number: mantissa × 10^-scale. No floating point anywhere.
// At most 36 significant digits and a scale of at most 18; whatever does not fit yields no number rather than
// a rounded one. "1.50" keeps its scale of 2 when printed; comparison is by value (1.50 == 1.5).
class Decimal {
 public:
  __extension__ typedef __int128 Mantissa;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : mantissa_(whole) {}  // NOLINT(google-explicit-constructor)

  // Reads plain notation, as print() writes it: optional '-', digits, optionally '.' and digits
  // ("-2000051.75"). nullopt on anything else, and on more digits than fit.
  static std::optional<Decimal> parse(std::string_view text);
  // mantissa × 10^-scale; nullopt where it does not fit.
  static std::optional<Decimal> from_parts(Mantissa mantissa, int scale);

  Mantissa mantissa() const { return mantissa_; }
  int scale() const { return scale_; }

  // Plain notation with exactly scale() decimals: "2000051.75", "-6.8", "270000".
  std::string print() const;
  // The nearest double: for sorting and ranking only, never for a figure that is shown.
  double approximate() const;

  bool is_zero() const { return mantissa_ == 0; }
  bool is_negative() const { return mantissa_ < 0; }
  bool is_whole() const;
  Decimal negated() const;
  Decimal absolute() const { return is_negative() ? negated() : *this; }
  // × 10^power (power may be negative); nullopt where the result does not fit. Trailing zero decimals that
  // the shift makes superfluous are dropped: 2.5 × 10^6 = 2500000.
  std::optional<Decimal> shifted(int power) const;
  // The value without trailing zero decimals.
  Decimal normalized() const;
  // Rounded half away from zero to `scale` decimals.
  Decimal rounded(int scale) const;

  friend std::optional<Decimal> add(const Decimal& a, const Decimal& b);
  friend std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
  friend std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
  // a / b rounded half away from zero to `scale` decimals; nullopt where b is 0 or the result does not fit.
  friend std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale);

  friend bool operator==(const Decimal& a, const Decimal& b) { return std::is_eq(a <=> b); }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  Mantissa mantissa_ = 0;
  int scale_ = 0;
};

std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale);

}  // namespace vraagbaak
