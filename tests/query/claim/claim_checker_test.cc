// SPDX-License-Identifier: EUPL-1.2
#include "query/claim_checker.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/indexer.h"
#include "model/offset_map.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::query {
namespace {

constexpr std::string_view kPlan =
    "Plan Veldhoek\n\n"
    "Het plan Veldhoek kost 4,2 miljoen euro. In 2021 plantte de dienst Veldhoek 300 bomen, in 2022 plantte "
    "de "
    "dienst Veldhoek 450 bomen. Op dit moment is 25% (ca. 1,1 miljoen euro) van het budget van Veldhoek "
    "besteed. "
    "De opening van Veldhoek vond plaats op 3 mei 2023.\n\n"
    "De bouw van het gemaal begint eind 2018 en is klaar eind 2019.\n";
constexpr std::string_view kOther =
    "Fietspaden\n\nDe provincie legde 12 kilometer fietspad aan. Dat kostte 800.000 euro.\n";

constexpr std::string_view kSettled =
    "Markthal Zandbeek\n\nHet maximum aantal standplaatsen in de markthal bedraagt 64. Voor de projecten van "
    "oproep 17 is 350.000 euro voorzien.\n\nIn 2018 werden in de markthal diefstallen vastgesteld. "
    "Geregistreerde diefstallen: 21.\n\nDe kraamhouder in de markthal betaalt per maand 210 euro (340 euro "
    "met "
    "koeling). Het aandeel "
    "groene stroom van de markthal stijgt naar 25% in 2021, 30% in 2022 en 35% in 2023. De handel met "
    "Oezbekistan was goed voor 6,1 miljoen euro.\n";

constexpr std::string_view kAsked =
    "Brug van Zandbeek\n\nVRAAG\n\nDe brug van Zandbeek kost 7,5 miljoen euro.\n\n1. Klopt het dat de brug "
    "van "
    "Zandbeek 90.000 fietsers telt?\n\nANTWOORD\n\n1. De tellingen van de brug zijn nog niet afgerond.\n";

class Checking : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing_support::TempFolder;
    folder_->write("documents/plan.txt", kPlan);
    folder_->write("documents/fietspaden.txt", kOther);
    folder_->write("documents/brug.txt", kAsked);
    folder_->write("documents/markthal.txt", kSettled);
    indexer::index_paths({*folder_ / "documents"}, *folder_ / "index.db", dictionaries());
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static const analysis::DictionarySource& dictionaries() {
    static const analysis::DictionarySource source = analysis::DictionarySource::built_in();
    return source;
  }
  template <typename Use>
  static auto with_checker(Use use) {
    static const analysis::Analyzer analyzer(dictionaries());
    static const auto knowledge = read_claim_knowledge(dictionaries(), analyzer);
    const store::IndexReader reader(*folder_ / "index.db", analyzer.fingerprint());
    return use(ClaimChecker(reader, knowledge));
  }
  static Verdict check(std::string_view claim, bool explain = false) {
    return with_checker([&](const ClaimChecker& checker) { return checker.check(claim, explain); });
  }
  static testing_support::TempFolder* folder_;
};
testing_support::TempFolder* Checking::folder_ = nullptr;

struct VerdictCase {
  std::string_view claim;
  VerdictKind expected;
};

TEST_F(Checking, ReadsWhatASentenceLeansOn) {
  const std::string text =
      "Het plan Veldhoek kost 4,2 miljoen euro. Daarvan is 40% van het budget van Veldhoek besteed.";
  const auto verdicts = with_checker([&](const ClaimChecker& checker) { return checker.check_text(text); });
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].verdict.verdict, VerdictKind::supported);
  EXPECT_EQ(verdicts[1].verdict.verdict, VerdictKind::refuted) << verdicts[1].verdict.explanation;
}

