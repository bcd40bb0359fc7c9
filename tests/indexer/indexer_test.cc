// SPDX-License-Identifier: EUPL-1.2
#include "indexer/indexer.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/build_target.h"
#include "indexer/entry_builder.h"
#include "model/error.h"
#include "store/index_reader.h"
#include "store/index_status.h"
#include "store/passage_search.h"
#include "tests/indexer/index_dump.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zip_builder.h"

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

  std::optional<store::DocumentId> id_of(const std::string& path) {
    const store::IndexReader reader(db_, EntryBuilder(dictionaries()).identity().fingerprint);
    const auto document = reader.find_document(path);
    return document ? std::optional(document->id) : std::nullopt;
  }
  std::size_t failures_in_index() { return store::read_status(db_, std::chrono::seconds(5)).failures.size(); }
  void expect_as_built_anew() {
    EXPECT_EQ(damage_of(db_), "");
    const std::filesystem::path anew = folder_ / "anew.db";
    index_paths({in_}, anew, dictionaries());
    EXPECT_EQ(dump_index(db_), dump_index(anew));
    std::filesystem::remove(anew);
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

TEST_F(Indexing, AFolderLearnsItsPhrasesAndKeepsThemThroughUpdates) {
  for (int i = 0; i < 300; ++i) {
    std::string text = sample_text(i % 5);
    for (int line = 0; text.size() < 8000; ++line) {
      text += "De minister antwoordde in dossier " + std::to_string(i * 1000 + line) +
              " dat het agentschap de aanvraag heeft goedgekeurd.\n";
    }
    folder_.write("in/lijst/" + std::to_string(i) + ".txt", text);
  }
  index();
  const auto book = [this] {
    return store::IndexWriter(db_, EntryBuilder(dictionaries()).identity(), {}).phrases();
  };
  const auto learnt = book();
  ASSERT_NE(learnt, nullptr);
  EXPECT_EQ(text_of("lijst/7.txt"), testing_support::read_all(in_ / "lijst/7.txt"));
  folder_.write("in/lijst/7.txt",
                "De minister antwoordde dat het agentschap 12 aanvragen heeft goedgekeurd.\n");
  index();
  EXPECT_EQ(text_of("lijst/7.txt"), testing_support::read_all(in_ / "lijst/7.txt"));
  EXPECT_EQ(book()->bytes(), learnt->bytes());
  expect_as_built_anew();
}

TEST_F(Indexing, ASecondRunFindsNothingToDo) {
  age_files();
  index();
  const std::string before = dump_index(db_);
  const auto size = std::filesystem::file_size(db_);
  const IndexSummary summary = index();
  EXPECT_EQ(summary.unchanged, 5U);
  EXPECT_EQ(summary.added + summary.updated + summary.removed, 0U);
  EXPECT_EQ(summary.bytes_read, 0U);
  EXPECT_EQ(dump_index(db_), before);
  EXPECT_EQ(std::filesystem::file_size(db_), size);
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

TEST_F(Indexing, ARenamedFileKeepsItsDocument) {
  index();
  const auto id = id_of("1.txt");
  std::filesystem::create_directory(in_ / "sub");
  std::filesystem::rename(in_ / "1.txt", in_ / "sub/een.txt");
  const IndexSummary summary = index();
  EXPECT_EQ(summary.renamed, 1U);
  EXPECT_EQ(summary.unchanged, 5U);
  EXPECT_EQ(summary.added + summary.removed + summary.updated, 0U);
  EXPECT_EQ(summary.bytes_read, 0U);  // not analysed
  EXPECT_EQ(id_of("sub/een.txt"), id);
  EXPECT_FALSE(id_of("1.txt"));
  expect_as_built_anew();
}

TEST_F(Indexing, AnOldNameMayBeUsedAgainAtOnce) {
  index();
  const auto id = id_of("1.txt");
  std::filesystem::rename(in_ / "1.txt", in_ / "1.oud.txt");
  folder_.write("in/1.txt", sample_text(77));
  const IndexSummary summary = index();
  EXPECT_EQ(summary.renamed, 1U);
  EXPECT_EQ(summary.added, 1U);
  EXPECT_EQ(id_of("1.oud.txt"), id);
  EXPECT_EQ(text_of("1.txt"), sample_text(77));
  expect_as_built_anew();
}

TEST_F(Indexing, FilesMayChangeNamesWithEachOther) {
  index();
  const auto one = id_of("1.txt");
  const auto two = id_of("2.txt");
  std::filesystem::rename(in_ / "1.txt", in_ / "x");
  std::filesystem::rename(in_ / "2.txt", in_ / "1.txt");
  std::filesystem::rename(in_ / "x", in_ / "2.txt");
  EXPECT_EQ(index().bytes_read, 0U);
  EXPECT_EQ(id_of("1.txt"), two);
  EXPECT_EQ(id_of("2.txt"), one);
  expect_as_built_anew();
}

TEST_F(Indexing, TheSameDocumentTwiceIsIndexedOnceWithBothPaths) {
  folder_.write("in/kopie/3.txt", sample_text(3));
  const IndexSummary first = index();
  EXPECT_EQ(first.added, 5U);
  EXPECT_EQ(first.duplicates, 1U);
  EXPECT_EQ(first.totals.documents, 5U);
  const auto id = id_of("3.txt");
  EXPECT_EQ(id_of("kopie/3.txt"), id);
  const IndexSummary second = index();
  EXPECT_EQ(second.unchanged, 5U);
  EXPECT_EQ(second.duplicates, 1U);

  std::filesystem::remove(in_ / "3.txt");  // the document stays, under its other path
  const IndexSummary third = index();
  EXPECT_EQ(third.removed, 0U);
  EXPECT_EQ(third.totals.documents, 5U);
  EXPECT_EQ(id_of("kopie/3.txt"), id);
  EXPECT_FALSE(id_of("3.txt"));
  expect_as_built_anew();
}

TEST_F(Indexing, ACopyThatChangesIsADocumentOfItsOwn) {
  folder_.write("in/kopie.txt", sample_text(3));
  index();
  const auto id = id_of("kopie.txt");
  folder_.write("in/3.txt", sample_text(80));
  const IndexSummary summary = index();
  EXPECT_EQ(summary.totals.documents, 6U);
  EXPECT_EQ(id_of("kopie.txt"), id);
  EXPECT_EQ(text_of("3.txt"), sample_text(80));
  folder_.write("in/3.txt", sample_text(4));  // and now it is a copy of another
  EXPECT_EQ(index().totals.documents, 5U);
  expect_as_built_anew();
}

TEST_F(Indexing, ManyCopiesOnManyThreadsAreOneDocument) {
  for (int i = 0; i < 60; ++i) folder_.write("in/kopie/" + std::to_string(i) + ".txt", sample_text(3));
  const IndexSummary summary = index({.threads = 4, .waiting_bytes = 2000, .progress = {}});
  EXPECT_EQ(summary.totals.documents, 5U);
  EXPECT_EQ(summary.duplicates, 60U);
  EXPECT_EQ(damage_of(db_), "");
}

TEST_F(Indexing, WhatTheNameSaysOfReadingCounts) {
  folder_.write("in/a.md", "# Steun\n\nDe minister gaf 1200 euro.\n");
  folder_.write("in/a.txt", "# Steun\n\nDe minister gaf 1200 euro.\n");
  EXPECT_EQ(index().totals.documents, 7U);  // a .txt is read as it stands
  folder_.write("in/bruggen.csv", "naam;bedrag\nGent;1200\nAalst;1300\n");
  index();
  const auto id = id_of("bruggen.csv");
  std::filesystem::rename(in_ / "bruggen.csv", in_ / "wegen.csv");
  EXPECT_EQ(index().renamed, 1U);
  EXPECT_EQ(id_of("wegen.csv"), id);
  expect_as_built_anew();  // a file of records has its name for a title
}

// Whatever is done to a folder, the index is as if it had been built from what is there now.
TEST_F(Indexing, NothingTellsHowTheFolderCameAbout) {
  std::mt19937 random(8);
  const auto some_file = [&](const std::string& ending) {
    const std::string folder = random() % 3 == 0 ? "sub" + std::to_string(random() % 2) + "/" : "";
    return in_ / (folder + std::to_string(random() % 8) + ending);
  };
  const std::vector<std::string> endings = {".txt", ".md", ".pdf"};
  for (int round = 0; round < 25; ++round) {
    for (std::size_t step = 1 + random() % 5; step > 0; --step) {
      const std::filesystem::path from = some_file(endings[random() % endings.size()]);
      const std::filesystem::path to = some_file(endings[random() % endings.size()]);
      std::filesystem::create_directories(to.parent_path());
      std::error_code nothing_there;
      switch (random() % 5) {
        case 0:
          std::filesystem::remove(from);
          break;
        case 1:
          std::filesystem::rename(from, to, nothing_there);
          break;
        case 2:
          std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing,
                                     nothing_there);
          break;
        default: {
          const int number = static_cast<int>(random() % 6);
          std::ofstream(to) << (number == 0 ? "%PDF-1.4" : sample_text(number));
        }
      }
    }
    index();
    expect_as_built_anew();
    if (HasFailure()) return;
  }
}

TEST_F(Indexing, WhatFailedIsKeptAndToldAgainWithoutBeingRead) {
  folder_.write("in/a.pdf", "%PDF-1.4 kapot");
  folder_.write("in/b.pdf", "%PDF-1.4 kapot");  // the same
  folder_.write("in/map/goed.zip",
                testing_support::build_zip({{"c.txt", sample_text(50)}, {"d.pdf", "%PDF-1.4"}}));
  ASSERT_EQ(::mkfifo((in_ / "pijp").c_str(), 0600), 0);
  age_files();
  const auto run = [&] {
    std::vector<std::string> told;
    IndexOptions options;
    options.event = [&](const FileEvent& event) {
      if (event.kind == FileEvent::Kind::failed) told.push_back(event.path);
    };
    IndexSummary summary = index(options);
    return std::pair(std::move(summary), std::move(told));
  };
  const auto [first, told_first] = run();
  ASSERT_EQ(first.failed.size(), 4U);
  EXPECT_EQ(told_first.size(), 4U);
  EXPECT_EQ(first.failed[0].path, (in_ / "a.pdf").string());
  EXPECT_EQ(first.failed[2].path, (in_ / "map/goed.zip/d.pdf").string());
  EXPECT_EQ(first.failed[3].path, (in_ / "pijp").string());
  EXPECT_EQ(first.failed[0].error, first.failed[1].error);
  const auto [second, told_second] = run();
  EXPECT_EQ(second.failed, first.failed);
  EXPECT_TRUE(told_second.empty());
  EXPECT_EQ(failures_in_index(), 4U);

  std::filesystem::rename(in_ / "map", in_ / "mappen");
  std::filesystem::remove(in_ / "pijp");
  folder_.write("in/a.pdf", sample_text(60));
  EXPECT_EQ(index().failed.size(), 2U);
  EXPECT_EQ(failures_in_index(), 2U);
  std::filesystem::remove(in_ / "b.pdf");
  std::filesystem::remove_all(in_ / "mappen");
  index();
  EXPECT_EQ(failures_in_index(), 0U);
}

TEST_F(Indexing, WhatIsOutOfReachForNowStays) {
  index();
  std::filesystem::rename(in_ / "2.txt", folder_ / "opzij");
  std::filesystem::create_symlink("2.txt", in_ / "2.txt");  // a ring: the system cannot follow it
  const IndexSummary summary = index();
  EXPECT_EQ(summary.failed.size(), 1U);
  EXPECT_EQ(summary.totals.documents, 5U);
  EXPECT_EQ(text_of("2.txt"), sample_text(2));
  std::filesystem::remove(in_ / "2.txt");
  std::filesystem::rename(folder_ / "opzij", in_ / "2.txt");
  EXPECT_TRUE(index().failed.empty());
  EXPECT_EQ(failures_in_index(), 0U);
}

TEST_F(Indexing, WhatTheFilterKeepsOutGoesOut) {
  folder_.write("in/sub/9.txt", sample_text(9));
  index();
  IndexOptions options;
  options.filter = PathFilter::make({}, {"sub/", "[01].txt"}).value();
  const IndexSummary summary = index(options);
  EXPECT_EQ(summary.removed, 3U);
  EXPECT_EQ(summary.totals.documents, 3U);
  EXPECT_EQ(index().added, 3U);
}

TEST_F(Indexing, AStoppedRunKeepsWhatItHasAndTheNextGoesOn) {
  for (int i = 10; i < 40; ++i) folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i));
  age_files();
  const auto stop_after = [&](int documents) {
    IndexOptions options;
    options.threads = 2;
    std::atomic<int> left = documents;
    options.event = [&](const FileEvent&) { --left; };
    options.is_stopped = [&] { return left <= 0; };
    return index(options);
  };
  const IndexSummary first = stop_after(7);
  EXPECT_TRUE(first.is_stopped);
  EXPECT_EQ(first.added, 7U);
  EXPECT_EQ(first.files_left, 28U);
  EXPECT_FALSE(std::filesystem::exists(db_));  // never half an index
  EXPECT_TRUE(stop_after(0).is_stopped);
  const IndexSummary second = index();
  EXPECT_FALSE(second.is_stopped);
  EXPECT_EQ(second.unchanged, 7U);
  EXPECT_EQ(second.added, 28U);
  expect_as_built_anew();

  for (int i = 10; i < 40; ++i) folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i + 100));
  const IndexSummary update = stop_after(5);
  EXPECT_TRUE(update.is_stopped);
  EXPECT_EQ(update.updated, 5U);
  EXPECT_EQ(damage_of(db_), "");  // an update in steps: each leaves an index that can be asked
  EXPECT_EQ(index().updated, 25U);
  expect_as_built_anew();
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
  EXPECT_EQ(summary.failed[0].path, (in_ / "0a-leeg.txt").string());
  EXPECT_HAS(summary.failed[3].error, "PDF");
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

