// SPDX-License-Identifier: EUPL-1.2
// A question in one file and its answer in another.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "query/answerer.h"
#include "query/related_documents.h"
#include "query/searcher.h"
#include "query/unanswered/unanswered_lister.h"
#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

using testing_support::dictionaries;
using testing_support::Documents;
using testing_support::SmallIndex;

constexpr const char* kAsked =
    "Tweede Kamer der Staten-Generaal\nVergaderjaar 2023-2024 Vragen gesteld door de leden der "
    "Kamer\n\n2024Z10001\n"
    "Vragen van het lid Peeters (XY) aan de Minister van Mobiliteit over het ver-\ndwijnen van overwegen "
    "(ingezonden 3 mei 2024).\nVraag 1\nHoeveel overwegen zijn er in Zeeland verdwenen?\nVraag 2\nHoeveel "
    "ontving de "
    "aannemer voor het werk aan de overwegen?\nVraag 3\nWie betaalt het onderhoud van de slagbomen?\n";
constexpr const char* kAnswered =
    "AH 12\n2024Z10001\nAntwoord van Minister Claes (Mobiliteit) (ontvangen 30 mei 2024)\n\nAntwoord 1\nDat "
    "waren er "
    "34 in het afgelopen jaar.\n\nAntwoord 2\nDat bedroeg 1,2 miljoen euro.\n";
const Documents kTwo = {{"kv-tk-2024Z10001.txt", kAsked}, {"ah-tk-20232024-12.txt", kAnswered}};

std::vector<OpenQuestion> open_questions(const Documents& documents) {
  const SmallIndex index(documents);
  const GapWords words(dictionaries());
  const auto found = find_unanswered(index.reader, words, index.citations, {"", false});
  return found ? *found : std::vector<OpenQuestion>();
}

// The answers named with the first passage found.
std::vector<Citation> answers_to(const std::string& query, const Documents& documents) {
  const SmallIndex index(documents);
  const Searcher searcher(index.reader, testing_support::analyzer(), index.citations);
  const auto found = searcher.search(query, 5);
  EXPECT_TRUE(found && !found->result.hits.empty()) << query;
  return found && !found->result.hits.empty() ? found->result.hits.front().answers : std::vector<Citation>();
}

TEST(TwoFiles, AreAskedAsOne) {
  Documents documents = kTwo;
  documents.emplace_back("ander.txt", "De minister van Mobiliteit bezocht Zeeland. Het kostte 5 euro.\n");
  const SmallIndex index(documents);
  const Answerer answerer(index.reader, dictionaries(), testing_support::analyzer());
  const Answer answer = answerer.ask("Hoeveel ontving de aannemer voor het werk aan de overwegen?");
  ASSERT_TRUE(answer.best);
  EXPECT_EQ(answer.best->text, "1,2 miljoen euro");
  EXPECT_EQ(answer.best->citation.document, "ah-tk-20232024-12.txt");
  EXPECT_EQ(answer.best->citation.section, "2");
}

TEST(TwoFiles, LeaveOpenWhatNeitherAnswers) {
  EXPECT_TRUE(open_questions({kTwo[0]}).empty());  // no answer yet: nothing was left out of it
  EXPECT_TRUE(open_questions({kTwo[1]}).empty());
  const auto open = open_questions(kTwo);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].label, "3");
  EXPECT_EQ(open[0].question.document, "kv-tk-2024Z10001.txt");
}

TEST(TwoFiles, ANoteThatAnswersTheRestClosesTheQuestion) {
  const Documents one = {
      {"antwoord.txt",
       "2024Z10001\nVraag 1\nHoeveel overwegen zijn er verdwenen?\nAntwoord 1\nDat waren er 34.\n"
       "Vraag 2\nWie betaalt het onderhoud?\nVraag 3\nWanneer?\nAntwoord 3\nIn 2025.\n"}};
  EXPECT_EQ(open_questions(one).size(), 1U);
  Documents both = one;
  both.emplace_back("aanvulling-2024Z10001.txt",
                    "Aanvullend antwoord\n\nAntwoord 2\nDe gemeente.\n\nAntwoord 3\nIn maart 2025.\n");
  EXPECT_TRUE(open_questions(both).empty());
}

TEST(TwoFiles, AreNamedBySearch) {
  const auto answers = answers_to("aannemer", kTwo);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].document, "ah-tk-20232024-12.txt");
  EXPECT_NE(answers[0].quote.find("1,2 miljoen"), std::string::npos);
}

