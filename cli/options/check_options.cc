// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>
#include <vector>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_check(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<CheckOptions>();
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command = add_command(app, common, "check", "Check a claim: supported, refuted or not found",
                                  "  vraagbaak check 'Het project kost 2,5 miljoen euro.'\n"
                                  "  vraagbaak check More than half of the budget has been spent\n"
                                  "  vraagbaak check --json --batch claims.txt > verdicts.ndjson\n"
                                  "  vraagbaak check --file artikel.txt --csv verdicts.csv\n"
                                  "  vraagbaak check --file artikel.txt --proof proof.json\n");
  add_words(command, *words, "CLAIM", "A statement in Dutch or English");
  add_batch(command, options->batch, "claim");
  command.add_option("--file", options->file, "Check every figure of a text; - is stdin")
      ->type_name("ARTICLE");
  CLI::Option* csv =
      command.add_option("--csv", options->csv, "With --file: write CSV to a file, or to stdout with -")
          ->type_name("FILE");
  csv->excludes(command.get_option("--json"));
  command
      .add_option("--lang", options->language,
                  "The language of the sentence that explains (default: that of the claim)")
      ->type_name("LANG")
      ->check(CLI::IsMember({"nl", "en"}));
  add_proof(command, options->proof);
  command.add_flag("--explain", options->explain, "With --json: the evidence each verdict was weighed by");
  return {&command, [options, words](const CommonOptions&) -> CommandOptions {
            options->claim = join(*words);
            const int ways =
                (words->empty() ? 0 : 1) + (options->batch.empty() ? 0 : 1) + (options->file.empty() ? 0 : 1);
            if (ways > 1) usage("CLAIM", "give one of a claim, --batch and --file");
            if (ways == 0) usage("CLAIM", "a claim is missing");
            if (!options->csv.empty() && options->file.empty()) usage("--csv", "it goes with --file only");
            return *options;
          }};
}

}  // namespace vraagbaak::cli
