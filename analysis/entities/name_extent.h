// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

#include "analysis/entities/known_names.h"
#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// How far a name reaches: over the parts of a compound, further capitals, the small words that link them and
// the lists behind Departement or FOD. Keeps references to its arguments. Each answer takes a bounded number
// of steps.
class NameExtent {
 public:
  NameExtent(const NameText& text, const KnownNames& known) : text_(text), known_(known) {}

  // Behind word i and the parts that hang on it: "EU-Commissie" is one word, of "EFRO-project" only "EFRO"
  // is.
  std::size_t compound_end(std::size_t i) const;
  // Behind "al-Seeq" where word i is such a prefix; i where it is none.
  std::size_t prefixed_end(std::size_t i) const;
  // Behind the adjective of a place that begins at word i ("Vlaamse", "West-Vlaamse"); i where none does.
  std::size_t adjective_end(std::size_t i) const;
  // Behind the years or the version of a plan ("Klimaatplan 2021-2030", "Actieplan Wonen 2.0") and the
  // exclamation mark of a campaign ("Drenthe beweegt!") whose name ends at `last`; `last` where none follows.
  std::size_t edition_end(std::size_t last) const;
  // The end of the name that begins at `first` and is sure up to `last`. `head`: its generic word, or null.
  std::size_t extend(std::size_t first, std::size_t last, const HeadWord* head) const;

 private:
  bool whole_compound(std::size_t first, std::size_t tail) const;
  bool joins(std::size_t first, std::size_t next) const;
  // Behind one step from `last`; `last` where the name ends there.
  std::size_t step(std::size_t first, std::size_t last, const HeadWord* head, bool linked) const;
  // Behind "van de", "voor", "en": the capitalised word they lead to, or `at` where they lead out of the
  // name.
  std::size_t linked_word(std::size_t at, const HeadWord* head, bool linked) const;
  bool conjunction_joins(std::size_t conjunction, std::size_t word, const HeadWord* head, bool linked) const;
  bool in_dutch_place(std::size_t at) const;
  bool link_joins(std::size_t link, std::size_t word, const HeadWord* head) const;
  // ", Economie en Innovatie": the end of the list that begins with the comma `at`, or `at` where it is none.
  std::size_t list_end(std::size_t at) const;

  const NameText& text_;
  const KnownNames& known_;
};

}  // namespace vraagbaak::analysis
