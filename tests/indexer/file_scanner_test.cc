// SPDX-License-Identifier: EUPL-1.2
#include "indexer/file_scanner.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <string>
#include <utility>
#include <vector>

#include "model/error.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::indexer {
namespace {

using Paths = std::vector<std::string>;

class Scanning : public testing::Test {
 protected:
  Paths document_paths(const std::vector<std::filesystem::path>& given) {
    Paths paths;
    for (const FoundFile& file : scan_files(given, folder_ / "index.db").files)
      paths.push_back(file.document_path);
    return paths;
  }
  // What the index would hold of the files found.
  std::vector<store::SourceFile> as_indexed(const Scan& scan) {
    std::vector<store::SourceFile> files;
    for (const FoundFile& file : scan.files) {
      files.push_back({file.source, file.document_path, file.size, file.mtime_ns, "1", 0, "", true});
    }
    return files;
  }
  Scan scan(const std::vector<std::filesystem::path>& given) {
    return scan_files(given, folder_ / "index.db");
  }

  testing_support::TempFolder folder_;
};

TEST_F(Scanning, FindsFilesInOrderRelativeToTheFolder) {
  folder_.write("in/b.txt", "b");
  folder_.write("in/sub/c.txt", "c");
  folder_.write("in/a b é.txt", "a");
  EXPECT_EQ(document_paths({folder_ / "in"}), (Paths{"a b é.txt", "b.txt", "sub/c.txt"}));
  EXPECT_EQ(document_paths({folder_ / "in/sub/"}), (Paths{"c.txt"}));
  EXPECT_EQ(document_paths({folder_ / "in/sub/c.txt", folder_ / "in/b.txt"}), (Paths{"c.txt", "b.txt"}));
}

TEST_F(Scanning, TakesAFileReachedTwiceOnce) {
  folder_.write("in/sub/c.txt", "c");
  EXPECT_EQ(
      document_paths({folder_ / "in", folder_ / "in/sub", folder_ / "in/../in", folder_ / "in/sub/c.txt"}),
      (Paths{"sub/c.txt"}));
}

TEST_F(Scanning, PassesOverHiddenFilesTheIndexAndLinkedFolders) {
  folder_.write("in/.git/config", "x");
  folder_.write("in/.verborgen.txt", "x");
  folder_.write("in/a.txt", "x");
  for (const char* name : {"", "-wal", "-shm", ".building", ".building-wal"}) {
    folder_.write("in/index.db" + std::string(name), "x");
  }
  std::filesystem::create_directory_symlink(folder_ / "in", folder_ / "in/kring");
  std::filesystem::create_symlink(folder_ / "in/weg.txt", folder_ / "in/kapot.txt");
  const Scan found = scan_files({folder_ / "in"}, folder_ / "in/index.db");
  ASSERT_EQ(found.files.size(), 1U);
  EXPECT_EQ(found.files[0].document_path, "a.txt");
  ASSERT_EQ(found.passed_over.size(), 2U);
  EXPECT_EQ(found.passed_over[0].shown, (folder_ / "in/kapot.txt").string());  // leads nowhere
  EXPECT_TRUE(found.passed_over[0].is_unreadable);
  EXPECT_EQ(found.passed_over[1].shown, (folder_ / "in/kring").string());
  EXPECT_FALSE(found.passed_over[1].is_unreadable);
}

TEST_F(Scanning, SaysWhatIsNoFile) {
  folder_.write("in/a.txt", "x");
  ASSERT_EQ(::mkfifo((folder_ / "in/b").c_str(), 0600), 0);
  std::filesystem::create_symlink("/dev/zero", folder_ / "in/c");
  std::filesystem::create_symlink("d", folder_ / "in/d");
  const Scan found = scan({folder_ / "in"});
  ASSERT_EQ(found.files.size(), 1U);
  ASSERT_EQ(found.passed_over.size(), 3U);
  EXPECT_EQ(found.passed_over[0].document_path, "b");
  EXPECT_NE(found.passed_over[0].reason.find("named pipe"), std::string::npos);
  EXPECT_NE(found.passed_over[1].reason.find("device"), std::string::npos);
  EXPECT_NE(found.passed_over[2].reason.find("cannot be read"), std::string::npos);  // a ring
}

TEST_F(Scanning, TakesWhatTheFilterLetsThrough) {
  for (const char* name : {"in/a.txt", "in/b.pdf", "in/concept/c.pdf", "in/2017/d.pdf"})
    folder_.write(name, "x");
  const PathFilter filter = PathFilter::make({"*.pdf"}, {"concept/"}).value();
  Paths paths;
  for (const FoundFile& file : scan_files({folder_ / "in"}, folder_ / "index.db", filter).files)
    paths.push_back(file.document_path);
  EXPECT_EQ(paths, (Paths{"2017/d.pdf", "b.pdf"}));
}

TEST_F(Scanning, AFailureHoldsUntilTheFileOrWhatHelpsReadingChanges) {
  folder_.write("in/a.pdf", "x");
  folder_.write("in/b.pdf", "x");
  const Scan found = scan({folder_ / "in"});
  std::vector<store::FileFailure> failures;
  for (const FoundFile& file : found.files)
    failures.push_back({file.source, "", file.document_path, "is damaged", file.size, file.mtime_ns, "aids"});
  failures.push_back({(folder_ / "in/weg.pdf").string(), "", "weg.pdf", "is damaged", 1, 1, "aids"});
  failures.push_back({(folder_ / "elders/x.pdf").string(), "", "x.pdf", "is damaged", 1, 1, "aids"});

  ScanPlan plan = plan_scan(found, {}, failures, "aids");
  EXPECT_TRUE(plan.jobs.empty());
  EXPECT_EQ(plan.failures.size(), 2U);
  EXPECT_EQ(plan.mended, Paths{(folder_ / "in/weg.pdf").string()});  // what is elsewhere is left alone

  EXPECT_EQ(plan_scan(found, {}, failures, "more aids").jobs.size(), 2U);
  EXPECT_EQ(plan_scan(found, {}, failures, "").jobs.size(), 2U);
  failures[0].mtime_ns = 0;
  EXPECT_EQ(plan_scan(found, {}, failures, "aids").jobs.size(), 1U);
}

TEST_F(Scanning, MakesUtf8OfNames) {
  folder_.write("in/caf\xE9.txt", "x");
  EXPECT_EQ(document_paths({folder_ / "in"}), (Paths{"caf\uFFFD.txt"}));
}

TEST_F(Scanning, RefusesAPathThatIsNotThere) {
  EXPECT_THROW(document_paths({folder_ / "nergens"}), Error);
  std::filesystem::create_directory(folder_ / "leeg");
  EXPECT_EQ(document_paths({folder_ / "leeg"}), Paths{});
}

TEST_F(Scanning, PlanTellsNewChangedGoneAndUnchanged) {
  folder_.write("in/gelijk.txt", "x");
  folder_.write("in/anders.txt", "x");
  const std::vector<store::SourceFile> before = [&] {
    folder_.write("in/weg.txt", "x");
    return as_indexed(scan({folder_ / "in"}));
  }();
  std::filesystem::remove(folder_ / "in/weg.txt");
  folder_.write("in/anders.txt", "xy");
  folder_.write("in/nieuw.txt", "x");

  const ScanPlan plan = plan_scan(scan({folder_ / "in"}), before);
  EXPECT_EQ(plan.unchanged.size(), 1U);
  EXPECT_EQ(plan.gone, Paths{(folder_ / "in/weg.txt").string()});
  ASSERT_EQ(plan.jobs.size(), 2U);
  EXPECT_EQ(plan.jobs[0].file.document_path, "anders.txt");
  EXPECT_NE(plan.jobs[0].known, nullptr);
  EXPECT_EQ(plan.jobs[1].file.document_path, "nieuw.txt");
  EXPECT_EQ(plan.jobs[1].known, nullptr);
}

TEST_F(Scanning, PlanLeavesOtherFoldersAlone) {
  folder_.write("in/a.txt", "x");
  folder_.write("in2/b.txt", "x");
  const auto before = as_indexed(scan({folder_ / "in", folder_ / "in2"}));
  std::filesystem::remove(folder_ / "in2/b.txt");
  EXPECT_TRUE(plan_scan(scan({folder_ / "in"}), before).gone.empty());
  EXPECT_EQ(plan_scan(scan({folder_ / "in2"}), before).gone.size(), 1U);
}

TEST_F(Scanning, PlanGivesEveryFileAPathOfItsOwn) {
  folder_.write("2016/a.txt", "x");
  folder_.write("2017/a.txt", "x");
  folder_.write("oud/2017/a.txt", "x");
  const ScanPlan plan = plan_scan(scan({folder_ / "2016", folder_ / "2017", folder_ / "oud/2017"}), {});
  Paths paths;
  for (const ScanPlan::Job& job : plan.jobs) paths.push_back(job.file.document_path);
  EXPECT_EQ(paths, (Paths{"a.txt", "2017/a.txt", "2017/a.txt (2)"}));
}

TEST_F(Scanning, AMovedFolderTakesItsDocumentsOver) {
  folder_.write("in/a.txt", "x");
  const auto before = as_indexed(scan({folder_ / "in"}));
  std::filesystem::rename(folder_ / "in", folder_ / "elders");
  const ScanPlan plan = plan_scan(scan({folder_ / "elders"}), before);
  ASSERT_EQ(plan.jobs.size(), 1U);
  EXPECT_EQ(plan.jobs[0].file.document_path, "a.txt");
  EXPECT_EQ(plan.jobs[0].known, before.data());
}

TEST_F(Scanning, ARebuildCarriesOtherFoldersOver) {
  folder_.write("2016/a.txt", "x");
  folder_.write("2017/a.txt", "x");
  folder_.write("2017/weg.txt", "x");
  ScanPlan first = plan_scan(scan({folder_ / "2016", folder_ / "2017"}), {});
  std::vector<store::SourceFile> old;
  for (const ScanPlan::Job& job : first.jobs)
    old.push_back({job.file.source, job.file.document_path, 1, 1, "1", 0, "", true});
  std::filesystem::remove(folder_ / "2017/weg.txt");
  Scan again = scan({folder_ / "2016"});
  carry_over(again, old);
  ASSERT_EQ(again.files.size(), 2U);
  EXPECT_EQ(again.files[1].source, (folder_ / "2017/a.txt").string());
  EXPECT_EQ(again.files[1].document_path, "2017/a.txt");
}

}  // namespace
}  // namespace vraagbaak::indexer
