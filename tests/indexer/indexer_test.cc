// SPDX-License-Identifier: EUPL-1.2
#include "indexer/indexer.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <vector>

#include "indexer/build_target.h"
#include "indexer/entry_builder.h"
#include "model/error.h"
#include "store/index_reader.h"
#include "tests/indexer/index_dump.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::indexer {
namespace {

class Indexing : public testing::Test {
 protected:
  Indexing() {
    for (int i = 0; i < 5; ++i) folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i));
  }
  IndexSummary index(const IndexOptions& options = {}) {
    return index_paths({in_}, db_, dictionaries(), options);
  }
  // Files changed long ago: their times can be trusted.
  void age_files() {
    const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(in_)) {
      if (entry.is_regular_file()) std::filesystem::last_write_time(entry.path(), long_ago);
    }
  }
  std::string failure(const std::vector<std::filesystem::path>& paths) {
    try {
      index_paths(paths, db_, dictionaries());
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  }
  std::string text_of(const std::string& path) {
    const store::IndexReader reader(db_, EntryBuilder(dictionaries()).identity().fingerprint);
    const auto document = reader.find_document(path);
    return document ? reader.document_text(document->id) : "";
  }

  testing_support::TempFolder folder_;
  std::filesystem::path in_ = folder_ / "in";
  std::filesystem::path db_ = folder_ / "index.db";
};

#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

TEST_F(Indexing, TheFirstRunAddsEverythingAndTheTextsAreTheFiles) {
  const IndexSummary summary = index();
  EXPECT_EQ(summary.added, 5U);
  EXPECT_EQ(summary.totals.documents, 5U);
  EXPECT_GT(summary.totals.passages, 5U);
  EXPECT_GT(summary.totals.entities, 0U);
  EXPECT_TRUE(summary.failed.empty());
  EXPECT_GT(summary.seconds, 0);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(text_of(std::to_string(i) + ".txt"), sample_text(i));
  EXPECT_EQ(damage_of(db_), "");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "index.db.building"));
}

TEST_F(Indexing, ASecondRunFindsNothingToDoAndWritesNothing) {
  age_files();
  index();
  const std::string before = testing_support::read_all(db_);
  const IndexSummary summary = index();
  EXPECT_EQ(summary.unchanged, 5U);
  EXPECT_EQ(summary.added + summary.updated + summary.removed, 0U);
  EXPECT_EQ(summary.bytes_read, 0U);
  EXPECT_EQ(testing_support::read_all(db_), before);
}

TEST_F(Indexing, AFileThatOnlyLooksNewerIsUnchanged) {
  age_files();
  index();
  folder_.write("in/0.txt", sample_text(0));  // the same content, a new time
  EXPECT_EQ(index().unchanged, 5U);
  EXPECT_EQ(damage_of(db_), "");
}

TEST_F(Indexing, AChangeWithinTheGrainOfTheClockIsSeen) {
  std::string text = sample_text(0);
  index();
  const auto time = std::filesystem::last_write_time(in_ / "0.txt");
  text[text.size() - 2] = '!';
  folder_.write("in/0.txt", text);
  std::filesystem::last_write_time(in_ / "0.txt", time);  // as a coarse clock would give it
  EXPECT_EQ(index().updated, 1U);
  EXPECT_EQ(text_of("0.txt"), text);
}

TEST_F(Indexing, NewChangedAndGoneFiles) {
  age_files();
  index();
  folder_.write("in/0.txt", sample_text(70));
  folder_.write("in/sub/9.txt", sample_text(9));
  std::filesystem::remove(in_ / "1.txt");
  const IndexSummary summary = index();
  EXPECT_EQ(summary.updated, 1U);
  EXPECT_EQ(summary.added, 1U);
  EXPECT_EQ(summary.removed, 1U);
  EXPECT_EQ(summary.unchanged, 3U);
  EXPECT_EQ(damage_of(db_), "");

  const std::string patched = dump_index(db_);
  std::filesystem::remove(db_);
  index();
  EXPECT_EQ(dump_index(db_), patched);  // no trace of how it came about
}

