// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/verdict_scorer.h"

#include "query/render/text.h"

namespace vraagbaak::query {

namespace {

std::string describe_miss(const GoldClaim& gold, const Verdict& verdict) {
  std::string text = gold.id + " " + render::printable(gold.claim) + "\n     gold: " + gold.verdict +
                     "\n     got:  " + std::string(to_string(verdict.verdict));
  if (verdict.found) {
    text.append(": ").append(render::printable(verdict.found->text)).append(" in ");
    text.append(render::describe(verdict.found->citation)).append(": ");
    text.append(render::printable(verdict.found->citation.quote));
  }
  return text;
}

}  // namespace

EvaluationReport score_claims(const std::vector<GoldClaim>& gold,
                              const std::function<Verdict(const std::string&)>& check) {
  EvaluationReport report;
  report.what = "claims";
  std::size_t right = 0;
  std::size_t supported = 0;
  std::size_t falsely = 0;
  for (const GoldClaim& claim : gold) {
    const Verdict verdict = check(claim.claim);
    const bool is_right = claim.verdict == to_string(verdict.verdict);
    right += is_right ? 1 : 0;
    if (verdict.verdict == VerdictKind::supported) {
      ++supported;
      falsely += is_right ? 0 : 1;
    }
    for (const std::string& group : {claim.verdict, "lang:" + claim.language}) {
      Tally& tally = report.groups[group];
      ++tally.count;
      tally.right += is_right ? 1 : 0;
    }
    if (!is_right) report.misses.push_back(describe_miss(claim, verdict));
  }
  report.add("claims", gold.size());
  report.add("accuracy", rate(right, gold.size()));
  report.add("false_supported_rate", rate(falsely, supported));
  return report;
}

}  // namespace vraagbaak::query
