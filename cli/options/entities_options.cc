// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>
#include <vector>

#include "cli/options/parts.h"
#include "model/entity.h"

namespace vraagbaak::cli {

Subcommand add_entities(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<EntitiesOptions>();
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command =
      add_command(app, common, "entities", "List the persons, bodies, places, programmes and laws",
                  "  vraagbaak entities --kind organisation\n"
                  "  vraagbaak entities --document vraag.txt --json\n");
  add_words(command, *words, "QUERY", "Only names that hold these words");
  command.add_option("--document", options->document, "Only in this document (its path, or the end of it)")
      ->type_name("D");
  command.add_option("--kind", options->kind, "person, organisation, place, programme, legislation")
      ->type_name("K");
  command.add_option("-n,--limit", options->limit, "At most so many (default: all)")->type_name("N");
  return {&command, [options, words](const CommonOptions&) -> CommandOptions {
            options->query = join(*words);
            if (!options->kind.empty() && !entity_kind_from(options->kind)) {
              usage("--kind", options->kind +
                                  " is no kind of name: one of person, organisation, place, programme, "
                                  "legislation");
            }
            return *options;
          }};
}

}  // namespace vraagbaak::cli
