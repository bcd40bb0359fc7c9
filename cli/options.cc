// SPDX-License-Identifier: EUPL-1.2
// The only file that includes CLI11. It parses; we dispatch ourselves.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <memory>
#include <utility>

#include "cli/version.h"
#include "model/entity.h"
#include "model/figure.h"
#include "query/understand/query_fields.h"
#include "query/understand/value_range.h"

namespace vraagbaak::cli {
namespace {

constexpr int kUsageError = 2;
// Above this many results nobody reads on; the bound keeps a typing error from asking for everything.
constexpr std::size_t kMostResults = 10'000;

constexpr double kMostSeconds = 86'400;  // a day

// CLI11 takes an argument such as "[a,b]" for a list and strips the brackets. A query may look like that, so
// arguments that begin with '[' travel behind this mark, which no shell user types.
constexpr char kBracketMark = '\x01';

std::string shield(std::string argument) {
  if (argument.starts_with('[')) argument.insert(argument.begin(), kBracketMark);
  return argument;
}

std::string unshield(std::string argument) {
  if (!argument.empty() && argument.front() == kBracketMark) argument.erase(argument.begin());
  return argument;
}

std::string join(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += unshield(word);
  }
  return joined;
}

// What CLI11 fills in before the values get their types.
struct Raw {
  CommonOptions common;
  std::string color;
  std::vector<std::string> words;
  std::string reference_date;
  std::string year;
  std::string least;
  std::string most;
  IndexOptions index;
  ImportOptions imports;
  AskOptions ask;
  CheckOptions check;
  SearchOptions search;
  FiguresOptions figures;
  TablesOptions tables;
  AuditOptions audit;
  ConflictsOptions conflicts;
  UnansweredOptions unanswered;
  TrendOptions trend;
  VerifyOptions verify;
  EntitiesOptions entities;
  ExtractOptions extract;
  EvaluateOptions evaluate;
  ServeOptions serve;
};

using Finish = std::function<CommandOptions(Raw&)>;

struct Subcommand {
  CLI::App* app;
  Finish finish;
};

void add_common(CLI::App& app, Raw& raw) {
  app.add_option("--db", raw.common.db, "The index file (default: $VRAAGBAAK_DB, else vraagbaak.db)")
      ->type_name("FILE");
  app.add_option("--dictionaries", raw.common.dictionaries,
                 "Lay a folder of dictionaries over the built-in ones")
      ->type_name("DIR");
  app.add_flag("--json", raw.common.json, "Print JSON on stdout and nothing else there");
  app.add_option("--color", raw.color, "Colour: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

CLI::App& add_command(CLI::App& app, Raw& raw, const std::string& name, const std::string& purpose,
                      const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, purpose);
  add_common(*command, raw);
  command->footer("Examples:\n" + examples);
  return *command;
}

void add_words(CLI::App& command, Raw& raw, const std::string& name, const std::string& what) {
  command.add_option(name, raw.words, what)->type_name("");
}

void add_batch(CLI::App& command, std::string& batch, const std::string& what) {
  command.add_option("--batch", batch, "Read one " + what + " a line from a file, or from stdin with -")
      ->type_name("FILE");
}

void add_export(CLI::App& command, ExportOptions& exported) {
  CLI::Option* csv = command.add_option("--csv", exported.csv, "Write CSV to a file, or to stdout with -")
                         ->type_name("FILE");
  CLI::Option* xlsx =
      command.add_option("--xlsx", exported.xlsx, "Write an Excel workbook to a file, or to stdout with -")
          ->type_name("FILE");
  csv->excludes(xlsx);
  for (CLI::Option* option : {csv, xlsx}) option->excludes(command.get_option("--json"));
}

void add_csv(CLI::App& command, std::string& csv) {
  command.add_option("--csv", csv, "Write CSV to a file, or to stdout with -")
      ->type_name("FILE")
      ->excludes(command.get_option("--json"));
}

void add_proof(CLI::App& command, std::string& proof) {
  command.add_option("--proof", proof, "Keep what was found, with its proof, for vraagbaak verify")
      ->type_name("FILE");
}

[[noreturn]] void usage(const std::string& option, const std::string& wrong) {
  throw CLI::ValidationError(option, wrong);
}

Subcommand add_index(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "index", "Read documents into the index, or bring it up to date",
                                  "  vraagbaak index documents/\n"
                                  "  vraagbaak index --db parliament.db questions/ annexes/\n");
  command.add_option("PATH", raw.index.paths, "Files and folders")->type_name("")->required();
  command.add_option("--threads", raw.index.threads, "How many threads analyse (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, std::size_t{256}));
  command.add_flag("-q,--quiet", raw.index.quiet, "No progress bar and no summary");
  command.add_flag("--ocr", raw.index.ocr, "Read scanned PDFs with ocrmypdf, where it is installed (slow)");
  return {&command, [](Raw& read) -> CommandOptions {
            for (std::string& path : read.index.paths) path = unshield(path);
            return read.index;
          }};
}

Subcommand add_import(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(
      app, raw, "import", "Fetch documents of a parliament's open data into a folder",
      "  vraagbaak import tweedekamer stikstof --to stikstof/\n"
      "  vraagbaak import officielebekendmakingen ah-tk-20242025-594\n"
      "  vraagbaak import vlaamsparlement fietssnelwegen --max 20 && vraagbaak index vlaamsparlement/\n"
      "  vraagbaak import dekamer pensioenen --legislature 55\n"
      "Services: vlaamsparlement, tweedekamer, officielebekendmakingen, dekamer. What the folder has already "
      "is kept; .manifest.jsonl in it\n"
      "says where each file comes from, its date, licence and hash.\n");
  ImportOptions& imports = raw.imports;
  command.add_option("SERVICE", imports.source, "The service")
      ->type_name("")
      ->required()
      ->check(CLI::IsMember({"vlaamsparlement", "tweedekamer", "officielebekendmakingen", "dekamer"}));
  add_words(command, raw, "QUERY", "Words that the documents hold, or a number of the service");
  command.add_option("--to", imports.folder, "The folder (default: the service's name)")->type_name("FOLDER");
  command.add_option("--max", imports.most, "At most so many documents")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostResults))
      ->capture_default_str();
  command.add_option("--max-size", imports.most_megabytes, "Leave out files larger than so many MiB")
      ->type_name("MIB")
      ->check(CLI::Range(1U, 1024U))
      ->capture_default_str();
  command.add_option("--delay", imports.delay, "Wait so long between requests")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 3600.0))
      ->capture_default_str();
  command.add_option("--base-url", imports.base_url, "Fetch from a mirror of the service at this address")
      ->type_name("URL");
  command
      .add_option("--legislature", imports.legislature, "Of dekamer: its number (default: the present one)")
      ->type_name("N")
      ->check(CLI::Range(1, 200));
  command.add_flag("-q,--quiet", imports.quiet, "No progress bar and no summary");
  return {&command, [](Raw& read) -> CommandOptions {
            read.imports.query = join(read.words);
            if (read.words.empty()) usage("QUERY", "what to import is missing");
            if (read.imports.folder.empty()) read.imports.folder = read.imports.source;
            return read.imports;
          }};
}

