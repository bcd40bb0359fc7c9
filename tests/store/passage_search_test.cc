// SPDX-License-Identifier: EUPL-1.2
#include "store/passage_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "model/error.h"
#include "store/database.h"
#include "store/index_writer.h"
#include "tests/store/sample_entry.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::store {
namespace {

class Search : public testing::Test {
 protected:
  Search() {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(plain_document("2020.txt",
                                         "De haven kreeg bussen\n"
                                         "Bussen en nog eens bussen\n"
                                         "Treinen rijden later\n",
                                         {"Vervoer", "rapport", "", "Els Maes", "", PartialDate{2020, 0, 0}}),
                          "/2020"));
    writer.put(make_entry(plain_document("2022.txt",
                                         "Een bus en een haven\n"
                                         "kreeg de haven later bussen\n",
                                         {"Bussen", "brief", "", "Jan Maessen", "", PartialDate{2022, 3, 4}}),
                          "/2022"));
    writer.put(make_entry(sample_document("vraag.txt"), "/vraag"));
    writer.finish();
    reader_ = std::make_unique<IndexReader>(file_, kIdentity.fingerprint);
  }

  // Texts of the passages found, best first.
  std::vector<std::string> found(std::string_view match, const SearchFilter& filter = {},
                                 std::size_t limit = 10) {
    std::vector<std::string> texts;
    for (const RankedPassage& hit : PassageSearch(*reader_).best(match, limit, filter)) {
      const PassageRecord passage = *reader_->passage(hit.passage);
      EXPECT_EQ(passage.document, hit.document);
      EXPECT_GT(hit.score, 0);
      texts.push_back(passage.text.substr(0, passage.text.find('\n')));
    }
    EXPECT_EQ(PassageSearch(*reader_).count(match, filter) > limit ? limit : texts.size(), texts.size());
    return texts;
  }
  using Texts = std::vector<std::string>;

  testing_support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "index.db";
  std::unique_ptr<IndexReader> reader_;
};

TEST_F(Search, FindsATermAsItIsGiven) {
  EXPECT_EQ(found("\"treinen\""), Texts{"Treinen rijden later"});
  EXPECT_EQ(found("\"Treinen\""), Texts{});  // terms come folded
  EXPECT_EQ(found("\"~trein\""), Texts{"Treinen rijden later"});
  EXPECT_EQ(found("\"nergens\""), Texts{});
}

TEST_F(Search, CutsPhrasesAtSpacesOnly) {
  EXPECT_EQ(found("\"haven kreeg\""), Texts{"De haven kreeg bussen"});
  EXPECT_EQ(found("\"haven later ~buss\""), Texts{"kreeg de haven later bussen"});
  EXPECT_EQ(found("\"haven  kreeg \""), Texts{"De haven kreeg bussen"});
}

TEST_F(Search, UnderstandsOperatorsOfFts5) {
  EXPECT_EQ(found("\"haven\" AND \"later\""), Texts{"kreeg de haven later bussen"});
  EXPECT_EQ(found("\"rijden\" OR \"nog\"").size(), 2U);
  EXPECT_EQ(found("body : \"haven\" NOT \"later\"").size(), 2U);
  EXPECT_EQ(found("\"trei\" *"), Texts{"Treinen rijden later"});
  EXPECT_EQ(found("NEAR(\"haven\" \"bussen\", 1)").size(), 2U);
}

TEST_F(Search, SearchesTitleAndHeading) {
  EXPECT_EQ(found("title : \"vervoer\"").size(), 3U);
  EXPECT_EQ(found("body : \"vervoer\"").size(), 0U);
  EXPECT_EQ(found("heading : \"steun per jaar\""), Texts{"jaar bedrag"});
}

TEST_F(Search, RanksBetterMatchesFirst) {
  // Twice in the passage beats once; the title's weight beats both, and can be taken away.
  EXPECT_EQ(found("body : \"bussen\"")[0], "Bussen en nog eens bussen");
  const PassageSearch search(*reader_);
  const auto titled = search.best("\"bussen\"", 1, {}, {.title = 50});
  const auto untitled = search.best("\"bussen\"", 1, {}, {.title = 0});
  EXPECT_EQ(reader_->document(titled.at(0).document)->path, "2022.txt");
  EXPECT_EQ(reader_->document(untitled.at(0).document)->path, "2020.txt");
}

TEST_F(Search, LeavesPageFurnitureOut) {
  EXPECT_EQ(found("\"pagina\""), Texts{});
}

TEST_F(Search, LimitsAndPages) {
  const PassageSearch search(*reader_);
  const auto all = search.best("\"bussen\"", 10);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(search.count("\"bussen\""), 4U);
  const auto second = search.best("\"bussen\"", 1, {}, {}, 1);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].passage, all[1].passage);
  EXPECT_TRUE(search.best("\"bussen\"", 0).empty());
}

