// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/document_view.h"

#include <utility>

namespace vraagbaak::query {

DocumentView::DocumentView(const store::IndexReader& reader, const TermMatcher& matcher, store::DocumentId id)
    : reader_(reader), matcher_(matcher), sections_(reader.sections(id)), pairs_(reader.pairs(id)) {
  if (auto record = reader.document(id)) record_ = *std::move(record);
  const Metadata& about = record_.metadata;
  // The file's name often says the subject too.
  std::string name = record_.path;
  for (char& c : name) {
    if (c == '-' || c == '_' || c == '/' || c == '.') c = ' ';
  }
  title_terms_ = matcher.strengths_in(about.title + " . " + about.number + " . " + about.addressee + " . " +
                                      about.author + " . " + name);
}

std::optional<std::size_t> DocumentView::linked_ancestor(std::size_t section) const {
  for (std::optional<std::size_t> at = section; at && *at < sections_.size(); at = sections_[*at].parent) {
    for (const QaPair& pair : pairs_) {
      if (pair.answer == *at || pair.question == *at) return at;
    }
  }
  return std::nullopt;
}

bool DocumentView::has_own_question(std::size_t section) const {
  const auto at = linked_ancestor(section);
  return at && !sections_[*at].label.empty();
}

Side DocumentView::side_of(std::size_t section) const {
  for (std::optional<std::size_t> at = section; at && *at < sections_.size(); at = sections_[*at].parent) {
    switch (sections_[*at].kind) {
      case SectionKind::answer:
        return Side::answer;
      case SectionKind::question:
      case SectionKind::sub_question:
        return Side::question;
      default:
        break;
    }
    for (const QaPair& pair : pairs_) {
      if (pair.answer == *at) return Side::answer;
      if (pair.question == *at) return Side::question;
    }
  }
  // A part that holds questions or answers is one or the other as a whole.
  for (std::optional<std::size_t> at = section; at && *at < sections_.size(); at = sections_[*at].parent) {
    if (sections_[*at].kind != SectionKind::part) continue;
    for (const QaPair& pair : pairs_) {
      if (pair.answer < sections_.size() && sections_[*at].span.contains(sections_[pair.answer].span)) {
        return Side::answer;
      }
      if (pair.question < sections_.size() && sections_[*at].span.contains(sections_[pair.question].span)) {
        return Side::question;
      }
    }
  }
  return Side::other;
}

std::string DocumentView::section_name(std::size_t section) const {
  if (section >= sections_.size()) return "";
  for (std::optional<std::size_t> at = section; at && *at < sections_.size(); at = sections_[*at].parent) {
    const auto& here = sections_[*at];
    const bool numbered = here.kind == SectionKind::answer || here.kind == SectionKind::question ||
                          here.kind == SectionKind::sub_question || here.kind == SectionKind::table;
    if (numbered && !here.label.empty()) return here.label;
  }
  return sections_[section].heading_path;
}

TermStrengths DocumentView::terms_of_section(std::size_t section) {
  const auto known = section_terms_.find(section);
  if (known != section_terms_.end()) return known->second;
  TermStrengths strengths(matcher_.term_count(), 0.0);
  for (const auto& passage : reader_.passages_of_section({record_.id, section})) {
    raise_to(strengths, matcher_.strengths_in(passage.text));
  }
  section_terms_[section] = strengths;
  return strengths;
}

const TermStrengths& DocumentView::heading_terms(std::size_t section) {
  const auto known = heading_terms_.find(section);
  if (known != heading_terms_.end()) return known->second;
  TermStrengths strengths(matcher_.term_count(), 0.0);
  if (section < sections_.size()) strengths = matcher_.strengths_in(sections_[section].heading_path);
  return heading_terms_[section] = std::move(strengths);
}

std::vector<store::PartId> DocumentView::answers_round(std::size_t section) const {
  for (std::optional<std::size_t> at = section; at && *at < sections_.size(); at = sections_[*at].parent) {
    const store::SectionRecord& here = sections_[*at];
    if (here.kind == SectionKind::answer) return {here.id};
    if (here.kind != SectionKind::question && here.kind != SectionKind::sub_question) continue;
    std::vector<store::PartId> answers;
    for (const QaPair& pair : pairs_)
      if (pair.question == *at) answers.push_back({record_.id, pair.answer});
    if (answers.empty()) answers = reader_.answers_elsewhere(here.id);
    if (!answers.empty()) return answers;
  }
  return {};
}

TermStrengths DocumentView::terms_of_part(store::PartId part) const {
  TermStrengths strengths(matcher_.term_count(), 0.0);
  for (const auto& passage : reader_.passages_of_section(part))
    raise_to(strengths, matcher_.strengths_in(passage.text));
  return strengths;
}

// Of an answer that stands alone: the terms in the questions of another document that it answers.
TermStrengths DocumentView::terms_elsewhere(std::size_t section) {
  TermStrengths strengths(matcher_.term_count(), 0.0);
  for (std::optional<std::size_t> at = section; at && *at < sections_.size(); at = sections_[*at].parent) {
    if (sections_[*at].kind != SectionKind::answer) continue;
    for (const store::PartId& question : reader_.questions_elsewhere(sections_[*at].id))
      raise_to(strengths, terms_of_part(question));
    return strengths;
  }
  if (!has_pairs()) raise_to(strengths, terms_of_annex());
  return strengths;
}

// Of an annex: the terms in the answers that name it and in their questions.
TermStrengths DocumentView::terms_of_annex() {
  if (annex_terms_) return *annex_terms_;
  TermStrengths strengths(matcher_.term_count(), 0.0);
  for (const store::PartId& answer : reader_.answers_naming(record_.id)) {
    raise_to(strengths, terms_of_part(answer));
    const std::vector<QaPair> pairs = reader_.pairs_of_answer(answer);
    for (const QaPair& pair : pairs) raise_to(strengths, terms_of_part({answer.document, pair.question}));
    if (!pairs.empty()) continue;
    for (const store::PartId& question : reader_.questions_elsewhere(answer))
      raise_to(strengths, terms_of_part(question));
  }
  annex_terms_ = strengths;
  return strengths;
}

const TermStrengths& DocumentView::linked_terms(std::size_t section) {
  const auto known = linked_terms_.find(section);
  if (known != linked_terms_.end()) return known->second;
  TermStrengths strengths(matcher_.term_count(), 0.0);
  if (const auto at = linked_ancestor(section)) {
    for (const QaPair& pair : pairs_) {
      if (pair.answer == *at) raise_to(strengths, terms_of_section(pair.question));
      if (pair.question == *at) raise_to(strengths, terms_of_section(pair.answer));
    }
  } else {
    raise_to(strengths, terms_elsewhere(section));
  }
  return linked_terms_[section] = std::move(strengths);
}

}  // namespace vraagbaak::query
