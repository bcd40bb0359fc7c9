// SPDX-License-Identifier: EUPL-1.2
// conflicts, unanswered, trend and verify, as a user runs them.
#include "tests/cli/program.h"

namespace vraagbaak {
namespace {

constexpr std::string_view kQuestion =
    "SCHRIFTELIJKE VRAAG\nnr. 12\nvan AN PEETERS\ndatum: 3 mei 2017\n\naan BART CLAES\nMINISTER VAN "
    "MOBILITEIT\n\n"
    "Overwegen\n\n1. Hoeveel overwegen verdwenen er in Lokeren?\n2. Wie betaalde de "
    "aannemer?\n\nANTWOORD\nop vraag "
    "nr. 12 van 3 mei 2017\nvan AN PEETERS\n\n1. In 2015 verdwenen in Lokeren 21 overwegen, in 2016 "
    "verdwenen in "
    "Lokeren 34 overwegen.\n";
constexpr std::string_view kReport = "Verslag\n\nIn 2016 telde Lokeren 41.057 inwoners.\n";
constexpr std::string_view kOther = "Nota\n\nIn 2016 telde Lokeren 43.912 inwoners.\n";

class Findings : public ProgramTest {
 protected:
  Findings() {
    write("docs/vraag.txt", kQuestion);
    write("docs/verslag.txt", kReport);
    write("docs/nota.txt", kOther);
    run({"index", "--quiet", "docs"});
  }
};

TEST_F(Findings, ConflictsShowBothSides) {
  const RunResult found = run({"conflicts", "--json"});
  ASSERT_EQ(found.code, 0) << found.err;
  const auto all = lines(found.out);
  ASSERT_EQ(all.size(), 1u) << found.out;
  const auto& statements = all[0].at("statements");
  EXPECT_EQ(all[0].at("conflict").get<std::string>(), "between_documents");
  EXPECT_EQ(all[0].at("explanation").get<std::string>(), "43,912 against 41,057: 2,855 more (7 %)");
  EXPECT_EQ(statements[0].at("value").get<std::string>(), "43912");
  EXPECT_EQ(characters(kOther, statements[0].at("start").get<std::size_t>(),
                       statements[0].at("end").get<std::size_t>()),
            statements[0].at("text").get<std::string>());
  EXPECT_EQ(statements[1].at("citation").at("quote").get<std::string>(),
            "In 2016 telde Lokeren 41.057 inwoners.");
  EXPECT_NE(run({"conflicts"}).out.find("between documents"), std::string::npos);
  EXPECT_EQ(run({"conflicts", "--document", "vraag.txt"}).code, 1);
  EXPECT_TRUE(run({"conflicts", "--csv", "-"}).out.starts_with("conflict,explanation,"));
}

TEST_F(Findings, UnansweredQuestionsAreListed) {
  const RunResult found = run({"unanswered", "--json"});
  ASSERT_EQ(found.code, 0) << found.err;
  const auto all = lines(found.out);
  ASSERT_EQ(all.size(), 1u) << found.out;
  EXPECT_EQ(all[0].at("kind").get<std::string>(), "unanswered");
  EXPECT_EQ(all[0].at("label").get<std::string>(), "2");
  EXPECT_EQ(all[0].at("citation").at("quote").get<std::string>(), "2. Wie betaalde de aannemer?");
  EXPECT_EQ(run({"unanswered", "--document", "nota.txt"}).code, 1);
  EXPECT_TRUE(run({"unanswered", "--csv", "-"}).out.starts_with("kind,document,"));
}

TEST_F(Findings, TrendFollowsTheYears) {
  const RunResult found = run({"trend", "--json", "overwegen", "Lokeren"});
  ASSERT_EQ(found.code, 0) << found.err;
  const auto all = lines(found.out);
  ASSERT_EQ(all.size(), 1u) << found.out;
  const auto& points = all[0].at("points");
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(points[1].at("year").get<int>(), 2016);
  EXPECT_EQ(points[1].at("value").get<std::string>(), "34");
  EXPECT_TRUE(points[1].contains("citation"));
  EXPECT_NE(run({"trend", "--chart", "overwegen", "Lokeren"}).out.find("█"), std::string::npos);
  EXPECT_TRUE(run({"trend", "--csv", "-", "overwegen", "Lokeren"}).out.starts_with("series,label,"));
  EXPECT_EQ(run({"trend", "vliegtuigen"}).code, 1);
}

TEST_F(Findings, ChecksExplainInTheLanguageThatIsAsked) {
  const std::string claim = "In 2016 verdwenen in Lokeren 77 overwegen.";
  const auto explanation = [&](std::vector<std::string> options) {
    std::vector<std::string> words{"check", "--json"};
    words.insert(words.end(), options.begin(), options.end());
    words.push_back(claim);
    return lines(run(words).out).at(0).at("explanation").get<std::string>();
  };
  EXPECT_NE(explanation({}), explanation({"--lang", "en"}));
  EXPECT_EQ(explanation({}), explanation({"--lang", "nl"}));
  EXPECT_EQ(run({"check", "--lang", "fr", claim}).code, 2);
}

TEST_F(Findings, ProofsHoldUntilADocumentChanges) {
  ASSERT_EQ(run({"ask", "--proof", "antwoord.json", "Hoeveel inwoners telde Lokeren in 2016?"}).code, 0);
  ASSERT_NE(run({"check", "--proof", "oordeel.json", "In 2016 verdwenen in Lokeren 34 overwegen."}).code, 2);
  EXPECT_EQ(run({"verify", "antwoord.json"}).code, 0);
  EXPECT_EQ(run({"verify", "oordeel.json"}).code, 0);
  EXPECT_EQ(run({"verify", "antwoord.json", "--files-only", "--docs", "docs"}).code, 0);

  const auto first = lines(run({"verify", "--json", "antwoord.json"}).out).at(0);
  const std::string document = first.at("document").get<std::string>();
  std::string changed(document == "nota.txt" ? kOther : kReport);
  const std::size_t at = changed.find("Lokeren");
  changed[at] = 'K';
  write("docs/" + document, changed);
  const RunResult after = run({"verify", "--json", "antwoord.json"});
  EXPECT_EQ(after.code, 1);
  const auto checks = lines(after.out);
  ASSERT_EQ(checks.size(), 2u);
  EXPECT_EQ(checks[0].at("state").get<std::string>(), "holds");  // the index is as it was
  EXPECT_EQ(checks[1].at("state").get<std::string>(), "changed");
  EXPECT_EQ(checks[1].at("against").get<std::string>(), "file");
  EXPECT_EQ(checks[1].at("document").get<std::string>(), document);
  EXPECT_EQ(checks[1].at("differs_at").get<std::size_t>(), at);

  std::filesystem::remove(path("docs/" + document));
  const auto gone = lines(run({"verify", "--json", "--files-only", "antwoord.json"}).out);
  ASSERT_EQ(gone.size(), 1u);
  EXPECT_EQ(gone[0].at("state").get<std::string>(), "missing");
}

TEST_F(Findings, RefuseWhatIsWrong) {
  for (const char* command : {"conflicts", "unanswered"}) {
    expect_one_clear_line(run({command, "--document", "afwezig"}));
    expect_one_clear_line(run({command, "--db", "none.db"}));
    expect_one_clear_line(run({command, "--csv", "x", "--json"}));
  }
  expect_one_clear_line(run({"trend"}));
  expect_one_clear_line(run({"trend", "--limit", "0", "x"}));
  expect_one_clear_line(run({"verify"}));
  expect_one_clear_line(run({"verify", "geen.json"}));
  write("kapot.json", "{\"proof\": [");
  expect_one_clear_line(run({"verify", "kapot.json"}));
}

}  // namespace
}  // namespace vraagbaak
