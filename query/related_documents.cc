// SPDX-License-Identifier: EUPL-1.2
#include "query/related_documents.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace vraagbaak::query {

namespace {

// A report has thousands of sections; a question has some dozens at most.
constexpr std::size_t kMostSections = 200;
constexpr std::size_t kMostRelated = 24;

}  // namespace

std::string_view to_string(Relation relation) {
  static constexpr std::array<std::string_view, 4> kNames{"answers", "asks", "annex", "annex_of"};
  return kNames[static_cast<std::size_t>(relation)];
}

std::vector<RelatedDocument> related_documents(const store::IndexReader& reader,
                                               const WholeDocument& document) {
  const store::DocumentId own = document.record.id;
  std::set<std::pair<Relation, store::DocumentId>> found;
  const auto take = [&](Relation relation, const std::vector<store::PartId>& parts) {
    for (const store::PartId& part : parts) {
      if (part.document != own) found.emplace(relation, part.document);
    }
  };
  const bool shares_question = reader.shares_question(own);
  std::size_t looked_up = 0;
  for (const store::SectionRecord& section : document.sections) {
    const bool is_answer = section.kind == SectionKind::answer;
    const bool is_question =
        section.kind == SectionKind::question || section.kind == SectionKind::sub_question;
    if (!is_answer && !is_question) continue;
    if (++looked_up > kMostSections) break;
    if (shares_question && is_question) take(Relation::answers, reader.answers_elsewhere(section.id));
    if (shares_question && is_answer) take(Relation::asks, reader.questions_elsewhere(section.id));
    if (!is_answer) continue;
    for (const store::DocumentId annex : reader.annexes(section.id)) {
      if (annex != own) found.emplace(Relation::annex, annex);
    }
  }
  take(Relation::annex_of, reader.answers_naming(own));

  std::vector<RelatedDocument> related;
  for (const auto& [relation, id] : found) {
    if (auto record = reader.document(id)) related.push_back({*std::move(record), relation});
  }
  std::ranges::sort(related, [](const RelatedDocument& a, const RelatedDocument& b) {
    return std::tie(a.relation, a.record.path) < std::tie(b.relation, b.record.path);
  });
  if (related.size() > kMostRelated) related.erase(related.begin() + kMostRelated, related.end());
  return related;
}

}  // namespace vraagbaak::query
