// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/document_scorers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "model/offset_map.h"
#include "query/evaluation/ink.h"
#include "query/evaluation/placed_figure.h"
#include "query/render/text.h"

namespace vraagbaak::query {
namespace {

using CodePoints = std::pair<std::size_t, std::size_t>;

CodePoints in_code_points(const OffsetMap& map, ByteSpan span) {
  return {map.code_point_at(span.begin), map.code_point_at(span.end)};
}

// What a document came to, made once.
template <typename Value, typename Make>
const Value& get_or_make(std::map<std::string, Value>& kept, const std::string& name, Make make) {
  auto found = kept.find(name);
  if (found == kept.end()) found = kept.emplace(name, make()).first;
  return found->second;
}

// --- figures

struct FigureCounts {
  std::size_t gold = 0, predicted = 0, overlapping = 0, exact = 0, cells = 0, cells_right = 0;
};

// The index in `have` of the figure that answers to `wanted`: the first that is the same, else the first that
// overlaps.
std::optional<std::size_t> match_of(const GoldFigure& wanted, const std::vector<const PlacedFigure*>& have,
                                    const std::set<std::size_t>& used) {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < have.size(); ++i) {
    const auto& [begin, end] = have[i]->span;
    if (used.contains(i) || begin >= wanted.end || wanted.start >= end) continue;
    if (is_same(wanted, have[i]->figure)) return i;
    if (!first) first = i;
  }
  return first;
}

void score_passage(const GoldPassage<GoldFigure>& passage, const std::vector<PlacedFigure>& placed,
                   FigureCounts& counts, EvaluationReport& report) {
  std::vector<const PlacedFigure*> have;
  for (const PlacedFigure& figure : placed) {
    const bool inside = figure.span.first >= passage.start && figure.span.second <= passage.end;
    if (inside && figure.figure.kind != FigureKind::ordinal_ref) have.push_back(&figure);
  }
  counts.predicted += have.size();
  std::set<std::size_t> used;
  for (const GoldFigure& wanted : passage.items) {
    if (wanted.kind == "ordinal_ref") continue;
    ++counts.gold;
    Tally& tally = report.groups[wanted.kind];
    ++tally.count;
    counts.cells += wanted.in_table ? 1 : 0;
    const auto match = match_of(wanted, have, used);
    const Figure* found = match ? &have[*match]->figure : nullptr;
    const bool right = found != nullptr && is_same(wanted, *found);
    if (match) {
      used.insert(*match);
      ++counts.overlapping;
    }
    counts.exact += right ? 1 : 0;
    tally.right += right ? 1 : 0;
    if (right && wanted.in_table && (!found->row.empty() || !found->column.empty())) ++counts.cells_right;
    if (!right) {
      report.misses.push_back(
          passage.id + " " + render::printable(wanted.text) + " [" + wanted.kind + "] <- " +
          (found == nullptr ? "nothing"
                            : render::printable(have[*match]->text) + ": " + render::describe(*found)));
    }
  }
  for (std::size_t i = 0; i < have.size(); ++i) {
    if (!used.contains(i)) {
      report.misses.push_back(passage.id + " extra: " + render::printable(have[i]->text) + ": " +
                              render::describe(have[i]->figure));
    }
  }
}

// --- entities

struct PlacedName {
  CodePoints span;
  std::string label;
  friend auto operator<=>(const PlacedName&, const PlacedName&) = default;
};

std::vector<PlacedName> placed_names(const Document& document) {
  const OffsetMap map(document.text);
  std::vector<PlacedName> placed;
  for (const Mention& mention : document.names.mentions) {
    placed.push_back({in_code_points(map, mention.span), std::string(to_string(mention.kind))});
  }
  return placed;
}

std::string name_in(const GoldPassage<GoldEntity>& passage, CodePoints span) {
  const OffsetMap map(passage.text);
  const ByteSpan bytes{map.byte_at(span.first - passage.start), map.byte_at(span.second - passage.start)};
  return render::printable(bytes.in(passage.text));
}

// --- links

double intersection_over_union(const Ink& ink, CodePoints a, CodePoints b) {
  const std::size_t both = ink.between(std::max(a.first, b.first), std::min(a.second, b.second));
  const std::size_t either = ink.between(a.first, a.second) + ink.between(b.first, b.second) - both;
  return rate(both, either);
}

}  // namespace

EvaluationReport score_figures(const std::vector<GoldPassage<GoldFigure>>& gold,
                               const DocumentSource& documents) {
  EvaluationReport report;
  report.what = "figures";
  FigureCounts counts;
  std::map<std::string, std::vector<PlacedFigure>> kept;
  for (const auto& passage : gold) {
    const auto& placed =
        get_or_make(kept, passage.document, [&] { return placed_figures(documents(passage.document)); });
    score_passage(passage, placed, counts, report);
  }
  const double recall = rate(counts.exact, counts.gold);
  const double precision = rate(counts.exact, counts.predicted);
  report.add("gold", counts.gold);
  report.add("predicted", counts.predicted);
  report.add("exact_recall", recall);
  report.add("exact_precision", precision);
  report.add("exact_f1", f1(precision, recall));
  report.add("span_recall", rate(counts.overlapping, counts.gold));
  report.add("cells_with_headers", rate(counts.cells_right, counts.cells));
  return report;
}