TEST_F(Indexing, WhoReadsIsNotDisturbedByUpdatesAndRebuilds) {
  for (int i = 10; i < 60; ++i) folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i));
  index();
  const pid_t child = ::fork();  // another process: SQLite's locks are those of a process
  ASSERT_GE(child, 0);
  if (child == 0) {
    try {
      for (int round = 1; round <= 3; ++round) {
        for (int i = 10; i < 60; i += 2)
          folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i + 100 * round));
        index();
        store::Database(db_, store::OpenMode::read_write)
            .run("UPDATE meta SET value = '' WHERE key = 'made_by'");
        index();  // builds it anew
      }
    } catch (const std::exception&) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  const std::string fingerprint = EntryBuilder(dictionaries()).identity().fingerprint;
  std::string wrong;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0 && wrong.empty()) {
    try {
      const store::IndexReader reader(db_, fingerprint);
      const store::IndexReader::Moment moment(reader);
      const std::size_t documents = reader.counts().documents;
      if (documents != 55) wrong = std::to_string(documents) + " documents";
      if (store::PassageSearch(reader).count("\"steun\"") < documents) wrong = "passages are missing";
    } catch (const std::exception& error) {
      wrong = error.what();
    }
  }
  EXPECT_EQ(wrong, "");
  if (!wrong.empty()) ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(damage_of(db_), "");
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

