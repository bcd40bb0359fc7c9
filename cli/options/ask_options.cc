// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>
#include <vector>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_ask(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<AskOptions>();
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command = add_command(app, common, "ask", "Answer a question, with its proof",
                                  "  vraagbaak ask 'Hoeveel is er besteed aan het project?'\n"
                                  "  vraagbaak ask budget spent on the project\n"
                                  "  vraagbaak ask --json --batch questions.txt > answers.ndjson\n");
  add_words(command, *words, "QUESTION", "A question in Dutch or English, or key words");
  add_batch(command, options->batch, "question");
  command.add_flag("--explain", options->explain, "Say why this answer was chosen");
  add_timeout(command, options->seconds, "How long a question may take (default: 5; 0: no limit)");
  add_proof(command, options->proof);
  command.add_flag("--candidates", options->candidates,
                   "With --json: every candidate with its features, sure or not, instead of the answer (for "
                   "fitting weights)");
  return {&command, [options, words](const CommonOptions& all) -> CommandOptions {
            options->question = join(*words);
            if (!options->batch.empty() && !words->empty())
              usage("QUESTION", "give a question or --batch, not both");
            if (options->batch.empty() && words->empty()) usage("QUESTION", "a question is missing");
            if (options->candidates && !all.json) usage("--candidates", "it prints JSON only: add --json");
            return *options;
          }};
}

}  // namespace vraagbaak::cli
