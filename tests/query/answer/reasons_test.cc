// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/reasons.h"

#include <gtest/gtest.h>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::query {
namespace {

const analysis::NounPhraseFinder& words() {
  static const analysis::NounPhraseFinder finder(analysis::DictionarySource::built_in());
  return finder;
}

struct ReasonCase {
  const char* name;
  std::string_view sentence;
  std::string_view reason;  // empty: none
};

class Reason : public testing::TestWithParam<ReasonCase> {};

TEST_P(Reason, IsTheClauseOrPhrase) {
  const std::string_view text = GetParam().sentence;
  const auto reason = reason_in(text, {0, text.size()}, words());
  EXPECT_EQ(reason ? reason->in(text) : "", GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Reason,
    testing::Values(
        ReasonCase{"clause_at_the_end", "De werken liggen stil omdat de vergunning nog ontbreekt.",
                   "omdat de vergunning nog ontbreekt"},
        ReasonCase{"clause_that_opens", "1. Aangezien de dijk verzakt, komt er een nieuwe brug.",
                   "Aangezien de dijk verzakt"},
        ReasonCase{"phrase_before_the_verb",
                   "Nieuwe krachten zijn welkom, maar in het kader van de veiligheid leggen we eisen op.",
                   "in het kader van de veiligheid"},
        ReasonCase{"phrase_at_the_end", "Het loket sloot wegens de hoge kosten en het lage bezoek.",
                   "wegens de hoge kosten en het lage bezoek"},
        ReasonCase{"now", "Nu de vergunning er is, kan de bouw beginnen.", "Nu de vergunning er is"},
        ReasonCase{"now_elsewhere", "De bouw kan nu beginnen, zegt de minister van Werken.", ""},
        ReasonCase{"within_a_word", "De straten zijn tussenwegens en zijpaden geworden.", ""},
        ReasonCase{"too_short", "Dicht wegens A.", ""}, ReasonCase{"none", "Het loket is gesloten.", ""},
        ReasonCase{"nothing", "", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Reasons, AreToldApartFromOtherSentences) {
  EXPECT_TRUE(gives_reason("Dat is te wijten aan een storing."));
  EXPECT_TRUE(gives_reason("OMDAT het kan"));
  EXPECT_FALSE(gives_reason("Het loket is gesloten."));
}

}  // namespace
}  // namespace vraagbaak::query
