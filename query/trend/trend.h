// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/answer.h"
#include "model/figure.h"
#include "query/quantity/stated_figure.h"

namespace vraagbaak::query {

// What a document says of one year. `start`, `end`: code points of the document's text.
struct TrendPoint {
  int year = 0;
  Figure figure;
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
  Citation citation;
  std::vector<TrendPoint> others;  // other values that are stated of this year, each with its place
};

// One quantity over the years: one unit, one measure, one subject.
struct TrendSeries {
  std::string unit;  // as Figure::unit
  FigureKind kind = FigureKind::count;
  std::string label;  // what the figures are figures of, in the documents' words
  Standing standing = Standing::unsaid;
  std::vector<TrendPoint> points;  // by year, each year once
  std::vector<int> gaps;           // years between the first and the last without a point
};

}  // namespace vraagbaak::query
