// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/calendar.h"
#include "model/decimal.h"

namespace vraagbaak::cli {

enum class ColorMode : std::uint8_t { automatic, always, never };

// What every command takes.
struct CommonOptions {
  std::string db;            // the index: --db, else $VRAAGBAAK_DB, else "vraagbaak.db"
  std::string dictionaries;  // --dictionaries DIR; empty: the ones in the binary
  bool json = false;
  ColorMode color = ColorMode::automatic;
};

struct IndexOptions {
  std::vector<std::string> paths;
  std::vector<std::string> include;  // patterns of what is read; none: everything
  std::vector<std::string> exclude;  // patterns of what is not
  std::size_t threads = 0;           // 0: as many as the machine has
  bool watch = false;                // go on following changes
  bool quiet = false;
  bool verbose = false;
  bool ocr = false;    // read scanned pages
  bool retry = false;  // try again what failed
};

struct StatusOptions {
  bool check = false;  // look for damage
};

struct ImportOptions {
  std::string source;  // the service
  std::string query;
  std::string folder;            // empty on the command line: the service's name
  std::size_t most = 100;        // documents
  unsigned most_megabytes = 64;  // of a file
  double delay = 1;              // seconds between requests
  std::string base_url;          // of a mirror; empty: the service
  int legislature = 0;           // of dekamer; 0: the present one
  bool quiet = false;
};

struct AskOptions {
  std::string question;
  std::string batch;  // a file with one question a line, "-" for stdin; empty: `question` counts
  bool explain = false;
  std::string proof;        // where the answers are kept for verify, "-" for stdout
  bool candidates = false;  // every candidate with its features in place of the answer
  double seconds = 5;       // that a question may take; 0: as long as it needs
};

struct CheckOptions {
  std::string claim;
  std::string batch;     // a file with one claim a line, "-" for stdin; empty: `claim` counts
  std::string file;      // an article whose every figure is checked, "-" for stdin
  std::string csv;       // with `file`: where CSV goes, "-" for stdout
  std::string proof;     // where the verdicts are kept for verify, "-" for stdout
  std::string language;  // "nl" or "en", in which verdicts are explained; empty: that of the claim
  bool explain = false;
};

struct SearchOptions {
  std::string query;
  std::string batch;
  std::size_t limit = 10;
  std::size_t offset = 0;
  double seconds = 5;  // that a query may take; 0: as long as it needs
};

// Where a list goes instead of the screen; "-" is stdout. At most one of them is set.
struct ExportOptions {
  std::string csv;
  std::string xlsx;
};

struct FiguresOptions {
  std::string query;
  std::string document;
  std::string kind;
  std::string unit;
  std::optional<Decimal> least;
  std::optional<Decimal> most;
  std::optional<std::pair<int, int>> years;  // both inclusive
  std::string subject;
  std::size_t limit = 0;  // 0: all
  ExportOptions exported;
};

struct TablesOptions {
  std::string query;
  std::string document;
  std::size_t limit = 0;  // 0: all
  ExportOptions exported;
};

struct AuditOptions {
  std::string document;
  bool all = false;  // also what agrees
};

struct ConflictsOptions {
  std::string document;
  std::string csv;
  std::size_t limit = 0;  // 0: all
};

struct UnansweredOptions {
  std::string document;
  std::string csv;
  bool all = false;  // also what was refused, has no data or was referred elsewhere
};

struct TrendOptions {
  std::string query;
  std::string csv;
  bool chart = false;
  std::size_t limit = 3;  // series
};

struct VerifyOptions {
  std::string file;         // a proof; "-" is stdin
  std::string docs;         // the folder that holds the documents now; empty: where they were
  bool files_only = false;  // leave the index alone
};

struct EntitiesOptions {
  std::string query;
  std::string document;
  std::string kind;
  std::size_t limit = 0;  // 0: all
};

struct ExtractOptions {
  std::vector<std::string> files;  // "-" is stdin
  bool lines = false;              // every line of the input is a text of its own
  bool text = false;               // print the text that is read, nothing else
  std::optional<PartialDate> reference_date;
};

struct EvaluateOptions {
  std::vector<std::string> gold;
  std::string docs;  // the folder of the documents the gold files speak of
  int tier = 1;      // of the number suites: cases above it are left out
  bool misses = false;
};

struct ServeOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any that is free
  std::string token_file;     // holds the token that must be sent; empty: none, and loopback only
  std::size_t threads = 0;    // that look things up; 0: as many as the machine has
};

using CommandOptions =
    std::variant<IndexOptions, ImportOptions, StatusOptions, AskOptions, CheckOptions, SearchOptions,
                 FiguresOptions, TablesOptions, AuditOptions, ConflictsOptions, UnansweredOptions,
                 TrendOptions, VerifyOptions, EntitiesOptions, ExtractOptions, EvaluateOptions, ServeOptions>;

// The command line, understood.
struct Invocation {
  CommonOptions common;
  CommandOptions command;
};

// Nothing to run: print `text` (help and version on stdout, a usage error on stderr) and exit with `code`.
struct Farewell {
  int code = 0;
  std::string text;
};

// Reads the command line. Exit codes of the command-line library never leave here: a wrong usage is a
// Farewell with code 2 and one line "vraagbaak: thing: what: mend".
std::variant<Invocation, Farewell> parse_command_line(int argc, const char* const* argv);

}  // namespace vraagbaak::cli
