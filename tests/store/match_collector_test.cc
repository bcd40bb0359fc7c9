// SPDX-License-Identifier: EUPL-1.2
// Scores are FTS5's own: the same passages in a plain FTS5 table, ranked by its bm25(), give the same.
#include "store/match_collector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/fts_tokenizer.h"
#include "store/index_writer.h"
#include "store/integrity.h"
#include "store/statement.h"
#include "tests/store/sample_entry.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::store {
namespace {

constexpr SearchWeights kWeights = {.title = 0.3, .heading = 0.7, .body = 1.0};

// An index of random words that is changed as it goes, and FTS5 beside it.
class Ranking : public testing::Test {
 protected:
  std::string word() {
    // Some words in nearly every passage, most in few.
    std::exponential_distribution<double> rank(0.12);
    return "w" + std::to_string(std::min(static_cast<int>(rank(random_)), 60)) + (chance(4) ? "en" : "");
  }
  bool chance(int one_in) { return std::uniform_int_distribution<int>(1, one_in)(random_) == 1; }
  int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + word();
    return text;
  }

  void put(IndexWriter& writer, int document) {
    std::string text;
    for (int lines = number(1, 60); lines > 0; --lines) text += words(number(1, 14)) + "\n";
    const std::string path = std::to_string(document) + ".txt";
    writer.put(make_entry(plain_document(path, text, {words(number(0, 4)), "", "", "", "", std::nullopt}),
                          "/" + path));
  }

  void build(int documents) {
    IndexWriter writer(file_, kIdentity, sample_terms);
    for (int i = 0; i < documents; ++i) put(writer, i);
    writer.finish();
  }

  void change(int documents) {
    IndexWriter writer(file_, kIdentity, sample_terms);
    for (int i = number(1, 12); i > 0; --i) {
      const int document = number(0, documents + 3);
      if (chance(2)) {
        put(writer, document);
      } else {
        writer.remove("/" + std::to_string(document) + ".txt");
      }
      if (chance(3)) writer.commit();
    }
    writer.finish();
  }

  std::string query() {
    const auto quoted = [](const std::string& text) { return '"' + text + '"'; };
    const auto leaf = [&] {
      std::string term = word();
      if (chance(3) && term.ends_with("en")) term = "~" + term.substr(0, term.size() - 2);
      switch (number(0, 9)) {
        case 0:
          return quoted(words(2));
        case 1:
          return quoted(words(3));
        case 2:
          return quoted(term.substr(0, 2)) + "*";
        case 3:
          return "NEAR(" + quoted(word()) + " " + quoted(word()) + ", 3)";
        case 4:
          return "{title} : (" + quoted(term) + ")";
        default:
          return quoted(term);
      }
    };
    std::string text = leaf();
    for (int more = number(0, 3); more > 0; --more) {
      const char* const operators[] = {" AND ", " OR ", " OR ", " NOT "};
      text = "(" + text + operators[number(0, 3)] + leaf() + ")";
    }
    return text;
  }

  // The same passages, in a table of FTS5's with lengths of its own.
  void copy_to_peer() {
    peer_ = std::make_unique<Database>(":memory:", OpenMode::create);
    peer_->run(
        "CREATE VIRTUAL TABLE peer USING fts5(body, heading, title, content = '', tokenize = 'vraagbaak')");
    Database index(file_, OpenMode::read_only);
    Statement rows(index, "SELECT id, title, heading, body FROM passage_index");
    Statement in(*peer_, "INSERT INTO peer(rowid, title, heading, body) VALUES(?, '0', '1', '2')");
    while (rows.step()) {
      const TermList title = sample_terms(rows.view(1));
      const TermList heading = sample_terms(rows.view(2));
      const TermList body = sample_terms(rows.view(3));
      peer_->feed().set(title, heading, body);
      in.execute(rows.number(0));
    }
  }

  std::map<PassageId, double> scores_of_peer(const std::string& match) {
    Statement rows(*peer_, "SELECT rowid, bm25(peer, 1.0, 0.7, 0.3) FROM peer WHERE peer MATCH ?");
    rows.bind_all(match);
    std::map<PassageId, double> scores;
    while (rows.step()) scores.emplace(rows.number(0), -rows.real(1));
    return scores;
  }

