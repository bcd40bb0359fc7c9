// SPDX-License-Identifier: EUPL-1.2
#include "store/integrity.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

#include "model/error.h"
#include "model/offset_map.h"
#include "store/block_store.h"
#include "store/database.h"
#include "store/entity_lists.h"
#include "store/heading_path.h"
#include "store/packed_table.h"
#include "store/passage_numbers.h"
#include "store/reader_state.h"
#include "store/statement.h"

namespace vraagbaak::store {
namespace {

// Each gives a text for every row that is wrong.
constexpr std::array kRules = {
    "SELECT 'passage ' || passage.id || ' is of a document or section that is not there' FROM passage"
    " WHERE NOT EXISTS(SELECT 1 FROM document WHERE document.id = document_id AND passage.id BETWEEN "
    "first_passage AND last_passage)"
    " OR NOT EXISTS(SELECT 1 FROM section WHERE section.document_id = passage.document_id"
    " AND section.number = passage.section)",
    "SELECT 'block ' || id || ' begins with a passage that is not there' FROM content_block"
    " WHERE id >> 1 NOT IN (SELECT id FROM passage)",
    "SELECT 'term ' || frequent_term.term || ' does not stand in ' || passages || ' passages' FROM "
    "frequent_term"
    " WHERE passages IS NOT (SELECT doc FROM passage_term WHERE passage_term.term = frequent_term.term)",
    "SELECT 'section ' || inner_one.number || ' of document ' || inner_one.document_id || ' does not lie in "
    "its parent'"
    " FROM section AS inner_one LEFT JOIN section AS outer_one ON outer_one.document_id = "
    "inner_one.document_id"
    " AND outer_one.number = inner_one.parent WHERE inner_one.parent IS NOT NULL AND (outer_one.number IS "
    "NULL"
    " OR inner_one.start_byte < outer_one.start_byte OR inner_one.end_byte > outer_one.end_byte)",
    "SELECT 'pair ' || label || ' of document ' || document_id || ' names a section that is not there' FROM "
    "qa_pair"
    " WHERE NOT EXISTS(SELECT 1 FROM section WHERE section.document_id = qa_pair.document_id AND number = "
    "question)"
    " OR NOT EXISTS(SELECT 1 FROM section WHERE section.document_id = qa_pair.document_id AND number = "
    "answer)",
    "SELECT 'document ' || id || ' does not go by the first of its files' FROM document"
    " WHERE (path, source) IS NOT (SELECT path, source FROM file WHERE document_id = document.id ORDER BY "
    "path "
    "LIMIT 1)",
    "SELECT 'no document uses alias ' || alias FROM entity_name WHERE alias <> '' AND documents <= 0",
    "SELECT 'name ' || folded || ' is of no entity' FROM entity_name WHERE entity_id NOT IN (SELECT id FROM "
    "entity)",
    "SELECT 'entity ' || id || ' is not named by any document' FROM entity"
    " WHERE NOT EXISTS(SELECT 1 FROM entity_passages WHERE entity_id = entity.id)",
    "SELECT 'entity ' || id || ' cannot be looked up by its name' FROM entity WHERE id NOT IN"
    " (SELECT entity_id FROM entity_name WHERE alias = '')",
    "SELECT 'passages are listed for entity ' || entity_id || ', which is not there' FROM entity_passages"
    " WHERE entity_id NOT IN (SELECT id FROM entity)",
};

void check_pages(Database& database, std::vector<std::string>& problems) {
  Statement pages(database, "PRAGMA integrity_check(100)");
  while (pages.step()) {
    if (pages.view(0) != "ok") problems.push_back(pages.text(0));
  }
  Statement keys(database, "PRAGMA foreign_key_check");
  while (keys.step()) {
    problems.push_back("table " + keys.text(0) + ", row " + keys.text(1) + ": refers to a row of " +
                       keys.text(2) + " that is not there");
  }
}

void check_postings(Database& database, const TermMaker& terms, std::vector<std::string>& problems) {
  std::size_t words = 0;
  if (terms) {
    database.feed().compute_with([&](std::string_view text) {
      TermList made = terms(text);
      words += made.word_count();
      return made;
    });
  }
  try {
    database.run(terms ? "INSERT INTO passage_fts(passage_fts, rank) VALUES('integrity-check', 1)"
                       : "INSERT INTO passage_fts(passage_fts, rank) VALUES('integrity-check', 0)");
  } catch (const Error& error) {
    problems.push_back(std::string("the full-text index does not agree with the passages (") + error.what() +
                       ")");
  }
  StatementCache statements(database);
  if (count_searched(statements) !=
      static_cast<std::size_t>(database.number("SELECT count(*) FROM passage_index")))
    problems.push_back("the full-text index does not hold as many passages as there are");
  if (!terms) return;
  PassageNumbers lengths(statements, PassageNumber::words);
  std::size_t stored = 0;
  Statement rows(database, "SELECT id FROM passage_index");
  while (rows.step()) stored += lengths.of(rows.number(0));
  if (stored != words) problems.push_back("the stored lengths of the passages do not agree with their words");
}

// Each passage has the kinds of its figures.
void check_figure_kinds(Database& database, std::vector<std::string>& problems) {
  std::unordered_map<PassageId, std::size_t> kinds;
  Statement figures(database, "SELECT DISTINCT passage_id, kind FROM figure");
  while (figures.step()) {
    if (const auto kind = figure_kind_from(figures.view(1)))
      kinds[figures.number(0)] |= std::size_t{1} << static_cast<unsigned>(*kind);
  }
  StatementCache statements(database);
  PassageNumbers stored(statements, PassageNumber::figure_kinds);
  Statement passages(database, "SELECT id FROM passage");
  while (passages.step()) {
    const auto held = kinds.find(passages.number(0));
    if (stored.of(passages.number(0)) != (held == kinds.end() ? 0 : held->second))
      problems.push_back("passage " + passages.text(0) +
                         ": the stored kinds of figures are not those it has");
  }
}

// What the names of two tables come to, in whatever order it is added up.
class Tally {
 public:
  void add(EntityId entity, PassageId passage, std::size_t mentions) {
    std::uint64_t mixed = static_cast<std::uint64_t>(entity) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ static_cast<std::uint64_t>(passage)) * 0xBF58476D1CE4E5B9U;
    sum_ += (mixed ^ mixed >> 31) * mentions;
  }
  friend bool operator==(const Tally&, const Tally&) = default;