Subcommand add_ask(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "ask", "Answer a question, with its proof",
                                  "  vraagbaak ask 'Hoeveel is er besteed aan het project?'\n"
                                  "  vraagbaak ask budget spent on the project\n"
                                  "  vraagbaak ask --json --batch questions.txt > answers.ndjson\n");
  add_words(command, raw, "QUESTION", "A question in Dutch or English, or key words");
  add_batch(command, raw.ask.batch, "question");
  command.add_flag("--explain", raw.ask.explain, "Say why this answer was chosen");
  command.add_option("--timeout", raw.ask.seconds, "How long a question may take (default: 5; 0: no limit)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, kMostSeconds));
  add_proof(command, raw.ask.proof);
  command.add_flag("--candidates", raw.ask.candidates,
                   "With --json: every candidate with its features, sure or not, instead of the answer (for "
                   "fitting weights)");
  return {&command, [](Raw& read) -> CommandOptions {
            read.ask.question = join(read.words);
            if (!read.ask.batch.empty() && !read.words.empty())
              usage("QUESTION", "give a question or --batch, not both");
            if (read.ask.batch.empty() && read.words.empty()) usage("QUESTION", "a question is missing");
            if (read.ask.candidates && !read.common.json)
              usage("--candidates", "it prints JSON only: add --json");
            return read.ask;
          }};
}

