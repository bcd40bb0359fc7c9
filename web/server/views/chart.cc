// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/chart.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "query/claim/verdict_words.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {
namespace {

// In the units of the viewBox.
constexpr double kWidth = 760;
constexpr double kHeight = 340;
constexpr double kLeft = 110;
constexpr double kRight = 24;
constexpr double kTop = 24;
constexpr double kBottom = 40;
constexpr int kSteps = 4;            // on the scale, about
constexpr std::size_t kLabels = 14;  // years written beneath, at most

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

// 1, 2 or 5 times a power of ten, at least `value`.
double round_step(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= value) return factor * power;
  }
  return 10 * power;
}

std::string scale_label(double value, double step, std::string_view language) {
  char text[64];
  const int decimals = step >= 1 ? 0 : std::min(6, static_cast<int>(std::ceil(-std::log10(step))));
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  const auto decimal = Decimal::parse(text);
  return decimal ? query::grouped(*decimal, language) : text;
}

class Chart {
 public:
  explicit Chart(const query::TrendSeries& series) : series_(series) {
    for (const query::TrendPoint& point : series.points) {
      lowest_ = std::min(lowest_, value(point));
      highest_ = std::max(highest_, value(point));
    }
    step_ = round_step(std::max((highest_ - lowest_) / kSteps, 1e-9));
    lowest_ = std::floor(lowest_ / step_) * step_;
    highest_ = std::max(std::ceil(highest_ / step_) * step_, lowest_ + step_);
    first_ = series.points.front().year;
    last_ = std::max(series.points.back().year, first_ + 1);
  }

  static double value(const query::TrendPoint& point) {
    return point.figure.value ? point.figure.value->approximate() : 0;
  }
  double x(int year) const { return kLeft + (kWidth - kLeft - kRight) * (year - first_) / (last_ - first_); }
  double y(double value) const {
    return kHeight - kBottom - (kHeight - kTop - kBottom) * (value - lowest_) / (highest_ - lowest_);
  }

  void write_scale(HtmlWriter& svg, std::string_view language) const {
    const int steps = static_cast<int>(std::lround((highest_ - lowest_) / step_));
    for (int i = 0; i <= steps; ++i) {
      const double at = lowest_ + i * step_;
      svg.empty("line", {{"class", "axis"},
                         {"x1", number(kLeft)},
                         {"x2", number(kWidth - kRight)},
                         {"y1", number(y(at))},
                         {"y2", number(y(at))},
                         {"stroke", "#bbb"}});
      svg.element("text", {{"x", number(kLeft - 10)}, {"y", number(y(at) + 4)}, {"text-anchor", "end"}},
                  scale_label(at, step_, language));
    }
  }

  void write_years(HtmlWriter& svg) const {
    const std::size_t every = (series_.points.size() + kLabels - 1) / kLabels;
    for (std::size_t i = 0; i < series_.points.size(); i += every) {
      const int year = series_.points[i].year;
      svg.element("text", {{"x", number(x(year))}, {"y", number(kHeight - 14)}, {"text-anchor", "middle"}},
                  std::to_string(year));
    }
  }

  // A line for each run of years without a gap.
  void write_line(HtmlWriter& svg) const {
    std::string run;
    for (std::size_t i = 0; i < series_.points.size(); ++i) {
      const query::TrendPoint& point = series_.points[i];
      run += (run.empty() ? "" : " ") + number(x(point.year)) + "," + number(y(value(point)));
      const bool goes_on = i + 1 < series_.points.size() && series_.points[i + 1].year == point.year + 1;
      if (goes_on) continue;
      svg.empty("polyline", {{"class", "line"},
                             {"points", run},
                             {"fill", "none"},
                             {"stroke", "#14532d"},
                             {"stroke-width", "2.5"}});
      run.clear();
    }
  }

  void write_points(HtmlWriter& svg, std::string_view address) const {
    for (const query::TrendPoint& point : series_.points) {
      const std::string said = std::to_string(point.year) + ": " + point.text;
      const Scope link(
          svg, "a", {{"href", std::string(address) + place_address(point.citation)}, {"aria-label", said}});
      const Scope circle(svg, "circle",
                         {{"class", "point"},
                          {"cx", number(x(point.year))},
                          {"cy", number(y(value(point)))},
                          {"r", "6"},
                          {"fill", "#14532d"}});
      svg.element("title", {}, said);
    }
  }

 private:
  const query::TrendSeries& series_;
  double lowest_ = 0;
  double highest_ = 0;
  double step_ = 1;
  int first_ = 0;
  int last_ = 1;
};

}  // namespace

void write_chart(HtmlWriter& svg, const query::TrendSeries& series, std::string_view language,
                 const std::string& title, std::string_view address) {
  const std::string box = "0 0 " + number(kWidth) + " " + number(kHeight);
  const Scope root(svg, "svg",
                   {{"xmlns", "http://www.w3.org/2000/svg"},
                    {"class", "chart"},
                    {"viewBox", box},
                    {"role", "group"},
                    {"aria-label", title},
                    {"font-family", "system-ui, sans-serif"},
                    {"font-size", "13"}});
  svg.element("title", {}, title);
  if (series.points.empty()) return;
  const Chart chart(series);
  chart.write_scale(svg, language);
  chart.write_years(svg);
  chart.write_line(svg);
  chart.write_points(svg, address);
}

}  // namespace vraagbaak::web
