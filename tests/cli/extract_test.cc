// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/program.h"

namespace vraagbaak {
namespace {

using Extract = ProgramTest;

constexpr std::string_view kQuestion =
    "Schriftelijke vraag nr. 12 van AN PEETERS\n\n"
    "Brugonderhoud – stand van zaken\n\n"
    "1. Hoeveel bruggen zijn er geïnspecteerd?\n\n"
    "2. Wat was het budget?\n\n"
    "ANTWOORD\nop vraag nr. 12 van 3 maart 2021\n\n"
    "1. Er zijn 42 bruggen geïnspecteerd. Dat is één meer dan in 2020.\n\n"
    "2. Het budget bedroeg 1,5 miljoen euro.\n";

TEST_F(Extract, GivesOneObjectAFile) {
  write("vraag.txt", kQuestion);
  const RunResult extract = run({"extract", "--json", "vraag.txt", "vraag.txt"});
  EXPECT_EQ(extract.code, 0);
  EXPECT_TRUE(extract.err.empty()) << extract.err;
  const auto objects = lines(extract.out);
  ASSERT_EQ(objects.size(), 2u);
  for (const char* key :
       {"file", "figures", "entities", "sentences", "sections", "pairs", "unanswered", "tables"}) {
    EXPECT_TRUE(objects[0].contains(key)) << key;
  }
  EXPECT_EQ(objects[0].at("file").get<std::string>(), "vraag.txt");
}

TEST_F(Extract, CountsCharactersNotBytes) {
  write("vraag.txt", kQuestion);
  const auto object = lines(run({"extract", "--json", "vraag.txt"}).out).at(0);
  ASSERT_FALSE(object.at("sentences").empty());
  std::string joined;
  for (const auto& sentence : object.at("sentences")) {
    const std::string text =
        characters(kQuestion, sentence.at("start").get<std::size_t>(), sentence.at("end").get<std::size_t>());
    EXPECT_FALSE(text.empty());
    for (const auto& token : sentence.at("tokens")) {
      const std::string word =
          characters(kQuestion, token.at(0).get<std::size_t>(), token.at(1).get<std::size_t>());
      EXPECT_EQ(word.find_first_of(" \n"), std::string::npos) << word;
      joined += word;
    }
  }
  std::string ink;
  for (const char c : kQuestion) {
    if (c != ' ' && c != '\n') ink += c;
  }
  EXPECT_EQ(joined, ink);
  for (const char* list : {"figures", "entities"}) {
    for (const auto& item : object.at(list)) {
      EXPECT_EQ(item.at("text").get<std::string>(), characters(kQuestion, item.at("start").get<std::size_t>(),
                                                               item.at("end").get<std::size_t>()));
    }
  }
}

TEST_F(Extract, LinksQuestionsToAnswers) {
  write("vraag.txt", kQuestion);
  const auto object = lines(run({"extract", "--json", "vraag.txt"}).out).at(0);
  ASSERT_EQ(object.at("pairs").size(), 2u) << object.at("pairs").dump();
  const auto& pair = object.at("pairs").at(1);
  const auto span = [&](const char* key) {
    return characters(kQuestion, pair.at(key).at(0).get<std::size_t>(),
                      pair.at(key).at(1).get<std::size_t>());
  };
  EXPECT_EQ(pair.at("label").get<std::string>(), "2");
  EXPECT_NE(span("question").find("Wat was het budget?"), std::string::npos);
  EXPECT_NE(span("answer").find("1,5 miljoen euro"), std::string::npos);
}

TEST_F(Extract, TakesEveryLineByItself) {
  const std::string input = "Er kwamen zes vragen.\r\n\nDat is één.";
  const RunResult extract = run({"extract", "--lines", "--json", "-"}, input);
  EXPECT_EQ(extract.code, 0);
  const auto objects = lines(extract.out);
  ASSERT_EQ(objects.size(), 3u);
  EXPECT_EQ(objects[0].at("input").get<std::string>(), "Er kwamen zes vragen.");
  EXPECT_EQ(objects[1].at("input").get<std::string>(), "");
  EXPECT_EQ(objects[2].at("sentences").at(0).at("end").get<std::size_t>(), 11u);
  EXPECT_FALSE(objects[0].contains("sections"));
}

TEST_F(Extract, CountsRelativeDatesFromTheReferenceDay) {
  write("kort.txt", "De brug ging gisteren open.\n");
  for (const std::vector<std::string>& way :
       {std::vector<std::string>{"kort.txt"}, {"--lines", "kort.txt"}}) {
    std::vector<std::string> arguments = {"extract", "--json", "--reference-date", "2021-03-01"};
    arguments.insert(arguments.end(), way.begin(), way.end());
    const auto figures = lines(run(arguments).out).at(0).at("figures");
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures.at(0).at("date").get<std::string>(), "2021-02-28");
  }
  EXPECT_TRUE(lines(run({"extract", "--json", "kort.txt"}).out).at(0).at("figures").empty());
}

TEST_F(Extract, DropsAByteOrderMark) {
  write("bom.txt",
        "\xEF\xBB\xBF"
        "Eén zin.");
  const auto object = lines(run({"extract", "--json", "bom.txt"}).out).at(0);
  EXPECT_EQ(object.at("sentences").at(0).at("start").get<std::size_t>(), 0u);
}

TEST_F(Extract, NothingFoundIsOne) {
  write("leeg.txt", "");
  const RunResult empty = run({"extract", "--json", "leeg.txt"});
  EXPECT_EQ(empty.code, 1);
  EXPECT_EQ(lines(empty.out).size(), 1u);
}

TEST_F(Extract, GoesOnAfterAFileItCannotRead) {
  write("vraag.txt", kQuestion);
  const RunResult extract = run({"extract", "--json", "weg.txt", "docs", "vraag.txt"});
  EXPECT_EQ(extract.code, 2);
  EXPECT_EQ(lines(extract.out).size(), 1u);
  EXPECT_NE(extract.err.find("weg.txt"), std::string::npos);
  EXPECT_NE(extract.err.find("docs"), std::string::npos);
}

struct HostileCase {
  const char* name;
  std::string text;
};
class Hostile : public ProgramTest, public testing::WithParamInterface<HostileCase> {};
TEST_P(Hostile, BytesGiveValidJson) {
  for (const bool by_line : {false, true}) {
    std::vector<std::string> arguments = {"extract", "--json", "-"};
    if (by_line) arguments.emplace_back("--lines");
    const RunResult extract = run(arguments, GetParam().text);
    EXPECT_LE(extract.code, 1) << extract.err;
    EXPECT_TRUE(extract.err.empty()) << extract.err;
    for (const auto& object : lines(extract.out)) EXPECT_TRUE(object.is_object());
  }
}
std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}
INSTANTIATE_TEST_SUITE_P(Input, Hostile,
                         testing::Values(HostileCase{"ill_formed",
                                                     "caf\xE9 \xFF\xFE \xC3 \xED\xA0\x80 10 euro"},
                                         HostileCase{"nul", std::string("a\0b\n\0", 5)},
                                         HostileCase{"controls", "\x1b[31m\x07\x02\x03 5%"},
                                         HostileCase{"one_long_line", repeated("ja 3,5 ", 300'000)},
                                         HostileCase{"digits", repeated("1", 300'000)},
                                         HostileCase{"brackets", repeated("(", 300'000)},
                                         HostileCase{"carriage_returns", repeated("\r", 300'000)},
                                         HostileCase{"beyond_the_first_plane", repeated("😀 ", 300'000)}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST_F(Extract, HumanOutputKeepsEscapeSequencesOut) {
  write("kwaad.txt", "De stad Gent kreeg \x1b]0;titel\x07 5 miljoen euro.\n");
  const RunResult extract = run({"extract", "--color", "never", "kwaad.txt"});
  EXPECT_EQ(extract.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(extract.out.find('\x07'), std::string::npos);
}

}  // namespace
}  // namespace vraagbaak
