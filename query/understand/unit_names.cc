// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/unit_names.h"

#include "analysis/text/normalizer.h"

namespace vraagbaak::query {

UnitNames::UnitNames(const std::vector<std::string>& units, const analysis::Analyzer& analyzer)
    : analyzer_(analyzer) {
  for (const std::string& unit : units) {
    if (!unit.empty()) by_key_[key(unit)].push_back(unit);
  }
}

std::vector<std::string> UnitNames::meant_by(std::string_view asked) const {
  const auto found = by_key_.find(key(asked));
  return found == by_key_.end() ? std::vector<std::string>() : found->second;
}

std::string UnitNames::key(std::string_view unit) const {
  const std::string folded = analysis::normalize(unit);
  if (folded == "euro" || folded == "euros" || unit == "\u20AC") return "eur";
  if (folded == "procent" || folded == "percent" || folded == "pct") return "%";
  if (folded == "eur" || folded == "%" || folded.find(' ') != std::string::npos) return folded;
  const std::string stem = analyzer_.stem_term(folded);
  return stem.empty() ? folded : stem;
}

}  // namespace vraagbaak::query
