// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>
#include <vector>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_trend(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<TrendOptions>();
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command = add_command(app, common, "trend", "Follow a quantity over the years",
                                  "  vraagbaak trend kmo-portefeuille\n"
                                  "  vraagbaak trend 'gedwongen repatriëringen' --chart\n"
                                  "  vraagbaak trend zelfdodingen gevangenis --csv -\n"
                                  "Each series is one unit and one measure; the likeliest comes first. Exit "
                                  "code 0: a series, 1: none.\n");
  add_words(command, *words, "QUERY", "The quantity, in a few words");
  command.add_flag("--chart", options->chart, "Draw a bar for each year");
  command.add_option("-n,--limit", options->limit, "At most so many series")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostResults))
      ->capture_default_str();
  add_csv(command, options->csv);
  return {&command, [options, words](const CommonOptions&) -> CommandOptions {
            options->query = join(*words);
            if (words->empty()) usage("QUERY", "what to follow is missing");
            return *options;
          }};
}

}  // namespace vraagbaak::cli
