// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/figure.h"
#include "query/audit/audit_words.h"

namespace vraagbaak::query {

// The amounts that a text gives for a whole: "een projectbudget van 2,5 miljoen euro", "het project kost 2,5
// miljoen euro". Text, figures and words must outlive it.
class WholeAmounts {
 public:
  WholeAmounts(std::string_view text, std::span<const Figure> figures, const AuditWords& words);

  // The index of the one amount in `unit` given for that whole: of a compound (projectbudget) in the whole
  // text, of a bare noun (budget) near `at`. nullopt where there is none, or several that differ.
  std::optional<std::size_t> find(const WholeNoun& noun, std::string_view unit, std::size_t at) const;

 private:
  struct Entry {
    std::size_t figure = 0;
    std::string head;  // empty: "het project kost"
  };
  void read(std::size_t figure, const AuditWords& words);

  std::string_view text_;
  std::span<const Figure> figures_;
  std::map<std::string, std::vector<Entry>> entries_;  // by owner
};

}  // namespace vraagbaak::query
