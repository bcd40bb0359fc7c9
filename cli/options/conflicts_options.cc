// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_conflicts(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<ConflictsOptions>();
  CLI::App& command = add_command(
      app, common, "conflicts", "Find quantities that documents state with different values",
      "  vraagbaak conflicts\n"
      "  vraagbaak conflicts --document jaarverslag.txt --json\n"
      "  vraagbaak conflicts --csv tegenspraken.csv\n"
      "Two statements conflict where they say the same of the same time and names, but for the figure;\n"
      "rounding is allowed for, and what is budgeted, estimated and realised is kept apart.\n"
      "Exit code 0: conflicts, 1: none.\n");
  command.add_option("--document", options->document, "Only with a side in this document")->type_name("D");
  command.add_option("-n,--limit", options->limit, "At most so many (default: all)")->type_name("N");
  add_csv(command, options->csv);
  return {&command, [options](const CommonOptions&) -> CommandOptions { return *options; }};
}

}  // namespace vraagbaak::cli
