// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_unanswered(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<UnansweredOptions>();
  CLI::App& command =
      add_command(app, common, "unanswered", "List the questions that a minister left without an answer",
                  "  vraagbaak unanswered\n"
                  "  vraagbaak unanswered --all --json | jq 'select(.kind == \"referred\")'\n"
                  "  vraagbaak unanswered --document vraag-12.txt\n"
                  "Kinds: unanswered; with --all also refused, no_data and referred (answers that say "
                  "nothing of the matter).\n"
                  "Exit code 0: there are some, 1: none.\n");
  command.add_option("--document", options->document, "Only in this document (its path, or the end of it)")
      ->type_name("D");
  command.add_flag("--all", options->all, "Also what was refused, has no data or was referred elsewhere");
  add_csv(command, options->csv);
  return {&command, [options](const CommonOptions&) -> CommandOptions { return *options; }};
}

}  // namespace vraagbaak::cli
