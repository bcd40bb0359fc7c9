// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/figure_condition.h"
#include "store/records.h"

namespace vraagbaak::store {

enum class FigureOrder : std::uint8_t {
  place,     // by document and place
  largest,   // by value, whatever the unit; those without one last; equal ones by place
  smallest,  // the same from the other end
};

// Which figures to list; what is not set does not filter.
struct FigureFilter {
  std::optional<std::vector<DocumentId>> documents{};  // one of these
  FigureCondition condition{};
  std::optional<std::size_t> limit{};
  std::size_t offset = 0;
  FigureOrder order = FigureOrder::place;
};

// Reads an index. Holds one connection and is not shared between threads (opening one takes well under a
// millisecond), except interrupt(). Everything is by value. Throws Error where the file cannot be read or is
// damaged.
class IndexReader {
 public:
  // Throws Error with the mend where `file` is absent, of another version, unfinished, no index at all, or
  // made with another `fingerprint` than the analysis in use has.
  IndexReader(const std::filesystem::path& file, std::string_view fingerprint);
  ~IndexReader();
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) = delete;

  IndexCounts counts() const;
  // Another number than before: a writer has changed the index since.
  std::int64_t data_version() const;

  // --- documents
  std::vector<DocumentRecord> documents() const;  // by path
  std::optional<DocumentRecord> document(DocumentId id) const;
  std::optional<DocumentRecord> find_document(std::string_view path) const;  // by any of its paths
  std::string document_text(DocumentId id) const;                            // empty where there is none
  std::vector<Page> pages(DocumentId id) const;  // in order; none where the document has no pages
  // The page that byte stands on; nullopt where the document has no pages.
  std::optional<int> page_at(DocumentId id, std::size_t byte) const;
  // The cell of a workbook or file of records that byte stands in; nullopt in any other document.
  std::optional<CellPlace> cell_at(DocumentId id, std::size_t byte) const;
  // The code points before that byte of the document's text.
  std::size_t code_point_at(DocumentId id, std::size_t byte) const;
  std::vector<std::string> unanswered(DocumentId id) const;  // labels

  // --- outline
  std::vector<SectionRecord> sections(DocumentId id) const;  // in order: [i].id.number == i
  std::optional<SectionRecord> section(PartId id) const;
  // That section and those round it, from the innermost out to the document; none where it is not there.
  std::vector<SectionRecord> sections_round(PartId id) const;
  std::vector<QaPair> pairs(DocumentId id) const;
  std::vector<QaPair> pairs_of_question(PartId question) const;  // its answers
  std::vector<QaPair> pairs_of_answer(PartId answer) const;      // its questions
  // The same over documents: sections of others that belong to the same parliamentary question (they have a
  // key in common) and whose label fits: "3" and "3-5" answer question 3, "1" and "1.b" answer 1.b.
  bool shares_question(DocumentId id) const;  // there is such a document at all
  std::vector<PartId> answers_elsewhere(PartId question) const;
  std::vector<PartId> questions_elsewhere(PartId answer) const;
  // The documents that an answer names as its annexes, and the answers that name a document: by the name of a
  // file in the same folder, by a published number that a file's name begins with; or, where the answer says
  // no more than that there is an annex, a file called so that belongs to the same parliamentary question and
  // asks and answers nothing itself. None where more than one could be meant.
  std::vector<DocumentId> annexes(PartId answer) const;
  std::vector<PartId> answers_naming(DocumentId annex) const;

  // --- passages; those of one document in the order of the text
  std::optional<PassageRecord> passage(PassageId id) const;
  // The same but for its text, and its span empty at its beginning: quick, for nothing is unpacked …
  std::optional<PassageRecord> passage_without_text(PassageId id) const;
  // … until the rest is put in.
  void read_text(PassageRecord& passage) const;
  std::vector<PassageRecord> passages(DocumentId id) const;
  // The first that is of one of the kinds; of any but page furniture where `kinds` is empty.
  std::optional<PassageId> first_passage(DocumentId id, const std::vector<PassageKind>& kinds) const;
  std::vector<PassageRecord> passages_in(DocumentId id, ByteSpan span) const;  // that overlap the span
  std::vector<PassageRecord> passages_of_section(PartId section) const;  // with those of the sections in it

  // --- figures and tables
  std::optional<FigureRecord> figure(FigureId id) const;
  std::vector<FigureRecord> figures_in_passage(PassageId id) const;
  std::vector<FigureRecord> figures(const FigureFilter& filter) const;
  std::size_t figure_count(const FigureFilter& filter) const;  // whatever its limit and offset
  // Those of the passages, in the order of `passages` and then of the text, that the condition holds for.
  std::vector<FigureRecord> figures_in_passages(const std::vector<PassageId>& passages,
                                                const FigureCondition& condition) const;
  std::vector<std::string> units() const;  // every unit that figures have, each once
  std::vector<TableRecord> tables(DocumentId id) const;
  std::vector<Cell> cells(PartId table) const;  // by row, then column
  std::vector<FigureRecord> figures_in_table(PartId table) const;

  // --- names. `folded` is a name as analysis::normalize gives it.
  std::vector<MentionRecord> mentions_in_passage(PassageId id) const;
  std::vector<MentionRecord> mentions_of(EntityId entity, std::size_t limit) const;  // by passage
  std::optional<EntityRecord> entity(EntityId id) const;
  std::vector<EntityRecord> entities() const;                        // by name
  std::vector<EntityRecord> entities_in(DocumentId document) const;  // `mentions` counts that document alone
  std::vector<EntityRecord> entities_named(
      std::string_view folded) const;                       // by name or alias; most mentioned first
  std::vector<std::string> aliases(EntityId entity) const;  // without its own name, sorted
  // Every folded name and alias, each once, sorted: to find names in a question.
  std::vector<std::string> folded_names() const;

  // --- terms, for weights. A term is as the analyzer gives it: "bedrijf", "~bedrijf", "#270000".
  std::size_t passage_count() const;                            // those that can be searched
  std::size_t document_frequency(std::string_view term) const;  // passages that hold it; remembered
  // The words (exact terms) that begin with `beginning`, at most `limit`, with how many passages hold each.
  struct Word {
    std::string term;
    std::size_t passages = 0;
  };
  std::vector<Word> words_beginning(std::string_view beginning, std::size_t limit) const;

  // While it lives, everything that is read is of one moment and the file is locked for reading once instead
  // of for each look-up; a writer can go on meanwhile. For the length of one question, no longer. The reader
  // must outlive it; not nested.
  class Moment {
   public:
    explicit Moment(const IndexReader& reader);
    ~Moment();
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;

   private:
    const IndexReader& reader_;
  };

  // While it lives, reading ends with TimedOut (store/database.h) once `limit` is over; a limit of 0 or less
  // is none. The reader must outlive it; not nested.
  class TimeLimit {
   public:
    TimeLimit(const IndexReader& reader, std::chrono::milliseconds limit);
    ~TimeLimit();
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;

    bool is_over() const;

   private:
    const IndexReader& reader_;
    std::optional<std::chrono::steady_clock::time_point> end_;
  };

  // Ends what this reader is doing with an Error; any thread may call it.
  void interrupt();

 private:
  friend class PassageSearch;
  struct State;

  // The last passage of the range that begins at or before that byte; the id before its first where none
  // does.
  PassageId last_passage_from(PassageRange range, std::size_t byte) const;
  std::vector<EntityId> entities_of(DocumentId id) const;

  std::unique_ptr<State> state_;
};

}  // namespace vraagbaak::store
