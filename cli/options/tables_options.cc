// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>
#include <vector>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_tables(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<TablesOptions>();
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command =
      add_command(app, common, "tables", "List the tables of the documents, with their values",
                  "  vraagbaak tables subsidie per provincie\n"
                  "  vraagbaak tables --document jaarverslag.txt --json\n"
                  "  vraagbaak tables --document jaarverslag.txt --xlsx tabellen.xlsx\n"
                  "  vraagbaak tables --csv - > cellen.csv\n");
  add_words(command, *words, "QUERY",
            "Only tables that hold these words, in the table, its caption, section or document's title");
  command.add_option("--document", options->document, "Only in this document (its path, or the end of it)")
      ->type_name("D");
  command.add_option("-n,--limit", options->limit, "At most so many (default: all)")->type_name("N");
  add_export(command, options->exported);
  return {&command, [options, words](const CommonOptions&) -> CommandOptions {
            options->query = join(*words);
            return *options;
          }};
}

}  // namespace vraagbaak::cli