Subcommand add_check(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "check", "Check a claim: supported, refuted or not found",
                                  "  vraagbaak check 'Het project kost 2,5 miljoen euro.'\n"
                                  "  vraagbaak check More than half of the budget has been spent\n"
                                  "  vraagbaak check --json --batch claims.txt > verdicts.ndjson\n"
                                  "  vraagbaak check --file artikel.txt --csv verdicts.csv\n"
                                  "  vraagbaak check --file artikel.txt --proof proof.json\n");
  add_words(command, raw, "CLAIM", "A statement in Dutch or English");
  add_batch(command, raw.check.batch, "claim");
  command.add_option("--file", raw.check.file, "Check every figure of a text; - is stdin")
      ->type_name("ARTICLE");
  CLI::Option* csv =
      command.add_option("--csv", raw.check.csv, "With --file: write CSV to a file, or to stdout with -")
          ->type_name("FILE");
  csv->excludes(command.get_option("--json"));
  add_proof(command, raw.check.proof);
  command.add_flag("--explain", raw.check.explain, "With --json: the evidence each verdict was weighed by");
  return {&command, [](Raw& read) -> CommandOptions {
            read.check.claim = join(read.words);
            const int ways = (read.words.empty() ? 0 : 1) + (read.check.batch.empty() ? 0 : 1) +
                             (read.check.file.empty() ? 0 : 1);
            if (ways > 1) usage("CLAIM", "give one of a claim, --batch and --file");
            if (ways == 0) usage("CLAIM", "a claim is missing");
            if (!read.check.csv.empty() && read.check.file.empty())
              usage("--csv", "it goes with --file only");
            return read.check;
          }};
}

Subcommand add_search(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(
      app, raw, "search", "Find passages",
      "  vraagbaak search subsidie export\n"
      "  vraagbaak search '\"ruimtelijke ordening\" AND (haven OR luchthaven)'\n"
      "  vraagbaak search 'energie* NOT nucleair year:2015..2017 type:schriftelijke_vraag'\n"
      "  vraagbaak search 'NEAR(budget besteed, 5)' --limit 3\n"
      "  vraagbaak search 'bedrag:>1mln AND drones'\n"
      "  vraagbaak search -- -voorstel plan\n\n"
      "Query syntax:\n"
      "  word           the word, its other forms, and compounds with it; all words are required\n"
      "  \"exact phrase\" these words in this order     prefix*   words that begin so\n"
      "  a OR b   NOT a   -a   (a OR b) c   NEAR(a b, 5)  within five words\n"
      "  title: type: year: author: document: kind:   fields; year:2015..2017 is a range\n"
      "  amount:>1mln  value:>=12.5  unit:ha  kind:money  subject:…  period:2016   passages with such a "
      "figure\n"
      "                 (one figure that is all of it); amount:100k..2mln is a range\n"
      "  Fields in Dutch: titel jaar auteur soort bedrag waarde eenheid onderwerp periode; these read "
      "numbers the\n"
      "  Dutch way, so that bedrag:>1.000 is a thousand and amount:>1.000 is one\n");
  add_words(command, raw, "QUERY", "What to look for");
  add_batch(command, raw.search.batch, "query");
  command.add_option("-n,--limit", raw.search.limit, "At most so many results")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostResults))
      ->capture_default_str();
  command.add_option("--offset", raw.search.offset, "Leave out the first so many")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, kMostResults));
  return {&command, [](Raw& read) -> CommandOptions {
            read.search.query = join(read.words);
            if (!read.search.batch.empty() && !read.words.empty())
              usage("QUERY", "give a query or --batch, not both");
            if (read.search.batch.empty() && read.words.empty()) usage("QUERY", "a query is missing");
            return read.search;
          }};
}

// The value of --min or --max with the unit it names.
std::optional<Decimal> read_limit(const std::string& option, const std::string& text, std::string& unit) {
  if (text.empty()) return std::nullopt;
  const auto range = query::parse_value_range(text, query::NumberNotation::dutch);
  if (!range || range->least != range->most)
    usage(option, text + " is no number: such as 250000, 1,5mln or 12,5%");
  if (unit.empty()) unit = range->unit;
  return range->least->value;
}