TEST_F(Indexing, OneBadFileIsReportedAndStopsNothing) {
  folder_.write("in/0a-leeg.txt", "");
  folder_.write("in/0b-beeld.txt", std::string("\x89PNG\r\n\x1A\n\0\0", 10));
  folder_.write("in/0c-binair.txt", std::string("a\0b", 3));
  folder_.write("in/0d-nota.pdf", "%PDF-1.4");
  std::filesystem::create_symlink(folder_ / "nergens", in_ / "0e-kapot.txt");
  const IndexSummary summary = index();
  EXPECT_EQ(summary.added, 5U);
  ASSERT_EQ(summary.failed.size(), 5U);
  for (const FailedFile& failed : summary.failed) EXPECT_FALSE(failed.error.empty()) << failed.path;
  EXPECT_EQ(summary.failed[1].path, (in_ / "0a-leeg.txt").string());
  EXPECT_HAS(summary.failed[4].error, "PDF");
  EXPECT_EQ(index().failed.size(), 5U);  // told again each time
}

TEST_F(Indexing, ADocumentWhoseFileTurnsBinaryGoesOut) {
  age_files();
  index();
  folder_.write("in/0.txt", std::string("a\0b", 3));
  const IndexSummary summary = index();
  EXPECT_EQ(summary.removed, 1U);
  EXPECT_EQ(summary.failed.size(), 1U);
  EXPECT_EQ(summary.totals.documents, 4U);
}

TEST_F(Indexing, OtherFoldersStayInTheIndex) {
  folder_.write("elders/x.txt", sample_text(40));
  index();
  index_paths({folder_ / "elders"}, db_, dictionaries());
  EXPECT_EQ(index().totals.documents, 6U);
  EXPECT_EQ(text_of("x.txt"), sample_text(40));
}

TEST_F(Indexing, ARebuildKeepsOtherFolders) {
  folder_.write("elders/x.txt", sample_text(40));
  index();
  index_paths({folder_ / "elders"}, db_, dictionaries());
  store::Database(db_, store::OpenMode::read_write).run("PRAGMA user_version = 999");
  EXPECT_THROW(store::IndexReader(db_, EntryBuilder(dictionaries()).identity().fingerprint), Error);
  const IndexSummary summary = index();
  EXPECT_EQ(summary.added, 6U);
  EXPECT_EQ(text_of("x.txt"), sample_text(40));
  EXPECT_EQ(damage_of(db_), "");
}

TEST_F(Indexing, MovedFolder) {
  age_files();
  index();
  std::filesystem::rename(in_, folder_ / "verhuisd");
  const IndexSummary summary = index_paths({folder_ / "verhuisd"}, db_, dictionaries());
  EXPECT_EQ(summary.unchanged, 5U);
  EXPECT_EQ(summary.totals.documents, 5U);
  EXPECT_EQ(index_paths({folder_ / "verhuisd"}, db_, dictionaries()).unchanged, 5U);
}

TEST_F(Indexing, AFolderWithoutDocumentsGivesAnEmptyIndex) {
  std::filesystem::create_directory(folder_ / "leeg");
  const IndexSummary summary = index_paths({folder_ / "leeg"}, db_, dictionaries());
  EXPECT_EQ(summary.totals.documents, 0U);
  EXPECT_EQ(damage_of(db_), "");
}

TEST_F(Indexing, RefusesWhatItMustNotTouch) {
  EXPECT_HAS(failure({folder_ / "nergens"}), "no such file or folder");
  EXPECT_FALSE(std::filesystem::exists(db_));

  folder_.write("index.db", "Dit is geen index maar een brief.");
  EXPECT_HAS(failure({in_}), "not a Vraagbaak index");
  EXPECT_EQ(testing_support::read_all(db_), "Dit is geen index maar een brief.");

  std::filesystem::remove(db_);
  store::Database(db_, store::OpenMode::create).run("CREATE TABLE mine(a)");
  const std::string other = testing_support::read_all(db_);
  EXPECT_HAS(failure({in_}), "not a Vraagbaak index");
  EXPECT_EQ(testing_support::read_all(db_), other);

  db_ = folder_ / "geen/map/index.db";
  EXPECT_HAS(failure({in_}), "geen/map/index.db");
}

