// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/document_view.h"

#include <algorithm>
#include <utility>

namespace vraagbaak::query {

DocumentView::DocumentView(const store::IndexReader& reader, const TermMatcher& matcher, store::DocumentId id)
    : reader_(reader), matcher_(matcher), id_(id), pairs_(reader.pairs(id)) {}

const store::DocumentRecord& DocumentView::record() {
  if (!record_) record_ = reader_.document(id_).value_or(store::DocumentRecord{});
  return *record_;
}

const DocumentView::Sections& DocumentView::round(std::size_t section) {
  const auto known = round_.find(section);
  if (known != round_.end()) return known->second;
  return round_[section] = reader_.sections_round({id_, section});
}

bool DocumentView::is_linked(std::size_t section) const {
  return std::ranges::any_of(
      pairs_, [&](const QaPair& pair) { return pair.answer == section || pair.question == section; });
}

const store::SectionRecord* DocumentView::linked_ancestor(std::size_t section) {
  const Sections& sections = round(section);
  const auto at =
      std::ranges::find_if(sections, [&](const store::SectionRecord& it) { return is_linked(it.id.number); });
  return at == sections.end() ? nullptr : &*at;
}

bool DocumentView::has_own_question(std::size_t section) {
  const store::SectionRecord* const at = linked_ancestor(section);
  return at != nullptr && !at->label.empty();
}

Side DocumentView::side_of(std::size_t section) {
  const Sections& sections = round(section);
  for (const store::SectionRecord& here : sections) {
    if (here.kind == SectionKind::answer) return Side::answer;
    if (here.kind == SectionKind::question || here.kind == SectionKind::sub_question) return Side::question;
    for (const QaPair& pair : pairs_) {
      if (pair.answer == here.id.number) return Side::answer;
      if (pair.question == here.id.number) return Side::question;
    }
  }
  // A part that holds questions or answers is one or the other as a whole.
  for (const store::SectionRecord& here : sections) {
    if (here.kind != SectionKind::part) continue;
    if (const Side side = side_of_part(here); side != Side::other) return side;
  }
  return Side::other;
}

Side DocumentView::side_of_part(const store::SectionRecord& part) {
  if (pairs_.empty()) return Side::other;
  if (!all_sections_) all_sections_ = reader_.sections(id_);
  const Sections& sections = *all_sections_;
  const auto holds = [&](std::size_t section) {
    return section < sections.size() && part.span.contains(sections[section].span);
  };
  for (const QaPair& pair : pairs_) {
    if (holds(pair.answer)) return Side::answer;
    if (holds(pair.question)) return Side::question;
  }
  return Side::other;
}

std::vector<store::PartId> DocumentView::answers_round(std::size_t section) {
  for (const store::SectionRecord& here : round(section)) {
    if (here.kind == SectionKind::answer) return {here.id};
    if (here.kind != SectionKind::question && here.kind != SectionKind::sub_question) continue;
    std::vector<store::PartId> answers;
    for (const QaPair& pair : pairs_)
      if (pair.question == here.id.number) answers.push_back({id_, pair.answer});
    if (answers.empty()) answers = reader_.answers_elsewhere(here.id);
    if (!answers.empty()) return answers;
  }
  return {};
}

const TermStrengths& DocumentView::title_terms() {
  if (title_terms_) return *title_terms_;
  const Metadata& about = record().metadata;
  // The file's name often says the subject too.
  std::string name = record().path;
  for (char& c : name) {
    if (c == '-' || c == '_' || c == '/' || c == '.') c = ' ';
  }
  return title_terms_.emplace(matcher_.strengths_in(about.title + " . " + about.number + " . " +
                                                    about.addressee + " . " + about.author + " . " + name));
}

const TermStrengths& DocumentView::heading_terms(std::size_t section) {
  const auto known = heading_terms_.find(section);
  if (known != heading_terms_.end()) return known->second;
  TermStrengths strengths(matcher_.term_count(), 0.0);
  const Sections& sections = round(section);
  if (!sections.empty()) strengths = matcher_.strengths_in(sections.front().heading_path);
  return heading_terms_[section] = std::move(strengths);
}

const TermStrengths& DocumentView::terms_of_section(std::size_t section) {
  const auto known = section_terms_.find(section);
  if (known != section_terms_.end()) return known->second;
  return section_terms_[section] = terms_of_part({id_, section});
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
  for (const store::SectionRecord& here : round(section)) {
    if (here.kind != SectionKind::answer) continue;
    for (const store::PartId& question : reader_.questions_elsewhere(here.id))
      raise_to(strengths, terms_of_part(question));
    return strengths;
  }
  if (!has_pairs()) raise_to(strengths, terms_of_annex());
  return strengths;
}

// Of an annex: the terms in the answers that name it and in their questions.
const TermStrengths& DocumentView::terms_of_annex() {
  if (annex_terms_) return *annex_terms_;
  TermStrengths strengths(matcher_.term_count(), 0.0);
  for (const store::PartId& answer : reader_.answers_naming(id_)) {
    raise_to(strengths, terms_of_part(answer));
    const std::vector<QaPair> pairs = reader_.pairs_of_answer(answer);
    for (const QaPair& pair : pairs) raise_to(strengths, terms_of_part({answer.document, pair.question}));
    if (!pairs.empty()) continue;
    for (const store::PartId& question : reader_.questions_elsewhere(answer))
      raise_to(strengths, terms_of_part(question));
  }
  return annex_terms_.emplace(std::move(strengths));
}

const TermStrengths& DocumentView::linked_terms(std::size_t section) {
  const auto known = linked_terms_.find(section);
  if (known != linked_terms_.end()) return known->second;
  TermStrengths strengths(matcher_.term_count(), 0.0);
  if (const store::SectionRecord* const at = linked_ancestor(section)) {
    const std::size_t linked = at->id.number;
    for (const QaPair& pair : pairs_) {
      if (pair.answer == linked) raise_to(strengths, terms_of_section(pair.question));
      if (pair.question == linked) raise_to(strengths, terms_of_section(pair.answer));
    }
  } else {
    raise_to(strengths, terms_elsewhere(section));
  }
  return linked_terms_[section] = std::move(strengths);
}

}  // namespace vraagbaak::query
