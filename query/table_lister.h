// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "analysis/analyzer.h"
#include "model/answer.h"
#include "model/document.h"
#include "model/result.h"
#include "query/document_text.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Which tables to list; what is empty does not filter.
struct TableRequest {
  std::string query;  // every word stands in the table, its caption, its section or its document's title, in
                      // any form of the word (budget: budgetten)
  std::string document;    // as is_named() takes it
  std::size_t limit = 0;   // 0: all
  std::size_t offset = 0;  // leave out the first so many
  bool count_all = false;  // those behind the limit too
};

// A figure in a cell. `start` and `end` are code points of the document's text.
struct CellFigure {
  Figure figure;
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
};

// A cell that has a text, and the figures in it: most have one, words have none.
struct ListedCell {
  Cell cell;
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string place;  // "B12", where the document is a workbook or file of records
  std::vector<CellFigure> figures;
};

struct ListedRow {
  std::string header;             // the path of its labels
  Citation citation;              // quote: the lines of the row
  std::vector<ListedCell> cells;  // by column
};

struct ListedTable {
  std::size_t number = 0;  // within its document, from 1
  std::string caption;
  std::string unit;
  int scale_power = 0;
  std::vector<std::string> columns;
  std::vector<ListedRow> rows;
  Citation citation;  // quote: the whole table
};

// Lists the tables of the index. One object serves one thread, like its reader.
class TableLister {
 public:
  // All three must outlive the lister.
  TableLister(const store::IndexReader& reader, const analysis::Analyzer& analyzer,
              const CitationBuilder& citations)
      : reader_(reader), analyzer_(analyzer), citations_(citations) {}

  // Hands every table to `take`, by document and place; how many there were, with those the offset
  // leaves out. A Problem where no document has the name. Holds one document at a time.
  Result<std::size_t> list(const TableRequest& request,
                           const std::function<void(const ListedTable&)>& take) const;

  // All of one table.
  ListedTable read(const DocumentText& document, const store::TableRecord& record) const;

 private:
  bool matches(const DocumentText& document, const store::TableRecord& record,
               const std::vector<std::string>& terms) const;

  const store::IndexReader& reader_;
  const analysis::Analyzer& analyzer_;
  const CitationBuilder& citations_;
};

}  // namespace vraagbaak::query
