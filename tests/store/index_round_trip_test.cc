// SPDX-License-Identifier: EUPL-1.2
// Whatever a document holds comes back from the index as it was.
#include <gtest/gtest.h>

#include "model/offset_map.h"
#include "store/index_reader.h"
#include "store/index_writer.h"
#include "store/integrity.h"
#include "tests/store/sample_entry.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::store {
namespace {

class RoundTrip : public testing::Test {
 protected:
  RoundTrip() {
    IndexWriter writer(file_, kIdentity, sample_terms);
    writer.put(make_entry(plain_document("b.txt", "Een andere tekst\nmet twee regels\n"), "/in/b.txt"));
    writer.put(make_entry(document_, "/in/a.txt"));
    writer.finish();
    reader_ = std::make_unique<IndexReader>(file_, kIdentity.fingerprint);
    id_ = reader_->find_document("a.txt")->id;
  }

  PassageRecord passage(std::size_t number) { return reader_->passages(id_)[number]; }

  testing_support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "index.db";
  Document document_ = sample_document("a.txt");
  std::unique_ptr<IndexReader> reader_;
  DocumentId id_ = 0;
};

TEST_F(RoundTrip, LeavesAWholeIndexInOneFile) {
  EXPECT_EQ(check_integrity(file_, sample_terms), std::vector<std::string>{});
  EXPECT_FALSE(std::filesystem::exists(folder_ / "index.db-wal"));
}

TEST_F(RoundTrip, Documents) {
  const auto documents = reader_->documents();
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].path, "a.txt");
  EXPECT_EQ(documents[1].path, "b.txt");
  const DocumentRecord record = *reader_->document(id_);
  EXPECT_EQ(record.metadata, document_.metadata);
  EXPECT_EQ(record.source, "/in/a.txt");
  EXPECT_EQ(record.language, "nl");
  EXPECT_EQ(record.byte_count, document_.text.size());
  EXPECT_EQ(record.code_point_count, count_code_points(document_.text));
  EXPECT_EQ(record.content_hash, make_entry(document_, "/in/a.txt").file.content_hash);
  EXPECT_EQ(reader_->document_text(id_), document_.text);
  EXPECT_EQ(reader_->unanswered(id_), document_.unanswered);
  EXPECT_FALSE(reader_->find_document("c.txt"));
  EXPECT_FALSE(reader_->document(99));
  EXPECT_EQ(reader_->document_text(99), "");
}

TEST_F(RoundTrip, Files) {
  IndexWriter writer(file_, kIdentity, sample_terms);
  const std::vector<SourceFile> files = writer.files();
  ASSERT_EQ(files.size(), 2U);
  SourceFile expected = make_entry(document_, "/in/a.txt").file;
  expected.document = id_;
  EXPECT_EQ(files[0], expected);
}

TEST_F(RoundTrip, OffsetsInCodePoints) {
  const OffsetMap map(document_.text);
  for (std::size_t byte = 0; byte <= document_.text.size(); ++byte) {
    EXPECT_EQ(reader_->code_point_at(id_, byte), map.code_point_at(byte)) << byte;
  }
}

TEST_F(RoundTrip, Pages) {
  EXPECT_EQ(reader_->pages(id_), document_.pages);
  EXPECT_EQ(reader_->pages(reader_->find_document("b.txt")->id), std::vector<Page>{});
  EXPECT_EQ(reader_->page_at(id_, 0), 1);
  EXPECT_EQ(reader_->page_at(id_, document_.pages[0].span.end - 1), 1);
  EXPECT_EQ(reader_->page_at(id_, document_.pages[1].span.begin), 2);
  const ByteSpan sheet = document_.sheets[0].span;
  EXPECT_EQ(reader_->cell_at(id_, sheet.begin), (CellPlace{"Blad", "B5"}));
  EXPECT_FALSE(reader_->cell_at(id_, sheet.begin - 1));
  EXPECT_FALSE(reader_->cell_at(id_, sheet.end));
  EXPECT_EQ(reader_->page_at(reader_->find_document("b.txt")->id, 0), std::nullopt);
}

