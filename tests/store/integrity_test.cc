// SPDX-License-Identifier: EUPL-1.2
#include "store/integrity.h"

#include <gtest/gtest.h>

#include "store/compression.h"
#include "store/database.h"
#include "store/index_reader.h"
#include "store/index_writer.h"
#include "store/packed_content.h"
#include "tests/store/sample_entry.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::store {
namespace {

struct Damage {
  const char* name;
  const char* sql;
};
class Integrity : public testing::TestWithParam<Damage> {
 protected:
  Integrity() {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(sample_document("a.txt"), "/a"));
    writer.put(make_entry(plain_document("b.txt", "een\ntwee\n"), "/b"));
    writer.finish();
  }
  testing_support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "index.db";
};

TEST_P(Integrity, IsMissed) {
  ASSERT_TRUE(check_integrity(file_, sample_terms).empty());
  Database(file_, OpenMode::read_write).run(GetParam().sql);
  EXPECT_FALSE(check_integrity(file_, sample_terms).empty());
}
INSTANTIATE_TEST_SUITE_P(
    Each, Integrity,
    testing::Values(
        Damage{"block_gone", "DELETE FROM content_block WHERE id = 2"},
        Damage{"block_of_another",
               "UPDATE content_block SET content = (SELECT content FROM content_block WHERE "
               "id = 12) WHERE id = 2"},
        Damage{"block_cut", "UPDATE content_block SET content = substr(content, 1, length(content) - 9)"},
        Damage{"block_is_none", "UPDATE content_block SET content = x'0102'"},
        Damage{"title_changed", "UPDATE document SET title = 'een' WHERE id = 1"},
        Damage{"headings_of_another",
               "UPDATE document_headings SET content = (SELECT content FROM document_headings WHERE "
               "document_id = 2) WHERE document_id = 1"},
        Damage{"headings_gone", "DELETE FROM document_headings"},
        Damage{"headings_cut", "UPDATE document_headings SET content = substr(content, 1, 9)"},
        Damage{"passage_gone", "PRAGMA foreign_keys = OFF; DELETE FROM passage WHERE id = 1"},
        Damage{"passage_moved", "UPDATE passage SET start_byte = start_byte + 1 WHERE id = 7"},
        Damage{"code_point_wrong", "UPDATE passage SET start_code_point = start_code_point + 1 WHERE id = 3"},
        Damage{"document_longer", "UPDATE document SET byte_count = byte_count + 1"},
        Damage{"posting_gone",
               "INSERT INTO passage_fts(passage_fts, rowid, title, heading, body) VALUES('delete', 6, '', "
               "'', '')"},
        Damage{"figures_missing", "UPDATE document SET figure_count = figure_count + 1"},
        Damage{"unit_miscounted", "UPDATE figure_unit SET figures = figures + 1 WHERE unit = 'EUR'"},
        Damage{"unit_unlisted", "DELETE FROM figure_unit WHERE unit = 'EUR'"},
        Damage{"cells_cut", "UPDATE data_table SET content = substr(content, 1, length(content) - 1)"},
        Damage{"length_wrong", "UPDATE passage_length SET words = x'0700'"},
        Damage{"length_gone", "DELETE FROM passage_length"},
        Damage{"figure_kinds_wrong", "UPDATE passage_figures SET kinds = x'0100'"},
        Damage{"count_wrong", "INSERT INTO frequent_term VALUES('middelen', 700)"},
        Damage{"section_outside", "UPDATE section SET end_byte = 10000 WHERE number = 3"},
        Damage{"parent_missing", "UPDATE section SET parent = 77 WHERE number = 3"},
        Damage{"pair_dangling", "UPDATE qa_pair SET answer = 77"},
        Damage{"entity_unnamed", "DELETE FROM entity_passages"},
        Damage{"entity_without_name", "DELETE FROM entity_name"}, Damage{"entity_gone", "DELETE FROM entity"},
        Damage{"mention_unlisted", "UPDATE entity_passages SET passages = x'02'"},
        Damage{"entities_cut", "UPDATE document_entities SET content = x'01'"},
        Damage{"alias_unused", "UPDATE entity_name SET documents = 0"},
        Damage{"passage_without_section", "UPDATE passage SET section = 999 WHERE id = 1"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(IntegrityOfPhrases, ABookThatIsGoneOrAnotherIsFound) {
  const testing_support::TempFolder folder;
  const std::filesystem::path file = folder / "index.db";
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i)
    texts.push_back("regel nummer " + std::to_string(i * 7919) + " van de lijst van de minister\n");
  std::string whole;
  for (const std::string& text : texts) whole += text;
  {
    IndexWriter writer(file, kIdentity, sample_terms);
    EXPECT_EQ(writer.phrases(), nullptr);
    writer.learn_phrases(texts, 2048);
    const auto phrases = writer.phrases();
    ASSERT_NE(phrases, nullptr);
    writer.learn_phrases({whole, "iets anders", whole}, 4096);
    EXPECT_EQ(writer.phrases()->bytes(), phrases->bytes());
    const Document document = plain_document("a.txt", whole);
    IndexEntry entry = make_entry(document, "/a");
    entry.content = pack_content(document, *phrases);
    EXPECT_EQ(book_of(entry.content.blocks.front().frame), phrases->id());
    writer.put(std::move(entry));
    writer.finish();
  }
  EXPECT_TRUE(check_integrity(file, sample_terms).empty());
  EXPECT_EQ(IndexReader(file, kIdentity.fingerprint).document_text(1), whole);
  Database(file, OpenMode::read_write).run("UPDATE phrase_book SET content = substr(content, 1, 4)");
  EXPECT_FALSE(check_integrity(file, sample_terms).empty());
  Database(file, OpenMode::read_write).run("DELETE FROM phrase_book");
  EXPECT_FALSE(check_integrity(file, sample_terms).empty());
}

TEST(IntegrityOfBytes, BrokenPagesAreFound) {
  const testing_support::TempFolder folder;
  const std::filesystem::path file = folder / "index.db";
  {
    IndexWriter writer(file, kIdentity, sample_terms);
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "regel nummer " + std::to_string(i) + "\n";
    writer.put(make_entry(plain_document("a.txt", text), "/a"));
    writer.finish();
  }
  std::string bytes = testing_support::read_all(file);
  ASSERT_GT(bytes.size(), 20U * 16384);
  for (std::size_t page = 5; page < 15; ++page) bytes.replace(page * 16384, 200, std::string(200, '\x5A'));
  folder.write("index.db", bytes);
  try {
    EXPECT_FALSE(check_integrity(file).empty());
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("damaged"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace vraagbaak::store
