// SPDX-License-Identifier: EUPL-1.2
#include "store/index_writer.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "model/error.h"
#include "store/database.h"
#include "store/index_reader.h"
#include "store/integrity.h"
#include "store/passage_search.h"
#include "store/statement.h"
#include "tests/store/sample_entry.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::store {
namespace {

using Problems = std::vector<std::string>;

class Writing : public testing::Test {
 protected:
  // Rows of every table that holds documents' content.
  std::map<std::string, std::int64_t> row_counts() {
    std::map<std::string, std::int64_t> counts;
    Database database(file_, OpenMode::read_only);
    Statement names(
        database,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'passage_fts%'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT IN ('meta', 'passage_term', 'frequent_term')");
    while (names.step()) {
      const std::string name = names.text(0);
      counts[name] = database.number(("SELECT count(*) FROM " + name).c_str());
    }
    counts["searched passages"] =
        static_cast<std::int64_t>(IndexReader(file_, kIdentity.fingerprint).passage_count());
    return counts;
  }
  std::size_t matches(std::string_view query) {
    const IndexReader reader(file_, kIdentity.fingerprint);
    return PassageSearch(reader).count(query);
  }

  testing_support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "index.db";
};

TEST_F(Writing, ARemovedDocumentLeavesNothingBehind) {
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(plain_document("b.txt", "een tekst\n"), "/b"));
    writer.finish();
  }
  const auto before = row_counts();
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(sample_document("a.txt"), "/a"));
    writer.finish();
  }
  for (const auto& [table, count] : row_counts()) {
    if (table == "failure" || table == "phrase_book") continue;
    EXPECT_GT(count, 0) << table;
  }
  EXPECT_EQ(matches("\"middelen\""), 1U);
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.remove("/a");
    writer.remove("/nowhere");
    writer.finish();
  }
  EXPECT_EQ(row_counts(), before);
  EXPECT_EQ(matches("\"middelen\""), 0U);
  EXPECT_EQ(matches("\"tekst\""), 1U);
  EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
}

TEST_F(Writing, AReplacedDocumentHasTheNewContentOnly) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  writer.put(make_entry(sample_document("a.txt"), "/a"));
  writer.commit();
  writer.put(make_entry(plain_document("a.txt", "nieuwe tekst\n"), "/a"));
  writer.finish();
  EXPECT_EQ(matches("\"middelen\""), 0U);
  EXPECT_EQ(matches("\"nieuwe\""), 1U);
  EXPECT_EQ(writer.counts().documents, 1U);
  EXPECT_EQ(writer.counts().entities, 0U);
  EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
}

TEST_F(Writing, AnEntityLivesAsLongAsADocumentNamesIt) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  writer.put(make_entry(sample_document("a.txt"), "/a"));
  writer.put(make_entry(sample_document("b.txt"), "/b"));
  EXPECT_EQ(writer.counts().entities, 1U);
  writer.remove("/a");
  EXPECT_EQ(writer.counts().entities, 1U);
  writer.remove("/b");
  EXPECT_EQ(writer.counts().entities, 0U);
}

TEST_F(Writing, WhatIsNotCommittedIsAsIfItNeverCame) {
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(plain_document("a.txt", "een\n"), "/a"));
    writer.commit();
    writer.put(make_entry(plain_document("b.txt", "twee\n"), "/b"));
  }
  EXPECT_EQ(inspect_index(file_, kIdentity.fingerprint), IndexState::unfinished);
  IndexWriter writer(file_, kIdentity, sample_terms);
  ASSERT_EQ(writer.files().size(), 1U);
  EXPECT_EQ(writer.files()[0].source, "/a");
  writer.finish();
  EXPECT_EQ(inspect_index(file_, kIdentity.fingerprint), IndexState::ready);
  EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
}

TEST_F(Writing, NothingToWriteLeavesTheFileAlone) {
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(plain_document("a.txt", "een\n"), "/a"));
    writer.finish();
  }
  const std::string before = testing_support::read_all(file_);
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.remove("/nowhere");
    writer.finish();
  }
  EXPECT_EQ(testing_support::read_all(file_), before);
}

TEST_F(Writing, ReadersSeeTheLastCommitWhileABatchIsWritten) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  writer.put(make_entry(plain_document("a.txt", "een\n"), "/a"));
  writer.finish();
  const IndexReader reader(file_, kIdentity.fingerprint);
  EXPECT_EQ(reader.counts().documents, 1U);
  writer.put(make_entry(plain_document("b.txt", "twee\n"), "/b"));
  EXPECT_EQ(reader.counts().documents, 1U);
  writer.finish();  // a reader that has the file open is no obstacle
  EXPECT_EQ(reader.counts().documents, 2U);
}

TEST_F(Writing, AFileThatMovedTakesItsDocumentWithIt) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  const DocumentId id = writer.put(make_entry(plain_document("a.txt", "een\n"), "/old/a"));
  SourceFile now = writer.files().front();
  now.source = "/new/b";
  now.document_path = "b.txt";
  now.mtime_ns = 99;
  EXPECT_EQ(writer.relocate({"/old/a"}, {now}), 0U);
  ASSERT_EQ(writer.files().size(), 1U);
  EXPECT_EQ(writer.files()[0], now);
  writer.finish();
  const IndexReader reader(file_, kIdentity.fingerprint);
  EXPECT_EQ(reader.document(id)->path, "b.txt");
  EXPECT_EQ(reader.document(id)->source, "/new/b");
  EXPECT_FALSE(reader.find_document("a.txt"));
  EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
}

