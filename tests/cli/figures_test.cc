// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/program.h"

namespace vraagbaak {
namespace {

constexpr std::string_view kBridge =
    "De brug kostte 2,5 miljoen euro. In 2019 werd 250.000 euro betaald, of 10% van het geheel.\n\n"
    "De gemeente kocht 14 woningen voor 1.000.000 euro en 12 hectare grond.\n";

class Figures : public ProgramTest {
 protected:
  Figures() {
    write("docs/brug.txt", kBridge);
    write("docs/kade.txt", "De kade kostte 3 miljoen dollar in 2021.\n");
    indexed_ = run({"index", "--json", "docs"});
  }
  // The texts of the figures, in order, with " | " between.
  std::string listed(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"figures", "--json"});
    const RunResult figures = run(arguments);
    if (figures.code == 2) return "!";
    std::string texts;
    for (const auto& line : lines(figures.out)) {
      const std::string text = line.at("text").get<std::string>();
      texts.append(texts.empty() ? "" : " | ").append(text);
    }
    EXPECT_EQ(figures.code, texts.empty() ? 1 : 0);
    return texts;
  }
  RunResult indexed_;
};

TEST_F(Figures, AreFilteredByOptions) {
  ASSERT_EQ(indexed_.code, 0) << indexed_.err;
  EXPECT_EQ(listed({"--min", "1mln", "--kind", "money"}),
            "2,5 miljoen euro | 1.000.000 euro | 3 miljoen dollar");
  EXPECT_EQ(listed({"--min", "1.000.000", "--max", "2,5 miljoen", "--kind", "geld"}),
            "2,5 miljoen euro | 1.000.000 euro");
  EXPECT_EQ(listed({"--min", "1mln", "--unit", "euro"}), "2,5 miljoen euro | 1.000.000 euro");
  EXPECT_EQ(listed({"--min", "5%"}), "10%");
  EXPECT_EQ(listed({"--unit", "woning"}), "14");
  EXPECT_EQ(listed({"--kind", "year", "--year", "2020..2022"}), "2021");
  EXPECT_EQ(listed({"--kind", "money", "--document", "kade"}), "3 miljoen dollar");
  EXPECT_EQ(listed({"--min", "5mln"}), "");
}

TEST_F(Figures, AreFilteredByAQuery) {
  EXPECT_EQ(listed({"bedrag:>1mln"}), "2,5 miljoen euro | 3 miljoen dollar");
  EXPECT_EQ(listed({"bedrag:100k..1mln"}), "250.000 euro | 1.000.000 euro");
  EXPECT_EQ(listed({"amount:<1,000,000"}), "250.000 euro");
  EXPECT_EQ(listed({"bedrag:>100k AND dollar"}), "3 miljoen dollar");
  EXPECT_EQ(listed({"soort:geld NOT eenheid:euro"}), "3 miljoen dollar");
  EXPECT_EQ(listed({"bedrag:>1mln document:brug.txt"}), "2,5 miljoen euro");
  EXPECT_EQ(listed({"(eenheid:ha OR waarde:10%)"}), "10% | 12 hectare");
  EXPECT_EQ(listed({"bedrag:veel"}), "!");
}

TEST_F(Figures, SayWhatTheyAreFiguresOf) {
  const auto bridge = lines(run({"figures", "--json", "--document", "brug", "bedrag:2,5mln"}).out).at(0);
  EXPECT_EQ(bridge.at("subject"), "brug");
  EXPECT_EQ(bridge.at("measure"), "kost");
  const auto paid =
      lines(run({"figures", "--json", "--document", "brug", "bedrag:250.000 periode:2019"}).out).at(0);
  EXPECT_EQ(paid.at("measure"), "uitbetaald");
  EXPECT_EQ(paid.at("period"), "2019");
  EXPECT_EQ(listed({"--kind", "money", "--year", "2021", "--document", "kade"}), "3 miljoen dollar");
  EXPECT_EQ(listed({"--kind", "money", "--subject", "kade"}), "3 miljoen dollar");
  EXPECT_NE(run({"figures", "--subject", "brug"}).out.find("of: brug · kost"), std::string::npos);
}

TEST_F(Figures, NarrowASearchDown) {
  const RunResult search = run({"search", "--json", "bedrag:>1mln", "AND", "kostte"});
  ASSERT_EQ(search.code, 0) << search.err;
  const auto results = lines(search.out).at(0);
  EXPECT_EQ(results.at("total"), 2);
  EXPECT_EQ(run({"search", "--json", "bedrag:>5mln", "AND", "kostte"}).code, 1);
  expect_one_clear_line(run({"search", "bedrag:>veel"}));
}

}  // namespace
}  // namespace vraagbaak
