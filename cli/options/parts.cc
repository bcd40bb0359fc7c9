// SPDX-License-Identifier: EUPL-1.2
#include "cli/options/parts.h"

namespace vraagbaak::cli {
namespace {

// No shell user types it.
constexpr char kBracketMark = '\x01';

}  // namespace

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

void add_common(CLI::App& app, CommonOptions& common) {
  app.add_option("--db", common.db, "The index file (default: $VRAAGBAAK_DB, else vraagbaak.db)")
      ->type_name("FILE");
  app.add_option("--dictionaries", common.dictionaries, "Lay a folder of dictionaries over the built-in ones")
      ->type_name("DIR");
  app.add_flag("--json", common.json, "Print JSON on stdout and nothing else there");
  app.add_option_function<std::string>(
         "--color",
         [&common](const std::string& when) {
           common.color = when == "always"  ? ColorMode::always
                          : when == "never" ? ColorMode::never
                                            : ColorMode::automatic;
         },
         "Colour: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

CLI::App& add_command(CLI::App& app, CommonOptions& common, const std::string& name,
                      const std::string& purpose, const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, purpose);
  add_common(*command, common);
  command->footer("Examples:\n" + examples);
  return *command;
}

void add_words(CLI::App& command, std::vector<std::string>& words, const std::string& name,
               const std::string& what) {
  command.add_option(name, words, what)->type_name("");
}

void add_batch(CLI::App& command, std::string& batch, const std::string& what) {
  command.add_option("--batch", batch, "Read one " + what + " a line from a file, or from stdin with -")
      ->type_name("FILE");
}

void add_timeout(CLI::App& command, double& seconds, const std::string& what) {
  constexpr double kMost = 86'400;  // a day
  command.add_option("--timeout", seconds, what)->type_name("SECONDS")->check(CLI::Range(0.0, kMost));
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

void usage(const std::string& option, const std::string& wrong) {
  throw CLI::ValidationError(option, wrong);
}

}  // namespace vraagbaak::cli
