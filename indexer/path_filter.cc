// SPDX-License-Identifier: EUPL-1.2
#include "indexer/path_filter.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "analysis/text/utf8.h"

namespace vraagbaak::indexer {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Utf8Step step = analysis::utf8_step(text, at);
    points += step.code_point;
    at += step.size;
  }
  return points;
}

Problem wrong(std::string_view pattern, std::string what, std::string mend) {
  return {std::string(pattern), std::move(what), std::move(mend)};
}

std::string_view name_in(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

Result<GlobPattern> GlobPattern::parse(std::string_view pattern) {
  const std::u32string points = code_points(pattern);
  if (points.empty()) return wrong(pattern, "the pattern is empty", "give one such as *.pdf");
  GlobPattern glob;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto next = [&](std::size_t ahead) {
      return i + ahead < points.size() ? points[i + ahead] : U'\0';
    };
    Step step;
    step.character = points[i];
    if (points[i] == U'*' && next(1) == U'*') {
      const bool is_at_begin = i == 0 || points[i - 1] == U'/';
      while (next(1) == U'*') ++i;
      const bool are_folders = is_at_begin && next(1) == U'/';
      if (are_folders) ++i;
      step.kind = are_folders ? Kind::any_folders : Kind::any_run_with_slashes;
    } else if (points[i] == U'*') {
      step.kind = Kind::any_run;
    } else if (points[i] == U'?') {
      step.kind = Kind::any_character;
    } else if (points[i] == U'\\') {
      if (i + 1 == points.size())
        return wrong(pattern, "ends in a backslash", "write \\\\ for a backslash itself");
      step.character = points[++i];
    } else if (points[i] == U'[') {
      step.kind = Kind::set;
      ++i;
      if (i < points.size() && (points[i] == U'!' || points[i] == U'^')) {
        step.is_inverted = true;
        ++i;
      }
      // A ']' that comes first is one of the set.
      for (bool is_first = true; is_first || next(0) != U']'; is_first = false, ++i) {
        if (i >= points.size())
          return wrong(pattern, "has a [ without its ]", "close it, or write \\[ for the bracket itself");
        Range range{points[i], points[i]};
        if (next(1) == U'-' && i + 2 < points.size() && next(2) != U']') {
          range.last = next(2);
          i += 2;
        }
        if (range.last < range.first) {
          return wrong(pattern, "has a range that ends before it begins", "write it the other way round");
        }
        step.ranges.push_back(range);
      }
    }
    glob.steps_.push_back(std::move(step));
  }
  return glob;
}

bool GlobPattern::takes(const Step& step, char32_t c) {
  switch (step.kind) {
    case Kind::character:
      return c == step.character;
    case Kind::any_character:
    case Kind::any_run:
      return c != U'/';
    case Kind::any_run_with_slashes:
    case Kind::any_folders:
      return true;
    case Kind::set:
      break;
  }
  const bool is_in = std::ranges::any_of(
      step.ranges, [&](const Range& range) { return range.first <= c && c <= range.last; });
  return c != U'/' && is_in != step.is_inverted;
}

// From the last step to the first: rest[j] tells whether the steps behind match the text from j on.
bool GlobPattern::matches(std::string_view text) const {
  const std::u32string points = code_points(text);
  const std::size_t n = points.size();
  std::vector<bool> rest(n + 1, false);
  rest[n] = true;
  for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
    std::vector<bool> from(n + 1, false);
    const bool is_run = step->kind == Kind::any_run || step->kind == Kind::any_run_with_slashes;
    bool is_behind_folder = false;  // behind a '/' at or after j, the rest matches
    for (std::size_t j = n + 1; j-- > 0;) {
      const bool is_taken = j < n && takes(*step, points[j]);
      if (step->kind == Kind::any_folders) {
        is_behind_folder = is_behind_folder || (j < n && points[j] == U'/' && rest[j + 1]);
        from[j] = rest[j] || is_behind_folder;
      } else if (is_run) {
        from[j] = rest[j] || (is_taken && from[j + 1]);
      } else {
        from[j] = is_taken && rest[j + 1];
      }
    }
    rest = std::move(from);
  }
  return rest[0];
}

Result<PathFilter> PathFilter::make(const std::vector<std::string>& include,
                                    const std::vector<std::string>& exclude) {
  auto included = read(include, "--include");
  if (!included) return included.problem();
  auto excluded = read(exclude, "--exclude");
  if (!excluded) return excluded.problem();
  PathFilter filter;
  filter.include_ = std::move(included).value();
  filter.exclude_ = std::move(excluded).value();
  return filter;
}

Result<std::vector<PathFilter::Rule>> PathFilter::read(const std::vector<std::string>& patterns,
                                                       std::string_view option) {
  std::vector<Rule> rules;
  for (std::string_view pattern : patterns) {
    const std::string_view given = pattern;
    Rule rule;
    if (pattern.starts_with("./")) pattern.remove_prefix(1);
    if (pattern.starts_with('/')) {
      rule.whole_path = true;
      pattern.remove_prefix(1);
    }
    if (pattern.ends_with('/') && !pattern.ends_with("\\/")) {
      rule.folders_only = true;
      pattern.remove_suffix(1);
    }
    rule.whole_path = rule.whole_path || pattern.find('/') != std::string_view::npos;
    Result<GlobPattern> glob = GlobPattern::parse(pattern);
    if (!glob) {
      return Problem{std::string(option).append(" ").append(given), glob.problem().what, glob.problem().mend};
    }
    rule.pattern = std::move(glob).value();
    rules.push_back(std::move(rule));
  }
  return rules;
}

bool PathFilter::takes(std::string_view path) const {
  if (any_fits(exclude_, path, false)) return false;
  return include_.empty() || any_fits(include_, path, false);
}

bool PathFilter::enters(std::string_view folder) const {
  return !any_fits(exclude_, folder, true);
}

bool PathFilter::any_fits(const std::vector<Rule>& rules, std::string_view path, bool is_folder) {
  if (rules.empty()) return false;
  for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
    const bool is_whole = end == std::string_view::npos;
    const std::string_view part = is_whole ? path : path.substr(0, end);
    const bool fits = std::ranges::any_of(rules, [&](const Rule& rule) {
      if (rule.folders_only && is_whole && !is_folder) return false;
      return rule.pattern.matches(rule.whole_path ? part : name_in(part));
    });
    if (fits) return true;
    if (is_whole) return false;
  }
}

}  // namespace vraagbaak::indexer
