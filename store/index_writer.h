// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "store/compression.h"
#include "store/fts_tokenizer.h"
#include "store/index_file.h"
#include "store/packed_content.h"
#include "store/records.h"
#include "store/term_list.h"

namespace vraagbaak::store {

// A file a document was read from, as it was then. Several files with the same content are one document.
struct SourceFile {
  std::string source;         // absolute path
  std::string document_path;  // as citations show it
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;  // 0: not to be trusted, compare the hash
  std::string content_hash;   // SHA-256, hexadecimal
  DocumentId document = 0;    // 0: not in the index
  std::string format;         // the document's
  bool is_first = true;       // the document goes by this file's path
  friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

// What could not be read: a file, a part of an archive or something that is no file.
struct FileFailure {
  std::string source;         // absolute path
  std::string part;           // of an archive; empty for the file itself
  std::string document_path;  // the path its document would have had
  std::string reason;         // "what is wrong: the mend"
  std::uint64_t size = 0;     // of the file, as the two below, when it was tried
  std::int64_t mtime_ns = 0;  // 0: not to be trusted
  std::string read_with;      // what helps with reading; empty: nothing keeps from trying again
  friend bool operator==(const FileFailure&, const FileFailure&) = default;
};

// A document and all that the writer would otherwise have to compute: made on the analysing threads. What is
// in `content` the document itself need not hold any more: its text, figures, mentions and cells.
struct IndexEntry {
  Document document;
  PackedContent content;
  SourceFile file;
  bool titled_by_name = false;  // the title is the file's name without its extension, in want of another
  std::string folded_author;
  std::vector<std::string> heading_paths;  // of each section, see heading_paths()
  TermList title_terms;
  std::vector<TermList> heading_terms;  // of each section's heading path
  std::vector<TermList> body_terms;     // of each passage; empty for furniture
  // For each entity: every name it goes by, its own first, with the normalized form.
  struct Alias {
    std::string folded;
    std::string alias;
    friend auto operator<=>(const Alias&, const Alias&) = default;
  };
  std::vector<std::vector<Alias>> aliases;
  std::vector<std::string> question_keys;  // documents with one in common belong to the same question
  // What the answer in that section calls an annex, see annex_reference in store/schema.sql.
  struct Annex {
    std::size_t section = 0;
    std::string name;
    friend auto operator<=>(const Annex&, const Annex&) = default;
  };
  std::vector<Annex> annexes;
};

// For each section the headings from the outermost to its own, joined by " > "; a section without a heading
// adds nothing, and the document itself has none.
std::vector<std::string> heading_paths(const Document& document);

// The files in the index at `file`, made by whatever program: what a rebuild has to read again; with source
// and path alone. Empty where it does not tell.
std::vector<SourceFile> files_of_index(const std::filesystem::path& file);

// Brings what SQLite keeps beside the index at `file` into it, as far as readers let it. Never throws.
void fold_into_one_file(const std::filesystem::path& file) noexcept;

// Writes an index. One writer at a time; readers go on reading the last committed state (WAL).
// Documents come in batches: what is not committed when the process dies is as if it never came.
// Throws Error where the file cannot be written.
class IndexWriter {
 public:
  // Opens `file`, which is absent (then the tables are made), unfinished or ready: see inspect_index().
  // `terms` gives the same as stood in the entries: FTS5 wants a document's old terms back when it is
  // taken out.
  IndexWriter(const std::filesystem::path& file, const IndexIdentity& identity, TermMaker terms);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  // The files in the index, by source.
  std::vector<SourceFile> files();
  IndexCounts counts();
  // The path that a document goes by; empty where there is no such document.
  std::string path_of(DocumentId document);

  // The phrases that the index has of its own to pack blocks with; nullptr where it has none.
  std::shared_ptr<const PhraseBook> phrases();
  // Makes the index phrases of its own out of texts like those it will hold, in a book of `size` bytes at
  // most, where it has none and the texts have enough in common. They stay.
  void learn_phrases(const std::vector<std::string>& texts, std::size_t size);

  // Puts a document in. A file that the index has from the same source goes out first, see relocate(). Two
  // sources must not share a path. The document's id.
  DocumentId put(IndexEntry entry);
  // Notes where the files are: the sources in `left` go out, the files in `there` come in, or in the place of
  // the one with the same source, each as a file of its `document`. A document goes by the least path of its
  // files; one that is left without a file goes out. How many did. Sources that are not there do not matter.
  std::size_t relocate(const std::vector<std::string>& left, const std::vector<SourceFile>& there);
  // relocate() of one source that has left.
  std::size_t remove(const std::string& source) { return relocate({source}, {}); }

  // What could not be read, by source and part.
  std::vector<FileFailure> failures();
  // These, all of `source`, are from now on what is known to have failed there; none: nothing has.
  void note_failures(const std::string& source, const std::vector<FileFailure>& failures);

  // Ends the batch: all since the last commit is in the index from now on.
  void commit();
  // The next run will come soon: finish() and stop() leave the index in WAL mode, so that whoever reads it is
  // not held up by the change of mode. fold_into_one_file() ends that.
  void stay_in_wal() { stays_in_wal_ = true; }
  // Commits, marks the index ready, notes the run and leaves the index as one file, flushed to disk. A note
  // alone is left out where somebody reads the index just then.
  void finish(const RunRecord& run = {});
  // Commits, and notes that the run did not come to its end: the next one goes on.
  void stop(const RunRecord& run = {});

 private:
  struct Connection;
  void begin_batch();
  bool is_first_build();
  void forget(DocumentId document);
  PassageId next_passage_id();
  // Gives the document the path, and where it goes by its file's name the title, of its first file; takes it
  // out where it has none (then false).
  bool settle(DocumentId document);
  void give_title(DocumentId document, const std::string& title);
  void take_postings_out(DocumentId document);
  void note_run(const RunRecord& run, std::string_view state);
  void leave_as_one_file();
  void write_postings();
  DocumentId write_document(const IndexEntry& entry, PassageId first_passage);
  void write_outline(DocumentId document, const IndexEntry& entry);
  void write_passages(DocumentId document, const IndexEntry& entry, PassageId first_passage);
  void write_block(std::int64_t row, std::string_view frame);
  void write_tables(DocumentId document, const IndexEntry& entry);

  std::unique_ptr<Connection> connection_;
  TermMaker terms_;
  bool in_batch_ = false;
  bool has_written_ = false;
  bool stays_in_wal_ = false;
};

}  // namespace vraagbaak::store
