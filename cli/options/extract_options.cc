// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>

#include "cli/options/parts.h"
#include "model/calendar.h"

namespace vraagbaak::cli {

Subcommand add_extract(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<ExtractOptions>();
  const auto reference_date = std::make_shared<std::string>();
  CLI::App& command = add_command(app, common, "extract", "Show what is read in a text; needs no index",
                                  "  vraagbaak extract vraag.txt\n"
                                  "  vraagbaak extract --json vraag.txt | jq .figures\n"
                                  "  echo 'Het kost 2,5 miljoen euro.' | vraagbaak extract --lines -\n");
  command.add_option("FILE", options->files, "Files; - is stdin (default)")->type_name("");
  CLI::Option* lines = command.add_flag("--lines", options->lines, "Every line is a text of its own");
  command.add_flag("--text", options->text, "Print the text that is read of each file, and nothing else")
      ->excludes(lines);
  command.add_option("--reference-date", *reference_date, "The day that gisteren, vorig jaar … count from")
      ->type_name("YYYY-MM-DD");
  return {&command, [options, reference_date](const CommonOptions&) -> CommandOptions {
            for (std::string& file : options->files) file = unshield(file);
            if (options->files.empty()) options->files.emplace_back("-");
            if (!reference_date->empty()) {
              const auto date = PartialDate::parse_iso(*reference_date);
              if (!date || date->year == 0 || date->day == 0) {
                usage("--reference-date", *reference_date + " is no day: such as 2022-06-17");
              }
              options->reference_date = date;
            }
            return *options;
          }};
}

}  // namespace vraagbaak::cli
