// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/program.h"

namespace vraagbaak {
namespace {

constexpr std::string_view kHarbour =
    "Uitbreiding van de haven\n\n"
    "Het projectbudget voor de kaaimuur bedraagt 12 miljoen euro. De gemeente(n) betalen een deel.\n\n"
    "Bedrijven investeerden in de F-35-hal. Ongeveer 50% van de kosten is voor 't Zand.\n";
constexpr std::string_view kWater =
    "Waterzuivering in de provincie\n\n"
    "De begroting van het bedrijf steeg met tien procent. Één café bleef open: de kaai ligt naast het "
    "station.\n";

class Search : public ProgramTest {
 protected:
  Search() {
    write("docs/haven.txt", kHarbour);
    write("docs/map/water.txt", kWater);
    indexed_ = run({"index", "--json", "docs"});
  }
  // The documents of the results, in order, each once.
  std::string documents(const std::string& query) const {
    const RunResult search = run({"search", "--json", "--", query});
    if (search.code == 2) return "!";
    std::string found;
    const auto object = lines(search.out).at(0);
    for (const auto& result : object.at("results")) {
      const std::string name = result.at("document").get<std::string>();
      if (found.find(name) == std::string::npos) found += (found.empty() ? "" : " ") + name;
    }
    EXPECT_EQ(search.code, found.empty() ? 1 : 0);
    return found;
  }
  RunResult indexed_;
};

TEST_F(Search, IndexReportsWhatItDid) {
  EXPECT_EQ(indexed_.code, 0) << indexed_.err;
  const auto report = lines(indexed_.out).at(0);
  EXPECT_EQ(report.at("documents").get<int>(), 2);
  EXPECT_EQ(report.at("added").get<int>(), 2);
  for (const char* key :
       {"updated", "unchanged", "removed", "failed", "passages", "figures", "entities", "bytes", "seconds"}) {
    EXPECT_TRUE(report.contains(key)) << key;
  }
  const auto again = lines(run({"index", "--json", "docs"}).out).at(0);
  EXPECT_EQ(again.at("unchanged").get<int>(), 2);
  EXPECT_EQ(again.at("added").get<int>(), 0);
}

TEST_F(Search, ResultsQuoteTheDocument) {
  const auto object = lines(run({"search", "--json", "kaaimuur"}).out).at(0);
  EXPECT_EQ(object.at("query").get<std::string>(), "kaaimuur");
  EXPECT_EQ(object.at("total").get<int>(), 1);
  const auto& result = object.at("results").at(0);
  EXPECT_EQ(result.at("document").get<std::string>(), "haven.txt");
  const std::string quote = result.at("quote").get<std::string>();
  EXPECT_EQ(quote,
            characters(kHarbour, result.at("start").get<std::size_t>(), result.at("end").get<std::size_t>()));
  EXPECT_NE(quote.find("kaaimuur"), std::string::npos);
  EXPECT_NE(result.at("snippet").get<std::string>().find("**kaaimuur**"), std::string::npos);
}

TEST_F(Search, MarksThePartOfACompoundAndTheOtherForm) {
  const auto snippet = [&](const std::string& query) {
    return lines(run({"search", "--json", query}).out)
        .at(0)
        .at("results")
        .at(0)
        .at("snippet")
        .get<std::string>();
  };
  EXPECT_NE(snippet("budget").find("project**budget** "), std::string::npos) << snippet("budget");
  EXPECT_NE(snippet("bedrijf investeerden").find("**Bedrijven** **investeerden**"), std::string::npos)
      << snippet("bedrijf investeerden");
  EXPECT_NE(snippet("\"voor de kaaimuur\"").find("**voor de kaaimuur**"), std::string::npos);
}

TEST_F(Search, UnderstandsTheQueryLanguage) {
  const std::string harbour = "haven.txt";
  const std::string water = "map/water.txt";
  struct Row {
    std::string query;
    std::string documents;  // "!" for a refusal
  };
  for (const Row& row : std::vector<Row>{{"kaaimuur", harbour},
                                         {"budget", harbour},
                                         {"bedrijf", harbour + " " + water},
                                         {"bedrijf begroting", water},
                                         {"\"voor de kaaimuur\"", harbour},
                                         {"“voor de kaaimuur”", harbour},
                                         {"\"de voor kaaimuur\"", ""},
                                         {"begroting OR projectbudget", harbour + " " + water},
                                         {"bedrijf NOT begroting", harbour},
                                         {"bedrijf -begroting", harbour},
                                         {"begrot*", water},
                                         {"NEAR(begroting bedrijf, 5)", water},
                                         {"NEAR(begroting station, 2)", ""},
                                         {"title:haven", harbour},
                                         {"title:waterzuivering kaai", water},
                                         {"document:water.txt", water},
                                         {"document:map/*", water},
                                         {"bedrijf -document:water", harbour},
                                         {"kaai OR kaaimuur document:haven", "!"},
                                         {"F-35-hal", harbour},
                                         {"'t Zand", harbour},
                                         {"50%", harbour},
                                         {"gemeente(n)", harbour},
                                         {"cafe", water},
                                         {"CAFÉ", water},
                                         {"onbestaandwoord", ""},
                                         {"\"", "!"},
                                         {"*", "!"},
                                         {"AND", "!"},
                                         {"", "!"},
                                         {"NOT bedrijf", "!"},
                                         {"kaaimuur \"", harbour},
                                         {"(kaaimuur", harbour},
                                         {"kaaimuur) AND", harbour},
                                         {"kaaimuur AND OR NOT", harbour},
                                         {"kaaimuur ^ { } ~ ; -- :: \\ ' + =", harbour},
                                         {"body:kaaimuur", ""},
                                         {"\xff\xfe kaaimuur", harbour}}) {
    std::string found = documents(row.query);
    if (found == water + " " + harbour) found = harbour + " " + water;
    EXPECT_EQ(found, row.documents) << row.query;
  }
}

TEST_F(Search, TenThousandWordsAreAQuery) {
  std::string query;
  for (int i = 0; i < 10'000; ++i) query += "woord" + std::to_string(i) + " ";
  write("batch", query + "\n" + std::string(5'000, '(') + "kaaimuur\n");
  const RunResult search = run({"search", "--json", "--batch", "batch"});
  const auto objects = lines(search.out);
  ASSERT_EQ(objects.size(), 2u);
  EXPECT_EQ(objects[0].at("total").get<int>(), 0);
  EXPECT_EQ(objects[1].at("total").get<int>(), 1);
}

TEST_F(Search, ABatchAnswersLineByLine) {
  const RunResult batch = run({"search", "--json", "--batch", "-"}, "kaaimuur\n\"\nbegroting");
  EXPECT_EQ(batch.code, 0);
  const auto objects = lines(batch.out);
  ASSERT_EQ(objects.size(), 3u);
  EXPECT_EQ(objects[0].at("results").at(0).at("document").get<std::string>(), "haven.txt");
  EXPECT_TRUE(objects[1].contains("error"));
  EXPECT_EQ(objects[2].at("results").at(0).at("document").get<std::string>(), "map/water.txt");
}

TEST_F(Search, SaysWhatItForgave) {
  const RunResult search = run({"search", "kaaimuur \"de haven"});
  EXPECT_NE(search.err.find("not closed"), std::string::npos) << search.err;
}

TEST_F(Search, ColoursOnlyWhereAsked) {
  EXPECT_EQ(run({"search", "kaaimuur"}).out.find('\x1b'), std::string::npos);
  EXPECT_NE(run({"search", "--color", "always", "kaaimuur"}).out.find('\x1b'), std::string::npos);
}

TEST_F(Search, AskQuotesOrSaysNotFound) {
  const RunResult answered = run({"ask", "--json", "Hoeveel bedraagt het projectbudget voor de kaaimuur?"});
  const auto answer = lines(answered.out).at(0);
  EXPECT_EQ(answered.code, answer.at("status").get<std::string>() == "answered" ? 0 : 1);
  ASSERT_TRUE(answer.contains("passages"));
  for (const auto& passage : answer.at("passages")) {
    const bool harbour = passage.at("document").get<std::string>() == "haven.txt";
    EXPECT_EQ(passage.at("quote").get<std::string>(),
              characters(harbour ? kHarbour : kWater, passage.at("start").get<std::size_t>(),
                         passage.at("end").get<std::size_t>()));
  }
  const RunResult nothing = run({"ask", "--json", "Wie is de burgemeester van Timboektoe?"});
  const auto none = lines(nothing.out).at(0);
  EXPECT_EQ(nothing.code, 1);
  EXPECT_EQ(none.at("status").get<std::string>(), "not_found");
  EXPECT_FALSE(none.at("reason").get<std::string>().empty());
  EXPECT_FALSE(none.contains("answer"));
}

TEST_F(Search, ABatchOfQuestionsKeepsItsOrder) {
  const RunResult batch = run({"ask", "--json", "--batch", "-"},
                              "Hoeveel kost de kaaimuur?\n\n\xff\n" + std::string(20'000, 'a') + "\n");
  const auto objects = lines(batch.out);
  ASSERT_EQ(objects.size(), 4u);
  EXPECT_EQ(objects[0].at("question").get<std::string>(), "Hoeveel kost de kaaimuur?");
  EXPECT_EQ(objects[1].at("question").get<std::string>(), "");
}

TEST_F(Search, AFolderWithoutDocumentsIsSaid) {
  std::filesystem::create_directories(folder_ / "leeg");
  const RunResult empty = run({"index", "--db", "ander.db", "leeg"});
  EXPECT_EQ(empty.code, 2);
  EXPECT_NE(empty.err.find("leeg"), std::string::npos);
  expect_one_clear_line(run({"index", "--db", "ander.db", "nergens"}));
}

TEST_F(Search, FiguresAndEntitiesQuoteTheDocument) {
  const RunResult figures = run({"figures", "--json"});
  for (const auto& figure : lines(figures.out)) {
    const std::string_view text = figure.at("document").get<std::string>() == "haven.txt" ? kHarbour : kWater;
    EXPECT_EQ(figure.at("text").get<std::string>(),
              characters(text, figure.at("start").get<std::size_t>(), figure.at("end").get<std::size_t>()));
    EXPECT_EQ(figure.at("quote").get<std::string>(),
              characters(text, figure.at("quote_start").get<std::size_t>(),
                         figure.at("quote_end").get<std::size_t>()));
  }
  const RunResult entities = run({"entities", "--json"});
  for (const auto& entity : lines(entities.out)) {
    EXPECT_FALSE(entity.at("mentions").empty());
    for (const auto& mention : entity.at("mentions")) {
      const std::string_view text =
          mention.at("document").get<std::string>() == "haven.txt" ? kHarbour : kWater;
      EXPECT_EQ(
          mention.at("text").get<std::string>(),
          characters(text, mention.at("start").get<std::size_t>(), mention.at("end").get<std::size_t>()));
    }
  }
  expect_one_clear_line(run({"figures", "--document", "weg.txt"}));
}

}  // namespace
}  // namespace vraagbaak