Subcommand add_figures(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(
      app, raw, "figures", "List the figures in the documents",
      "  vraagbaak figures --kind money --min 1mln subsidie\n"
      "  vraagbaak figures --unit % --max 12,5 --year 2015..2017\n"
      "  vraagbaak figures 'drones AND bedrag:100k..2mln'\n"
      "  vraagbaak figures 'soort:geld NOT eenheid:EUR type:schriftelijke_vraag'\n"
      "  vraagbaak figures --document vraag.txt --json\n"
      "  vraagbaak figures --kind money --xlsx bedragen.xlsx\n\n"
      "Numbers: 1.000.000, 12,5, 1,5mln, 250k, 2 miljard; 1.000 is a thousand, as the documents write it.\n");
  add_words(command, raw, "QUERY",
            "Only figures that match, in passages that match (syntax: vraagbaak search --help)");
  command
      .add_option("--document", raw.figures.document, "Only in this document (its path, or the end of it)")
      ->type_name("D");
  command
      .add_option("--kind", raw.figures.kind,
                  "money, percentage, count, number, date, year, period, area, ratio (or geld, aantal …)")
      ->type_name("K");
  command.add_option("--unit", raw.figures.unit, "Only in this unit: EUR, %, ha, jaar, projecten …")
      ->type_name("U");
  command.add_option("--min", raw.least, "Only values from N on: 250000, 1,5mln, 12,5%")->type_name("N");
  command.add_option("--max", raw.most, "Only values up to N")->type_name("N");
  command.add_option("--year", raw.year, "Only figures of this year, or these: 2015..2017")->type_name("Y");
  command.add_option("--subject", raw.figures.subject, "Only figures about this")->type_name("S");
  command.add_option("-n,--limit", raw.figures.limit, "At most so many (default: all)")->type_name("N");
  add_export(command, raw.figures.exported);
  return {&command, [](Raw& read) -> CommandOptions {
            FiguresOptions& figures = read.figures;
            figures.query = join(read.words);
            if (!figures.kind.empty()) {
              const auto kind = query::figure_kind_named(figures.kind);
              if (!kind) {
                usage("--kind", figures.kind +
                                    " is no kind of figure: one of money, percentage, count, number, date, "
                                    "year, period, area, ratio, ordinal_ref");
              }
              figures.kind = to_string(*kind);
            }
            if (!read.year.empty()) {
              figures.years = query::parse_year_range(read.year);
              if (!figures.years) usage("--year", read.year + " is no year: such as 2021 or 2015..2017");
            }
            figures.least = read_limit("--min", read.least, figures.unit);
            figures.most = read_limit("--max", read.most, figures.unit);
            return figures;
          }};
}

Subcommand add_tables(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "tables", "List the tables of the documents, with their values",
                                  "  vraagbaak tables subsidie per provincie\n"
                                  "  vraagbaak tables --document jaarverslag.txt --json\n"
                                  "  vraagbaak tables --document jaarverslag.txt --xlsx tabellen.xlsx\n"
                                  "  vraagbaak tables --csv - > cellen.csv\n");
  add_words(command, raw, "QUERY",
            "Only tables that hold these words, in the table, its caption, section or document's title");
  command.add_option("--document", raw.tables.document, "Only in this document (its path, or the end of it)")
      ->type_name("D");
  command.add_option("-n,--limit", raw.tables.limit, "At most so many (default: all)")->type_name("N");
  add_export(command, raw.tables.exported);
  return {&command, [](Raw& read) -> CommandOptions {
            read.tables.query = join(read.words);
            return read.tables;
          }};
}

Subcommand add_audit(CLI::App& app, Raw& raw) {
  CLI::App& command =
      add_command(app, raw, "audit", "Add up the totals and shares that the documents state",
                  "  vraagbaak audit\n"
                  "  vraagbaak audit --document jaarverslag.txt --all\n"
                  "  vraagbaak audit --json | jq 'select(.finding == \"differs\")'\n"
                  "Findings: differs; rounding (the decimals shown explain it); agrees (with --all).\n"
                  "Exit code 0: findings, 1: none.\n");
  command.add_option("--document", raw.audit.document, "Only this document (its path, or the end of it)")
      ->type_name("D");
  command.add_flag("--all", raw.audit.all, "List what agrees too");
  return {&command, [](Raw& read) -> CommandOptions { return read.audit; }};
}

