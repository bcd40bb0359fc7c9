// SPDX-License-Identifier: EUPL-1.2
#include "query/trend/trend_finder.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "model/offset_map.h"
#include "query/answer/passage_finder.h"
#include "query/answer/term_matcher.h"
#include "query/understand/alias_expander.h"

namespace vraagbaak::query {

namespace {

// How many passages are read.
constexpr std::size_t kPassagesRead = 100;
// So much of the query's weight must stand about a figure, and so much beside it; a stem counts less than the
// word.
constexpr double kCovered = 0.8;
constexpr double kBeside = 0.3;
// How alike the words of two points must be: of one place, and of two documents.
constexpr double kAlike = 0.6;
constexpr double kAlikeApart = 0.5;

// Between a row's label and a column's; no text holds it.
constexpr char kBetween = '\x1f';

// A figure of one year that is about the query.
struct Sample {
  StatedFigure stated;
  int year = 0;
  const FoundPassage* passage = nullptr;
  double beside = 0;               // share of the query beside it
  std::vector<std::string> words;  // of its own part, without the query's
  std::string label;               // for cells: headers without the year
};

double plain(const std::string&) {
  return 1;
}

// `text` without its years and what hangs on them ("2018BA" keeps "BA").
std::string without_years(std::string_view text) {
  std::string rest;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const bool is_year = end - i == 4 && !years_in_header(text.substr(i, 4)).empty();
    if (!is_year) rest.append(text.substr(i, std::max<std::size_t>(end - i, 1)));
    i = std::max(end, i + 1);
  }
  const std::size_t begin = rest.find_first_not_of(" \t\n-–/");
  if (begin == std::string::npos) return "";
  return rest.substr(begin, rest.find_last_not_of(" \t\n") + 1 - begin);
}

class Sampler {
 public:
  Sampler(const Question& question, const TermWeights& weights, const TermMatcher& matcher,
          const store::IndexReader& reader, const TrendKnowledge& knowledge)
      : weights_(weights), matcher_(matcher), reader_(reader), knowledge_(knowledge) {
    for (const QuestionTerm& term : question.terms) {
      for (const TermVariant& variant : term.variants)
        query_.insert(variant.terms.begin(), variant.terms.end());
    }
  }

  std::vector<Sample> samples(const FoundPassage& passage) const {
    std::vector<Sample> taken;
    for (StatedFigure& stated : knowledge_.statements.read(passage, reader_)) {
      if (stated.side == Side::question || stated.years.size() != 1) continue;
      const ByteSpan own = passage.record.span;
      const Figure& figure = stated.record.figure;
      TermStrengths beside = matcher_.strengths(
          passage.hits, {stated.sentence.begin - own.begin, stated.sentence.end - own.begin});
      if (stated.record.table) {
        beside = matcher_.strengths_in(figure.row + " . " + figure.column + " . " + figure.subject);
        raise_to(beside, matcher_.strengths_in(caption_of(passage, *stated.record.table)));
      }
      raise_to(beside, passage.document->linked_terms(passage.record.section));
      TermStrengths about = beside;
      raise_to(about, passage.document->heading_terms(passage.record.section));
      raise_to(about, passage.document->title_terms());
      const double share = weights_.coverage(beside);
      if (weights_.coverage(about) < kCovered || share < kBeside) continue;
      Sample sample;
      sample.year = stated.years.front();
      sample.passage = &passage;
      sample.beside = share;
      if (stated.record.table) {
        const bool years_in_rows = !years_in_header(figure.row).empty();
        sample.label = years_in_rows ? without_years(figure.row) + kBetween + figure.column
                                     : figure.row + kBetween + without_years(figure.column);
      }
      std::ranges::copy_if(stated.own, std::back_inserter(sample.words),
                           [&](const std::string& term) { return !query_.contains(term); });
      sample.stated = std::move(stated);
      taken.push_back(std::move(sample));
    }
    return taken;
  }

 private:
  std::string caption_of(const FoundPassage& passage, std::size_t table) const {
    const std::vector<store::TableRecord> tables = reader_.tables(passage.record.document);
    return table < tables.size() ? tables[table].table.caption : "";
  }

