// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/claim_scorer.h"

#include <gtest/gtest.h>

namespace vraagbaak::query {
namespace {

TEST(ClaimScorer, GivesChances) {
  const ClaimScorer scorer(analysis::DictionarySource::built_in());
  const Evidence none;
  EXPECT_DOUBLE_EQ(scorer.support(none), 0.5);
  const Evidence ahead{{"bias", 1, 0}, {"lead", 5, 0}, {"covered", 1, 0}};
  const Evidence behind{{"bias", 1, 0}, {"lead", -5, 0}, {"covered", 1, 0}, {"year_other", 1, 0}};
  EXPECT_GT(scorer.support(ahead), scorer.support(behind));
  EXPECT_GT(scorer.refutation(ahead), scorer.refutation(behind));
  EXPECT_LE(scorer.support(ahead), 1);
  EXPECT_GE(scorer.support(behind), 0);
}

TEST(ClaimScorer, ThresholdsLieBetweenNeverAndAlways) {
  const ClaimScorer scorer(analysis::DictionarySource::built_in());
  for (const double threshold : {scorer.support_threshold(), scorer.refutation_threshold()}) {
    EXPECT_GT(threshold, 0);
    EXPECT_LT(threshold, 1);
  }
}

}  // namespace
}  // namespace vraagbaak::query
