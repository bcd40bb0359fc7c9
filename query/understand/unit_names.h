// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.h"

namespace vraagbaak::query {

// The units of an index by the names that users type.
class UnitNames {
 public:
  // `units`: every unit the figures have.
  UnitNames(const std::vector<std::string>& units, const analysis::Analyzer& analyzer);

  // The units that `asked` means: letter case, accents and number (project, projecten) do not count; "euro"
  // and "€" are EUR, "procent" is %. Empty where the index has none such.
  std::vector<std::string> meant_by(std::string_view asked) const;

 private:
  std::string key(std::string_view unit) const;

  const analysis::Analyzer& analyzer_;
  std::unordered_map<std::string, std::vector<std::string>> by_key_;
};

}  // namespace vraagbaak::query