 private:
  std::uint64_t sum_ = 0;
};

// One walk through all documents.
class ContentCheck {
 public:
  ContentCheck(Database& database, std::vector<std::string>& problems)
      : database_(database), problems_(problems) {}

  void run() {
    Statement documents(database_,
                        "SELECT id, path, byte_count, code_point_count, figure_count, first_passage, "
                        "last_passage FROM document");
    while (documents.step()) {
      try {
        check(documents);
      } catch (const Error& error) {
        problems_.push_back(documents.text(1) + ": what is stored of it is damaged (" + error.what() + ")");
      }
    }
    Statement lists(database_, "SELECT entity_id, part, passages FROM entity_passages");
    Tally listed;
    while (lists.step()) {
      const auto passages =
          database_.undamaged([&] { return unpack_passages(lists.blob(2), lists.number(1)); });
      for (const NamingPassage& it : passages) listed.add(lists.number(0), it.id, it.mentions);
    }
    Statement units(database_, "SELECT unit, figures FROM figure_unit");
    while (units.step()) {
      const auto found = units_.find(units.view(0));
      if (found == units_.end() || found->second != units.size(1)) {
        problems_.push_back("unit '" + units.text(0) + "': another number of figures has it than is noted");
      } else {
        units_.erase(found);
      }
    }
    for (const auto& [unit, count] : units_) problems_.push_back("unit '" + unit + "' is not listed");
    if (problems_.empty() && listed != mentioned_)
      problems_.emplace_back("the lists of passages that name an entity do not agree with the mentions");
  }