TEST_F(Writing, FilesThatChangedNamesWithEachOther) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  const DocumentId one = writer.put(make_entry(plain_document("a.txt", "een\n"), "/a"));
  const DocumentId two = writer.put(make_entry(plain_document("b.txt", "twee\n"), "/b"));
  std::vector<SourceFile> files = writer.files();
  std::swap(files[0].document, files[1].document);
  EXPECT_EQ(writer.relocate({}, files), 0U);
  writer.finish();
  const IndexReader reader(file_, kIdentity.fingerprint);
  EXPECT_EQ(reader.find_document("a.txt")->id, two);
  EXPECT_EQ(reader.find_document("b.txt")->id, one);
  EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
}

TEST_F(Writing, ADocumentGoesByTheFirstOfItsFilesAndOutWithTheLast) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  const DocumentId id = writer.put(make_entry(plain_document("m.txt", "een\n"), "/m"));
  const SourceFile first = writer.files().front();
  SourceFile later = first;
  later.source = "/z";
  later.document_path = "z.txt";
  SourceFile earlier = first;
  earlier.source = "/a";
  earlier.document_path = "a.txt";
  EXPECT_EQ(writer.relocate({}, {later, earlier}), 0U);
  writer.finish();
  {
    const IndexReader reader(file_, kIdentity.fingerprint);
    EXPECT_EQ(reader.counts().documents, 1U);
    EXPECT_EQ(reader.document(id)->path, "a.txt");
    EXPECT_EQ(reader.documents().front().copies, (std::vector<std::string>{"m.txt", "z.txt"}));
    EXPECT_EQ(reader.find_document("z.txt")->id, id);
    EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
  }
  EXPECT_EQ(writer.remove("/a"), 0U);
  EXPECT_EQ(writer.remove("/m"), 0U);
  EXPECT_EQ(writer.remove("/z"), 1U);
  writer.finish();
  EXPECT_EQ(writer.counts().documents, 0U);
  EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
}

TEST_F(Writing, ATitleThatIsTheFilesNameFollowsIt) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  Metadata metadata;
  metadata.title = "bruggen";
  IndexEntry entry = make_entry(plain_document("bruggen.csv", "een\ntwee\n", metadata), "/in/bruggen.csv");
  entry.titled_by_name = true;
  const DocumentId id = writer.put(std::move(entry));
  SourceFile now = writer.files().front();
  now.source = "/in/wegen.csv";
  now.document_path = "wegen.csv";
  writer.relocate({"/in/bruggen.csv"}, {now});
  writer.finish();
  EXPECT_EQ(IndexReader(file_, kIdentity.fingerprint).document(id)->metadata.title, "wegen");
  EXPECT_EQ(matches("title : \"bruggen\""), 0U);
  EXPECT_EQ(matches("title : \"wegen\""), 2U);
  EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
}

TEST_F(Writing, FailuresAreKeptUntilTheyAreNoMore) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  const FileFailure whole{"/a", "", "a.pdf", "is damaged: fetch it again", 9, 17, "text"};
  const FileFailure part{"/b", "c.pdf", "b.zip", "is damaged: fetch it again", 9, 17, "text"};
  writer.note_failures("/a", {whole});
  writer.note_failures("/b", {part});
  writer.finish();
  EXPECT_EQ(writer.failures(), (std::vector<FileFailure>{whole, part}));
  writer.note_failures("/a", {});
  EXPECT_EQ(writer.failures(), (std::vector<FileFailure>{part}));
}

TEST_F(Writing, TwoDocumentsCannotShareAPath) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  writer.put(make_entry(plain_document("a.txt", "een\n"), "/a"));
  EXPECT_THROW(writer.put(make_entry(plain_document("a.txt", "twee\n"), "/b")), Error);
}

TEST_F(Writing, DegenerateDocuments) {
  Document empty = plain_document("leeg.txt", "");
  Document odd = plain_document("vreemd.txt", "tekst\n");
  Figure beyond;
  beyond.span = {100, 120};  // not in the text: left out
  odd.figures = {beyond};
  odd.pairs = {{"1", kNone, 0}, {"1", 0, kNone}};
  IndexWriter writer(file_, kIdentity, sample_terms);
  writer.put(make_entry(std::move(empty), "/leeg"));
  writer.put(make_entry(std::move(odd), "/vreemd"));
  writer.finish();
  EXPECT_EQ(writer.counts().documents, 2U);
  EXPECT_EQ(writer.counts().figures, 0U);
  EXPECT_EQ(check_integrity(file_, sample_terms), Problems{});
  const IndexReader reader(file_, kIdentity.fingerprint);
  EXPECT_TRUE(reader.pairs(2).empty());
  EXPECT_EQ(reader.document_text(1), "");
}

TEST(HeadingPaths, StayShortHoweverDeepTheTextNests) {
  Document document;
  document.sections.push_back({kNone, SectionKind::document, "", "", {}});
  for (std::size_t i = 0; i < 5000; ++i)
    document.sections.push_back({i, SectionKind::heading, "", "kop", {}});
  const auto paths = heading_paths(document);
  EXPECT_EQ(paths[2], "kop > kop");
  EXPECT_LT(paths.back().size(), 700U);
}

}  // namespace
}  // namespace vraagbaak::store