Subcommand add_conflicts(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(
      app, raw, "conflicts", "Find quantities that documents state with different values",
      "  vraagbaak conflicts\n"
      "  vraagbaak conflicts --document jaarverslag.txt --json\n"
      "  vraagbaak conflicts --csv tegenspraken.csv\n"
      "Two statements conflict where they say the same of the same time and names, but for the figure;\n"
      "rounding is allowed for, and what is budgeted, estimated and realised is kept apart.\n"
      "Exit code 0: conflicts, 1: none.\n");
  command.add_option("--document", raw.conflicts.document, "Only with a side in this document")
      ->type_name("D");
  command.add_option("-n,--limit", raw.conflicts.limit, "At most so many (default: all)")->type_name("N");
  add_csv(command, raw.conflicts.csv);
  return {&command, [](Raw& read) -> CommandOptions { return read.conflicts; }};
}

Subcommand add_unanswered(CLI::App& app, Raw& raw) {
  CLI::App& command =
      add_command(app, raw, "unanswered", "List the questions that a minister left without an answer",
                  "  vraagbaak unanswered\n"
                  "  vraagbaak unanswered --all --json | jq 'select(.kind == \"referred\")'\n"
                  "  vraagbaak unanswered --document vraag-12.txt\n"
                  "Kinds: unanswered; with --all also refused, no_data and referred (answers that say "
                  "nothing of the matter).\n"
                  "Exit code 0: there are some, 1: none.\n");
  command
      .add_option("--document", raw.unanswered.document, "Only in this document (its path, or the end of it)")
      ->type_name("D");
  command.add_flag("--all", raw.unanswered.all,
                   "Also what was refused, has no data or was referred elsewhere");
  add_csv(command, raw.unanswered.csv);
  return {&command, [](Raw& read) -> CommandOptions { return read.unanswered; }};
}

Subcommand add_trend(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "trend", "Follow a quantity over the years",
                                  "  vraagbaak trend kmo-portefeuille\n"
                                  "  vraagbaak trend 'gedwongen repatriëringen' --chart\n"
                                  "  vraagbaak trend zelfdodingen gevangenis --csv -\n"
                                  "Each series is one unit and one measure; the likeliest comes first. Exit "
                                  "code 0: a series, 1: none.\n");
  add_words(command, raw, "QUERY", "The quantity, in a few words");
  command.add_flag("--chart", raw.trend.chart, "Draw a bar for each year");
  command.add_option("-n,--limit", raw.trend.limit, "At most so many series")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostResults))
      ->capture_default_str();
  add_csv(command, raw.trend.csv);
  return {&command, [](Raw& read) -> CommandOptions {
            read.trend.query = join(read.words);
            if (read.words.empty()) usage("QUERY", "what to follow is missing");
            return read.trend;
          }};
}

Subcommand add_verify(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "verify", "Check again what ask --proof or check --proof kept",
                                  "  vraagbaak ask --proof proof.json 'Hoeveel kost het project?'\n"
                                  "  vraagbaak verify proof.json\n"
                                  "  vraagbaak verify proof.json --files-only --docs ~/documenten\n"
                                  "Each place is held against the index and against the file. Exit code 0: "
                                  "all hold, 1: something has changed.\n");
  command.add_option("FILE", raw.verify.file, "A proof; - is stdin")->type_name("")->required();
  command.add_option("--docs", raw.verify.docs, "The folder that holds the documents now")->type_name("DIR");
  command.add_flag("--files-only", raw.verify.files_only, "Leave the index alone");
  return {&command, [](Raw& read) -> CommandOptions {
            read.verify.file = unshield(read.verify.file);
            return read.verify;
          }};
}