struct FilterCase {
  const char* name;
  SearchFilter filter;
  std::size_t expected;  // of the passages with "bussen": two of 2020.txt, two of 2022.txt
};
class Filters : public Search, public testing::WithParamInterface<FilterCase> {};
TEST_P(Filters, Narrow) {
  EXPECT_EQ(found("\"bussen\"", GetParam().filter).size(), GetParam().expected);
  EXPECT_EQ(PassageSearch(*reader_).count("\"bussen\"", GetParam().filter), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Each, Filters,
    testing::Values(FilterCase{"none", {}, 4}, FilterCase{"type", {.types = {"brief"}}, 2},
                    FilterCase{"types", {.types = {"brief", "rapport"}}, 4},
                    FilterCase{"other_type", {.types = {"besluit"}}, 0},
                    FilterCase{"from_year", {.first_year = 2021}, 2},
                    FilterCase{"until_year", {.last_year = 2021}, 2},
                    FilterCase{"years", {.first_year = 2020, .last_year = 2022}, 4},
                    FilterCase{"author", {.author = "maes"}, 4},
                    FilterCase{"one_author", {.author = "maessen"}, 2},
                    FilterCase{"document", {.document = 1}, 2},
                    FilterCase{"documents", {.documents = std::vector<DocumentId>{2, 9}}, 2},
                    FilterCase{"no_documents", {.documents = std::vector<DocumentId>{}}, 0},
                    FilterCase{"kind", {.kinds = {PassageKind::text}}, 4},
                    FilterCase{"other_kind", {.kinds = {PassageKind::answer}}, 0},
                    FilterCase{"quote_in_value", {.types = {"' OR 1 = 1 --"}}, 0},
                    FilterCase{"all_together",
                               {.document = 2,
                                .types = {"brief"},
                                .first_year = 2022,
                                .last_year = 2022,
                                .author = "jan",
                                .kinds = {PassageKind::text, PassageKind::table}},
                               2}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(Search, RefusesWhatIsNoQuery) {
  const PassageSearch search(*reader_);
  for (const char* match : {"", "\"", "AND", "\"a\" AND", "niet_een_kolom : \"a\"", "(((("}) {
    EXPECT_THROW(search.best(match, 1), Error) << match;
    EXPECT_THROW(search.count(match), Error) << match;
  }
  EXPECT_EQ(found("\"treinen\"").size(), 1U);  // the reader works on
}

TEST_F(Search, TakesAQueryOfManyTerms) {
  std::string match = "\"treinen\"";
  for (int i = 0; i < 200; ++i) match += " OR \"woord" + std::to_string(i) + "\"";
  EXPECT_EQ(found(match).size(), 1U);
}

// Words that no passage holds together are found in passages beside one another.
TEST_F(Search, FindsWordsTogetherInNeighbours) {
  const PassageSearch search(*reader_);
  const auto texts = [&](std::vector<std::string> words, const std::string& except = "") {
    std::vector<std::string> found;
    const SearchFilter all;
    SearchTask task{"", 10, 0, all};
    task.together = std::move(words);
    task.except = except;
    const SearchFindings findings = search.find(task);
    EXPECT_EQ(findings.total, findings.passages.size());
    for (const RankedPassage& hit : findings.passages) {
      const PassageRecord passage = *reader_->passage(hit.passage);
      found.push_back(passage.text.substr(0, passage.text.find('\n')));
    }
    std::ranges::sort(found);
    return found;
  };
  EXPECT_EQ(texts({"\"nog\"", "\"treinen\""}), (Texts{"Bussen en nog eens bussen", "Treinen rijden later"}));
  EXPECT_EQ(texts({"\"haven\" OR \"nergens\"", "\"nog eens\""}),
            (Texts{"Bussen en nog eens bussen", "De haven kreeg bussen"}));
  EXPECT_EQ(texts({"\"nog\"", "\"treinen\""}, "\"eens\""), Texts{});
  EXPECT_EQ(texts({"\"treinen\"", "\"bus\""}), Texts{});          // in two documents
  EXPECT_EQ(texts({"\"nog\"", "\"nergens\""}), Texts{});          // not there at all
  EXPECT_EQ(texts({"title : \"vervoer\"", "\"nog\""}), Texts{});  // its phrases cannot be told apart
}

TEST_F(Search, CountsDocumentsAndKindsOfFigures) {
  const SearchFilter all;
  SearchTask task{"\"bussen\" OR \"euro\" OR \"bedrag\"", 1, 0, all};
  task.counts = true;
  const SearchFindings findings = PassageSearch(*reader_).find(task);
  std::size_t sum = 0;
  for (const auto& [document, count] : findings.documents) {
    SearchFilter of_one;
    of_one.document = document;
    EXPECT_EQ(PassageSearch(*reader_).count(task.match, of_one), count);
    sum += count;
  }
  EXPECT_EQ(sum, findings.total);
  EXPECT_FALSE(findings.figure_kinds.empty());
  for (const auto& [kind, count] : findings.figure_kinds) {
    SearchFilter with;
    with.with_figure = FigureCondition{FigureCondition::Kind::test, FigureTest{.kind = kind}, {}};
    EXPECT_EQ(PassageSearch(*reader_).count(task.match, with), count);
  }
}

// A reader whose time is over keeps what it has.
TEST_F(Search, SaysThatItIsNotCompleteWhenTimeIsOver) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "w" + std::to_string(i % 7) + "\n";
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(plain_document("lang.txt", text), "/lang"));
    writer.finish();
  }
  const IndexReader reader(file_, kIdentity.fingerprint);
  const SearchFilter all;
  const IndexReader::TimeLimit time(reader, std::chrono::milliseconds(1));
  while (!time.is_over()) {
  }
  const PassageSearch search(reader);
  const SearchTask task{"\"w1\" OR \"w2\"", 10, 0, all};
  const SearchFindings findings = search.find(task);
  EXPECT_FALSE(findings.is_complete);
  EXPECT_LT(findings.total, 40'000U * 2 / 7);
  EXPECT_THROW(search.best(task.match, 10), TimedOut);
}

}  // namespace
}  // namespace vraagbaak::store
