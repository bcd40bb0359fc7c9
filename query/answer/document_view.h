// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "query/answer/term_matcher.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Whose words a passage holds.
enum class Side : std::uint8_t { other, question, answer };

// One document while one question is answered: its outline, and which terms of the question its parts hold.
// Reads from the index what is asked for, once. Reader and matcher must outlive it.
class DocumentView {
 public:
  DocumentView(const store::IndexReader& reader, const TermMatcher& matcher, store::DocumentId id);

  const store::DocumentRecord& record();

  // True where it has questions with answers.
  bool has_pairs() const { return !pairs_.empty(); }
  Side side_of(std::size_t section);
  // The answer that a section is part of, or the answers to the question it is part of; in whatever document.
  std::vector<store::PartId> answers_round(std::size_t section);

  // The terms in the title and what else the document says of itself.
  const TermStrengths& title_terms();
  // The terms in the headings round a section.
  const TermStrengths& heading_terms(std::size_t section);
  // The terms in the question(s) that an answer's section answers, or in the answer(s) to a question's
  // section; of another document where the answer stands alone, or where this one is an annex.
  const TermStrengths& linked_terms(std::size_t section);
  // True where that section is linked to a numbered question of its own rather than to all questions
  // together.
  bool has_own_question(std::size_t section);

 private:
  // A section with those round it, from the innermost out.
  using Sections = std::vector<store::SectionRecord>;

  const Sections& round(std::size_t section);
  bool is_linked(std::size_t section) const;
  const store::SectionRecord* linked_ancestor(std::size_t section);
  Side side_of_part(const store::SectionRecord& part);
  const TermStrengths& terms_of_section(std::size_t section);
  TermStrengths terms_elsewhere(std::size_t section);
  TermStrengths terms_of_part(store::PartId part) const;
  const TermStrengths& terms_of_annex();

  const store::IndexReader& reader_;
  const TermMatcher& matcher_;
  store::DocumentId id_;
  std::vector<QaPair> pairs_;
  std::optional<store::DocumentRecord> record_;
  std::map<std::size_t, Sections> round_;  // by the innermost
  std::optional<Sections> all_sections_;
  std::optional<TermStrengths> title_terms_;
  std::optional<TermStrengths> annex_terms_;
  std::map<std::size_t, TermStrengths> heading_terms_;
  std::map<std::size_t, TermStrengths> linked_terms_;
  std::map<std::size_t, TermStrengths> section_terms_;
};

}  // namespace vraagbaak::query