 private:
  // Passages tile the text: each begins where the one before it ends, in bytes and in code points. Figures
  // and mentions begin in their passage by the way they are stored.
  void check(const Statement& document) {
    const std::string path = document.text(1);
    std::size_t bytes = 0;
    std::size_t code_points = 0;
    std::size_t figures = 0;
    std::vector<DocumentEntity> entities;
    entities_.reset();
    entities_.bind_all(document.number(0));
    if (entities_.step()) entities = database_.undamaged([&] { return unpack_entities(entities_.blob(0)); });
    for (PassageId id = document.number(5); id <= document.number(6); ++id) {
      const std::shared_ptr<BlockStore::Block> block = database_.blocks().of(id);
      row_.reset();
      row_.bind_all(id);
      if (block == nullptr || !row_.step()) {
        problems_.push_back(path + ": passage " + std::to_string(id) + " is not there");
        return;
      }
      if (row_.size(0) != bytes || row_.size(1) != code_points ||
          block->content.span(block->place_of(id)).begin != bytes) {
        problems_.push_back(path + ": the passage at byte " + std::to_string(row_.size(0)) +
                            " does not begin where the one before it ends");
      }
      const std::string_view text = block->content.text(block->place_of(id));
      bytes += text.size();
      code_points += count_code_points(text);
      for (const auto& figure : database_.blocks().figures(*block, id)) {
        ++figures;
        ++units_[std::string(figure.texts[ContentBlock::unit])];
        if (figure.span.begin >= bytes) problems_.push_back(path + ": a figure begins outside its passage");
      }
      for (const auto& mention : database_.blocks().mentions(*block, id)) {
        if (mention.span.begin >= bytes) problems_.push_back(path + ": a mention begins outside its passage");
        if (mention.entity >= entities.size()) {
          problems_.push_back(path + ": a mention is of an entity that is not listed");
        } else {
          mentioned_.add(entities[mention.entity].id, id, 1);
        }
      }
    }
    if (bytes != document.size(2) || code_points != document.size(3))
      problems_.push_back(path + ": its passages do not make up its text");
    if (figures != document.size(4))
      problems_.push_back(path + ": it has another number of figures than is noted");
    sections_.reset();
    sections_.bind_all(document.number(0));
    sections_.step();
    if (database_.headings().of(document.number(0)).size() != sections_.size(0))
      problems_.push_back(path + ": its headings are not as many as its sections");
    check_tables(document);
  }

  void check_tables(const Statement& document) {
    tables_.reset();
    tables_.bind_all(document.number(0));
    while (tables_.step()) database_.undamaged([&] { return unpack_cells(tables_.blob(0)); });
  }

  Database& database_;
  std::vector<std::string>& problems_;
  Tally mentioned_;
  std::map<std::string, std::size_t, std::less<>> units_;  // how many figures have each
  Statement row_{database_, "SELECT start_byte, start_code_point FROM passage WHERE id = ?"};
  Statement entities_{database_, "SELECT content FROM document_entities WHERE document_id = ?"};
  Statement sections_{database_, "SELECT count(*) FROM section WHERE document_id = ?"};
  Statement tables_{database_, "SELECT content FROM data_table WHERE document_id = ?"};
};

}  // namespace

std::vector<std::string> check_integrity(const std::filesystem::path& file, const TermMaker& terms) {
  std::vector<std::string> problems;
  Database database(file, OpenMode::read_write);
  check_pages(database, problems);
  if (!problems.empty()) return problems;  // the rest would only stumble over the same
  ContentCheck(database, problems).run();
  check_postings(database, terms, problems);
  if (problems.empty()) check_figure_kinds(database, problems);  // reads what may be damaged
  for (const char* rule : kRules) {
    Statement rows(database, rule);
    while (rows.step()) problems.push_back(rows.text(0));
  }
  return problems;
}

}  // namespace vraagbaak::store