// Titles and headings too, where the document is French.
TEST_F(Indexing, TitlesAndHeadingsOfFrenchDocumentsAreFrench) {
  const std::string sentence =
      "Le ministre a répondu à la question sur le budget de la ville et des communes. ";
  folder_.write("in/frans.html",
                "<html><body><h1>Aide aux restaurants</h1><h2>Les theaters de la ville</h2><p>" + sentence +
                    sentence + "</p></body></html>");
  folder_.write("in/nederlands.html",
                "<html><body><h1>Steun aan winkels</h1><h2>De bioscopen</h2><p>De minister gaf steun aan de "
                "ondernemers van de stad, en bezocht de markt.</p></body></html>");
  index();
  {
    const store::IndexReader reader(db_, EntryBuilder(dictionaries()).identity().fingerprint);
    EXPECT_EQ(reader.find_document("frans.html")->language, "fr");
    EXPECT_GT(reader.document_frequency("restaurants"), 0U);
    EXPECT_EQ(reader.document_frequency("~restaurant"), 0U);
    EXPECT_GT(reader.document_frequency("theaters"), 0U);
    EXPECT_EQ(reader.document_frequency("~theater"), 0U);
    EXPECT_GT(reader.document_frequency("~winkel"), 0U);
    EXPECT_GT(reader.document_frequency("~bioscoop"), 0U);
  }
  expect_as_built_anew();
}

