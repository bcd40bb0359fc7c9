// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_audit(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<AuditOptions>();
  CLI::App& command =
      add_command(app, common, "audit", "Add up the totals and shares that the documents state",
                  "  vraagbaak audit\n"
                  "  vraagbaak audit --document jaarverslag.txt --all\n"
                  "  vraagbaak audit --json | jq 'select(.finding == \"differs\")'\n"
                  "Findings: differs; rounding (the decimals shown explain it); agrees (with --all).\n"
                  "Exit code 0: findings, 1: none.\n");
  command.add_option("--document", options->document, "Only this document (its path, or the end of it)")
      ->type_name("D");
  command.add_flag("--all", options->all, "List what agrees too");
  return {&command, [options](const CommonOptions&) -> CommandOptions { return *options; }};
}

}  // namespace vraagbaak::cli
