// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/entity_finder.h"

#include <gtest/gtest.h>

#include <random>
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
                    NameCase{"adjective", "De Belgische bedrijven en de Oost-Vlaamse havens.", ""},
                    NameCase{"side_by_side", "Vandaag doen via Nederland Europa en Canada mee.",
                             "place:Nederland|place:Europa|place:Canada"},
                    NameCase{"joined", "Het traject Gent-Brugge is klaar.", "place:Gent-Brugge"},
                    NameCase{"part", "De halte Gent-Voorpoort sluit.", "place:Gent-Voorpoort"},
                    NameCase{"ending", "De bus van Hulstegem rijdt niet.", "place:Hulstegem"},
                    NameCase{"among_places", "In Jette, Beaumont en Luik viel de stroom uit.",
                             "place:Jette|place:Beaumont|place:Luik"},
                    NameCase{"direction", "De aanvoer via Brussel Zuid.", "place:Brussel Zuid"},
                    NameCase{"genitive", "De vergadering in 's-Gravenhage.", "place:'s-Gravenhage"},
                    NameCase{"ordinary_word", "As en ham zijn woorden; peer ook.", ""},
                    NameCase{"after_preposition", "De stad Halen en de gemeente Ham.",
                             "place:Halen|place:Ham"},
                    NameCase{"glued", "De schepen vanBelgie varen.", "place:Belgie"},
                    NameCase{"possessive", "Wat is de houding tegenover Israëls beleid?", "place:Israëls"},
                    NameCase{"verb", "Kent u dat bericht?", ""}),
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
        NameCase{"legal_form_before", "De opdracht ging naar de nv Deltawerf 2000 en de VZW Groene Kamer.",
                 "organisation:nv Deltawerf 2000|organisation:VZW Groene Kamer"},
        NameCase{"name_and_short_name", "De subsidie aan Groene Kamer Gent GKG vzw loopt af.",
                 "organisation:Groene Kamer Gent|organisation:GKG vzw"},
        NameCase{"branch", "- de vakbonden: ACV West-Vlaanderen, ABVV Limburg;",
                 "organisation:ACV West-Vlaanderen|organisation:ABVV Limburg"},
        NameCase{"led_by", "Dat besliste de federale regering-Jansen.",
                 "organisation:federale regering-Jansen"},
        NameCase{"article_of_acronym",
                 "Klopt dat? \"De NRHPH werd gehoord.\" De NRHPH zweeg. Volgens de NRHPH kan het.",
                 "organisation:NRHPH|organisation:NRHPH|organisation:NRHPH"},
        NameCase{"compound", "Het NAVO-hoofdkwartier in Brussel.", "organisation:NAVO|place:Brussel"},
        NameCase{"list", "Een nota van het Departement Mest, Bodem en Zaden hierover.",
                 "organisation:Departement Mest, Bodem en Zaden"},
        NameCase{"unit_and_parent", "De Afdeling Bruggen van de VDAB.",
                 "organisation:Afdeling Bruggen|organisation:VDAB"},
        NameCase{"small_head", "Volgens de dienst Bruggen en de federale politie klopt dat.",
                 "organisation:dienst Bruggen|organisation:federale politie"},
        NameCase{"two_bodies", "Overleg tussen de Raad van State en de Kamer.",
                 "organisation:Raad van State|organisation:Kamer"},
        NameCase{"numbered", "Het paritair comité 118 beslist.", "organisation:paritair comité 118"},
        NameCase{"elliptical", "Het Water- en Bodemagentschap beslist.",
                 "organisation:Water- en Bodemagentschap"},
        NameCase{"common_abbreviation", "Een stoomvrije ketel (SVK) en een tweede SVK.", ""},
        NameCase{"kind_of_thing", "Het QXR-systeem en nog een QXR zijn getest.", ""},
        NameCase{"newspaper", "Dat stond in De Standaard.", ""},
        NameCase{"keywords", "Thema: VERVOERBELEID, BELASTING, NMBS, SPOORWEG", "organisation:NMBS"},
        NameCase{"footnote_mark", "De SERV adviseert. De SERV meldt dat SERV12 klopt.",
                 "organisation:SERV|organisation:SERV|organisation:SERV"},
        NameCase{
            "glued_text",
            "Van deKamer en aanhet bureau ofde raad, metde NMBS en vande Kamer. Het OpenbaarMinisterie meldt "
            "dat deEU en deNAVO en vanEU en opEU wachten.",
            "organisation:Kamer|organisation:NMBS|organisation:Kamer|organisation:OpenbaarMinisterie|"
            "organisation:EU|organisation:NAVO|organisation:EU|organisation:EU"},
        NameCase{"footnote_on_a_word", "De Staten-Generaal2 komen samen.", "organisation:Staten-Generaal"},
        NameCase{"address", "Zie www.bruggen.be/Nieuws en info@Gent.be hierover.", ""}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Persons, Names,
    testing::Values(
        NameCase{"title", "Vraag aan minister Van Quaethem over de vloot.", "person:Van Quaethem"},
        NameCase{"first_name", "Een nota van Lieve Van den Bossche hierover.",
                 "person:Lieve Van den Bossche"},
        NameCase{"capitals", "Antwoord op vraag nr. 12\nvan PIETER DE GROOTE\n", "person:PIETER DE GROOTE"},
        NameCase{"office", "De Vlaams minister van Economie en Werk antwoordt.", ""},
        NameCase{"two", "Met dank aan de heren Quaethem en Vroedse.", "person:Quaethem|person:Vroedse"},
        NameCase{"party", "Vraag van Gwijde Quaethem (N-VA) hierover.",
                 "person:Gwijde Quaethem|organisation:N-VA"},
        NameCase{"before_body", "Met dank aan Annie Quaethem van VDAB.",
                 "person:Annie Quaethem|organisation:VDAB"},
        NameCase{"surname_again", "Annie Quaethem antwoordt. Dat zegt Quaethem ook.",
                 "person:Annie Quaethem|person:Quaethem"},
        NameCase{"motion", "De motie Quaethem is aangenomen.", "person:Quaethem"},
        NameCase{"cabinet", "De brief van het kabinet-Quaethem.", "person:Quaethem"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Programmes, Names,
    testing::Values(
        NameCase{"compound", "De EFRO-middelen zijn op.", "programme:EFRO"},
        NameCase{"head", "Het nieuwe Actieplan Propere Beken loopt.", "programme:Actieplan Propere Beken"},
        NameCase{"announced", "Het project “van beek tot bord” loopt.", "programme:van beek tot bord"},
        NameCase{"campaign", "De actie valt onder ‘Drenthe beweegt!’, de campagne.",
                 "programme:Drenthe beweegt!"},
        NameCase{"levy", "Wat brengt de Vlinder-toeslag op?", "programme:Vlinder-toeslag"},
        NameCase{"years", "Het Klimaatplan Beken 2021-2030 is klaar.",
                 "programme:Klimaatplan Beken 2021-2030"},
        NameCase{"cue", "Het project Bekloop en de Bekloop-middelen.",
                 "programme:Bekloop|programme:Bekloop"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Legislation, Names,
    testing::Values(
        NameCase{"act", "De wet van 3 mei 1999 betreffende de vaart bepaalt dit.",
                 "legislation:wet van 3 mei 1999 betreffende de vaart"},
        NameCase{"decision", "Het koninklijk besluit van 12/01/2004 geldt.",
                 "legislation:koninklijk besluit van 12/01/2004"},
        NameCase{"government", "Het besluit van de Vlaamse Regering van 7 mei 2010 geldt.",
                 "legislation:besluit van de Vlaamse Regering van 7 mei 2010"},
        NameCase{"article", "Zie artikel 12 en de rest.", "legislation:artikel 12"},
        NameCase{"article_of_act", "Volgens artikel 14, § 2, van het decreet van 1 juni 2001 mag dat.",
                 "legislation:artikel 14, § 2, van het decreet van 1 juni 2001"},
        NameCase{"lost_sign", "Volgens artikel 14, ? 2, van de wet van 1 juni 2001 mag dat.",
                 "legislation:artikel 14, ? 2, van de wet van 1 juni 2001"},
        NameCase{"article_in_brackets", "Dat mag (artikel 7).", "legislation:artikel 7"},
        NameCase{"regulation", "Verordening (EU) nr. 12/2019 geldt.",
                 "legislation:Verordening (EU) nr. 12/2019"},
        NameCase{"directive", "De richtlijn 2006/24/EG is omgezet.", "legislation:richtlijn 2006/24/EG"},
        NameCase{"small_compound", "De mestwaterrichtlijn is omgezet.", "legislation:mestwaterrichtlijn"},
        NameCase{"kind_of_act", "De programmawet en een wet zijn aangenomen.", ""},
        NameCase{"draft",
                 "Ontwerpbesluit van de Vlaamse Regering tot toekenning van steun aan boten De vloot groeit.",
                 "legislation:Ontwerpbesluit van de Vlaamse Regering tot toekenning van steun aan boten"},
        NameCase{"known_by_its_subject", "Dat staat in het decreet over het oude beekbeheer.",
                 "legislation:decreet over het oude beekbeheer"},
        NameCase{"two_by_their_subject", "Het decreet over beekbeheer en het beekwaterdecreet gelden.",
                 "legislation:decreet over beekbeheer|legislation:beekwaterdecreet"},
        NameCase{"no_act_yet", "Hij wil een decreet over het beekbeheer.", ""},
        NameCase{"short_title", "Het kaderdecreet Bestuurlijke Vaart geldt.",
                 "legislation:kaderdecreet Bestuurlijke Vaart"},
        NameCase{"short_title_with_adjective", "Het kaderdecreet Vlaamse vaart geldt.",
                 "legislation:kaderdecreet Vlaamse vaart"},
        NameCase{"dutch_title", "Volgens de Wet open vaart mag dat.", "legislation:Wet open vaart"},
        NameCase{"dutch_title_with_acronym", "Volgens de Wet werk en beken naar vermogen (WBV) mag dat.",
                 "legislation:Wet werk en beken naar vermogen|legislation:WBV"},
        NameCase{"article_with_colon", "Volgens artikel 2:42 mag dat.", "legislation:artikel 2:42"},
        NameCase{"judgment", "Het arrest van 9 juli 2019 zegt dat.", "legislation:arrest van 9 juli 2019"},
        NameCase{"treaty", "Het Akkoord van Parijs in 2015.", "legislation:Akkoord van Parijs"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    NoNames, Names,
    testing::Values(NameCase{"people", "De Quaethoen zijn met 48. Vele Quaethoen zwijgen.", ""},
                    NameCase{"portfolio_in_brackets",
                             "Dat zegt staatssecretaris Rummens (Landbouw, Visserij en Natuur).",
                             "person:Rummens"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Occupations, Names,
    testing::Values(NameCase{"simple", "Volgens econoom Tessa Warrewijn kan het.", "person:Tessa Warrewijn"},
                    NameCase{"surname_alone", "De viroloog Warrewijn zegt het ook.", "person:Warrewijn"},
                    NameCase{"compound", "De topadvocaat Warrewijn pleitte.", "person:Warrewijn"},
                    NameCase{"capital_compound", "De Franse Nobelprijswinnaar Warrewijn sprak.",
                             "person:Warrewijn"},
                    NameCase{"behind_acronym", "De BXZ-directeur Warrewijn sprak met BXZ.",
                             "organisation:BXZ|person:Warrewijn|organisation:BXZ"},
                    NameCase{"party_member", "N-VA-Kamerlid Joost Warrewijn vroeg het.",
                             "organisation:N-VA|person:Joost Warrewijn"},
                    NameCase{"former", "De oud-minister Warrewijn antwoordt.", "person:Warrewijn"},
                    NameCase{"unknown_first_name", "De tennisser Botrik van de Zandscholt won.",
                             "person:Botrik van de Zandscholt"},
                    NameCase{"newspaper", "Dat schreef een journalist van De Morgen.", ""},
                    NameCase{"newspaper_right_behind", "Dat schreef journalist De Morgen.", ""},
                    NameCase{"ends_sentence", "Dat zei de ombudsman. Op het Warrenkantoor was niets.",
                             "organisation:Warrenkantoor"},
                    NameCase{"subsidiary", "De dochter Warrewex werd verkocht.", "organisation:Warrewex"},
                    NameCase{"ends_alike", "De afdeling Beheer en de dienst Promotie.",
                             "organisation:afdeling Beheer|organisation:dienst Promotie"},
                    NameCase{"town", "De onderzoeker Gent bestaat niet.", "place:Gent"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Surnames, Names,
    testing::Values(
        NameCase{"place_behind_van", "Gisteren sprak Jan van Dongen er.", "person:Jan van Dongen"},
        NameCase{"capital_van", "Gisteren vroeg Van Nispen om uitleg.", "person:Van Nispen"},
        NameCase{"capital_van_den", "De vraag van Van den Warre is klaar.", "person:Van den Warre"},
        NameCase{"village_behind_title", "Dat vroeg mevrouw Ellemeet.", "person:Ellemeet"},
        NameCase{"van_before_body", "Een vraag Van de Kamer is er niet.", "organisation:Kamer"},
        NameCase{"stops_before_place", "Gisteren zat Aad de Groot in het West-Vlaamse Marke.",
                 "person:Aad de Groot|place:Marke"},
        NameCase{"in_t_veld", "Dat zei Sophie in 't Veld gisteren.", "person:Sophie in 't Veld"},
        NameCase{"arabic_article", "Volgens Bashar al-Warrad is er niets.", "person:Bashar al-Warrad"},
        NameCase{"turkish", "Volgens Fadime Tekwar is er niets.", "person:Fadime Tekwar"},
        NameCase{"arabic", "Volgens Abdelhamid Warrouch is er niets.", "person:Abdelhamid Warrouch"},
        NameCase{"polish", "Volgens Katarzyna Warczyk is er niets.", "person:Katarzyna Warczyk"},
        NameCase{"slavic", "Volgens Oleksandr Warenko is er niets.", "person:Oleksandr Warenko"},
        NameCase{"african", "Volgens Thabo Warengi is er niets.", "person:Thabo Warengi"},
        NameCase{"asian", "Volgens Narendra Warpal is er niets.", "person:Narendra Warpal"},
        NameCase{"two_acronyms", "De systemen IDS SIEM zijn er.", "organisation:IDS SIEM"},
        NameCase{"in_capitals", "De heer en JO WARRENS waren er.", "person:JO WARRENS"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    PlacesByContext, Names,
    testing::Values(
        NameCase{"adjective_weak", "Hij woont in het West-Vlaamse Marke.", "place:Marke"},
        NameCase{"adjective_unknown", "Hij woont in het Franse Vrellignac.", "place:Vrellignac"},
        NameCase{"two_adjectives", "Er was brand in de Gentse Warrese Poort.", "place:Warrese Poort"},
        NameCase{"body", "Dat zei hij in het Franse Parlement.", "organisation:Parlement"},
        NameCase{"district", "Er was brand in de Brugse Poort.", "place:Brugse Poort"},
        NameCase{"village", "De bus rijdt door Zarren en Oud-Alblas.", "place:Zarren|place:Oud-Alblas"},
        NameCase{"article_village", "De wijk wordt mooier.", ""},
        NameCase{"weak_village", "De stal is leeg, het heks ook.", ""},
        NameCase{"abroad", "De reis ging naar Oezjhorod en Xinjiang.", "place:Oezjhorod|place:Xinjiang"},
        NameCase{"arabic_article", "De bewoners van Wadi al-Seeq vertrokken.", "place:Wadi al-Seeq"},
        NameCase{"treaty", "De schending van het Espoo-verdrag.", "legislation:Espoo-verdrag"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Units, Names,
    testing::Values(NameCase{"behind_slash", "De prijs is 4.500 euro/MWh in Gent.", "place:Gent"},
                    NameCase{"behind_figure", "Een park van 3 MW en 400 kV in Gent.", "place:Gent"},
                    NameCase{"glued_to_figure", "Een lijn van 10Gbps en 5 Gbps.", ""}),
    [](const auto& row) { return std::string(row.param.name); });

struct AliasCase {
  const char* name;
  std::string_view text;
  std::string_view entity;  // its name and aliases, the name first
};
class Aliases : public testing::TestWithParam<AliasCase> {};

TEST_P(Aliases, ComeTogether) {
  const EntityList list = find(GetParam().text);
  ASSERT_FALSE(list.entities.empty());
  std::string written = list.entities[0].name;
  for (const std::string& alias : list.entities[0].aliases) written += '|' + alias;
  EXPECT_EQ(written, GetParam().entity);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Aliases,
    testing::Values(
        AliasCase{"definition", "Het Bureau voor Bruggen (BVB) meldt. De BVB zwijgt.",
                  "Bureau voor Bruggen|BVB"},
        AliasCase{"small_letters", "De nationale beekoverheid (NBO) meldt dat de NBO zwijgt.",
                  "nationale beekoverheid|NBO"},
        AliasCase{"bracket_inside",
                  "De provinciale beekoverheid (PBO) Drenthe meldt. Ook PBO Drenthe zwijgt.",
                  "provinciale beekoverheid (PBO) Drenthe|PBO Drenthe"},
        AliasCase{"case", "Met BEKLOOP wil men meer. Het Bekloop-project.", "BEKLOOP|Bekloop"},
        AliasCase{"hyphen", "De Oost-poort opent. Achter de OostPoort ligt water.", "Oost-poort|OostPoort"},
        AliasCase{"branch", "Dat meldt Quaetho Limburg. Ook Quaetho zwijgt.", "Quaetho Limburg|Quaetho"},
        AliasCase{"legal_form", "Dat meldt Quaetho vzw. Ook Quaetho zwijgt.", "Quaetho vzw|Quaetho"},
        AliasCase{"initials", "Het Bureau voor Oude Bruggen zwijgt. De BOB niet.",
                  "Bureau voor Oude Bruggen|BOB"},
        AliasCase{"short_name", "De Europese Commissie meldt. Wat zegt de Commissie?",
                  "Europese Commissie|Commissie"},
        AliasCase{"letter", "Bij Quaetho Valley en bij Quaetho Valely.", "Quaetho Valley|Quaetho Valely"},
        AliasCase{"gazetteer", "De NMBS betaalt. De Nationale Maatschappij der Belgische Spoorwegen niet.",
                  "Nationale Maatschappij der Belgische Spoorwegen|NMBS"},
        AliasCase{"compound", "Het project Bekloop is af. Het Bekloopprogramma ook.",
                  "Bekloopprogramma|Bekloop"},
        AliasCase{"apart", "Het Bureau voor Bruggen en het Bureau voor Beken.", "Bureau voor Bruggen"}),
    [](const auto& row) { return std::string(row.param.name); });

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
    EXPECT_FALSE(mention.rule.empty());
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

TEST(EntityFinder, ListsABodyOnceHoweverItIsWritten) {
  const EntityList found = find("De Blauwe Loods vzw groeit. Volgens De Blauwe Loods kan dat.");
  std::size_t bodies = 0;
  for (const Entity& entity : found.entities) bodies += entity.name.find("Loods") != std::string::npos;
  EXPECT_EQ(bodies, 1u);
}

TEST(EntityFinder, NamesAPlaceInCapitalsAsTheGazetteerDoes) {
  const EntityList found = find("De uitvoer van BELGIE en Nederland.");
  ASSERT_EQ(found.entities.size(), 2u);
  EXPECT_EQ(found.entities[0].name, "België");
  EXPECT_EQ(found.entities[0].aliases, std::vector<std::string>{"BELGIE"});
}

TEST(EntityFinder, LongHostileTextsEnd) {
  for (const std::string_view piece : {"van de ",
                                       "Van ",
                                       "A-",
                                       "(NMBS) ",
                                       "artikel 1 ",
                                       "Raad van ",
                                       "\"",
                                       "Jan ",
                                       "Departement A, ",
                                       "wet van 1 mei 2001 tot ",
                                       "ABC ",
                                       "ABC",
                                       "(",
                                       "(AB) ",
                                       "Agentschap Beta (AB) ",
                                       "nv A ",
                                       "Gent-Zuid, ",
                                       "Raad-",
                                       "het decreet over x en ",
                                       "de Wet x en ",
                                       "minister A (",
                                       "Ontwerpbesluit van de A tot ",
                                       "7",
                                       "de Abcdefen "}) {
    std::string text;
    while (text.size() < 500'000) text += piece;
    expect_sound(text, find(text));
  }
}

// A token that is known by its number gives the word that reading it gives, in glued texts as well.
TEST(EntityFinder, FindsTheSameWithAndWithoutNumbers) {
  static const Segmenter segmenter(dictionaries());
  static const EntityFinder finder(dictionaries());
  const std::string_view pieces[] = {"minister",
                                     "Van",
                                     "Overloop",
                                     "FIT",
                                     "FIT12",
                                     "België",
                                     "de",
                                     "Vlaamse",
                                     "regering",
                                     "opEU",
                                     "deCommissie",
                                     "EU-Commissie",
                                     "kmo's",
                                     "dienstverlening",
                                     "dienst",
                                     "wet van 8 april 1965",
                                     "(",
                                     ")",
                                     "2024Tweede",
                                     "5",
                                     "1.250",
                                     "www.vlaio.be",
                                     "x@y.be",
                                     "IV",
                                     "A",
                                     "'s-Gravenhage",
                                     "Imec.istart",
                                     "OpenbaarMinisterie",
                                     "Gent",
                                     "REGELING",
                                     "É"};
  const std::string_view spaces[] = {" ", " ", " ", ". ", "\n", "-", ", ", "", "   ", "/", "."};
  std::mt19937 random(3);
  const auto below = [&](std::size_t size) { return random() % size; };
  std::size_t mentions = 0;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 60; ++i)
      text.append(pieces[below(std::size(pieces))]).append(spaces[below(std::size(spaces))]);
    const Segmentation segmentation = segmenter.segment(text);
    const EntityList found = finder.find(text, segmentation);
    const EntityList read = finder.find(text, segmentation, {});
    ASSERT_EQ(found.entities, read.entities) << text;
    ASSERT_EQ(found.mentions, read.mentions) << text;
    mentions += found.mentions.size();
  }
  EXPECT_GT(mentions, 1000u);
}

}  // namespace
}  // namespace vraagbaak::analysis
