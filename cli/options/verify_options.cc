// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_verify(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<VerifyOptions>();
  CLI::App& command = add_command(app, common, "verify", "Check again what ask --proof or check --proof kept",
                                  "  vraagbaak ask --proof proof.json 'Hoeveel kost het project?'\n"
                                  "  vraagbaak verify proof.json\n"
                                  "  vraagbaak verify proof.json --files-only --docs ~/documenten\n"
                                  "Each place is held against the index and against the file. Exit code 0: "
                                  "all hold, 1: something has changed.\n");
  command.add_option("FILE", options->file, "A proof; - is stdin")->type_name("")->required();
  command.add_option("--docs", options->docs, "The folder that holds the documents now")->type_name("DIR");
  command.add_flag("--files-only", options->files_only, "Leave the index alone");
  return {&command, [options](const CommonOptions&) -> CommandOptions {
            options->file = unshield(options->file);
            return *options;
          }};
}

}  // namespace vraagbaak::cli
