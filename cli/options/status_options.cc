// SPDX-License-Identifier: EUPL-1.2
#include <memory>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_status(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<StatusOptions>();
  CLI::App& command = add_command(app, common, "status",
                                  "Show what the index holds, what failed, its size, versions and last run",
                                  "  vraagbaak status\n"
                                  "  vraagbaak status --json | jq -r '.failed[] | .path + \": \" + .error'\n"
                                  "  vraagbaak status --check\n"
                                  "Exit code 0: the index can be asked, 1: not yet or no more (unfinished, "
                                  "of another version), 2: there is\n"
                                  "none, or it is damaged.\n");
  command.add_flag("--check", options->check, "Look through the whole index for damage (takes a while)");
  return {&command, [options](const CommonOptions&) -> CommandOptions { return *options; }};
}

}  // namespace vraagbaak::cli
