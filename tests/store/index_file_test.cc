// SPDX-License-Identifier: EUPL-1.2
#include "store/index_file.h"

#include <gtest/gtest.h>

#include <string>

#include "model/error.h"
#include "store/index_reader.h"
#include "store/index_writer.h"
#include "tests/store/sample_entry.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::store {
namespace {

class IndexFile : public testing::Test {
 protected:
  void make_index() {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(plain_document("a.txt", "een\n"), "/a"));
    writer.finish();
  }
  IndexState state() { return inspect_index(file_, kIdentity.fingerprint, kIdentity.made_by); }
  // What the reader says when it refuses the file.
  std::string refusal(std::string_view fingerprint = kIdentity.fingerprint) {
    try {
      const IndexReader reader(file_, fingerprint);
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  }
  static testing::AssertionResult has(const std::string& text, std::string_view part) {
    if (text.find(part) != std::string::npos) return testing::AssertionSuccess();
    return testing::AssertionFailure() << '"' << text << "\" lacks \"" << part << '"';
  }

  testing_support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "index.db";
};

TEST_F(IndexFile, Absent) {
  EXPECT_EQ(state(), IndexState::absent);
  EXPECT_TRUE(has(refusal(), "run `vraagbaak index"));
  folder_.write("index.db", "");
  EXPECT_EQ(state(), IndexState::absent);
  EXPECT_TRUE(has(refusal(), file_.string()));
}

TEST_F(IndexFile, Ready) {
  make_index();
  EXPECT_EQ(state(), IndexState::ready);
  EXPECT_EQ(refusal(), "");
}

TEST_F(IndexFile, Foreign) {
  for (const std::string& content : {std::string("dit is geen index"), std::string(5000, 'x'),
                                     std::string("SQLite format 2\0 and so on", 26)}) {
    folder_.write("index.db", content);
    EXPECT_EQ(state(), IndexState::foreign);
    EXPECT_TRUE(has(refusal(), "is not a Vraagbaak index"));
    EXPECT_EQ(testing_support::read_all(file_), content);
  }
  std::filesystem::remove(file_);
  Database(file_, OpenMode::create).run("CREATE TABLE other(a)");
  EXPECT_EQ(state(), IndexState::foreign);
  std::filesystem::remove(file_);
  std::filesystem::create_directory(file_);
  EXPECT_EQ(state(), IndexState::foreign);
}

TEST_F(IndexFile, Outdated) {
  make_index();
  EXPECT_EQ(inspect_index(file_, "words-2"), IndexState::outdated);
  EXPECT_EQ(inspect_index(file_, kIdentity.fingerprint, "program-2"), IndexState::outdated);
  EXPECT_TRUE(has(refusal("words-2"), "run `vraagbaak index` again"));
  Database(file_, OpenMode::read_write).run("PRAGMA user_version = 999");
  EXPECT_EQ(state(), IndexState::outdated);
  EXPECT_TRUE(has(refusal(), "run `vraagbaak index` again"));
}

TEST_F(IndexFile, Unfinished) {
  {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(plain_document("a.txt", "een\n"), "/a"));
    writer.commit();
  }
  EXPECT_EQ(state(), IndexState::unfinished);
  EXPECT_TRUE(has(refusal(), "is not finished"));
}

TEST_F(IndexFile, CutOffOrDamagedFilesGiveAnErrorOrAStateNeverACrash) {
  make_index();
  const std::string whole = testing_support::read_all(file_);
  std::size_t refused = 0;
  for (std::size_t size = 1; size < whole.size(); size = size * 5 / 4 + 1) {
    folder_.write("index.db", whole.substr(0, size));
    std::string said;
    try {
      const IndexReader reader(file_, kIdentity.fingerprint);
      static_cast<void>(reader.documents());
      static_cast<void>(reader.document_frequency("een"));
    } catch (const Error& error) {
      ++refused;
      EXPECT_TRUE(has(error.what(), "index.db"));
    }
  }
  EXPECT_GT(refused, 5U);
  for (std::size_t at = 0; at < whole.size(); at += 997) {
    std::string damaged = whole;
    for (std::size_t i = at; i < std::min(at + 64, damaged.size()); ++i)
      damaged[i] = static_cast<char>(~damaged[i]);
    folder_.write("index.db", damaged);
    try {
      const IndexReader reader(file_, kIdentity.fingerprint);
      static_cast<void>(reader.document_text(1));
      static_cast<void>(reader.sections(1));
      static_cast<void>(reader.document_frequency("een"));
    } catch (const Error&) {
    }
  }
}

TEST_F(IndexFile, MisspeltColumnsAreErrorsNotTexts) {
  make_index();
  Database database(file_, OpenMode::read_only);
  EXPECT_THROW(database.text("SELECT \"tittle\" FROM document"), Error);
}

TEST_F(IndexFile, AReaderWritesNothing) {
  make_index();
  Database database(file_, OpenMode::read_only);
  EXPECT_THROW(database.run("DELETE FROM document"), Error);
}

}  // namespace
}  // namespace vraagbaak::store
