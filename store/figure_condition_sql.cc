// SPDX-License-Identifier: EUPL-1.2
#include "store/figure_condition_sql.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "model/calendar.h"

namespace vraagbaak::store {
namespace {

// value_sort is a rounded double: it narrows down (and has an index), decimal_compare() decides. The slack is
// far above the rounding of a double (2^-53) and far below what sets two figures apart.
constexpr double kSlack = 1e-12;

class Printer {
 public:
  SqlExpression print(const FigureCondition& condition) && {
    node(condition);
    return std::move(sql_);
  }

 private:
  void node(const FigureCondition& condition) {
    switch (condition.kind) {
      case FigureCondition::Kind::test:
        return test(condition.test);
      case FigureCondition::Kind::all_of:
        return join(condition, " AND ", "1");
      case FigureCondition::Kind::any_of:
        return join(condition, " OR ", "0");
      case FigureCondition::Kind::none_of:
        sql_.text += "NOT ";
        return join(condition, " OR ", "0");
    }
  }

  void join(const FigureCondition& condition, std::string_view between, std::string_view empty) {
    sql_.text += '(';
    if (condition.children.empty()) sql_.text += empty;
    for (std::size_t i = 0; i < condition.children.size(); ++i) {
      if (i > 0) sql_.text += between;
      node(condition.children[i]);
    }
    sql_.text += ')';
  }

  // Never NULL, so that NOT turns it round: comparisons with NULL stand behind IS NOT NULL.
  void test(const FigureTest& test) {
    sql_.text += "(1";
    if (test.kind) add(" AND figure.kind = ?", std::string(to_string(*test.kind)));
    if (test.units) {
      sql_.text += " AND figure.unit IN (";
      for (std::size_t i = 0; i < test.units->size(); ++i) add(i == 0 ? "?" : ", ?", (*test.units)[i]);
      sql_.text += ')';
    }
    if (test.least || test.most) {
      sql_.text +=
          " AND figure.value IS NOT NULL AND figure.kind NOT IN ('date', 'year', 'period', 'ordinal_ref')";
    }
    if (test.least) limit(*test.least, '>', -1);
    if (test.most) limit(*test.most, '<', 1);
    years(test);
    for (const std::string& words : test.subject) add(" AND instr(folded(figure.subject), ?) > 0", words);
    sql_.text += ')';
  }

  void limit(const ValueLimit& limit, char sign, int side) {
    const double rounded = limit.value.approximate();
    add(std::string(" AND figure.value_sort ") + sign + "= ?", rounded + side * std::fabs(rounded) * kSlack);
    const std::string equal = limit.inclusive ? "=" : "";
    add(" AND decimal_compare(figure.value, ?) " + (sign + equal) + " 0", limit.value.print());
  }

  // ISO dates order as texts; one without a year begins with '-' and lies before all years.
  void years(const FigureTest& test) {
    if (!test.first_year && !test.last_year) return;
    const std::string first = PartialDate{.year = test.first_year.value_or(1)}.iso();
    const std::string last = PartialDate{.year = test.last_year.value_or(9999)}.iso();
    add(" AND (coalesce(substr(figure.date, 1, 4) >= ?", first);
    add(" AND substr(figure.date, 1, 4) <= ?, 0)", last);
    add(" OR coalesce(substr(coalesce(figure.date_from, figure.date_to), 1, 4) <= ?", last);
    add(" AND substr(coalesce(figure.date_to, figure.date_from), 1, 4) >= ?, 0)", first);
    add(" OR (figure.period <> '' AND substr(figure.period, 1, 4) <= ?", last);
    add(" AND substr(figure.period, instr(figure.period, '/') + 1, 4) >= ?))", first);
  }

  template <typename Value>
  void add(std::string_view text, Value value) {
    sql_.text += text;
    sql_.values.emplace_back(std::move(value));
  }

  SqlExpression sql_;
};

}  // namespace

SqlExpression sql_of(const FigureCondition& condition) {
  return Printer().print(condition);
}

bool allows_all(const FigureCondition& condition) {
  if (condition.kind == FigureCondition::Kind::all_of)
    return std::ranges::all_of(condition.children, allows_all);
  const FigureTest& test = condition.test;
  return condition.kind == FigureCondition::Kind::test && !test.kind && !test.units && !test.least &&
         !test.most && !test.first_year && !test.last_year && test.subject.empty();
}

int SqlExpression::bind(Statement& statement, int at) const {
  for (const auto& value : values) {
    std::visit([&](const auto& it) { statement.bind(at++, it); }, value);
  }
  return at;
}

}  // namespace vraagbaak::store
