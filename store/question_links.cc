// SPDX-License-Identifier: EUPL-1.2
// Questions and answers that stand in files of their own: documents that have a key in common belong to the
// same parliamentary question.
#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "store/reader_state.h"

namespace vraagbaak::store {
namespace {

// The parts that a label names, as the outline writes them: "3", "3-5", "1.b", "1.a-c".
struct Parts {
  int first = 0;
  int last = 0;
  char first_letter = 0;  // 0: the whole question
  char last_letter = 0;
};

std::optional<Parts> parts_of(std::string_view label) {
  Parts parts;
  const char* const end = label.data() + label.size();
  auto read = std::from_chars(label.data(), end, parts.first);
  if (read.ec != std::errc()) return std::nullopt;
  parts.last = parts.first;
  const char* at = read.ptr;
  if (end - at >= 2 && at[0] == '.') {
    parts.first_letter = parts.last_letter = at[1];
    at += 2;
    if (end - at == 2 && at[0] == '-') {
      parts.last_letter = at[1];
      at += 2;
    }
  } else if (end - at >= 2 && at[0] == '-') {
    read = std::from_chars(at + 1, end, parts.last);
    if (read.ec != std::errc()) return std::nullopt;
    at = read.ptr;
  }
  return at == end ? std::optional(parts) : std::nullopt;
}

// Whether an answer with one label is about a question with the other. A label that is none is about all.
bool is_about(std::string_view answer, std::string_view question) {
  const auto given = parts_of(answer);
  const auto asked = parts_of(question);
  if (!given || !asked) return true;
  if (given->last < asked->first || asked->last < given->first) return false;
  if (given->first_letter == 0 || asked->first_letter == 0) return true;
  return given->last_letter >= asked->first_letter && asked->last_letter >= given->first_letter;
}

}  // namespace

bool IndexReader::shares_question(DocumentId id) const {
  const StatementLease rows =
      state_->statements
          ["SELECT 1 FROM question_key AS own JOIN question_key AS other ON other.key = own.key"
           " WHERE own.document_id = ?1 AND other.document_id <> ?1 LIMIT 1"];
  rows->bind_all(id);
  return rows->step();
}

std::vector<PartId> IndexReader::answers_elsewhere(PartId question) const {
  const auto asked = section(question);
  if (!asked) return {};
  const StatementLease rows =
      state_->statements
          ["SELECT section.document_id, section.number, section.label FROM section WHERE section.kind = ?2"
           " AND section.document_id IN (SELECT other.document_id FROM question_key AS own JOIN question_key "
           "AS"
           " other ON other.key = own.key WHERE own.document_id = ?1 AND other.document_id <> ?1)"
           " ORDER BY section.document_id, section.number"];
  rows->bind_all(question.document, static_cast<int>(SectionKind::answer));
  std::vector<PartId> answers;
  while (rows->step()) {
    if (is_about(rows->view(2), asked->label)) answers.push_back({rows->number(0), rows->size(1)});
  }
  return answers;
}

std::vector<PartId> IndexReader::questions_elsewhere(PartId answer) const {
  const auto given = section(answer);
  if (!given || given->kind != SectionKind::answer) return {};
  const StatementLease rows =
      state_->statements
          ["SELECT section.document_id, section.number, section.label FROM section WHERE section.kind IN "
           "(?2, ?3)"
           " AND section.document_id IN (SELECT other.document_id FROM question_key AS own JOIN question_key "
           "AS"
           " other ON other.key = own.key WHERE own.document_id = ?1 AND other.document_id <> ?1)"
           " ORDER BY section.document_id, section.number"];
  rows->bind_all(answer.document, static_cast<int>(SectionKind::question),
                 static_cast<int>(SectionKind::sub_question));
  std::vector<PartId> questions;
  while (rows->step()) {
    if (is_about(given->label, rows->view(2))) questions.push_back({rows->number(0), rows->size(1)});
  }
  return questions;
}

}  // namespace vraagbaak::store