EvaluationReport score_entities(const std::vector<GoldPassage<GoldEntity>>& gold,
                                const DocumentSource& documents) {
  EvaluationReport report;
  report.what = "entities";
  std::size_t wanted_count = 0, found_count = 0, right_count = 0;
  std::size_t spans_wanted = 0, spans_found = 0, spans_right = 0;
  std::map<std::string, std::vector<PlacedName>> kept;
  for (const auto& passage : gold) {
    const auto& placed =
        get_or_make(kept, passage.document, [&] { return placed_names(documents(passage.document)); });
    std::set<PlacedName> wanted, found;
    std::set<CodePoints> wanted_spans, found_spans;
    for (const GoldEntity& entity : passage.items) {
      wanted.insert({{entity.start, entity.end}, entity.label});
      wanted_spans.insert({entity.start, entity.end});
    }
    for (const PlacedName& name : placed) {
      if (name.span.first < passage.start || name.span.second > passage.end) continue;
      found.insert(name);
      found_spans.insert(name.span);
    }
    for (const PlacedName& name : wanted) {
      const bool right = found.contains(name);
      Tally& tally = report.groups[name.label];
      ++tally.count;
      tally.right += right ? 1 : 0;
      right_count += right ? 1 : 0;
      const char* problem = found_spans.contains(name.span) ? " wrong label: " : " missed: ";
      if (!right)
        report.misses.push_back(passage.id + problem + name_in(passage, name.span) + " [" + name.label + "]");
    }
    for (const PlacedName& name : found) {
      if (wanted.contains(name)) continue;
      report.misses.push_back(passage.id + " extra: " + name_in(passage, name.span) + " [" + name.label +
                              "]");
    }
    wanted_count += wanted.size();
    found_count += found.size();
    spans_wanted += wanted_spans.size();
    spans_found += found_spans.size();
    spans_right += static_cast<std::size_t>(std::ranges::count_if(
        found_spans, [&](const CodePoints& span) { return wanted_spans.contains(span); }));
  }
  const double precision = rate(right_count, found_count);
  const double recall = rate(right_count, wanted_count);
  report.add("passages", gold.size());
  report.add("entities", wanted_count);
  report.add("precision", precision);
  report.add("recall", recall);
  report.add("f1", f1(precision, recall));
  report.add("span_f1", f1(rate(spans_right, spans_found), rate(spans_right, spans_wanted)));
  return report;
}

EvaluationReport score_links(const std::vector<GoldLinks>& gold, const DocumentSource& documents) {
  constexpr double kSamePlace = 0.5;
  EvaluationReport report;
  report.what = "links";
  std::size_t wanted_count = 0, found_count = 0, right_count = 0;
  std::size_t unanswered_wanted = 0, unanswered_found = 0, unanswered_right = 0;
  for (const GoldLinks& links : gold) {
    const Document document = documents(links.document);
    const Ink ink(document.text);
    const OffsetMap map(document.text);
    const auto span_of = [&](std::size_t section) {
      return section < document.sections.size() ? in_code_points(map, document.sections[section].span)
                                                : CodePoints{};
    };
    std::set<std::size_t> used;
    for (const GoldPair& wanted : links.pairs) {
      std::optional<std::size_t> match;
      for (std::size_t i = 0; i < document.pairs.size() && !match; ++i) {
        const QaPair& pair = document.pairs[i];
        if (used.contains(i)) continue;
        const bool same =
            intersection_over_union(ink, wanted.question, span_of(pair.question)) >= kSamePlace &&
            intersection_over_union(ink, wanted.answer, span_of(pair.answer)) >= kSamePlace;
        if (same) match = i;
      }
      if (match) {
        used.insert(*match);
        ++right_count;
      } else {
        report.misses.push_back(links.document + ": sub-question " + wanted.label + " at character " +
                                std::to_string(wanted.question.first));
      }
      Tally& tally = report.groups["pairs"];
      ++tally.count;
      tally.right += match ? 1 : 0;
    }
    wanted_count += links.pairs.size();
    found_count += document.pairs.size();
    const std::set<std::string> wanted(links.unanswered.begin(), links.unanswered.end());
    const std::set<std::string> found(document.unanswered.begin(), document.unanswered.end());
    unanswered_wanted += wanted.size();
    unanswered_found += found.size();
    unanswered_right += static_cast<std::size_t>(
        std::ranges::count_if(found, [&](const std::string& label) { return wanted.contains(label); }));
  }
  const double precision = rate(right_count, found_count);
  const double recall = rate(right_count, wanted_count);
  report.add("pairs", wanted_count);
  report.add("precision", precision);
  report.add("recall", recall);
  report.add("f1", f1(precision, recall));
  report.add("unanswered_right", unanswered_right);
  report.add("unanswered_gold", unanswered_wanted);
  report.add("unanswered_claimed", unanswered_found);
  return report;
}

}  // namespace vraagbaak::query