// What happens to files between the scan and the reading.
TEST_F(Indexing, FilesThatVanishOrChangeMeanwhileGetTheirLineAndNothingElseIsLost) {
  index();
  for (int i = 0; i < 5; ++i) folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i + 10));
  bool is_changed = false;
  IndexOptions options;
  options.progress = [&](const IndexProgress& progress) {
    if (is_changed || progress.stage != IndexProgress::Stage::analysing) return;
    ASSERT_EQ(progress.files_done, 0U);
    is_changed = true;
    std::filesystem::remove(in_ / "1.txt");
    folder_.write("in/2.txt", "De kade is 12 meter lang.\n");
    std::filesystem::remove(in_ / "3.txt");
    std::filesystem::create_directory(in_ / "3.txt");
  };
  const IndexSummary summary = index(options);
  ASSERT_TRUE(is_changed);
  ASSERT_EQ(summary.failed.size(), 2U);
  EXPECT_TRUE(summary.failed[0].path.ends_with("1.txt"));
  EXPECT_EQ(summary.failed[0].error,
            "cannot be read (No such file or directory): check that it is there and may be read");
  EXPECT_TRUE(summary.failed[1].path.ends_with("3.txt"));
  EXPECT_EQ(summary.failed[1].error, "is not an ordinary file: give a file or a folder with documents");
  EXPECT_EQ(text_of("0.txt"), sample_text(10));
  EXPECT_EQ(text_of("2.txt"), "De kade is 12 meter lang.\n");
  EXPECT_EQ(text_of("4.txt"), sample_text(14));
  EXPECT_EQ(damage_of(db_), "");

  index();  // nothing is held against a file that is gone
  EXPECT_EQ(failures_in_index(), 0U);
  expect_as_built_anew();
}

}  // namespace
}  // namespace vraagbaak::indexer
