// SPDX-License-Identifier: EUPL-1.2
#include "indexer/note_mark_splitter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "indexer/document_analyzer.h"
#include "tests/support/shared_data.h"

namespace vraagbaak::indexer {
namespace {

const DocumentAnalyzer& analyzer() {
  static const DocumentAnalyzer one(analysis::DictionarySource::built_in());
  return one;
}

// "51 klassen" -> "5": the figure at the first "#", which is taken out of the text; its span must hold.
std::string read_at_mark(std::string text) {
  const std::size_t at = text.find('#');
  text.erase(at, 1);
  for (const Figure& figure : analyzer().analyze("a.txt", text).figures) {
    if (figure.span.begin == at) return figure.value ? figure.value->print() : "no value";
  }
  return "no figure";
}

std::string page(std::string_view lead, std::size_t items, std::string_view note) {
  std::string text(lead);
  text += ":\n\n";
  for (std::size_t i = 0; i < items; ++i) text += "\u2022 Een klas met een plan voor de tuin.\n\n";
  return text.append("Alles is klaar.\n\n").append(note).append("\n");
}

constexpr const char* kNote = "1  De klas van meester Jan stopte ermee.";

struct SplitCase {
  const char* name;
  std::string text;
  const char* value;
};
class NoteMark : public testing::TestWithParam<SplitCase> {};
TEST_P(NoteMark, IsPartedOnlyOnStrongEvidence) {
  EXPECT_EQ(read_at_mark(GetParam().text), GetParam().value);
}
INSTANTIATE_TEST_SUITE_P(
    Pages, NoteMark,
    testing::Values(
        SplitCase{"list_and_the_one_of_the_note", page("Er zijn #51 klassen gekozen", 4, kNote), "5"},
        SplitCase{"whole_list", page("Er zijn #41 klassen gekozen", 4, kNote), "4"},
        SplitCase{"note_of_several", page("Er zijn #41 klassen gekozen", 4, "1  De klassen zijn gemengd."),
                  "4"},
        SplitCase{"second_note", page("Er zijn #42 klassen gekozen", 4, "2  De klas van Jan stopte ermee."),
                  "4"},
        SplitCase{"list_of_other_length", page("Er zijn #51 klassen gekozen", 3, kNote), "51"},
        SplitCase{"note_of_several_takes_none_away",
                  page("Er zijn #51 klassen gekozen", 4, "1  De klassen zijn gemengd."), "51"},
        SplitCase{"no_list", page("Er zijn #11 klassen gekozen", 0, kNote), "11"},
        SplitCase{"note_on_something_else", page("Er zijn #51 klassen gekozen", 4, "1  Zie de site."), "51"},
        SplitCase{"other_note", page("Er zijn #51 klassen gekozen", 4, "2  De klas van Jan stopte ermee."),
                  "51"},
        SplitCase{"no_note", page("Er zijn #51 klassen gekozen", 4, "Een klas van Jan stopte ermee."), "51"},
        SplitCase{"mark_seen_elsewhere", page("Er zijn #51 klassen gekozen in de stad1", 4, kNote), "51"},
        SplitCase{"two_that_end_so", page("Er zijn #51 klassen gekozen uit 91 klassen", 4, kNote), "51"},
        SplitCase{"no_blank_line_before",
                  page("Er zijn #51 klassen gekozen", 4, "Zo is het.\n1  De klas stopte."), "51"},
        SplitCase{"page_between",
                  page("Er zijn #51 klassen gekozen", 4, "Zo is het.\n\n\f1  De klas van Jan stopte."),
                  "51"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(NoteMark, LeavesThreeReferencesAndCounts) {
  const std::string text = page("Er zijn 51 klassen gekozen", 4, kNote);
  const Document document = analyzer().analyze("a.txt", text);
  std::vector<std::pair<std::string, FigureKind>> said;
  for (const Figure& figure : document.figures) {
    const std::string digits(figure.span.in(document.text));
    if (digits == "5" || digits == "1") said.emplace_back(digits, figure.kind);
  }
  const std::vector<std::pair<std::string, FigureKind>> wanted = {
      {"5", FigureKind::count}, {"1", FigureKind::ordinal_ref}, {"1", FigureKind::ordinal_ref}};
  EXPECT_EQ(said, wanted);
}

// The case in the genre that showed the class: six projects, five in the list and one in the note.
TEST(NoteMark, IsPartedInTheSharedReport) {
  const auto shared = shared_data();
  if (!shared) GTEST_SKIP() << "no ../shared";
  std::ostringstream text;
  text << std::ifstream(*shared / "corpus/bijlage-stand-van-zaken-vlaanderen-versnelt.txt").rdbuf();
  const Document document = analyzer().analyze("a.txt", text.str());
  const std::size_t at = document.text.find("61 projecten");
  ASSERT_NE(at, std::string::npos);
  for (const Figure& figure : document.figures) {
    if (figure.span.begin != at) continue;
    EXPECT_EQ(figure.value, Decimal(6));
    EXPECT_EQ(figure.unit, "projecten");
    return;
  }
  FAIL() << "no figure there";
}

}  // namespace
}  // namespace vraagbaak::indexer
