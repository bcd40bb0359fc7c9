// SPDX-License-Identifier: EUPL-1.2
#include "store/content_block.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "store/compression.h"
#include "store/entity_lists.h"
#include "store/packed_bytes.h"
#include "store/packed_content.h"
#include "store/packed_table.h"
#include "tests/store/sample_entry.h"

namespace vraagbaak::store {
namespace {

TEST(PackedBytes, NumbersAndTextsComeBack) {
  PackedWriter writer;
  const std::vector<std::uint64_t> numbers = {0, 1, 127, 128, 16383, 16384, 1ULL << 62, ~0ULL};
  for (const std::uint64_t number : numbers) writer.number(number);
  for (const std::int64_t number : {0L, -1L, 1L, -70L, INT64_MAX, INT64_MIN}) writer.difference(number);
  writer.text("");
  writer.text("één");
  PackedReader reader(writer.bytes());
  for (const std::uint64_t number : numbers) EXPECT_EQ(reader.number(), number);
  for (const std::int64_t number : {0L, -1L, 1L, -70L, INT64_MAX, INT64_MIN})
    EXPECT_EQ(reader.difference(), number);
  EXPECT_EQ(reader.text(), "");
  EXPECT_EQ(reader.text(), "één");
  EXPECT_TRUE(reader.is_at_end());
}

TEST(PackedBytes, WhatIsNotThereIsDamage) {
  EXPECT_THROW(PackedReader("").number(), DamagedBytes);
  EXPECT_THROW(PackedReader("\x80").number(), DamagedBytes);
  EXPECT_THROW(PackedReader(std::string(20, '\xFF')).number(), DamagedBytes);
  EXPECT_THROW(PackedReader("\x05vier").text(), DamagedBytes);
  EXPECT_THROW(PackedReader("\x05vier").count(), DamagedBytes);
}

TEST(Compression, AnyBytesComeBack) {
  for (const std::string& content : {std::string(), std::string("\0\1\2", 3), std::string(100'000, 'x')})
    EXPECT_EQ(decompress(compress(content)), content);
}

TEST(Compression, AnyByteThatChangesIsFound) {
  const std::string content = "Hoeveel middelen gaf de Vlaamse Energiepoort in 2021, en hoeveel in 2022?";
  const std::string frame = compress(content);
  for (std::size_t at = 0; at < frame.size(); ++at) {
    std::string damaged = frame;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    try {
      EXPECT_EQ(decompress(damaged), content) << at;  // a bit that means nothing
    } catch (const DamagedBytes&) {
    }
  }
  for (std::size_t size = 0; size < frame.size(); ++size)
    EXPECT_THROW(decompress(std::string_view(frame).substr(0, size)), DamagedBytes) << size;
  EXPECT_THROW(decompress(frame + "x"), DamagedBytes);
}

// Letters of an authority that writes the same phrases again and again.
std::vector<std::string> letters(std::size_t count) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = "Dossier " + std::to_string(i * 7919 % 100'003) + ".\n";
    for (std::size_t line = 0; line < 20; ++line) {
      text += line % 3 == i % 3 ? "De bevoegde minister verklaart de aanvraag ontvankelijk en gegrond. "
                                : "Tegen deze beslissing staat beroep open bij de Raad van State. ";
      text += std::to_string((i + 1) * (line + 3) * 104'729 % 1'000'003) + '\n';
    }
    texts.push_back(text);
  }
  return texts;
}

TEST(PhraseBook, SavesWhatTextsHaveInCommon) {
  const std::vector<std::string> texts = letters(200);
  const auto learnt = PhraseBook::learn(texts, 4096);
  ASSERT_TRUE(learnt);
  EXPECT_LE(learnt->size(), 4096U);
  EXPECT_EQ(PhraseBook::learn(texts, 4096), learnt);
  const PhraseBook book(*learnt);
  EXPECT_NE(book.id(), 0U);
  const std::string& text = texts[77];
  const std::string plain = compress(text);
  const std::string packed = compress(text, book);
  EXPECT_LT(packed.size(), plain.size());
  EXPECT_EQ(decompress(packed, book), text);
  EXPECT_EQ(book_of(packed), book.id());
  EXPECT_EQ(book_of(plain), 0U);
  EXPECT_EQ(decompress(plain, PhraseBook::common()), text);
}

TEST(PhraseBook, AnotherBookIsDamage) {
  const PhraseBook book(PhraseBook::learn(letters(200), 4096).value());
  const PhraseBook other(PhraseBook::learn(letters(150), 4096).value());
  const std::string packed = compress(letters(1)[0], book);
  EXPECT_THROW(decompress(packed), DamagedBytes);
  EXPECT_THROW(decompress(packed, other), DamagedBytes);
  EXPECT_THROW(PhraseBook("geen boek"), DamagedBytes);
  EXPECT_THROW(PhraseBook(""), DamagedBytes);
}

TEST(PhraseBook, FewTextsHaveNothingToTeach) {
  EXPECT_FALSE(PhraseBook::learn({}, 4096));
  EXPECT_FALSE(PhraseBook::learn({"", "kort"}, 4096));
  EXPECT_EQ(book_of(""), 0U);
  EXPECT_EQ(book_of("geen frame"), 0U);
}

// The figures that stand in the blocks of a document, as they were before.
std::vector<Figure> figures_in(const PackedContent& content) {
  std::vector<Figure> figures;
  for (const PackedContent::Block& packed : content.blocks) {
    ContentBlock block(packed.frame);
    for (const auto& stored : block.figures()) {
      Figure figure;
      figure.kind = stored.kind;
      figure.span = stored.span;
      figure.approx = stored.approx;
      figure.bound = stored.bound;
      figure.value = Decimal::parse(stored.texts[ContentBlock::value]);
      figure.unit = stored.texts[ContentBlock::unit];
      figure.date = PartialDate::parse_iso(stored.texts[ContentBlock::date]);
      figure.from = PartialDate::parse_iso(stored.texts[ContentBlock::date_from]);
      figure.to = PartialDate::parse_iso(stored.texts[ContentBlock::date_to]);
      figure.low = Decimal::parse(stored.texts[ContentBlock::low]);
      figure.high = Decimal::parse(stored.texts[ContentBlock::high]);
      figure.row = stored.texts[ContentBlock::row];
      figure.column = stored.texts[ContentBlock::column];
      figure.subject = stored.texts[ContentBlock::subject];
      figure.measure = stored.texts[ContentBlock::measure];
      figure.period = stored.texts[ContentBlock::period];
      figure.place = stored.texts[ContentBlock::place];
      figure.rule = stored.texts[ContentBlock::rule];
      figures.push_back(std::move(figure));
    }
  }
  return figures;
}

TEST(Block, HoldsTheFiguresOfTheSample) {
  const Document document = sample_document("a.txt");
  const PackedContent content = pack_content(document);
  EXPECT_EQ(content.figure_count, document.figures.size());
  EXPECT_EQ(figures_in(content), document.figures);
}

// Lines of random lengths with figures and mentions at random places, some of them running into later lines.
Document random_document(unsigned seed) {
  std::mt19937 chance(seed);
  const auto below = [&](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(chance);
  };
  std::string text;
  for (std::size_t line = 0, lines = 1 + below(300); line < lines; ++line) {
    for (std::size_t word = 0, words = below(40); word < words; ++word)
      text += std::to_string(below(5000)) + " é ";
    text += '\n';
  }
  Document document = plain_document("r.txt", text);
  const std::vector<std::string> names = {"", "", "steun", "de haven van Gent", "2021", "EUR"};
  for (std::size_t at = below(9); at < text.size(); at += 1 + below(60)) {
    Figure figure;
    figure.kind = static_cast<FigureKind>(below(10));
    figure.span = {at, std::min(text.size(), at + below(70))};
    if (below(2) == 0)
      figure.value = Decimal::parse(std::to_string(below(5000)) + (below(2) == 0 ? ".50" : ""));
    if (below(4) == 0) figure.value = Decimal::parse(figure.span.in(text));
    if (below(3) == 0)
      figure.date = PartialDate{2000 + static_cast<int>(below(30)), static_cast<int>(below(13)), 0};
    figure.approx = below(2) == 0;
    figure.bound = static_cast<FigureBound>(below(3));
    for (std::string* field : {&figure.unit, &figure.row, &figure.column, &figure.subject, &figure.measure,
                               &figure.period, &figure.place, &figure.rule}) {
      *field = below(9) == 0 ? std::string(figure.span.in(text)) : names[below(names.size())];
    }
    document.figures.push_back(figure);
    document.names.mentions.push_back(
        {figure.span, static_cast<EntityKind>(below(5)), below(20), names[below(names.size())]});
  }
  return document;
}

class RandomContent : public testing::TestWithParam<unsigned> {};
TEST_P(RandomContent, ComesBack) {
  const Document document = random_document(GetParam());
  const PackedContent content = pack_content(document);
  EXPECT_EQ(figures_in(content), document.figures);
  std::string text;
  std::vector<Mention> mentions;
  std::size_t passages = 0;
  for (const PackedContent::Block& packed : content.blocks) {
    ContentBlock block(packed.frame);
    EXPECT_EQ(packed.first_passage, passages);
    for (std::size_t i = 0; i < block.passage_count(); ++i, ++passages) {
      EXPECT_EQ(block.span(i), document.passages[passages].span);
      text += block.text(i);
      for (const auto& figure : block.figures(i)) EXPECT_TRUE(block.span(i).contains(figure.span.begin));
    }
    for (const auto& stored : block.mentions())
      mentions.push_back({stored.span, stored.kind, stored.entity, std::string(stored.rule)});
  }
  EXPECT_EQ(passages, document.passages.size());
  EXPECT_EQ(text, document.text);
  EXPECT_EQ(mentions, document.names.mentions);
  std::size_t uses = 0;
  for (const PackedContent::EntityUse& use : content.entity_uses) uses += use.mentions;
  EXPECT_EQ(uses, mentions.size());
}
INSTANTIATE_TEST_SUITE_P(Seeds, RandomContent, testing::Range(1U, 13U));

TEST(Block, ADocumentWithoutTextHasNone) {
  EXPECT_TRUE(pack_content(plain_document("a.txt", "")).blocks.empty());
}

TEST(PackedTable, ComesBack) {
  Table table = sample_document("a.txt").tables[0];
  EXPECT_EQ(unpack_cells(pack_table(table)), table.cells);
  EXPECT_EQ(unpack_columns(pack_table(table)), table.columns);
  table.cells = {{{90, 95}, 7, 3, "laag", "later"}, {{}, 0, 0, "", "later"}, {{4, 9}, 1, 9, "laag", ""}};
  EXPECT_EQ(unpack_cells(pack_table(table)), table.cells);
  EXPECT_TRUE(unpack_cells(pack_table(Table{})).empty());
}

TEST(EntityLists, ComeBack) {
  const std::vector<DocumentEntity> entities = {
      {900, {}}, {3, {{"vep", "VEP"}, {"poort", "Poort"}}}, {3, {}}};
  const auto read = unpack_entities(pack_entities(entities));
  ASSERT_EQ(read.size(), entities.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    EXPECT_EQ(read[i].id, entities[i].id);
    EXPECT_EQ(read[i].aliases, entities[i].aliases);
  }
  const PassageId begin = PassageId{3} << kPartBits;
  const std::vector<NamingPassage> passages = {
      {begin, 0}, {begin + 1, 1}, {begin + 9000, 1}, {begin + 9001, 12}};
  const auto listed = unpack_passages(pack_passages(passages, 3), 3);
  ASSERT_EQ(listed.size(), passages.size());
  for (std::size_t i = 0; i < listed.size(); ++i) {
    EXPECT_EQ(listed[i].id, passages[i].id);
    EXPECT_EQ(listed[i].mentions, passages[i].mentions);
  }
}

}  // namespace
}  // namespace vraagbaak::store