// The Handelingen do not repeat the number of the case; question and answer are called the same.
TEST(TwoFiles, AreKnownByWhatTheyAreCalled) {
  const Documents documents = {
      {"een.txt", kAsked},
      {"twee.txt",
       "Aanhangsel van de Handelingen\n12\nVragen van het lid Peeters (XY) aan de Minister van Mobiliteit "
       "over het "
       "verdwijnen vanoverwegen (ingezonden 3 mei 2024).\nAntwoord van Minister Claes (ontvangen 30 mei "
       "2024).\n"
       "Antwoord 1\nDat waren er 34.\nAntwoord 2 en 3\nDat bedroeg 1,2 miljoen euro.\n"}};
  EXPECT_TRUE(open_questions(documents).empty());
  const auto answers = answers_to("slagbomen", documents);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].document, "twee.txt");
}

// A number that is only mentioned ties nothing together.
TEST(TwoFiles, AreNotTiedByAMention) {
  EXPECT_TRUE(answers_to("aannemer", {kTwo[0],
                                      {"brief.txt",
                                       "Zie ook uw vragen met nummer 2024Z10001 van 3 mei.\n\nAntwoord 1\n"
                                       "Ja.\n\nAntwoord 2\nNee.\n"}})
                  .empty());
}

// What belongs to the first of the documents.
std::vector<std::string> related_to(const Documents& documents) {
  const SmallIndex index(documents);
  auto record = index.reader.find_document(documents.front().first);
  std::vector<std::string> found;
  for (const RelatedDocument& other :
       related_documents(index.reader, read_whole_document(index.reader, *std::move(record))))
    found.push_back(std::string(to_string(other.relation)) + " " + other.record.path);
  return found;
}

TEST(TwoFiles, AreNamedBesideEachOther) {
  const Documents annexed = {
      {"antwoord.txt", "2024Z10001\nVraag 1\nHoeveel?\nAntwoord 1\nZie cijfers_2016.csv.\n"},
      {"cijfers_2016.csv", "Haven;ontvangen\nGent;1200\n"},
      {"ander.txt", "De minister bezocht Zeeland.\n"}};
  EXPECT_EQ(related_to(annexed), (std::vector<std::string>{"annex cijfers_2016.csv"}));
  EXPECT_EQ(related_to({annexed[1], annexed[0]}), (std::vector<std::string>{"annex_of antwoord.txt"}));
  EXPECT_EQ(related_to({annexed[2], annexed[0], annexed[1]}), std::vector<std::string>());
  EXPECT_EQ(related_to(kTwo), (std::vector<std::string>{"answers ah-tk-20232024-12.txt"}));
  EXPECT_EQ(related_to({kTwo[1], kTwo[0]}), (std::vector<std::string>{"asks kv-tk-2024Z10001.txt"}));
}

// --- annexes

constexpr const char* kQuestion =
    "2024Z10001\nVraag 1\nHoeveel kreeg elke haven van het fonds?\nAntwoord 1\n";
constexpr const char* kFigures = "Haven;ontvangen\nGent;1200\nOostende;700\n";

// The documents found as annexes of the answer in the first document.
std::vector<std::string> annexes_of(const Documents& documents) {
  const SmallIndex index(documents);
  const auto answer = index.reader.find_document(documents.front().first);
  std::vector<std::string> found;
  for (const store::SectionRecord& section : index.reader.sections(answer->id)) {
    for (const store::DocumentId annex : index.reader.annexes(section.id)) {
      found.push_back(index.reader.document(annex)->path);
      EXPECT_EQ(index.reader.answers_naming(annex), std::vector<store::PartId>{section.id});
    }
  }
  // None is found the other way that was not found this way.
  std::size_t naming = 0;
  for (const auto& document : index.reader.documents())
    naming += index.reader.answers_naming(document.id).size();
  EXPECT_EQ(naming, found.size());
  std::ranges::sort(found);
  return found;
}

