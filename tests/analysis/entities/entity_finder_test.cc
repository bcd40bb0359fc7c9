// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/entity_finder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/text/segmenter.h"

namespace vraagbaak::analysis {
namespace {

const DictionarySource& dictionaries() {
  static const DictionarySource source = DictionarySource::built_in();
  return source;
}

EntityList find(std::string_view text) {
  static const Segmenter segmenter(dictionaries());
  static const EntityFinder finder(dictionaries());
  return finder.find(text, segmenter.segment(text));
}

// The names of a text as "kind:spelling|kind:spelling".
std::string names(std::string_view text) {
  std::string found;
  for (const Mention& mention : find(text).mentions) {
    if (!found.empty()) found += '|';
    found += std::string(to_string(mention.kind)) + ':' + std::string(mention.span.in(text));
  }
  return found;
}

struct NameCase {
  const char* name;
  std::string_view text;
  std::string_view names;
};
class Names : public testing::TestWithParam<NameCase> {};

TEST_P(Names, AreFoundExactly) {
  EXPECT_EQ(names(GetParam().text), GetParam().names) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Places, Names,
    testing::Values(NameCase{"country", "De uitvoer naar Duitsland stijgt.", "place:Duitsland"},
                    NameCase{"accent_lost", "De cijfers voor heel Belgie ontbreken.", "place:Belgie"},
                    NameCase{"sentence_start", "Vlaanderen telt meer bedrijven.", "place:Vlaanderen"},
                    NameCase{"broken_line", "Het project loopt in Oost-\nVlaanderen en in Gent.",
                             "place:Oost-\nVlaanderen|place:Gent"},
                    NameCase{"head_outside", "Dat vraagt de provincie Limburg.", "place:Limburg"},
                    NameCase{"adjective", "De Belgische bedrijven en de Oost-Vlaamse havens.", ""}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Organisations, Names,
    testing::Values(
        NameCase{"acronym", "De kosten draagt de NMBS zelf.", "organisation:NMBS"},
        NameCase{"links", "Dat meldt het Instituut voor Tropische Visserij en de EU.",
                 "organisation:Instituut voor Tropische Visserij|organisation:EU"},
        NameCase{"adjective", "Volgens de Noorse regering is dat zo.", "organisation:Noorse regering"},
        NameCase{"legal_form", "De opdracht ging naar Brugwerken Delta nv in Hasselt.",
                 "organisation:Brugwerken Delta nv|place:Hasselt"},
        NameCase{"compound", "Het NAVO-hoofdkwartier in Brussel.", "organisation:NAVO|place:Brussel"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Persons, Names,
    testing::Values(
        NameCase{"title", "Vraag aan minister Van Quaethem over de vloot.", "person:Van Quaethem"},
        NameCase{"first_name", "Een nota van Lieve Van den Bossche hierover.",
                 "person:Lieve Van den Bossche"},
        NameCase{"capitals", "Antwoord op vraag nr. 12\nvan PIETER DE GROOTE\n", "person:PIETER DE GROOTE"},
        NameCase{"office", "De Vlaams minister van Economie en Werk antwoordt.", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(EntityFinder, OneEntityForAllSpellings) {
  const EntityList list = find("De NMBS betaalt. De Nationale Maatschappij der Belgische Spoorwegen niet.");
  ASSERT_EQ(list.entities.size(), 1u);
  EXPECT_EQ(list.entities[0].name, "Nationale Maatschappij der Belgische Spoorwegen");
  EXPECT_EQ(list.entities[0].aliases, std::vector<std::string>{"NMBS"});
}

TEST(EntityFinder, EmptyTextHasNoNames) {
  EXPECT_EQ(find(""), EntityList{});
}

// Spans in order, apart, inside the text, on code point borders.
void expect_sound(std::string_view text, const EntityList& list) {
  std::size_t behind = 0;
  for (const Mention& mention : list.mentions) {
    EXPECT_LE(behind, mention.span.begin);
    EXPECT_LT(mention.span.begin, mention.span.end);
    ASSERT_LE(mention.span.end, text.size());
    ASSERT_LT(mention.entity, list.entities.size());
    behind = mention.span.end;
  }
}

TEST(EntityFinder, AnyBytesAreTaken) {
  for (const std::string& text :
       {std::string("\xFF\xFE Gent \xC3"), std::string("In Gent\0in Luik", 15),
        std::string("\xE2\x80 Europa \xE2"), std::string("((((((NMBS(((("), std::string("'s-'s-'s-")}) {
    expect_sound(text, find(text));
  }
}

TEST(EntityFinder, LongHostileTextsEnd) {
  for (const std::string_view piece : {"van de ", "Van ", "A-", "(NMBS) ", "artikel 1 ", "Raad van ", "\"",
                                       "Jan ", "Departement A, ", "wet van 1 mei 2001 tot "}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    expect_sound(text, find(text));
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
