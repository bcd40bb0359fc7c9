// SPDX-License-Identifier: EUPL-1.2
// Internal to cli/options/, the one folder that includes CLI11: what the files that each read one command's
// options share. CLI11 parses; cli/main.cc dispatches.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "cli/options.h"

namespace vraagbaak::cli {

// Above this many results nobody reads on; the bound keeps a typing error from asking for everything.
inline constexpr std::size_t kMostResults = 10'000;

// A command as CLI11 knows it, and what makes its options of what was parsed: called when it was chosen,
// throws as usage() does where something is wrong with them.
struct Subcommand {
  CLI::App* app;
  std::function<CommandOptions(const CommonOptions&)> finish;
};

// Each adds one command to `app`. `common` must outlive the parsing.
Subcommand add_index(CLI::App& app, CommonOptions& common);
Subcommand add_import(CLI::App& app, CommonOptions& common);
Subcommand add_status(CLI::App& app, CommonOptions& common);
Subcommand add_ask(CLI::App& app, CommonOptions& common);
Subcommand add_check(CLI::App& app, CommonOptions& common);
Subcommand add_search(CLI::App& app, CommonOptions& common);
Subcommand add_figures(CLI::App& app, CommonOptions& common);
Subcommand add_tables(CLI::App& app, CommonOptions& common);
Subcommand add_audit(CLI::App& app, CommonOptions& common);
Subcommand add_conflicts(CLI::App& app, CommonOptions& common);
Subcommand add_unanswered(CLI::App& app, CommonOptions& common);
Subcommand add_trend(CLI::App& app, CommonOptions& common);
Subcommand add_verify(CLI::App& app, CommonOptions& common);
Subcommand add_entities(CLI::App& app, CommonOptions& common);
Subcommand add_extract(CLI::App& app, CommonOptions& common);
Subcommand add_evaluate(CLI::App& app, CommonOptions& common);
Subcommand add_serve(CLI::App& app, CommonOptions& common);

// The options that every command takes.
void add_common(CLI::App& app, CommonOptions& common);
// A command with those, and with examples in its help.
CLI::App& add_command(CLI::App& app, CommonOptions& common, const std::string& name,
                      const std::string& purpose, const std::string& examples);
// Words that make up one text: see join().
void add_words(CLI::App& command, std::vector<std::string>& words, const std::string& name,
               const std::string& what);
void add_batch(CLI::App& command, std::string& batch, const std::string& what);
void add_timeout(CLI::App& command, double& seconds, const std::string& what);
void add_export(CLI::App& command, ExportOptions& exported);
void add_csv(CLI::App& command, std::string& csv);
void add_proof(CLI::App& command, std::string& proof);

// CLI11 takes an argument such as "[a,b]" for a list and strips the brackets. A query may look like that, so
// arguments that begin with '[' travel in disguise.
std::string shield(std::string argument);
std::string unshield(std::string argument);
std::string join(const std::vector<std::string>& words);  // unshielded, with blanks between

// Ends the parsing: `option` is wrong in this way.
[[noreturn]] void usage(const std::string& option, const std::string& wrong);

}  // namespace vraagbaak::cli
