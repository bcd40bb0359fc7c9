// SPDX-License-Identifier: EUPL-1.2
// Annexes in files of their own, found by what an answer calls them. Names of files are looked up when they
// are asked for: a file may come, go or get another name after the answer was read.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "store/reader_state.h"

namespace vraagbaak::store {
namespace {

constexpr std::string_view kAnnex = "bijlage";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return folded;
}

std::string file_name(std::string_view path) {
  return lower(path.substr(path.rfind('/') + 1));
}
std::string_view folder(std::string_view path) {
  const std::size_t end = path.rfind('/');
  return end == std::string_view::npos ? std::string_view() : path.substr(0, end);
}

// A name that says no more than that there is an annex.
bool is_own(std::string_view name) {
  return name.starts_with(kAnnex) && name.find('.') == std::string_view::npos;
}
// A published number has no dot; the name of a file has.
bool is_file_name(std::string_view name) {
  return name.find('.') != std::string_view::npos;
}

// What a file's name begins with up to a mark: "blg-12-cijfers.pdf" -> "blg", "blg-12", "blg-12-cijfers".
std::vector<std::string> beginnings(std::string_view name) {
  std::vector<std::string> found;
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (!is_word(name[i]) && is_word(name[i - 1])) found.emplace_back(name.substr(0, i));
  }
  found.emplace_back(name);
  return found;
}

// The number behind "bijlage" in a file's name, "" where it has none; `is_annex`: it is called so at all.
struct AnnexFile {
  bool is_annex = false;
  std::string number;
};
AnnexFile read_annex_file(std::string_view name) {
  name = name.substr(0, name.rfind('.'));
  std::size_t at = name.find(kAnnex);
  while (at != std::string_view::npos && at > 0 && is_word(name[at - 1])) at = name.find(kAnnex, at + 1);
  if (at == std::string_view::npos) return {};
  std::string_view rest = name.substr(at + kAnnex.size());
  if (rest.starts_with("n")) rest.remove_prefix(1);
  while (!rest.empty() && !is_word(rest.front())) rest.remove_prefix(1);
  const std::size_t end = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_word) - rest.begin());
  const std::string_view word = rest.substr(0, end);
  const bool is_number = !word.empty() && (is_digit(word.front()) || word.size() == 1 ||
                                           word.find_first_not_of("ivx") == std::string_view::npos);
  return {true, is_number ? std::string(word) : std::string()};
}

bool is_called(std::string_view path, std::string_view name, const std::vector<std::string>& answer_paths) {
  const std::string file = file_name(path);
  if (!is_file_name(name)) return std::ranges::count(beginnings(file), name) > 0;
  return file == name && std::ranges::any_of(answer_paths, [&](const std::string& own) {
           return folder(own) == folder(path);
         });
}

// Of the annexes of one question those that "bijlage", "bijlagen" or "bijlage 2" means.
std::set<DocumentId> meant(std::string_view name,
                           const std::vector<std::pair<DocumentId, std::string>>& annexes) {
  const std::size_t blank = name.find(' ');
  const std::string_view number = blank == std::string_view::npos ? "" : name.substr(blank + 1);
  std::set<DocumentId> found;
  for (const auto& [id, path] : annexes) {
    const AnnexFile file = read_annex_file(file_name(path));
    if (file.is_annex && (number.empty() || file.number == number)) found.insert(id);
  }
  if (found.size() > 1 && !name.starts_with("bijlagen")) found.clear();
  return found;
}

std::vector<std::string> texts(Statement& rows) {
  std::vector<std::string> found;
  while (rows.step()) found.push_back(rows.text(0));
  return found;
}

std::vector<std::string> paths_of(StatementCache& statements, DocumentId document) {
  const StatementLease paths = statements["SELECT path FROM file WHERE document_id = ?"];
  paths->bind_all(document);
  return texts(*paths);
}

}  // namespace

std::vector<DocumentId> IndexReader::annexes(PartId answer) const {
  const StatementLease named =
      state_->statements["SELECT name FROM annex_reference WHERE document_id = ? AND section = ?"];
  named->bind_all(answer.document, answer.number);
  const std::vector<std::string> names = texts(*named);
  if (names.empty()) return {};
  const std::vector<std::string> answer_paths = paths_of(state_->statements, answer.document);

  std::set<DocumentId> found;
  const StatementLease files =
      state_->statements
          ["SELECT document_id, path FROM file WHERE document_id <> ?1 AND path LIKE '%' || ?2 || '%'"];
  const StatementLease annexes =
      state_->statements
          ["SELECT DISTINCT file.document_id, file.path FROM question_key AS own"
           " JOIN question_key AS other ON other.key = own.key JOIN file ON file.document_id = "
           "other.document_id"
           " WHERE own.document_id = ?1 AND other.document_id <> ?1 AND NOT EXISTS(SELECT 1 FROM section"
           " WHERE section.document_id = other.document_id"
           " AND section.kind IN (?2, ?3, ?4))"];
  for (const std::string& name : names) {
    if (is_own(name)) {
      std::vector<std::pair<DocumentId, std::string>> candidates;
      annexes->reset();
      annexes->bind_all(answer.document, static_cast<int>(SectionKind::question),
                        static_cast<int>(SectionKind::sub_question), static_cast<int>(SectionKind::answer));
      while (annexes->step()) candidates.emplace_back(annexes->number(0), annexes->text(1));
      found.merge(meant(name, candidates));
      continue;
    }
    files->reset();
    files->bind_all(answer.document, name);
    while (files->step()) {
      if (is_called(files->view(1), name, answer_paths)) found.insert(files->number(0));
    }
  }
  return {found.begin(), found.end()};
}

std::vector<PartId> IndexReader::answers_naming(DocumentId annex) const {
  std::set<std::pair<DocumentId, std::size_t>> candidates;
  const StatementLease naming =
      state_->statements["SELECT document_id, section FROM annex_reference WHERE name = ?"];
  const StatementLease own =
      state_->statements
          ["SELECT annex_reference.document_id, annex_reference.section FROM question_key AS own"
           " JOIN question_key AS other ON other.key = own.key"
           " JOIN annex_reference ON annex_reference.document_id = other.document_id"
           " WHERE own.document_id = ?1 AND other.document_id <> ?1 AND annex_reference.name LIKE "
           "'bijlage%'"];
  for (const std::string& path : paths_of(state_->statements, annex)) {
    const std::string file = file_name(path);
    for (const std::string& name : beginnings(file)) {
      naming->reset();
      naming->bind_all(name);
      while (naming->step()) candidates.emplace(naming->number(0), naming->size(1));
    }
    if (!read_annex_file(file).is_annex) continue;
    own->reset();
    own->bind_all(annex);
    while (own->step()) candidates.emplace(own->number(0), own->size(1));
  }
  std::vector<PartId> answers;
  for (const auto& [document, section] : candidates) {
    const PartId answer{document, section};
    if (std::ranges::count(annexes(answer), annex) > 0) answers.push_back(answer);
  }
  return answers;
}

}  // namespace vraagbaak::store