TEST_F(RoundTrip, Outline) {
  const auto sections = reader_->sections(id_);
  ASSERT_EQ(sections.size(), document_.sections.size());
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Section& expected = document_.sections[i];
    EXPECT_EQ(sections[i].id.number, i);
    EXPECT_EQ(sections[i].parent.value_or(kNone), expected.parent);
    EXPECT_EQ(sections[i].kind, expected.kind);
    EXPECT_EQ(sections[i].label, expected.label);
    EXPECT_EQ(sections[i].heading, expected.heading);
    EXPECT_EQ(sections[i].span, expected.span);
  }
  EXPECT_EQ(sections[0].heading_path, "");
  EXPECT_EQ(sections[3].heading_path, "Steun aan coöperaties");
  EXPECT_EQ(sections[4].heading_path, "Steun aan coöperaties > Steun per jaar");
  EXPECT_EQ(reader_->section({id_, 2})->label, "1");
  EXPECT_FALSE(reader_->section({id_, 6}));
}

TEST_F(RoundTrip, PairsFromBothSides) {
  EXPECT_EQ(reader_->pairs(id_), document_.pairs);
  EXPECT_EQ(reader_->pairs_of_question({id_, 2}), document_.pairs);
  EXPECT_EQ(reader_->pairs_of_answer({id_, 3}), document_.pairs);
  EXPECT_TRUE(reader_->pairs_of_answer({id_, 2}).empty());
}

TEST_F(RoundTrip, PassagesTileTheText) {
  const auto passages = reader_->passages(id_);
  ASSERT_EQ(passages.size(), document_.passages.size());
  std::string text;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    EXPECT_EQ(passages[i].span, document_.passages[i].span);
    EXPECT_EQ(passages[i].kind, document_.passages[i].kind);
    EXPECT_EQ(passages[i].section, document_.passages[i].section);
    EXPECT_EQ(passages[i].start_code_point, count_code_points(text));
    EXPECT_EQ(reader_->passage(passages[i].id)->text, passages[i].text);
    text += passages[i].text;
  }
  EXPECT_EQ(text, document_.text);
}

TEST_F(RoundTrip, PassagesByPlace) {
  const auto numbers = [](const std::vector<PassageRecord>& passages) {
    std::vector<std::size_t> result;
    for (const PassageRecord& passage : passages) result.push_back(passage.number);
    return result;
  };
  using Numbers = std::vector<std::size_t>;
  const ByteSpan answer = document_.sections[3].span;
  EXPECT_EQ(numbers(reader_->passages_in(id_, answer)), (Numbers{2, 3}));
  EXPECT_EQ(numbers(reader_->passages_in(id_, {answer.begin - 1, answer.begin + 1})), (Numbers{1, 2}));
  EXPECT_EQ(numbers(reader_->passages_in(id_, {answer.begin + 3, answer.begin + 4})), (Numbers{2}));
  EXPECT_EQ(numbers(reader_->passages_in(id_, {4, 4})), Numbers{});
  EXPECT_EQ(numbers(reader_->passages_in(id_, {document_.text.size() + 9, document_.text.size() + 10})),
            Numbers{4});
  EXPECT_EQ(numbers(reader_->passages_of_section({id_, 3})), (Numbers{2, 3}));
  EXPECT_EQ(numbers(reader_->passages_of_section({id_, 0})), (Numbers{0, 1, 2, 3, 4}));
}

TEST_F(RoundTrip, Figures) {
  std::vector<Figure> figures;
  for (const FigureRecord& record : reader_->figures({.documents = std::vector{id_}}))
    figures.push_back(record.figure);
  EXPECT_EQ(figures, document_.figures);

  const auto in_answer = reader_->figures_in_passage(passage(2).id);
  ASSERT_EQ(in_answer.size(), 1U);
  EXPECT_EQ(in_answer[0].figure.value->print(), "1250.50");
  EXPECT_EQ(in_answer[0].table, std::nullopt);
  EXPECT_EQ(reader_->figure(in_answer[0].id)->figure, in_answer[0].figure);
}

