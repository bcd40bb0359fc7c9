// SPDX-License-Identifier: EUPL-1.2
// What is printed in a form of the language is read back as it was, for random values in all forms.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "tests/analysis/figures/figure_test_support.h"

namespace vraagbaak::analysis {
namespace {

constexpr int kRounds = 3000;

// Dutch notation: points between groups of three, a comma before the decimals.
std::string print_dutch(const Decimal& value) {
  std::string plain = value.absolute().print();
  std::size_t point = plain.find('.');
  if (point == std::string::npos) {
    point = plain.size();
  } else {
    plain[point] = ',';
  }
  for (std::size_t at = point; at > 3;) plain.insert(at -= 3, 1, '.');
  return plain;
}

class Source {
 public:
  explicit Source(unsigned seed) : random_(seed) {}
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  // Up to nine digits, none to three of them decimals.
  Decimal decimal() {
    const int scale = below(4);
    return *Decimal::from_parts(1 + below(1'000'000'000), scale);
  }
  template <std::size_t size>
  std::string_view one_of(const std::array<std::string_view, size>& forms) {
    return forms[static_cast<std::size_t>(below(static_cast<int>(size)))];
  }
  PartialDate day() { return {.year = 1900 + below(180), .month = 1 + below(12), .day = 1 + below(28)}; }

 private:
  std::mt19937 random_;
};

// "0,050" and "12,000" read as they are written; a whole number of thousands is written with points.
bool is_plain(const Decimal& value) {
  return value.scale() != 3;
}

TEST(RoundTrip, AmountsInAllForms) {
  Source source(1);
  constexpr std::array<std::string_view, 6> kForms{"€ #", "€#", "EUR #", "# euro", "# EUR", "#€"};
  for (int round = 0; round < kRounds; ++round) {
    const Decimal value = source.decimal();
    if (!is_plain(value)) continue;
    std::string form(source.one_of(kForms));
    form.replace(form.find('#'), 1, print_dutch(value));
    const std::string text = "Het kost " + form + " per stuk.";
    const auto figures = finder().find(text);
    ASSERT_EQ(figures.size(), 1u) << text;
    EXPECT_EQ(figures[0].kind, FigureKind::money) << text;
    EXPECT_EQ(figures[0].unit, "EUR") << text;
    EXPECT_EQ(figures[0].value, value) << text;
    EXPECT_EQ(figures[0].span.in(text), form);
  }
}

TEST(RoundTrip, ScaledAmounts) {
  Source source(2);
  struct Scale {
    std::string_view form;
    int power;
  };
  constexpr std::array<Scale, 6> kScales{{{" miljoen euro", 6},
                                          {" miljard euro", 9},
                                          {" duizend euro", 3},
                                          {" mio euro", 6},
                                          {" MEUR", 6},
                                          {" k€", 3}}};
  for (int round = 0; round < kRounds; ++round) {
    const Scale& scale = kScales[static_cast<std::size_t>(source.below(6))];
    const Decimal value = *Decimal::from_parts(1 + source.below(99'999), source.below(3));
    const std::string text = "een budget van " + print_dutch(value).append(scale.form) + " voor";
    const auto figures = finder().find(text);
    ASSERT_EQ(figures.size(), 1u) << text;
    EXPECT_EQ(figures[0].value, value.shifted(scale.power)) << text;
  }
}

TEST(RoundTrip, SharesWithTheirSign) {
  Source source(3);
  constexpr std::array<std::string_view, 4> kSigns{"", "+", "-", "−"};
  constexpr std::array<std::string_view, 4> kUnits{"%", " %", " procent", " procentpunt"};
  for (int round = 0; round < kRounds; ++round) {
    const Decimal value = *Decimal::from_parts(1 + source.below(99'999), source.below(3));
    const std::string_view sign = source.one_of(kSigns);
    const std::string_view unit = source.one_of(kUnits);
    const std::string text =
        "een evolutie van " + std::string(sign) + print_dutch(value).append(unit) + " in";
    const auto figures = finder().find(text);
    ASSERT_EQ(figures.size(), 1u) << text;
    const bool negative = sign == "-" || sign == "−";
    EXPECT_EQ(figures[0].value, negative ? value.negated() : value) << text;
    EXPECT_EQ(figures[0].unit, unit == " procentpunt" ? "procentpunt" : "%") << text;
  }
}

TEST(RoundTrip, DaysInAllForms) {
  Source source(4);
  constexpr std::array<std::string_view, 12> kMonths{"januari",   "februari", "maart",    "april",
                                                     "mei",       "juni",     "juli",     "augustus",
                                                     "september", "oktober",  "november", "december"};
  for (int round = 0; round < kRounds; ++round) {
    const PartialDate day = source.day();
    const std::string month(kMonths[static_cast<std::size_t>(day.month) - 1]);
    const std::string d = std::to_string(day.day);
    const std::string m = std::to_string(day.month);
    const std::string y = std::to_string(day.year);
    const std::array<std::string, 5> forms{d + " " + month + " " + y, d + "/" + m + "/" + y,
                                           d + "-" + m + "-" + y, d + "." + m + "." + y, day.iso()};
    const std::string& form = forms[static_cast<std::size_t>(source.below(5))];
    const std::string text = "Het besluit van " + form + " bepaalt";
    const auto figures = finder().find(text);
    ASSERT_EQ(figures.size(), 1u) << text;
    EXPECT_EQ(figures[0].date, day) << text;
    EXPECT_EQ(figures[0].span.in(text), form);
  }
}

TEST(RoundTrip, Ranges) {
  Source source(5);
  constexpr std::array<std::string_view, 5> kJoints{"# tot #", "#-#", "# à #", "tussen # en #",
                                                    "tussen de # en #"};
  for (int round = 0; round < kRounds; ++round) {
    const int low = 1 + source.below(400);
    const int high = low + 1 + source.below(400);
    std::string range(source.one_of(kJoints));
    range.replace(range.find('#'), 1, std::to_string(low));
    range.replace(range.find('#'), 1, std::to_string(high));
    const std::string text = "er waren " + range + " deelnemers bij";
    const auto figures = finder().find(text);
    ASSERT_EQ(figures.size(), 2u) << text;
    EXPECT_EQ(figures[0].value, Decimal(low)) << text;
    EXPECT_EQ(figures[1].value, Decimal(high)) << text;
    EXPECT_EQ(figures[0].bound, FigureBound::min) << text;
    EXPECT_EQ(figures[1].bound, FigureBound::max) << text;
    for (const Figure& figure : figures) {
      EXPECT_EQ(figure.unit, "deelnemers") << text;
      EXPECT_EQ(figure.low, Decimal(low)) << text;
      EXPECT_EQ(figure.high, Decimal(high)) << text;
    }
  }
}

// Whatever the interval of a hedge is, the stated value lies in it or at its edge.
TEST(RoundTrip, IntervalsHoldTheStatedValue) {
  Source source(6);
  constexpr std::array<std::string_view, 10> kHedges{"ca.",      "ongeveer", "ruim",     "bijna",
                                                     "meer dan", "minstens", "maximaal", "minder dan",
                                                     "nog geen", "vanaf"};
  for (int round = 0; round < kRounds; ++round) {
    const Decimal value = source.decimal();
    if (!is_plain(value)) continue;
    const std::string text =
        "Dat is " + std::string(source.one_of(kHedges)) + " " + print_dutch(value) + " procent van";
    const auto figures = finder().find(text);
    ASSERT_EQ(figures.size(), 1u) << text;
    const Figure& figure = figures[0];
    EXPECT_EQ(figure.value, value) << text;
    ASSERT_TRUE(figure.low || figure.high) << text;
    EXPECT_TRUE(!figure.low || *figure.low <= value) << text;
    EXPECT_TRUE(!figure.high || *figure.high >= value) << text;
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
