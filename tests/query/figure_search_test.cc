// SPDX-License-Identifier: EUPL-1.2
// What `figures` and fields of figures find is what going through all stored figures finds.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/normalizer.h"
#include "analysis/text/segmenter.h"
#include "indexer/entry_builder.h"
#include "query/answer/citation_builder.h"
#include "query/fact_lister.h"
#include "query/searcher.h"
#include "store/index_writer.h"
#include "store/packed_content.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::query {
namespace {

constexpr std::size_t kDocuments = 6;
constexpr std::size_t kLines = 12;
// Two that are one double, and values of different scale that are equal.
constexpr std::array kValues = {"0",
                                "-2.4",
                                "12.5",
                                "12.50",
                                "100000",
                                "250000",
                                "1000000",
                                "1000000.01",
                                "2000051.75",
                                "999999999999999999.01",
                                "999999999999999999.02"};
constexpr std::array kUnits = {"EUR", "USD", "%", "ha", "project", "projecten", ""};
constexpr std::array kSubjects = {"", "de brug", "het Café", "steun aan bruggen"};
constexpr std::array kKinds = {FigureKind::money,  FigureKind::percentage, FigureKind::count,
                               FigureKind::area,   FigureKind::date,       FigureKind::year,
                               FigureKind::period, FigureKind::ordinal_ref};

const analysis::DictionarySource& dictionaries() {
  static const auto source = analysis::DictionarySource::built_in();
  return source;
}
const analysis::Analyzer& analyzer() {
  static const analysis::Analyzer made(dictionaries());
  return made;
}
const analysis::Segmenter& segmenter() {
  static const analysis::Segmenter made(dictionaries());
  return made;
}

using Random = std::mt19937;
std::size_t below(Random& random, std::size_t count) {
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}
template <typename T, std::size_t N>
const T& any_of(Random& random, const std::array<T, N>& values) {
  return values[below(random, N)];
}

Figure random_figure(Random& random, ByteSpan span) {
  Figure figure;
  figure.kind = any_of(random, kKinds);
  figure.span = span;
  figure.unit = any_of(random, kUnits);
  figure.subject = any_of(random, kSubjects);
  if (below(random, 5) > 0) figure.value = Decimal::parse(any_of(random, kValues));
  const int year = 2010 + static_cast<int>(below(random, 6));
  if (figure.kind == FigureKind::date || figure.kind == FigureKind::year)
    figure.date = below(random, 4) == 0 ? PartialDate{0, 9, 30} : PartialDate{year, 0, 0};
  if (figure.kind == FigureKind::period) {
    if (below(random, 3) > 0) figure.from = PartialDate{year, 1, 0};
    if (below(random, 3) > 0) figure.to = PartialDate{year + 2, 0, 0};
  }
  return figure;
}

// A place: document and first byte.
using Place = std::pair<std::string, std::size_t>;
struct Stored {
  Figure figure;
  std::string document;
  std::size_t passage = 0;  // begin of its passage
  bool has_word = false;    // whether the passage has the word that queries add
};

class FigureSearch : public testing::Test {
 protected:
  FigureSearch() {
    Random random(5);
    indexer::EntryBuilder builder(dictionaries());
    builder.prepare();
    {
      store::IndexWriter writer(folder_ / "index.db", builder.identity(),
                                [&](std::string_view text) { return builder.terms(text); });
      for (std::size_t d = 0; d < kDocuments; ++d) {
        std::string text;
        for (std::size_t line = 0; line < kLines; ++line)
          text += std::string(line % 3 == 0 ? "De haven" : "De kade") +
                  " telt 12345 12345 zaken in deze zin.\n\n";
        store::SourceFile file;
        file.document_path = "map/stuk-" + std::to_string(d) + ".txt";
        file.source = "/" + file.document_path;
        indexer::SourceText source;
        source.text = text;
        store::IndexEntry entry = builder.build(file, source);
        entry.document.figures.clear();
        for (std::size_t at = text.find("12345"); at != std::string::npos; at = text.find("12345", at + 5))
          entry.document.figures.push_back(random_figure(random, {at, at + 5}));
        for (const Figure& figure : entry.document.figures) {
          const auto passage = std::ranges::find_if(
              entry.document.passages, [&](const Passage& p) { return p.span.contains(figure.span.begin); });
          stored_.push_back({figure, file.document_path, passage->span.begin,
                             passage->span.in(text).find("haven") != std::string_view::npos});
        }
        entry.document.text = text;
        entry.content = store::pack_content(entry.document);
        writer.put(entry);
      }
      writer.finish();
    }
    reader_ = std::make_unique<store::IndexReader>(folder_ / "index.db", analyzer().fingerprint());
    citations_ = std::make_unique<CitationBuilder>(*reader_, segmenter());
    searcher_ = std::make_unique<Searcher>(*reader_, analyzer(), *citations_);
    lister_ = std::make_unique<FactLister>(*reader_, *searcher_, *citations_);
  }