Subcommand add_entities(CLI::App& app, Raw& raw) {
  CLI::App& command =
      add_command(app, raw, "entities", "List the persons, bodies, places, programmes and laws",
                  "  vraagbaak entities --kind organisation\n"
                  "  vraagbaak entities --document vraag.txt --json\n");
  add_words(command, raw, "QUERY", "Only names that hold these words");
  command
      .add_option("--document", raw.entities.document, "Only in this document (its path, or the end of it)")
      ->type_name("D");
  command.add_option("--kind", raw.entities.kind, "person, organisation, place, programme, legislation")
      ->type_name("K");
  command.add_option("-n,--limit", raw.entities.limit, "At most so many (default: all)")->type_name("N");
  return {&command, [](Raw& read) -> CommandOptions {
            read.entities.query = join(read.words);
            if (!read.entities.kind.empty() && !entity_kind_from(read.entities.kind)) {
              usage("--kind", read.entities.kind +
                                  " is no kind of name: one of person, organisation, place, programme, "
                                  "legislation");
            }
            return read.entities;
          }};
}

Subcommand add_extract(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "extract", "Show what is read in a text; needs no index",
                                  "  vraagbaak extract vraag.txt\n"
                                  "  vraagbaak extract --json vraag.txt | jq .figures\n"
                                  "  echo 'Het kost 2,5 miljoen euro.' | vraagbaak extract --lines -\n");
  command.add_option("FILE", raw.extract.files, "Files; - is stdin (default)")->type_name("");
  CLI::Option* lines = command.add_flag("--lines", raw.extract.lines, "Every line is a text of its own");
  command.add_flag("--text", raw.extract.text, "Print the text that is read of each file, and nothing else")
      ->excludes(lines);
  command
      .add_option("--reference-date", raw.reference_date, "The day that gisteren, vorig jaar … count from")
      ->type_name("YYYY-MM-DD");
  return {&command, [](Raw& read) -> CommandOptions {
            for (std::string& file : read.extract.files) file = unshield(file);
            if (read.extract.files.empty()) read.extract.files.emplace_back("-");
            if (!read.reference_date.empty()) {
              const auto date = PartialDate::parse_iso(read.reference_date);
              if (!date || date->year == 0 || date->day == 0) {
                usage("--reference-date", read.reference_date + " is no day: such as 2022-06-17");
              }
              read.extract.reference_date = date;
            }
            return read.extract;
          }};
}

Subcommand add_evaluate(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "evaluate", "Measure answers and extraction against gold files",
                                  "  vraagbaak evaluate gold/questions.jsonl --docs corpus/\n"
                                  "  vraagbaak evaluate gold/*.jsonl --docs corpus/ --misses\n"
                                  "  vraagbaak evaluate dev.conllu\n");
  command.add_option("GOLD", raw.evaluate.gold, "Gold files (.jsonl, .conllu) or folders of them")
      ->type_name("")
      ->required();
  command
      .add_option("--docs", raw.evaluate.docs,
                  "The folder of the documents, indexed on the fly (default: questions are asked of --db)")
      ->type_name("DIR");
  command.add_option("--tier", raw.evaluate.tier, "Number suites: the hardest tier that counts (default: 1)")
      ->type_name("N")
      ->check(CLI::Range(1, 3));
  command.add_flag("--misses", raw.evaluate.misses, "List what was missed");
  return {&command, [](Raw& read) -> CommandOptions {
            for (std::string& file : read.evaluate.gold) file = unshield(file);
            return read.evaluate;
          }};
}

Subcommand add_serve(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "serve", "Serve the web page and the HTTP interface",
                                  "  vraagbaak serve\n"
                                  "  vraagbaak serve --port 9000 --db parliament.db\n"
                                  "  vraagbaak serve --host 0.0.0.0 --token-file token.txt\n");
  command.add_option("--port", raw.serve.port, "The port; 0 for any that is free")
      ->type_name("N")
      ->capture_default_str();
  command
      .add_option("--host", raw.serve.host, "The address to listen on; another than loopback needs a token")
      ->type_name("H")
      ->capture_default_str();
  command
      .add_option("--token-file", raw.serve.token_file,
                  "A file with the token that every request must send, as Bearer or as the password")
      ->type_name("FILE");
  command.add_option("--threads", raw.serve.threads, "How many requests are worked at (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, std::size_t{64}));
  return {&command, [](Raw& read) -> CommandOptions { return read.serve; }};
}

