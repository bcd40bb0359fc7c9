-- SPDX-License-Identifier: EUPL-1.2
-- The index file. docs/index-format.md tells what each table is for and why it is so.
-- Spans are half-open byte ranges in the document's UTF-8 text; *_code_point counts Unicode code points of it.
-- Sections, tables and passages are numbered from 0 within their document, in the order of the text.

CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document(
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,                    -- as citations show it: file.path of its first file
  source TEXT NOT NULL,                  -- file.source of the same file
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  number TEXT NOT NULL,
  author TEXT NOT NULL,
  author_folded TEXT NOT NULL,           -- normalized, for the author: filter
  addressee TEXT NOT NULL,
  date TEXT,                             -- ISO 8601, as precise as known
  year INTEGER,
  language TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  code_point_count INTEGER NOT NULL,
  format TEXT NOT NULL,                  -- of its files: "pdf", "docx" …
  titled_by_name INTEGER NOT NULL,       -- 1: the title is its first file's name without extension
  file_size INTEGER NOT NULL,            -- bytes of each of its files
  content_hash TEXT NOT NULL,            -- their SHA-256, hexadecimal
  first_passage INTEGER NOT NULL,        -- passage.id; the others follow it without a gap
  last_passage INTEGER NOT NULL,         -- below first_passage where it has none
  figure_count INTEGER NOT NULL
) STRICT;

-- The files: one for each document, or several with the same content. The first of a document is the one with
-- the least path.
CREATE TABLE file(
  source TEXT PRIMARY KEY,               -- absolute path
  path TEXT NOT NULL UNIQUE,             -- relative to the indexed folder
  document_id INTEGER NOT NULL REFERENCES document,
  mtime_ns INTEGER NOT NULL              -- 0: not to be trusted, compare the hash
) STRICT, WITHOUT ROWID;
CREATE INDEX file_by_document ON file(document_id);