  std::multiset<Place> listed(const FigureRequest& request) const {
    std::multiset<Place> places;
    const auto count = lister_->list_figures(
        request, [&](const ListedFigure& it) { places.emplace(it.citation.document, it.figure.span.begin); });
    EXPECT_TRUE(count) << count.problem().message();
    return places;
  }
  template <typename Test>
  std::multiset<Place> brute_force(Test holds) const {
    std::multiset<Place> places;
    for (const Stored& it : stored_) {
      if (holds(it)) places.emplace(it.document, it.figure.span.begin);
    }
    return places;
  }

  testing_support::TempFolder folder_;
  std::vector<Stored> stored_;
  std::unique_ptr<store::IndexReader> reader_;
  std::unique_ptr<CitationBuilder> citations_;
  std::unique_ptr<Searcher> searcher_;
  std::unique_ptr<FactLister> lister_;
};

bool is_quantity(const Figure& figure) {
  return figure.value && !is_temporal(figure.kind) && figure.kind != FigureKind::ordinal_ref;
}
bool has_unit(const Figure& figure, const std::string& unit) {
  if (unit == "euro") return figure.unit == "EUR";
  if (unit == "Project") return figure.unit == "project" || figure.unit == "projecten";
  return figure.unit == unit;
}
bool touches(const Figure& figure, int first, int last) {
  if (figure.date) return figure.date->year >= first && figure.date->year <= last;
  const auto from = figure.from ? figure.from : figure.to;
  const auto to = figure.to ? figure.to : figure.from;
  return from && from->year <= last && to->year >= first;
}
bool speaks_of(const Figure& figure, const std::string& word) {
  return analysis::normalize(figure.subject).find(word) != std::string::npos;
}

TEST_F(FigureSearch, OptionsFindWhatGoingThroughAllFiguresFinds) {
  Random random(17);
  std::size_t found = 0;
  for (int round = 0; round < 1500; ++round) {
    FigureRequest request;
    if (below(random, 3) == 0) request.kind = any_of(random, kKinds);
    if (below(random, 3) == 0) request.unit = any_of(random, std::array{"euro", "%", "Project", "ha", "km"});
    const auto limit = [&] {
      return store::ValueLimit{*Decimal::parse(any_of(random, kValues)), below(random, 2) == 0};
    };
    if (below(random, 2) == 0) request.least = limit();
    if (below(random, 3) == 0) request.most = limit();
    const int year = 2009 + static_cast<int>(below(random, 9));
    if (below(random, 4) == 0) request.years = std::pair(year, year + static_cast<int>(below(random, 3)));
    if (below(random, 4) == 0)
      request.subject = any_of(random, std::array{"Brug", "cafe", "de", "steun brug"});
    if (below(random, 4) == 0) request.document = any_of(random, std::array{"stuk-1", "map/*", "stuk-3.txt"});
    if (below(random, 4) == 0) request.query = "haven";
    const auto expected = brute_force([&](const Stored& it) {
      const Figure& figure = it.figure;
      if (request.kind && figure.kind != *request.kind) return false;
      if (!request.unit.empty() && !has_unit(figure, request.unit)) return false;
      if ((request.least || request.most) && !is_quantity(figure)) return false;
      if (request.least && (request.least->inclusive ? *figure.value < request.least->value
                                                     : *figure.value <= request.least->value))
        return false;
      if (request.most && (request.most->inclusive ? *figure.value > request.most->value
                                                   : *figure.value >= request.most->value))
        return false;
      if (request.years && !touches(figure, request.years->first, request.years->second)) return false;
      if (request.subject == "steun brug" ? !speaks_of(figure, "steun") || !speaks_of(figure, "brug")
                                          : !speaks_of(figure, analysis::normalize(request.subject)))
        return false;
      if (request.document == "stuk-1" && it.document != "map/stuk-1.txt") return false;
      if (request.document == "stuk-3.txt" && it.document != "map/stuk-3.txt") return false;
      return request.query.empty() || it.has_word;
    });
    ASSERT_EQ(listed(request), expected) << "round " << round;
    found += expected.size();
  }
  EXPECT_GT(found, 5'000u);
}

// A page is the part of the whole list that its limit and offset say, in every order.
TEST_F(FigureSearch, PagesMakeUpTheList) {
  Random random(5);
  const auto list = [&](const FigureRequest& request) {
    std::vector<Place> places;
    const auto count = lister_->list_figures(request, [&](const ListedFigure& it) {
      places.emplace_back(it.citation.document, it.figure.span.begin);
    });
    EXPECT_TRUE(count && *count == places.size());
    return places;
  };
  for (int round = 0; round < 200; ++round) {
    FigureRequest request;
    if (below(random, 2) == 0) request.kind = any_of(random, kKinds);
    if (below(random, 3) == 0) request.document = any_of(random, std::array{"stuk-1", "map/*", "stuk-3.txt"});
    if (below(random, 3) == 0) request.query = "haven";
    request.order = any_of(random, std::array{store::FigureOrder::place, store::FigureOrder::largest,
                                              store::FigureOrder::smallest});
    const std::vector<Place> whole = list(request);
    if (request.order == store::FigureOrder::place && request.query.empty()) {
      EXPECT_TRUE(std::ranges::is_sorted(whole));
    }
    EXPECT_EQ(*lister_->count_figures(request), whole.size());
    EXPECT_EQ(*lister_->count_figures(request), whole.size());  // remembered
    request.limit = below(random, 20) + 1;
    std::vector<Place> joined;
    do {
      const std::vector<Place> page = list(request);
      if (page.empty()) break;
      joined.insert(joined.end(), page.begin(), page.end());
      request.offset += request.limit;
    } while (joined.size() <= whole.size());
    EXPECT_EQ(joined, whole) << "round " << round;
  }
}

// A random condition, as a query and as a test of a figure.
struct Condition {
  std::string query;
  std::function<bool(const Figure&)> holds;
};

Condition random_test(Random& random) {
  switch (below(random, 7)) {
    case 0: {
      const FigureKind kind = any_of(random, kKinds);
      return {"soort:" + std::string(to_string(kind)), [kind](const Figure& f) { return f.kind == kind; }};
    }
    case 1: {
      const std::string unit = any_of(random, std::array{"euro", "%", "Project", "ha"});
      return {"eenheid:" + unit, [unit](const Figure& f) { return has_unit(f, unit); }};
    }
    case 2: {
      const std::string word = any_of(random, std::array{"brug", "cafe"});
      return {"onderwerp:" + word, [word](const Figure& f) { return speaks_of(f, word); }};
    }
    case 3: {
      const int year = 2010 + static_cast<int>(below(random, 8));
      return {"period:" + std::to_string(year) + ".." + std::to_string(year + 1),
              [year](const Figure& f) { return touches(f, year, year + 1); }};
    }
    case 4: {
      const std::string value = any_of(random, kValues);
      const Decimal limit = *Decimal::parse(value);
      return {"amount:>" + value, [limit](const Figure& f) {
                return is_quantity(f) && f.kind == FigureKind::money && *f.value > limit;
              }};
    }
    case 5:
      return {"waarde:100k..2mln", [](const Figure& f) {
                return is_quantity(f) && *f.value >= Decimal(100000) && *f.value <= Decimal(2000000);
              }};
    default: {
      const std::string value = any_of(random, kValues);
      const Decimal limit = *Decimal::parse(value);
      return {"value:" + value, [limit](const Figure& f) { return is_quantity(f) && *f.value == limit; }};
    }
  }
}

Condition random_condition(Random& random) {
  Condition a = random_test(random);
  const std::size_t form = below(random, 3);
  if (form == 0) return a;
  Condition b = random_test(random);
  if (form == 1) {
    return {"(" + a.query + " OR " + b.query + ")",
            [a, b](const Figure& f) { return a.holds(f) || b.holds(f); }};
  }
  return {a.query + " AND " + b.query, [a, b](const Figure& f) { return a.holds(f) && b.holds(f); }};
}

TEST_F(FigureSearch, QueriesFindWhatGoingThroughAllFiguresFinds) {
  Random random(23);
  std::size_t found = 0;
  for (int round = 0; round < 1500; ++round) {
    const Condition wanted = random_condition(random);
    const Condition excluded = random_test(random);
    const bool excludes = below(random, 3) == 0;
    const bool with_word = below(random, 2) == 0;
    const bool in_document = below(random, 4) == 0;
    const std::string query = wanted.query + (excludes ? " NOT " + excluded.query : "") +
                              (with_word ? " haven" : "") + (in_document ? " document:stuk-2" : "");
    const auto allowed = [&](const Stored& it) {
      return (!with_word || it.has_word) && (!in_document || it.document == "map/stuk-2.txt");
    };
    // `figures`: figure by figure.
    const auto figures = brute_force([&](const Stored& it) {
      return allowed(it) && wanted.holds(it.figure) && !(excludes && excluded.holds(it.figure));
    });
    FigureRequest request;
    request.query = query;
    ASSERT_EQ(listed(request), figures) << query;
    found += figures.size();
    // `search`: passages with such a figure, and without one that is excluded.
    std::set<Place> passages;
    for (const Stored& it : stored_) {
      if (allowed(it) && wanted.holds(it.figure)) passages.emplace(it.document, it.passage);
    }
    for (const Stored& it : stored_) {
      if (excludes && excluded.holds(it.figure)) passages.erase({it.document, it.passage});
    }
    const auto outcome = searcher_->search(query, 10'000);
    ASSERT_TRUE(outcome) << query << ": " << outcome.problem().message();
    ASSERT_EQ(outcome->result.total, passages.size()) << query;
    ASSERT_EQ(outcome->result.hits.size(), passages.size()) << query;
  }
  EXPECT_GT(found, 5'000u);
}

TEST_F(FigureSearch, MarksTheFigureThatWasAskedFor) {
  const auto outcome = searcher_->search("waarde:>=0 haven", 5);
  ASSERT_TRUE(outcome);
  ASSERT_FALSE(outcome->result.hits.empty());
  for (const SearchHit& hit : outcome->result.hits)
    EXPECT_NE(hit.snippet.find("\x02"
                               "12345\x03"),
              std::string::npos)
        << hit.snippet;
}

TEST_F(FigureSearch, RefusesFieldsOfFiguresAndDocumentsUnderOneOr) {
  for (const char* query :
       {"(bedrag:>1 OR year:2015) haven", "(bedrag:>1 OR kind:table) haven", "bedrag:>1 OR haven"})
    EXPECT_FALSE(searcher_->search(query, 5)) << query;
}

}  // namespace
}  // namespace vraagbaak::query
