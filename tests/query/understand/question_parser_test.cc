// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/question_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "model/error.h"
#include "query/understand/glossary.h"
#include "query/understand/word_group.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::query {
namespace {

const analysis::DictionarySource& dictionaries() {
  static const analysis::DictionarySource source = analysis::DictionarySource::built_in();
  return source;
}
const analysis::Analyzer& analyzer() {
  static const analysis::Analyzer made(dictionaries());
  return made;
}
const QuestionParser& parser() {
  static const QuestionParser made(dictionaries(), analyzer());
  return made;
}

bool says(const Question& question, std::string_view term) {
  return std::ranges::any_of(question.terms, [&](const QuestionTerm& at) {
    return std::ranges::any_of(at.variants, [&](const TermVariant& variant) {
      return variant.terms.size() == 1 && variant.terms[0] == term;
    });
  });
}

struct KindCase {
  const char* name;
  std::string_view question;
  std::string_view language;
  AnswerKind kind;
};
class ExpectedKind : public testing::TestWithParam<KindCase> {};
TEST_P(ExpectedKind, IsRead) {
  const Question question = parser().parse(GetParam().question);
  EXPECT_EQ(question.language, GetParam().language);
  EXPECT_EQ(to_string(question.kinds.likeliest()), to_string(GetParam().kind)) << GetParam().question;
}
INSTANTIATE_TEST_SUITE_P(
    Question, ExpectedKind,
    testing::Values(
        KindCase{"how_many", "Hoeveel bussen reden er in 2019?", "nl", AnswerKind::count},
        KindCase{"adjective", "Hoeveel nieuwe laadpalen kwamen erbij?", "nl", AnswerKind::count},
        KindCase{"costs", "Hoeveel kost het zwembad?", "nl", AnswerKind::money},
        KindCase{"mass_noun", "Hoeveel ontwikkelingshulp ging er naar Mali?", "nl", AnswerKind::money},
        KindCase{"compound_head", "jaarlijkse onderhoudskosten brug", "nl", AnswerKind::money},
        KindCase{"percent", "Hoeveel procent van de leerlingen fietst?", "nl", AnswerKind::percentage},
        KindCase{"share", "aandeel zonne-energie", "nl", AnswerKind::percentage},
        KindCase{"when", "Wanneer opende het museum?", "nl", AnswerKind::date},
        KindCase{"until_when", "Tot wanneer loopt de regeling?", "nl", AnswerKind::date},
        KindCase{"dangling", "regeling thuisbatterijen verlengd tot", "nl", AnswerKind::date},
        KindCase{"ask_at_the_end", "aangifte indienen bij wie", "nl", AnswerKind::person},
        KindCase{"agent_first", "ontwikkelaar reisapp", "nl", AnswerKind::organisation},
        KindCase{"agent_last", "steun zonnepark begunstigde", "nl", AnswerKind::organisation},
        KindCase{"measure_last", "geseponeerde dossiers aandeel", "nl", AnswerKind::percentage},
        KindCase{"relative_where", "gemeenten waar gerookt werd 2016", "nl", AnswerKind::count},
        KindCase{"degree", "Hoe vol zat de parking?", "nl", AnswerKind::percentage},
        KindCase{"how_it_goes", "Hoe verloopt de controle?", "nl", AnswerKind::text},
        KindCase{"unit_first", "uren stage opleiding", "nl", AnswerKind::number},
        KindCase{"unit_behind_adjective", "How many working days of leave do they get?", "en",
                 AnswerKind::number},
        KindCase{"fines_are_counted", "Hoeveel boetes schreef de dienst uit?", "nl", AnswerKind::count},
        KindCase{"means_are_not", "Hoeveel middelen kreeg de dienst?", "nl", AnswerKind::money},
        KindCase{"adjective_without_ending", "Hoeveel sociaal werkers telt de stad?", "nl",
                 AnswerKind::count},
        KindCase{"other", "Met hoeveel andere landen is er overleg?", "nl", AnswerKind::count},
        KindCase{"what_wants", "Wat wil de minister met de regeling?", "nl", AnswerKind::text},
        KindCase{"what_gets", "Wat krijgt het museum van het instituut?", "nl", AnswerKind::money},
        KindCase{"words_of_both_languages", "brand flatgebouw slachtoffers", "nl", AnswerKind::count},
        KindCase{"where", "Waar staat het archief?", "nl", AnswerKind::place},
        KindCase{"who", "Wie is de voorzitter van de raad?", "nl", AnswerKind::person},
        KindCase{"role", "secretaris van de adviesraad", "nl", AnswerKind::person},
        KindCase{"firm", "Welk bedrijf leverde de bussen?", "nl", AnswerKind::organisation},
        KindCase{"list", "Welke gemeenten doen mee?", "nl", AnswerKind::list},
        KindCase{"learned_plural", "Welke onderzoekscentra doen mee?", "nl", AnswerKind::list},
        KindCase{"role_behind_which", "Welke econoom schreef het advies?", "nl", AnswerKind::person},
        KindCase{"body_behind_which", "Welke verzekeraar deed een voorstel?", "nl", AnswerKind::organisation},
        KindCase{"place_behind_which", "In welk dorp brandde de winkel af?", "nl", AnswerKind::place},
        KindCase{"noun_elsewhere", "aantal treinen station Zandbeek", "nl", AnswerKind::count},
        KindCase{"en_body_behind_which", "Which insurer made a proposal?", "en", AnswerKind::organisation},
        KindCase{"en_place_behind_which", "In which village did the shop burn?", "en", AnswerKind::place},
        KindCase{"why", "Waarom ging de lijn dicht?", "nl", AnswerKind::text},
        KindCase{"plural_look_up", "klachten over de wachttijd", "nl", AnswerKind::count},
        KindCase{"en_how_much", "How much does the bridge cost?", "en", AnswerKind::money},
        KindCase{"en_how_many", "How many buses ran in 2019?", "en", AnswerKind::count},
        KindCase{"en_share", "What share of the pupils cycles?", "en", AnswerKind::percentage},
        KindCase{"mixed_share", "zuivel en graan share export", "en", AnswerKind::percentage},
        KindCase{"en_when", "When did the museum open?", "en", AnswerKind::date},
        KindCase{"en_look_up", "budget spent on cycling", "en", AnswerKind::money},
        KindCase{"en_change", "By how much did the turnover change?", "en", AnswerKind::percentage}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(QuestionTerms, SkipTheWordsThatOnlyAsk) {
  const Question question = parser().parse("Hoeveel bussen waren er in de stad?");
  ASSERT_EQ(question.terms.size(), 2u);
  EXPECT_TRUE(question.terms[0].is_counted);
  EXPECT_FALSE(question.terms[1].is_counted);
}

TEST(QuestionTerms, HoldSynonymsBelowTheWordItself) {
  const Question question = parser().parse("Hoeveel is er besteed?");
  ASSERT_EQ(question.terms.size(), 1u);
  EXPECT_EQ(question.terms[0].variants.front().strength, 1);
  EXPECT_TRUE(says(question, analyzer().stem_term("uitgegeven")));
  for (const TermVariant& variant : question.terms[0].variants) EXPECT_LE(variant.strength, 1);
}

TEST(QuestionTerms, TranslateEnglishButNoNames) {
  const Question question = parser().parse("How much of the budget did Zorvex receive?");
  EXPECT_TRUE(says(question, analyzer().stem_term("begroting")));
  const auto name = std::ranges::find(question.terms, "zorvex", &QuestionTerm::word);
  ASSERT_NE(name, question.terms.end());
  EXPECT_TRUE(name->is_name);
  EXPECT_EQ(name->variants.front().terms.front(), "zorvex");
}

TEST(QuestionTerms, KeepYearsAndTheYearInAColumnCode) {
  EXPECT_EQ(parser().parse("uitgaven 2018 en 2019").years, (std::vector<int>{2018, 2019}));
  EXPECT_EQ(parser().parse("fietspaden 2018BA").years, (std::vector<int>{2018}));
  EXPECT_TRUE(parser().parse("lijn 3317").years.empty());
  EXPECT_TRUE(parser().parse("nummer 20181").years.empty());
}

TEST(QuestionTerms, KnowTheDocumentNumberAndWhoIsMeant) {
  const Question asked = parser().parse("indiener schriftelijke vraag 12");
  EXPECT_EQ(asked.document_number, "12");
  EXPECT_TRUE(asked.asks_asker);
  EXPECT_FALSE(asked.asks_answerer);
  EXPECT_TRUE(parser().parse("Who answered written question 12?").asks_answerer);
}

TEST(QuestionTerms, GiveTheSizeOfTheList) {
  EXPECT_EQ(parser().parse("Welke drie steden doen mee?").list_size, 3);
  EXPECT_FALSE(parser().parse("Welke steden doen mee?").list_size.has_value());
}

TEST(QuestionParser, TellsWhatTheItemsOfAListMustBe) {
  const auto item_kind = [](std::string_view question) { return parser().parse(question).item_kind; };
  EXPECT_EQ(item_kind("Welke steden doen mee?"), AnswerKind::place);
  EXPECT_EQ(item_kind("In which cities are there offices?"), AnswerKind::place);
  EXPECT_EQ(item_kind("Welke drie verzekeraars tekenden?"), AnswerKind::organisation);
  EXPECT_EQ(item_kind("Wie tekende het akkoord?"), AnswerKind::person);
  EXPECT_EQ(item_kind("Waar komt de school?"), AnswerKind::place);
  EXPECT_EQ(item_kind("Welke maatregelen namen de steden?"), std::nullopt);
  EXPECT_EQ(item_kind("Hoeveel kost het?"), std::nullopt);
}

TEST(HostileQuestions, GiveNoTermsAndNoCrash) {
  for (const std::string_view text : {"", "   ", "\"", "???", "*", "\xff\xfe\x80", "\0\0"}) {
    EXPECT_TRUE(parser().parse(text).terms.empty()) << text;
  }
}

TEST(HostileQuestions, ReadOnlySoManyWords) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "bussen ";
  EXPECT_LE(parser().parse(text).terms.size(), 200u);
}

TEST(EnglishBaseForms, TakeEndingsOff) {
  const auto has = [](std::string_view word, std::string_view form) {
    const auto forms = english_base_forms(word);
    return std::ranges::find(forms, form) != forms.end();
  };
  EXPECT_TRUE(has("policies", "policy"));
  EXPECT_TRUE(has("granted", "grant"));
  EXPECT_TRUE(has("planned", "plan"));
  EXPECT_TRUE(has("investing", "invest"));
  EXPECT_TRUE(has("financing", "finance"));
  EXPECT_FALSE(has("class", "clas"));
}

// The built-in glossary is looked up as it stands; one that is laid over it is read, normalized and sorted.
TEST(Glossary, IsTheSameBuiltInAndLaidOver) {
  const testing_support::TempFolder folder;
  folder.write("en-nl/glossary.tsv", std::string(dictionaries().text("en-nl/glossary.tsv")));
  const auto laid = analysis::DictionarySource::with_folder(folder.path());
  const Glossary built_in(dictionaries());
  const Glossary read(laid);
  for (const auto& row :
       analysis::DictionaryFile(dictionaries(), "en-nl/glossary.tsv", {"english", "dutch"})) {
    const std::vector<std::string> words = split_words(analysis::normalize(row[0]));
    const auto expected = read.find(words);
    const auto found = built_in.find(words);
    ASSERT_TRUE(expected && found) << row[0];
    EXPECT_EQ(found->words, words.size()) << row[0];
    EXPECT_EQ(expected->words, words.size()) << row[0];
    EXPECT_EQ(found->dutch, expected->dutch) << row[0];
    EXPECT_EQ(found->dutch, split_word_group(row[1])) << row[0];
  }
}

TEST(Glossary, RefusesWhatIsBroken) {
  const testing_support::TempFolder folder;
  for (const char* line : {"ant\t\n", "ant\tmier\nAnt\tmier\n"}) {
    folder.write("en-nl/glossary.tsv", std::string("#: english\tdutch\n") + line);
    const auto laid = analysis::DictionarySource::with_folder(folder.path());
    EXPECT_THROW(Glossary{laid}, Error) << line;
  }
}

TEST(Glossary, PrefersTheLongestPhrase) {
  const Glossary glossary(dictionaries());
  const std::vector<std::string> words{"member", "states", "pay"};
  const auto entry = glossary.find(words);
  ASSERT_TRUE(entry.has_value());
  EXPECT_EQ(entry->words, 2u);
  EXPECT_EQ(entry->dutch.front(), "lidstaten");
  EXPECT_FALSE(glossary.find(std::vector<std::string>{"zorvex"}).has_value());
  EXPECT_FALSE(glossary.find({}).has_value());
}

}  // namespace
}  // namespace vraagbaak::query