std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, substituted}));
    }
  }
  return row[b.size()];
}

// "serch" -> " (did you mean search?)"; empty where nothing is near.
std::string suggestion(const std::string& word, const std::vector<Subcommand>& commands) {
  constexpr std::size_t kFurthest = 2;  // typing errors that still point to one command
  if (word.size() > 20) return "";
  std::string nearest;
  std::size_t least = kFurthest + 1;
  for (const Subcommand& command : commands) {
    const std::size_t distance = edit_distance(word, command.app->get_name());
    if (distance < least) {
      least = distance;
      nearest = command.app->get_name();
    }
  }
  return nearest.empty() ? "" : " (did you mean " + nearest + "?)";
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return text;
}

Farewell refuse(const CLI::App* chosen, const std::string& what) {
  const std::string name = chosen == nullptr ? "vraagbaak" : "vraagbaak " + chosen->get_name();
  return {kUsageError, "vraagbaak: " + one_line(what) + ": see " + name + " --help\n"};
}

CommonOptions finish_common(Raw& raw) {
  CommonOptions common = raw.common;
  if (common.db.empty()) {
    const char* set = std::getenv("VRAAGBAAK_DB");
    common.db = set != nullptr && *set != '\0' ? set : "vraagbaak.db";
  }
  common.color = raw.color == "always"  ? ColorMode::always
                 : raw.color == "never" ? ColorMode::never
                                        : ColorMode::automatic;
  return common;
}

}  // namespace

std::variant<Invocation, Farewell> parse_command_line(int argc, const char* const* argv) {
  CLI::App app{"Vraagbaak answers questions from Dutch parliamentary documents, each answer with its proof.",
               "vraagbaak"};
  Raw raw;
  app.footer(
      "Exit codes: 0 found or answered, 1 nothing found or not answered, 2 wrong usage or unreadable input.\n"
      "vraagbaak COMMAND --help has examples.");
  bool version = false;
  app.add_flag("--version", version, "Print the version");
  add_common(app, raw);
  app.require_subcommand(0, 1);
  const std::vector<Subcommand> commands = {
      add_index(app, raw),     add_import(app, raw),     add_ask(app, raw),      add_check(app, raw),
      add_search(app, raw),    add_figures(app, raw),    add_tables(app, raw),   add_audit(app, raw),
      add_conflicts(app, raw), add_unanswered(app, raw), add_trend(app, raw),    add_verify(app, raw),
      add_entities(app, raw),  add_extract(app, raw),    add_evaluate(app, raw), add_serve(app, raw)};
  const auto chosen = [&]() -> const Subcommand* {
    const auto found = std::ranges::find_if(commands, [](const Subcommand& c) { return c.app->parsed(); });
    return found == commands.end() ? nullptr : &*found;
  };
  const auto chosen_app = [&]() -> const CLI::App* { return chosen() == nullptr ? nullptr : chosen()->app; };

  std::vector<std::string> arguments;  // CLI11 takes them last first
  for (int i = argc - 1; i > 0; --i) arguments.push_back(shield(argv[i]));
  const std::string first = arguments.empty() ? "" : unshield(arguments.back());
  try {
    app.parse(arguments);
    if (version) return Farewell{0, std::string("vraagbaak ") + kVersion + "\n"};
    if (chosen() == nullptr) {
      return arguments.empty() && argc > 1
                 ? Farewell{kUsageError, "vraagbaak: a command is missing: see vraagbaak --help\n"}
                 : Farewell{kUsageError, app.help()};
    }
    return Invocation{finish_common(raw), chosen()->finish(raw)};
  } catch (const CLI::CallForHelp&) {
    return Farewell{0, chosen() == nullptr ? app.help() : chosen()->app->help("vraagbaak")};
  } catch (const CLI::ExtrasError& error) {
    if (chosen() == nullptr && !first.starts_with('-')) {
      return Farewell{kUsageError, "vraagbaak: " + one_line(first) + ": there is no such command" +
                                       suggestion(first, commands) + ": vraagbaak --help lists them\n"};
    }
    return refuse(chosen_app(), error.what());
  } catch (const CLI::ParseError& error) {
    return refuse(chosen_app(), error.what());
  }
}

}  // namespace vraagbaak::cli
