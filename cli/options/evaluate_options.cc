// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_evaluate(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<EvaluateOptions>();
  CLI::App& command =
      add_command(app, common, "evaluate", "Measure answers and extraction against gold files",
                  "  vraagbaak evaluate gold/questions.jsonl --docs corpus/\n"
                  "  vraagbaak evaluate gold/*.jsonl --docs corpus/ --misses\n"
                  "  vraagbaak evaluate dev.conllu\n");
  command.add_option("GOLD", options->gold, "Gold files (.jsonl, .conllu) or folders of them")
      ->type_name("")
      ->required();
  command
      .add_option("--docs", options->docs,
                  "The folder of the documents, indexed on the fly (default: questions are asked of --db)")
      ->type_name("DIR");
  command.add_option("--tier", options->tier, "Number suites: the hardest tier that counts (default: 1)")
      ->type_name("N")
      ->check(CLI::Range(1, 3));
  command.add_flag("--misses", options->misses, "List what was missed");
  return {&command, [options](const CommonOptions&) -> CommandOptions {
            for (std::string& file : options->gold) file = unshield(file);
            return *options;
          }};
}

}  // namespace vraagbaak::cli
