// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/section_builder.h"

#include <gtest/gtest.h>

#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

Section section(std::size_t begin, std::size_t end) {
  return {kNone, SectionKind::heading, "", "", {begin, end}};
}

TEST(SectionBuilder, NestsBySpan) {
  SectionBuilder builder;
  const auto inner = builder.add(section(10, 20));
  const auto outer = builder.add(section(5, 50));
  const auto next = builder.add(section(50, 60));
  const auto result = std::move(builder).build(100);
  ASSERT_EQ(result.sections.size(), 4u);
  EXPECT_EQ(result.sections[result.index[outer]].parent, 0u);
  EXPECT_EQ(result.sections[result.index[inner]].parent, result.index[outer]);
  EXPECT_EQ(result.sections[result.index[next]].parent, 0u);
}

TEST(SectionBuilder, CutsWhatCrosses) {
  SectionBuilder builder;
  builder.add(section(0, 30));
  const auto crossing = builder.add(section(20, 40));
  const auto outside = builder.add(section(90, 500));
  const auto result = std::move(builder).build(100);
  EXPECT_EQ(result.sections[result.index[crossing]].span, (ByteSpan{20, 30}));
  EXPECT_EQ(result.sections[result.index[outside]].span, (ByteSpan{90, 100}));
}

// "depth label" of each heading.
std::string headings_of(std::string_view text) {
  const Document document = outline_of(text);
  EXPECT_EQ(broken_rule(document), "");
  std::string out;
  std::vector<std::size_t> depth(document.sections.size(), 0);
  for (std::size_t i = 1; i < document.sections.size(); ++i) {
    depth[i] = depth[document.sections[i].parent] + 1;
    out += std::to_string(depth[i]) + " " + document.sections[i].heading + "; ";
  }
  return out;
}

TEST(Headings, NestAsTheyAreNumbered) {
  EXPECT_EQ(
      headings_of(
          "Hoofdstuk 1\n\n1. Havens\n\nTekst hier.\n\n1.1. Kaaien\n\nA. Noord\n\nTekst hier.\n\nB. Zuid\n\n"
          "Tekst hier.\n\n1.2. Dokken\n\nTekst hier.\n\n2. Stranden\n\nTekst hier.\n\nHoofdstuk 2\n\n"
          "1. Slot\n\nTekst hier.\n"),
      "1 Hoofdstuk 1; 2 1. Havens; 3 1.1. Kaaien; 4 A. Noord; 4 B. Zuid; 3 1.2. Dokken; 2 2. Stranden; "
      "1 Hoofdstuk 2; 2 1. Slot; ");
}

TEST(Headings, RomanNumbersAndLetters) {
  EXPECT_EQ(headings_of("I. Nu investeren\n\nA. Vervoer\n\nTekst.\n\nB. Kennis\n\nTekst.\n\nII. Later\n\nA. "
                        "Vervoer\n\nTekst.\n"),
            "1 I. Nu investeren; 2 A. Vervoer; 2 B. Kennis; 1 II. Later; 2 A. Vervoer; ");
}

TEST(Headings, ListsAndProseAreNone) {
  EXPECT_EQ(
      headings_of(
          "1. Er wordt een draagvlak gezocht bij de sociale\npartners van de regio.\n2. Het plan volgt.\n"),
      "");
  EXPECT_EQ(
      headings_of("De haven groeit en dat is te zien aan de kaaien die\n\nnu al vol liggen met schepen.\n"),
      "");
  EXPECT_EQ(headings_of("- een streepje\n\n12.500 euro\n"), "");
}

}  // namespace
}  // namespace vraagbaak::indexer
