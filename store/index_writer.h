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
#include "store/fts_tokenizer.h"
#include "store/index_file.h"
#include "store/records.h"
#include "store/term_list.h"

namespace vraagbaak::store {

// The file a document was read from, as it was then.
struct SourceFile {
  std::string source;         // absolute path
  std::string document_path;  // Document::path
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;  // 0: not to be trusted, compare the hash
  std::uint64_t content_hash = 0;
  friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

// A document and all that the writer would otherwise have to compute: made on the analysing threads.
struct IndexEntry {
  Document document;
  SourceFile file;
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
};

// For each section the headings from the outermost to its own, joined by " > "; a section without a heading
// adds nothing, and the document itself has none.
std::vector<std::string> heading_paths(const Document& document);

// The files in the index at `file`, made by whatever program: what a rebuild has to read again. Empty where
// it does not tell.
std::vector<SourceFile> files_of_index(const std::filesystem::path& file);

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

  // Puts a document in, or in the place of the one with the same source. Two sources must not share a path.
  void put(IndexEntry entry);
  // Takes a document out; nothing happens where there is none from that source.
  void remove(std::string_view source);
  // Notes what the file looks like now, where its content is still what the index holds.
  void touch(const SourceFile& file, std::string_view old_source);

  // Ends the batch: all since the last commit is in the index from now on.
  void commit();
  // Commits, marks the index ready and leaves it as one file, flushed to disk. Where nothing was written to a
  // ready index, its file is left untouched.
  void finish();

 private:
  struct Connection;
  void begin_batch();
  void forget(DocumentId document);
  void take_postings_out(DocumentId document);
  void write_postings();
  DocumentId write_document(const IndexEntry& entry);
  void write_outline(DocumentId document, const IndexEntry& entry);
  std::vector<PassageId> write_passages(DocumentId document, const IndexEntry& entry);
  void write_tables(DocumentId document, const Document& content);
  void write_figures(const Document& document, const std::vector<PassageId>& passages);
  void write_names(DocumentId document, const IndexEntry& entry, const std::vector<PassageId>& passages);

  std::unique_ptr<Connection> connection_;
  TermMaker terms_;
  bool in_batch_ = false;
  bool has_written_ = false;
};

}  // namespace vraagbaak::store
