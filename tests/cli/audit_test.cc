// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/program.h"

namespace vraagbaak {
namespace {

constexpr std::string_view kReport =
    "Verslag over de kaaien\n\n"
    "Het project kost 2,5 miljoen euro. In de lente begon de aannemer.\n\n"
    "Tot nu is 11,11% (ca. 270.000 euro) van het projectbudget besteed.\n\n"
    "Tabel 1 Dossiers en steun per stad (steun in euro)\n\n"
    "Stad Aantal dossiers Steun\n\n"
    "Gent 12 150.000\n"
    "Brugge 30 425.000\n"
    "Totaal 42 595.000\n";

class Audit : public ProgramTest {
 protected:
  Audit() {
    write("docs/verslag.txt", kReport);
    write("docs/juist.txt", "Er waren 200 dossiers, waarvan 50 (25 %) volledig.\n");
    indexed_ = run({"index", "--quiet", "docs"});
  }
  RunResult indexed_;
};

TEST_F(Audit, ReckonsTotalsAndShares) {
  const RunResult audited = run({"audit", "--json"});
  ASSERT_EQ(audited.code, 0) << audited.err;
  const auto findings = lines(audited.out);
  ASSERT_EQ(findings.size(), 2u) << audited.out;

  const auto& total = findings[0];
  EXPECT_EQ(total.at("finding").get<std::string>(), "differs");
  EXPECT_EQ(total.at("check").get<std::string>(), "column_total");
  EXPECT_EQ(total.at("arithmetic").get<std::string>(),
            "150000 + 425000 = 575000; stated 595000 EUR: 20000 more");
  EXPECT_EQ(total.at("found").at("value").get<std::string>(), "595000");
  EXPECT_EQ(total.at("citation").at("quote").get<std::string>(), "Totaal 42 595.000");

  const auto& share = findings[1];
  EXPECT_EQ(share.at("check").get<std::string>(), "share");
  EXPECT_EQ(share.at("arithmetic").get<std::string>(),
            "11.11% × 2500000 = 277750; stated about 270000 EUR: 7750 less");
  EXPECT_EQ(share.at("computed").get<std::string>(), "277750");
  EXPECT_EQ(share.at("difference").get<std::string>(), "-7750");
  EXPECT_EQ(share.at("base_citation").at("quote").get<std::string>(), "Het project kost 2,5 miljoen euro.");
  const auto& found = share.at("found");
  EXPECT_EQ(characters(kReport, found.at("start").get<std::size_t>(), found.at("end").get<std::size_t>()),
            "270.000 euro");
}

TEST_F(Audit, ListsWhatAgreesWhereAsked) {
  EXPECT_EQ(run({"audit", "--document", "juist"}).code, 1);
  const auto findings = lines(run({"audit", "--document", "juist", "--all", "--json"}).out);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].at("finding").get<std::string>(), "agrees");
  EXPECT_EQ(lines(run({"audit", "--all", "--json"}).out).size(), 4u);
}

TEST_F(Audit, ReadsWellForPeople) {
  const RunResult audited = run({"audit"});
  EXPECT_NE(audited.out.find("11.11% × 2 500 000 = 277 750; stated about 270 000 EUR: 7 750 less"),
            std::string::npos)
      << audited.out;
  EXPECT_NE(audited.out.find("differs  verslag.txt"), std::string::npos) << audited.out;
}

TEST_F(Audit, RefusesWhatIsWrong) {
  expect_one_clear_line(run({"audit", "--document", "afwezig"}));
  expect_one_clear_line(run({"audit", "--db", "none.db"}));
  expect_one_clear_line(run({"audit", "--alles"}));
}

}  // namespace
}  // namespace vraagbaak
