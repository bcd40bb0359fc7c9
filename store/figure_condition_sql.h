// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: a figure condition as SQL.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "store/figure_condition.h"
#include "store/statement.h"

namespace vraagbaak::store {

// An expression over the columns of table figure, with `?` for each of its values in order.
struct SqlExpression {
  std::string text;
  std::vector<std::variant<std::int64_t, double, std::string>> values;

  // Binds the values from parameter `at` on; the number of the parameter behind them. The expression must
  // live as long as the statement runs.
  int bind(Statement& statement, int at) const;
};

SqlExpression sql_of(const FigureCondition& condition);

// True where plainly every figure passes.
bool allows_all(const FigureCondition& condition);

}  // namespace vraagbaak::store