TEST_F(RoundTrip, TablesWithTheirCellsAndFigures) {
  const auto tables = reader_->tables(id_);
  ASSERT_EQ(tables.size(), 1U);
  Table table = tables[0].table;
  table.cells = reader_->cells(tables[0].id);
  EXPECT_EQ(table, document_.tables[0]);

  const auto figures = reader_->figures_in_table(tables[0].id);
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(figures[0].cell, 0U);
  EXPECT_EQ(figures[1].cell, 1U);
  EXPECT_EQ(figures[1].figure.column, "bedrag");
}

TEST_F(RoundTrip, FigureFilters) {
  const auto count = [this](const FigureFilter& filter) { return reader_->figures(filter).size(); };
  EXPECT_EQ(count({}), 3U);
  const auto count_test = [&](FigureTest test) {
    return count({.condition = {FigureCondition::Kind::test, std::move(test), {}}});
  };
  EXPECT_EQ(count_test({.kind = FigureKind::money}), 2U);
  EXPECT_EQ(count_test({.units = std::vector<std::string>{"USD", "EUR"}}), 2U);
  EXPECT_EQ(count_test({.units = std::vector<std::string>{}}), 0U);
  EXPECT_EQ(count_test({.first_year = 2021, .last_year = 2021}),
            2U);  // the cell of 2021, the period 2021–2023
  EXPECT_EQ(count_test({.first_year = 2022, .last_year = 2022}), 1U);
  EXPECT_EQ(count_test({.first_year = 2024}), 0U);
  EXPECT_EQ(count({.documents = std::vector<DocumentId>{}}), 0U);
  EXPECT_EQ(count({.limit = 1}), 1U);
}

TEST_F(RoundTrip, Names) {
  const auto found = reader_->entities_named("vep");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Vlaamse Energiepoort");
  EXPECT_EQ(found[0].mentions, 2U);
  EXPECT_EQ(reader_->entities_named("vlaamse energiepoort").size(), 1U);
  EXPECT_TRUE(reader_->entities_named("VEP").empty());  // not folded
  EXPECT_EQ(reader_->aliases(found[0].id), std::vector<std::string>{"VEP"});
  EXPECT_EQ(reader_->entity(found[0].id)->kind, EntityKind::organisation);
  EXPECT_EQ(reader_->entities().size(), 1U);
  EXPECT_EQ(reader_->entities_in(id_).size(), 1U);
  EXPECT_TRUE(reader_->entities_in(reader_->find_document("b.txt")->id).empty());
  EXPECT_EQ(reader_->folded_names(), (std::vector<std::string>{"vep", "vlaamse energiepoort"}));

  const auto mentions = reader_->mentions_in_passage(passage(2).id);
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].span, document_.names.mentions[1].span);
  EXPECT_EQ(mentions[0].rule, "acronym");
  EXPECT_EQ(reader_->mentions_of(found[0].id, 10).size(), 2U);
  EXPECT_EQ(reader_->mentions_of(found[0].id, 1).size(), 1U);
}

TEST_F(RoundTrip, Counts) {
  const IndexCounts counts = reader_->counts();
  EXPECT_EQ(counts.documents, 2U);
  EXPECT_EQ(counts.passages, 7U);
  EXPECT_EQ(counts.figures, 3U);
  EXPECT_EQ(counts.entities, 1U);
  EXPECT_EQ(counts.bytes, document_.text.size() + 33);
  EXPECT_EQ(reader_->passage_count(), 6U);  // furniture is not searched
  EXPECT_EQ(reader_->document_frequency("middelen"), 1U);
  EXPECT_EQ(reader_->document_frequency("~middel"), 1U);
  EXPECT_EQ(reader_->document_frequency("pagina"), 0U);
  EXPECT_EQ(reader_->document_frequency("middelen"), 1U);  // remembered
}

}  // namespace
}  // namespace vraagbaak::store
