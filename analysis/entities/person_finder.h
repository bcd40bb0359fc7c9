// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/entities/known_names.h"
#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Finds persons by the title before them ("minister Van Quaethem", "de heren Maes en Smit") and by their
// first name. Goes over a text once, from left to right: person_at() wants rising i. Keeps references to its
// arguments.
class PersonFinder {
 public:
  PersonFinder(const NameText& text, const KnownNames& known) : text_(text), known_(known) {}

  // The person whose name begins at word i, without title or office.
  std::optional<NameCandidate> person_at(std::size_t i);
  // True where word i is a policy field: "minister van Werk, Economie en Landbouw" holds no name.
  bool in_portfolio(std::size_t i);
  // True where word i lies before the end of the last portfolio that in_portfolio() met.
  bool portfolio_reaches(std::size_t i) const { return i < portfolio_until_; }

 private:
  void take_portfolio_in_brackets(std::size_t office);
  std::size_t portfolio_end(std::size_t i) const;
  bool are_acronyms(std::size_t first, std::size_t last) const;
  std::optional<NameCandidate> surname_at(std::size_t i) const;
  bool follows_title(std::size_t i) const;
  bool may_be_surname(std::size_t i) const;
  bool is_real(std::size_t first, std::size_t last) const;
  bool particle_then_capital(std::size_t i) const;
  bool is_short_article(std::size_t i) const;
  bool surname_of_place(std::size_t first, std::size_t particle) const;
  // Behind the further names and particles; `names` counts the first one.
  std::size_t name_end(std::size_t i, std::size_t& names) const;

  const NameText& text_;
  const KnownNames& known_;
  std::size_t portfolio_from_ = 0;
  std::size_t portfolio_until_ = 0;
  std::optional<NameCandidate> last_titled_;
};

}  // namespace vraagbaak::analysis