TEST_F(Indexing, ASecondRunAtTheSameTimeIsTurnedAway) {
  const store::IndexIdentity identity = EntryBuilder(dictionaries()).identity();
  {
    const BuildTarget first(db_, identity);  // a first build
    EXPECT_HAS(failure({in_}), "in use by another run");
  }
  index();
  {
    const BuildTarget first(db_, identity);  // an update
    EXPECT_HAS(failure({in_}), "in use by another run");
  }
  EXPECT_EQ(failure({in_}), "");
}

TEST_F(Indexing, TheResultDoesNotDependOnTheThreads) {
  for (int i = 10; i < 60; ++i) folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i));
  index({.threads = 1, .progress = {}});
  const std::string alone = testing_support::read_all(db_);
  const std::string told = dump_index(db_);
  std::filesystem::remove(db_);
  index({.threads = 4, .batch_bytes = 3000, .waiting_bytes = 100, .progress = {}});
  EXPECT_EQ(dump_index(db_), told);
}

TEST_F(Indexing, TellsHowFarItIs) {
  std::vector<IndexProgress> seen;
  index({.progress = [&](const IndexProgress& progress) { seen.push_back(progress); }});
  ASSERT_GE(seen.size(), 4U);
  EXPECT_EQ(seen.front().stage, IndexProgress::Stage::scanning);
  EXPECT_EQ(seen.back().stage, IndexProgress::Stage::finishing);
  const IndexProgress& last = seen[seen.size() - 2];
  EXPECT_EQ(last.files_done, 5U);
  EXPECT_EQ(last.files_total, 5U);
  EXPECT_EQ(last.bytes_done, last.bytes_total);
  EXPECT_GT(last.bytes_per_second, 0);
  EXPECT_EQ(last.seconds_left, 0);
}

// A limit on the size of files is the nearest a test comes to a full disk.
TEST_F(Indexing, AFullDiskGivesAClearErrorAndTheNextRunGoesOn) {
  for (int i = 10; i < 200; ++i) folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i));
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const rlimit limit{400'000, 400'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const std::string said = failure({in_});
    const bool clear =
        said.find(db_.string()) != std::string::npos && said.find("space") != std::string::npos;
    ::_exit(clear ? 7 : said.empty() ? 8 : 9);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 7);
  EXPECT_FALSE(std::filesystem::exists(db_));  // never a half index
  EXPECT_EQ(index().totals.documents, 195U);
  EXPECT_EQ(damage_of(db_), "");
}

// French words are found as they stand; what Dutch would make of them is not in the index.
TEST_F(Indexing, FrenchHasItsWordsAndNoDutchForms) {
  const std::string french =  // a title of its own: titles are read as Dutch
      "Nota 7\n\nLe ministre a répondu à la question sur les restaurants et leur budget de fonctionnement "
      "dans la "
      "ville.\n";
  folder_.write("in/frans.txt", french);
  folder_.write("in/nederlands.txt",
                "De minister bezocht de cafetaria's en de winkels van de stad, en gaf steun.\n");
  index();
  {
    const store::IndexReader reader(db_, EntryBuilder(dictionaries()).identity().fingerprint);
    EXPECT_EQ(reader.document_frequency("restaurants"), 1U);
    EXPECT_EQ(reader.document_frequency("~restaurant"), 0U);
    EXPECT_EQ(reader.document_frequency("winkels"), 1U);
    EXPECT_EQ(reader.document_frequency("~winkel"), 1U);
  }
  EXPECT_EQ(damage_of(db_), "");
  folder_.write("in/frans.txt", french + "Il a ajouté que les restaurants de la ville sont fermés.\n");
  index();
  EXPECT_EQ(damage_of(db_), "");
  std::filesystem::remove(in_ / "frans.txt");
  index();
  const store::IndexReader reader(db_, EntryBuilder(dictionaries()).identity().fingerprint);
  EXPECT_EQ(reader.document_frequency("restaurants"), 0U);
  EXPECT_EQ(damage_of(db_), "");
}

}  // namespace
}  // namespace vraagbaak::indexer