  void compare(int queries) {
    copy_to_peer();
    const IndexReader reader(file_, kIdentity.fingerprint);
    const PassageSearch search(reader);
    Database index(file_, OpenMode::read_only);
    Statement terms(index, "SELECT term, doc FROM passage_term");
    while (terms.step()) ASSERT_EQ(reader.document_frequency(terms.view(0)), terms.size(1)) << terms.view(0);
    ASSERT_EQ(reader.document_frequency("w"), 0U);  // begins many
    for (int i = 0; i < queries; ++i) {
      const std::string match = query();
      const std::map<PassageId, double> expected = scores_of_peer(match);
      const SearchFindings all = search.find({match, 100'000, 0, {}, kWeights});
      ASSERT_EQ(all.total, expected.size()) << match;
      ASSERT_EQ(all.passages.size(), expected.size()) << match;
      for (std::size_t at = 0; at < all.passages.size(); ++at) {
        const RankedPassage& passage = all.passages[at];
        ASSERT_TRUE(expected.contains(passage.passage)) << match;
        ASSERT_NEAR(passage.score, expected.at(passage.passage), 1e-9) << match;
        if (at == 0) continue;
        const RankedPassage& before = all.passages[at - 1];
        ASSERT_TRUE(before.score > passage.score ||
                    (before.score == passage.score && before.passage < passage.passage))
            << match;
      }
      // Some in the middle are those in the middle of all, also when counts are remembered.
      const auto offset = static_cast<std::size_t>(number(0, 20));
      const auto some = search.best(match, 7, {}, kWeights, offset);
      for (std::size_t at = 0; at < some.size(); ++at) {
        ASSERT_EQ(some[at].passage, all.passages[offset + at].passage) << match;
        ASSERT_EQ(some[at].score, all.passages[offset + at].score) << match;
      }
    }
  }

  testing_support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "index.db";
  std::unique_ptr<Database> peer_;
  std::mt19937 random_{20'261'128};
};

TEST_F(Ranking, GivesFts5sOwnScores) {
  for (const int documents : {0, 1, 3, 20}) {
    std::filesystem::remove(file_);
    build(documents);
    compare(60);
    if (HasFatalFailure()) return;
  }
}

TEST_F(Ranking, GivesThemAfterChangesToo) {
  constexpr int kDocuments = 50;  // more passages than a frequent term stands in
  build(kDocuments);
  for (int round = 0; round < 12; ++round) {
    change(kDocuments);
    compare(25);
    if (HasFatalFailure()) return;
    const auto problems = check_integrity(file_, sample_terms);
    ASSERT_TRUE(problems.empty()) << problems.front();
  }
  Database index(file_, OpenMode::read_only);
  EXPECT_GT(index.number("SELECT count(*) FROM frequent_term"), 0);
}

// Its list takes many pages of FTS5's, and only some of them hold what the other words want. Asked again it
// is read as a whole.
TEST_F(Ranking, PassesOverPagesOfACommonWord) {
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    for (int document = 0; document < 25; ++document) {
      std::string text;
      for (int line = 0; line < 500; ++line) {
        text += chance(12) ? words(2) : "overal " + words(number(0, 2));
        if (chance(900)) text += " zeldzaam";
        if (chance(600)) text += " zelden overal";
        text += "\n";
      }
      const std::string path = std::to_string(document) + ".txt";
      writer.put(make_entry(plain_document(path, text), "/" + path));
    }
    writer.finish();
  }
  copy_to_peer();
  for (const std::string match :
       {R"("zeldzaam" AND "overal")", R"("overal" AND ("zeldzaam" OR "zelden"))", R"("zelden overal")",
        R"("overal" AND "zelden" AND ("w0" OR "w1" OR "w2"))"}) {
    const IndexReader reader(file_, kIdentity.fingerprint);
    const PassageSearch search(reader);
    const std::map<PassageId, double> expected = scores_of_peer(match);
    ASSERT_GT(expected.size(), 0U) << match;
    for (int time = 0; time < 3; ++time) {
      const auto found = search.best(match, 100'000, {}, kWeights);
      ASSERT_EQ(found.size(), expected.size()) << match;
      for (const RankedPassage& passage : found)
        ASSERT_NEAR(passage.score, expected.at(passage.passage), 1e-9) << match;
    }
  }
}

TEST_F(Ranking, KnowsATermThatBecameFrequent) {
  build(2);
  {
    Database index(file_, OpenMode::read_only);
    EXPECT_EQ(index.number("SELECT count(*) FROM frequent_term"), 0);
  }
  IndexWriter writer(file_, kIdentity, sample_terms);
  for (int i = 10; i < 60; ++i) put(writer, i);
  writer.finish();
  {
    Database index(file_, OpenMode::read_only);
    EXPECT_GT(index.number("SELECT count(*) FROM frequent_term"), 0);
  }
  compare(25);
}

TEST_F(Ranking, NoticesAnotherRunsChanges) {
  build(5);
  const IndexReader reader(file_, kIdentity.fingerprint);
  const PassageSearch search(reader);
  EXPECT_EQ(search.count("\"nieuw\""), 0U);
  EXPECT_FALSE(search.best("\"w1\"", 5).empty());
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.stay_in_wal();
    writer.put(make_entry(plain_document("n.txt", "nieuw w1\n"), "/n.txt"));
    writer.finish();
  }
  copy_to_peer();
  for (const std::string match : {"\"nieuw\"", "\"w1\" OR \"nieuw\""}) {
    const auto expected = scores_of_peer(match);
    const auto found = search.best(match, 1000, {}, kWeights);
    ASSERT_EQ(found.size(), expected.size());
    for (const RankedPassage& passage : found) EXPECT_NEAR(passage.score, expected.at(passage.passage), 1e-9);
  }
}

}  // namespace
}  // namespace vraagbaak::store