  const TermWeights& weights_;
  const TermMatcher& matcher_;
  const store::IndexReader& reader_;
  const TrendKnowledge& knowledge_;
  std::set<std::string> query_;
};

bool are_one_series(const Sample& a, const Sample& b) {
  const Figure& one = a.stated.record.figure;
  const Figure& other = b.stated.record.figure;
  if (one.kind != other.kind || one.unit != other.unit || one.place != other.place) return false;
  if (a.stated.standing != b.stated.standing) return false;
  if (a.stated.record.table.has_value() != b.stated.record.table.has_value()) return false;
  const bool together = a.stated.document == b.stated.document;
  if (a.stated.record.table && together)
    return a.stated.record.table == b.stated.record.table && a.label == b.label;
  if (a.stated.record.table) return a.label == b.label && one.measure == other.measure;
  if (one.measure != other.measure) return false;
  // "In 2011 waren er 347 meldingen, in 2012 533": what follows in the sentence leaves out what was said.
  if (together && a.stated.sentence == b.stated.sentence && b.words.empty()) return true;
  if (a.words.empty() && b.words.empty()) return together && a.stated.section == b.stated.section;
  if (likeness(a.words, b.words, plain) >= (together ? kAlike : kAlikeApart)) return true;
  return false;
}

TrendPoint point_of(const Sample& sample, const CitationBuilder& citations) {
  TrendPoint point;
  const store::PassageRecord& passage = sample.passage->record;
  point.year = sample.year;
  point.figure = sample.stated.record.figure;
  const ByteSpan span = point.figure.span;
  const ByteSpan local{span.begin - passage.span.begin, span.end - passage.span.begin};
  point.text = local.in(passage.text);
  point.start = passage.start_code_point + count_code_points(ByteSpan{0, local.begin}.in(passage.text));
  point.end = point.start + count_code_points(point.text);
  point.citation = citations.of_figure(passage, sample.stated.record);
  return point;
}

TrendSeries series_of(const std::vector<Sample>& group, const CitationBuilder& citations) {
  const StatedFigure& first = group.front().stated;
  TrendSeries series;
  series.kind = first.record.figure.kind;
  series.unit = first.record.figure.unit;
  series.standing = first.standing;
  series.label = first.record.figure.subject;
  if (first.record.table) {
    series.label = group.front().label;
    const std::size_t cut = series.label.find(kBetween);
    if (cut != std::string::npos) {
      const std::string row = series.label.substr(0, cut);
      const std::string column = series.label.substr(cut + 1);
      series.label = row.empty() ? column : column.empty() ? row : row + ", " + column;
    }
  }
  std::map<int, TrendPoint> by_year;
  for (const Sample& sample : group) {
    TrendPoint point = point_of(sample, citations);
    const auto [known, is_new] = by_year.try_emplace(sample.year, point);
    if (is_new || known->second.figure.value == point.figure.value) continue;
    known->second.others.push_back(std::move(point));
  }
  for (auto& [year, point] : by_year) {
    for (int gap = series.points.empty() ? year : series.points.back().year + 1; gap < year; ++gap)
      series.gaps.push_back(gap);
    series.points.push_back(std::move(point));
  }
  return series;
}

}  // namespace

std::vector<TrendSeries> find_trend(std::string_view query, const store::IndexReader& reader,
                                    const TrendKnowledge& knowledge, const CitationBuilder& citations,
                                    std::size_t limit) {
  const store::IndexReader::Moment moment(reader);
  Question question = knowledge.parser.parse(query);
  add_aliases(question, reader, knowledge.analyzer);
  const TermMatcher matcher(question, knowledge.analyzer, knowledge.tokenizer);
  const TermWeights weights = weigh_terms(question, reader);
  const std::vector<FoundPassage> passages = find_passages(question, weights, matcher, reader, kPassagesRead);
  const Sampler sampler(question, weights, matcher, reader, knowledge);

  std::vector<std::vector<Sample>> groups;
  for (const FoundPassage& passage : passages) {
    for (Sample& sample : sampler.samples(passage)) {
      const auto home = std::ranges::find_if(
          groups, [&](const std::vector<Sample>& group) { return are_one_series(group.front(), sample); });
      if (home == groups.end()) {
        groups.push_back({std::move(sample)});
      } else {
        home->push_back(std::move(sample));
      }
    }
  }

  struct Rated {
    TrendSeries series;
    double rating = 0;
  };
  // Where many years have several values, the figures are of several matters.
  constexpr std::size_t kClearShare = 3;
  std::vector<Rated> rated;
  for (const std::vector<Sample>& group : groups) {
    Rated one{series_of(group, citations), 0};
    const auto doubtful = static_cast<std::size_t>(std::ranges::count_if(
        one.series.points, [](const TrendPoint& point) { return !point.others.empty(); }));
    if (one.series.points.size() < 2 || doubtful * kClearShare > one.series.points.size()) continue;
    double beside = 0;
    double extra = 0;
    for (const Sample& sample : group) {
      beside += sample.beside;
      extra += static_cast<double>(sample.words.size());
    }
    const double size = static_cast<double>(group.size());
    const double years = static_cast<double>(one.series.points.size());
    one.rating = beside / size * (1 - 1 / (1 + years)) / (1 + 0.1 * extra / size);
    rated.push_back(std::move(one));
  }
  std::ranges::stable_sort(rated, std::ranges::greater{}, &Rated::rating);
  std::vector<TrendSeries> found;
  for (Rated& one : rated) {
    if (found.size() == limit) break;
    found.push_back(std::move(one.series));
  }
  return found;
}

}  // namespace vraagbaak::query
