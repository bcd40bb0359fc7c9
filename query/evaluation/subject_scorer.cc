// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/subject_scorer.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/phrases/measure_words.h"
#include "analysis/text/normalizer.h"
#include "analysis/text/stemmer.h"
#include "analysis/text/stop_words.h"
#include "query/evaluation/placed_figure.h"
#include "query/render/text.h"

namespace vraagbaak::query {
namespace {

constexpr double kEnoughShared = 0.5;
constexpr std::string_view kNotJudged = "?";

class Comparison {
 public:
  explicit Comparison(const analysis::DictionarySource& dictionaries)
      : stemmer_(dictionaries), stop_words_(dictionaries), measures_(dictionaries) {}

  // F1 of the stems of both.
  double shared(std::string_view gold, std::string_view found) const {
    const std::multiset<std::string> wanted = stems(gold);
    const std::multiset<std::string> have = stems(found);
    std::vector<std::string> both;
    std::ranges::set_intersection(wanted, have, std::back_inserter(both));
    return f1(rate(both.size(), have.size()), rate(both.size(), wanted.size()));
  }

  // "respondenten" of "respondenten die meer verwachten": nothing that the gold has not, beginning alike.
  bool is_head(std::string_view gold, std::string_view found) const {
    const std::multiset<std::string> wanted = stems(gold);
    const std::multiset<std::string> have = stems(found);
    const auto first = [](std::string_view text) { return text.substr(0, text.find(' ')); };
    return !have.empty() && std::ranges::includes(wanted, have) && shared(first(gold), first(found)) > 0;
  }

  bool is_same_measure(std::string_view gold, std::string_view found) const {
    const std::string_view wanted = measures_.in_text(gold);
    const std::string_view have = measures_.in_text(found);
    if ((!wanted.empty() && wanted == have) || analysis::normalize(gold) == analysis::normalize(found))
      return true;
    return shared(gold, found) > 0;
  }

 private:
  std::multiset<std::string> stems(std::string_view text) const {
    std::multiset<std::string> stems;
    const std::string folded = analysis::normalize(text);
    const auto is_part = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = 0; at < folded.size();) {
      std::size_t end = at;
      while (end < folded.size() && is_part(folded[end])) ++end;
      const std::string_view word = std::string_view(folded).substr(at, end - at);
      if (!word.empty() && !stop_words_.contains(word, analysis::Language::nl))
        stems.insert(stemmer_.stem(word));
      at = end + 1;
    }
    return stems;
  }

  analysis::Stemmer stemmer_;
  analysis::StopWords stop_words_;
  analysis::MeasureWords measures_;
};

// What was asked, said and right of one of the four.
struct Counts {
  std::size_t wanted = 0;
  std::size_t said = 0;
  std::size_t right = 0;
};

std::string closed(const std::string& period) {
  return period.ends_with("/..") ? period.substr(0, period.size() - 3) : period;
}

}  // namespace

EvaluationReport score_subjects(const std::vector<GoldPassage<GoldFigure>>& gold,
                                const DocumentSource& documents,
                                const analysis::DictionarySource& dictionaries) {
  const Comparison comparison(dictionaries);
  EvaluationReport report;
  report.what = "subjects";
  std::array<Counts, 4> counts;
  constexpr std::array<const char*, 4> kNames = {"subject", "measure", "period", "place"};
  double words = 0;
  std::size_t figures = 0;
  std::map<std::string, std::vector<PlacedFigure>> kept;
  for (const auto& passage : gold) {
    auto placed = kept.find(passage.document);
    if (placed == kept.end())
      placed = kept.emplace(passage.document, placed_figures(documents(passage.document))).first;
    for (const GoldFigure& wanted : passage.items) {
      const Figure* found = same_figure(wanted, placed->second);
      if (found == nullptr || is_temporal(found->kind) || found->kind == FigureKind::ordinal_ref) continue;
      ++figures;
      const std::array<std::pair<std::string, std::string>, 4> told = {
          {{wanted.subject, found->subject},
           {wanted.measure, found->measure},
           {closed(wanted.period), found->period},
           {wanted.place, found->place}}};
      words += wanted.subject.empty() ? 0 : comparison.shared(wanted.subject, found->subject);
      for (std::size_t i = 0; i < told.size(); ++i) {
        const auto& [asked, said] = told[i];
        if (asked == kNotJudged) continue;
        const bool right =
            !asked.empty() && !said.empty() &&
            (i == 1   ? comparison.is_same_measure(asked, said)
             : i == 2 ? asked == said
                      : comparison.shared(asked, said) >= kEnoughShared || comparison.is_head(asked, said));
        counts[i].wanted += asked.empty() ? 0 : 1;
        counts[i].said += said.empty() || (i == 0 && asked.empty()) ? 0 : 1;
        counts[i].right += right ? 1 : 0;
        if (asked.empty() && (said.empty() || i == 0)) continue;
        Tally& tally = report.groups[kNames[i]];
        ++tally.count;
        tally.right += right ? 1 : 0;
        if (right) continue;
        report.misses.push_back(passage.id + " " + render::printable(wanted.text) + " " + kNames[i] + ": " +
                                render::printable(asked) + " <- " + render::printable(said));
      }
    }
  }
  report.add("figures", figures);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::string name = kNames[i];
    report.add(name + "_recall", rate(counts[i].right, counts[i].wanted));
    report.add(name + "_precision", rate(counts[i].right, counts[i].said));
  }
  report.add("subject_words", counts[0].wanted == 0 ? 0.0 : words / static_cast<double>(counts[0].wanted));
  return report;
}

}  // namespace vraagbaak::query