struct AnnexCase {
  const char* name;
  std::string said;  // in the answer
  std::vector<std::string> files;
  std::vector<std::string> found;
};
class Annex : public testing::TestWithParam<AnnexCase> {};
TEST_P(Annex, IsTheFileThatIsMeant) {
  Documents documents = {{"antwoord.txt", kQuestion + GetParam().said + "\n"}};
  int number = 0;
  for (const std::string& file : GetParam().files)
    documents.emplace_back(file, kFigures + ("Brugge;" + std::to_string(++number)) + "\n");
  EXPECT_EQ(annexes_of(documents), GetParam().found);
}
INSTANTIATE_TEST_SUITE_P(
    All, Annex,
    testing::Values(
        AnnexCase{"file", "Zie cijfers_2016.csv.", {"cijfers_2016.csv"}, {"cijfers_2016.csv"}},
        AnnexCase{"other_case", "Zie Cijfers_2016.CSV.", {"cijfers_2016.csv"}, {"cijfers_2016.csv"}},
        AnnexCase{"file_elsewhere", "Zie cijfers_2016.csv.", {"map/cijfers_2016.csv"}, {}},
        AnnexCase{"longer_name", "Zie cijfers_2016.csv.", {"oude_cijfers_2016.csv"}, {}},
        AnnexCase{"belgian",
                  "Per jaar:2016201713947-11-405-nl-fr",
                  {"map/2016201713947-11-405-nl-fr.csv"},
                  {"map/2016201713947-11-405-nl-fr.csv"}},
        AnnexCase{"belgian_parts",
                  "Per jaar.2016201713976-12-1008-nl-fr-2",
                  {"2016201713976-12-1008-nl-fr-1.csv", "2016201713976-12-1008-nl-fr-2.csv"},
                  {"2016201713976-12-1008-nl-fr-2.csv"}},
        AnnexCase{
            "published", "Zie blg-1184123.", {"blg-1184123.csv", "blg-11841234.csv"}, {"blg-1184123.csv"}},
        AnnexCase{
            "document_number", "Zie 2024D40329.", {"2024D40329-cijfers.csv"}, {"2024D40329-cijfers.csv"}},
        AnnexCase{"own", "Zie de bijlage.", {"2024Z10001-bijlage.csv"}, {"2024Z10001-bijlage.csv"}},
        AnnexCase{"own_numbered",
                  "Die staan in bijlage 2 bij dit antwoord.",
                  {"2024Z10001-bijlage-1.csv", "2024Z10001-bijlage-2.csv"},
                  {"2024Z10001-bijlage-2.csv"}},
        AnnexCase{"own_all",
                  "Zie bijlagen.",
                  {"2024Z10001-bijlage-1.csv", "2024Z10001-bijlage-2.csv"},
                  {"2024Z10001-bijlage-1.csv", "2024Z10001-bijlage-2.csv"}},
        AnnexCase{"own_which", "Zie bijlage.", {"2024Z10001-bijlage-1.csv", "2024Z10001-bijlage-2.csv"}, {}},
        AnnexCase{"of_another_case", "Zie de bijlage.", {"2024Z10002-bijlage.csv"}, {}},
        AnnexCase{"no_annex", "Zie de bijlage.", {"2024Z10001-brief.csv"}, {}},
        AnnexCase{"not_said", "Dat is niet bekend.", {"2024Z10001-bijlage.csv"}, {}},
        AnnexCase{"of_something_else", "Zie bijlage 2 bij het besluit.", {"2024Z10001-bijlage-2.csv"}, {}}),
    [](const auto& row) { return std::string(row.param.name); });

const Documents kWithAnnex = {{"antwoord.txt", std::string(kQuestion) + "Zie de bijlage.\n"},
                              {"2024Z10001-bijlage.csv", kFigures}};

TEST(Annexes, AreNamedBySearch) {
  const SmallIndex index(kWithAnnex);
  const Searcher searcher(index.reader, testing_support::analyzer(), index.citations);
  for (const char* query : {"fonds", "\"zie de bijlage\""}) {
    const auto found = searcher.search(query, 5);
    ASSERT_TRUE(found && !found->result.hits.empty()) << query;
    ASSERT_EQ(found->result.hits.front().annexes.size(), 1U) << query;
    EXPECT_EQ(found->result.hits.front().annexes[0].document, "2024Z10001-bijlage.csv");
  }
}

// The annex says nothing of the fund; its question does.
TEST(Annexes, AreAskedWithTheQuestion) {
  Documents documents = kWithAnnex;
  documents.emplace_back("ander.csv", "Haven;uitgegeven\nGent;990\nOostende;80\n");
  const SmallIndex index(documents);
  const Answerer answerer(index.reader, dictionaries(), testing_support::analyzer());
  const Answer answer = answerer.ask("Hoeveel kreeg de haven van Gent van het fonds?");
  ASSERT_TRUE(answer.best);
  EXPECT_EQ(answer.best->citation.document, "2024Z10001-bijlage.csv");
  EXPECT_EQ(answer.best->text, "1200");
}

}  // namespace
}  // namespace vraagbaak::query
