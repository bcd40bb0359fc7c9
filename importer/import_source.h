// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace vraagbaak::importer {

// A document that a service lists.
struct ListedDocument {
  std::string id;       // the service's own: "ah-tk-20242025-594"; names the file
  std::string title;    // may be empty
  std::string date;     // ISO 8601, as far as the service tells; may be empty
  std::string address;  // of the file, or of the record that names the files
  bool is_record = false;
  std::uint64_t size = 0;  // bytes, where the service tells
  friend bool operator==(const ListedDocument&, const ListedDocument&) = default;
};

// A page of a service's list.
struct ListPage {
  std::vector<ListedDocument> documents;
  std::string next;  // address of the next page; empty: this is the last
};

// What the record of a document says.
struct DocumentRecord {
  bool is_wanted = true;           // it is what the query asks for
  std::vector<std::string> files;  // addresses; empty: the record is the document itself
  std::string title;               // may be empty, as the date
  std::string date;
};

// An open-data service of a parliament, for one query: where its lists are and how they are read. Nothing is
// fetched here. Immutable.
class ImportSource {
 public:
  virtual ~ImportSource() = default;

  virtual std::string_view name() const = 0;     // as on the command line
  virtual std::string_view licence() const = 0;  // under which the documents may be used, with whom to name
  virtual std::vector<std::string> hosts() const = 0;
  virtual std::string accept() const = 0;  // the media type of its lists and records

  virtual std::string first_page() const = 0;
  // `address` is that of the page; for the next one, and for messages. A Problem where the service sent
  // something else than a list.
  virtual Result<ListPage> read_page(std::string_view bytes, const std::string& address) const = 0;
  // Only of services whose lists name records.
  virtual Result<DocumentRecord> read_record(std::string_view bytes, const ListedDocument& listed) const;
};

// What a service is asked for.
struct ImportQuery {
  std::string text;
  int legislature = 0;  // of dekamer only; 0: the present one
};

// The service with that name: vlaamsparlement, tweedekamer, officielebekendmakingen or dekamer; a null
// pointer where there is none.
std::unique_ptr<ImportSource> make_source(std::string_view name, const ImportQuery& query);

// Words of a query, parted by white space.
std::vector<std::string> words_of(std::string_view query);

// The part of a date and time before its time: 2024-10-15.
std::string day_of(std::string_view timestamp);

}  // namespace vraagbaak::importer