TEST_F(Checking, RefutesNothingThatLeansOnWhatIsNotThere) {
  for (const std::string_view claim : {"Daarvan is 40% van het budget van Veldhoek besteed.",
                                       "Of that 40% of the Veldhoek budget was spent."}) {
    const Verdict verdict = check(claim);
    EXPECT_EQ(verdict.verdict, VerdictKind::not_found) << claim;
    EXPECT_FALSE(verdict.found.has_value());
  }
  EXPECT_EQ(check("Van het budget van Veldhoek is 40% besteed.").verdict, VerdictKind::refuted);
}

TEST_F(Checking, TellsWhatOnlyTheAskerSays) {
  const Verdict verdict = check("De brug van Zandbeek kost 7,5 miljoen euro.");
  EXPECT_EQ(verdict.verdict, VerdictKind::supported) << verdict.explanation;
  EXPECT_NE(verdict.explanation.find("vraagsteller"), std::string::npos) << verdict.explanation;
  const Verdict asked = check("De brug van Zandbeek telt 90.000 fietsers.");
  EXPECT_EQ(asked.verdict, VerdictKind::not_found) << asked.explanation;
}

TEST_F(Checking, JudgesByValueYearAndUnit) {
  using enum VerdictKind;
  for (const auto& [claim, expected] :
       {VerdictCase{"Het plan Veldhoek kost 4,2 miljoen euro.", supported},
        VerdictCase{"Het plan Veldhoek kost ruim 4 miljoen euro.", supported},
        VerdictCase{"Het plan Veldhoek kost 42 miljoen euro.", refuted},
        VerdictCase{"Het plan Veldhoek kost 4,2 miljard euro.", refuted},
        VerdictCase{"In 2022 plantte de dienst Veldhoek 450 bomen.", supported},
        VerdictCase{"In 2022 plantte de dienst Veldhoek 300 bomen.", refuted},
        VerdictCase{"In 2022 plantte de dienst Veldhoek 450 fabrieken in Antwerpen en Gent.", not_found},
        VerdictCase{"De opening van Veldhoek vond plaats op 3 mei 2023.", supported},
        VerdictCase{"De opening van Veldhoek vond plaats op 3 mei 2024.", refuted},
        VerdictCase{"Kernfusie in Nairobi kost 80 miljoen euro.", not_found}}) {
    const Verdict verdict = check(claim);
    EXPECT_EQ(verdict.verdict, expected) << claim << ": " << verdict.explanation;
    EXPECT_FALSE(verdict.explanation.empty()) << claim;
  }
}

TEST_F(Checking, WantsTheSameThingTimeAndPart) {
  using enum VerdictKind;
  for (const auto& [claim, expected] :
       {VerdictCase{"In de markthal zijn hoogstens 64 standplaatsen.", supported},
        VerdictCase{"De projecten van oproep 17 kregen 350.000 euro.", supported},
        VerdictCase{"In 2018 werden in de markthal 21 diefstallen vastgesteld.", supported},
        VerdictCase{"Een kraamhouder in de markthal betaalt 210 euro per maand.", supported},
        VerdictCase{"De handel met Oezbekistan was goed voor 6,1 miljoen euro.", supported},
        VerdictCase{"Trade with Uzbekistan amounted to 6.1 million euro.", supported}}) {
    const Verdict verdict = check(claim);
    EXPECT_EQ(verdict.verdict, expected) << claim << ": " << verdict.explanation;
  }
  EXPECT_EQ(check("In 2022 is 30% van de stroom van de markthal groen.").verdict, supported);
  for (const std::string_view claim :
       {"In 2021 is 30% van de stroom van de markthal groen.",
        "De projecten van oproep 71 kregen 350.000 euro.",
        "In 2019 werden in de markthal 21 diefstallen vastgesteld.",
        "Een kraamhouder in de markthal met koeling betaalt 210 euro per maand."}) {
    EXPECT_NE(check(claim).verdict, supported) << claim;
  }
}