-- What could not be read, and why: a file, a part of an archive, something that is no file.
CREATE TABLE failure(
  source TEXT NOT NULL,                  -- absolute path
  part TEXT NOT NULL,                    -- of an archive; '' for the file itself
  path TEXT NOT NULL,                    -- relative to the indexed folder
  reason TEXT NOT NULL,                  -- what is wrong and the mend
  file_size INTEGER NOT NULL,            -- as it was then; it is not read again while size, mtime …
  mtime_ns INTEGER NOT NULL,             -- (0: not to be trusted)
  read_with TEXT NOT NULL,               -- … and the programs that help with reading are the same; '' try again
  PRIMARY KEY(source, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE page(
  document_id INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  PRIMARY KEY(document_id, start_byte, number)
) STRICT, WITHOUT ROWID;

-- Where the text of a workbook stands: from start_byte on, the cell in that row and column (0-based) of the
-- sheet; each tab up to the next mark or line end is a column on.
CREATE TABLE sheet(
  document_id INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  hidden INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  PRIMARY KEY(document_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet_mark(
  document_id INTEGER NOT NULL REFERENCES document,
  start_byte INTEGER NOT NULL,
  sheet INTEGER NOT NULL,
  row_number INTEGER NOT NULL,
  column_number INTEGER NOT NULL,
  PRIMARY KEY(document_id, start_byte)
) STRICT, WITHOUT ROWID;

CREATE TABLE section(
  document_id INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  parent INTEGER CHECK(parent IS NULL OR parent <> number),
  kind INTEGER NOT NULL,                 -- SectionKind in model/document.h, from 0
  label TEXT NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  PRIMARY KEY(document_id, number)
) STRICT, WITHOUT ROWID;

-- The headings of a document's sections, in the order of their numbers: one zstd frame, see
-- store/heading_path.cc.
CREATE TABLE document_headings(
  document_id INTEGER PRIMARY KEY REFERENCES document,
  content BLOB NOT NULL
) STRICT;

-- A document's text is its passages in order: stored once, nothing lost. Ids go up in the order of documents
-- and, in a document, of the text; an id that was given is never given to another passage.
CREATE TABLE passage(
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  section INTEGER NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  start_byte INTEGER NOT NULL,
  start_code_point INTEGER NOT NULL
) STRICT;

-- The text of consecutive passages of a document, with the figures and mentions that begin in them: one zstd
-- frame, see store/content_block.cc.
CREATE TABLE content_block(
  id INTEGER PRIMARY KEY,                -- passage.id of the first of them * 2; + 1: the rest of the frame
  content BLOB NOT NULL
) STRICT;

-- Phrases that texts of this index have in common, to which frames of content_block may refer: one row, or
-- none. It is never changed.
CREATE TABLE phrase_book(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  content BLOB NOT NULL                  -- a zstd dictionary
) STRICT;

-- The units that figures have ('' for none), and how many have each.
CREATE TABLE figure_unit(
  unit TEXT PRIMARY KEY,
  figures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Question and answer sections that belong together; many to many.
CREATE TABLE qa_pair(
  document_id INTEGER NOT NULL REFERENCES document,
  question INTEGER NOT NULL,
  answer INTEGER NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY(document_id, question, answer)
) STRICT, WITHOUT ROWID;

-- What tells that documents belong to the same parliamentary question: one asks it, another answers it.
CREATE TABLE question_key(
  document_id INTEGER NOT NULL REFERENCES document,
  key TEXT NOT NULL,
  PRIMARY KEY(document_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_key_by_key ON question_key(key);

-- What an answer calls an annex, in lower case: a file's name with its ending ("cijfers.xlsx"), a published
-- number ("blg-1184123"), or no more than that it is its own ("bijlage", "bijlagen", "bijlage 2").
CREATE TABLE annex_reference(
  document_id INTEGER NOT NULL REFERENCES document,
  section INTEGER NOT NULL,              -- the answer
  name TEXT NOT NULL,
  PRIMARY KEY(document_id, section, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX annex_reference_by_name ON annex_reference(name);

-- Labels of questions on which the answer says nothing.
CREATE TABLE unanswered(
  document_id INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY(document_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE data_table(
  document_id INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  section INTEGER,
  caption TEXT NOT NULL,
  unit TEXT NOT NULL,
  scale_power INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  content BLOB NOT NULL,                 -- the headers of its columns, and its cells: store/packed_table.cc
  PRIMARY KEY(document_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind INTEGER NOT NULL                  -- EntityKind in model/entity.h, from 0
) STRICT;

-- The names by which documents call an entity, its own name among them.
CREATE TABLE entity_name(
  folded TEXT NOT NULL,                  -- normalized, for look-up
  entity_id INTEGER NOT NULL,
  alias TEXT NOT NULL,                   -- as documents write it; '' for entity.name
  documents INTEGER NOT NULL,            -- how many use that alias; 0 for entity.name
  PRIMARY KEY(folded, entity_id, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_entity ON entity_name(entity_id) WHERE alias <> '';

-- Where an entity is named: the passages, and how often in each. Packed, as store/entity_lists.cc tells.
CREATE TABLE entity_passages(
  entity_id INTEGER NOT NULL,
  part INTEGER NOT NULL,                 -- of its passages those with ids from part * 16384 on
  passages BLOB NOT NULL,
  PRIMARY KEY(entity_id, part)
) STRICT, WITHOUT ROWID;

-- The entities of a document in the order in which its mentions number them, with the aliases that it uses:
-- an abbreviation may stand for one thing in one document and for another in the next. Packed, see above.
CREATE TABLE document_entities(
  document_id INTEGER PRIMARY KEY REFERENCES document,
  content BLOB NOT NULL
) STRICT;

-- What is searched: every passage but page furniture. FTS5 holds the postings alone (external content).
-- Whoever makes its terms is told by the mark before it that a text is French: a passage; of a French document
-- its title, and the headings over what is French alone. passage_text() and heading_path() are functions of
-- ours (store/sql_functions.h).
CREATE VIEW passage_index(id, title, heading, body) AS
  SELECT passage.id,
         CASE document.language WHEN 'fr' THEN char(1) || document.title ELSE document.title END,
         CASE WHEN document.language = 'fr' AND NOT EXISTS(
                SELECT 1 FROM passage AS other
                WHERE other.id BETWEEN document.first_passage AND document.last_passage
                  AND other.section = passage.section
                  AND other.kind <> 'furniture' AND other.language <> 'fr')
              THEN char(1) || heading_path(passage.document_id, passage.section)
              ELSE heading_path(passage.document_id, passage.section) END,
         CASE passage.language WHEN 'fr' THEN char(1) || passage_text(passage.id) ELSE passage_text(passage.id) END
  FROM passage
  JOIN document ON document.id = passage.document_id
  WHERE passage.kind <> 'furniture';
-- The body comes first, as postings of any other column name it, which costs two bytes each.
CREATE VIRTUAL TABLE passage_fts USING fts5(
  body, heading, title,
  content = 'passage_index', content_rowid = 'id', columnsize = 0, tokenize = 'vraagbaak'
);
CREATE VIRTUAL TABLE passage_term USING fts5vocab('passage_fts', 'row');

-- What searching needs of every passage it finds, two bytes each, low byte first; a block holds those of 8,000
-- passages, from id block * 8,000 on. How many words it has in all columns together, for ranking …
CREATE TABLE passage_length(
  block INTEGER PRIMARY KEY,
  words BLOB NOT NULL
) STRICT;
-- … and of which kinds its figures are: bit 0 is set for money, bit 1 for a percentage …, as FigureKind counts.
CREATE TABLE passage_figures(
  block INTEGER PRIMARY KEY,
  kinds BLOB NOT NULL
) STRICT;

-- In how many passages a term stands that stands in many; of the others it is counted when it is asked for.
CREATE TABLE frequent_term(
  term TEXT PRIMARY KEY,
  passages INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