TEST_F(Checking, ProvesWhatItFinds) {
  const Verdict verdict = check("Het plan Veldhoek kost 5 miljoen euro.");
  ASSERT_TRUE(verdict.found && verdict.found->figure);
  EXPECT_EQ(verdict.found->figure->value->print(), "4200000");
  const Citation& citation = verdict.found->citation;
  EXPECT_EQ(citation.document, "plan.txt");
  EXPECT_EQ(citation.span.in(kPlan), citation.quote);
  const OffsetMap offsets(kPlan);
  EXPECT_EQ(offsets.code_point_at(citation.span.begin), citation.start);
  EXPECT_GT(verdict.confidence, 0);
  EXPECT_LE(verdict.confidence, 1);
}

TEST_F(Checking, ADeniedFigureIsNotSupported) {
  EXPECT_NE(check("Het plan Veldhoek kost niet 4,2 miljoen euro.").verdict, VerdictKind::supported);
}

TEST_F(Checking, SpeaksTheLanguageOfTheClaim) {
  const Verdict verdict = check("The Veldhoek plan costs 42 million euro.");
  EXPECT_NE(verdict.explanation.find("documents"), std::string::npos) << verdict.explanation;
}

TEST_F(Checking, SpeaksTheLanguageThatIsAsked) {
  const auto told = [](std::string_view claim, std::string_view language) {
    return with_checker(
        [&](const ClaimChecker& checker) { return checker.check(claim, false, language).explanation; });
  };
  EXPECT_TRUE(told("Het plan Veldhoek kost 42 miljoen euro.", "en").starts_with("The claim says"));
  EXPECT_TRUE(told("The Veldhoek plan costs 42 million euro.", "nl").starts_with("De bewering zegt"));
}

TEST_F(Checking, HandsOverEachVerdictOfATextInOrder) {
  const std::string text = "Het plan Veldhoek kost 4,2 miljoen euro. In 2022 plantte de dienst 450 bomen.";
  const auto all = with_checker([&](const ClaimChecker& checker) { return checker.check_text(text); });
  std::vector<std::string_view> handed;
  with_checker([&](const ClaimChecker& checker) {
    checker.check_text(text, {}, [&](const FigureVerdict& verdict) {
      handed.push_back(verdict.claimed.figure.span.in(text));
    });
  });
  ASSERT_EQ(handed.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(handed[i], all[i].claimed.figure.span.in(text));
}

TEST_F(Checking, AnyBytesGiveAVerdict) {
  for (const std::string& claim : {std::string(), std::string("???"), std::string("\xff\xfe 12 \x80"),
                                   std::string(100'000, 'x'), std::string(20'000, '9')}) {
    EXPECT_EQ(check(claim).verdict, VerdictKind::not_found);
  }
}

TEST_F(Checking, ExplainGivesTheEvidence) {
  const Verdict verdict = check("Het plan Veldhoek kost 5 miljoen euro.", true);
  ASSERT_TRUE(verdict.found);
  EXPECT_FALSE(verdict.found->features.empty());
}

TEST_F(Checking, JudgesEveryFigureOfAText) {
  const std::string text =
      "Een mooi stukje. Het plan Veldhoek kost 4,2 miljoen euro. De dienst Veldhoek plantte in 2021 maar "
      "liefst "
      "700 bomen.";
  const auto verdicts = with_checker([&](const ClaimChecker& checker) { return checker.check_text(text); });
  ASSERT_EQ(verdicts.size(), 2u);
  EXPECT_EQ(verdicts[0].claimed.figure.span.in(text), "4,2 miljoen euro");
  EXPECT_EQ(verdicts[0].verdict.verdict, VerdictKind::supported);
  EXPECT_EQ(verdicts[1].claimed.words.in(text), "maar liefst 700");
  EXPECT_EQ(verdicts[1].verdict.verdict, VerdictKind::refuted);
  EXPECT_TRUE(verdicts[1].sentence.in(text).starts_with("De dienst"));
}

}  // namespace
}  // namespace vraagbaak::query
