// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>
#include <vector>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_import(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<ImportOptions>();
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command = add_command(
      app, common, "import", "Fetch documents of a parliament's open data into a folder",
      "  vraagbaak import tweedekamer stikstof --to stikstof/\n"
      "  vraagbaak import officielebekendmakingen ah-tk-20242025-594\n"
      "  vraagbaak import vlaamsparlement fietssnelwegen --max 20 && vraagbaak index vlaamsparlement/\n"
      "  vraagbaak import dekamer pensioenen --legislature 55\n"
      "Services: vlaamsparlement, tweedekamer, officielebekendmakingen, dekamer. What the folder has already "
      "is kept; .manifest.jsonl in it\n"
      "says where each file comes from, its date, licence and hash.\n");
  command.add_option("SERVICE", options->source, "The service")
      ->type_name("")
      ->required()
      ->check(CLI::IsMember({"vlaamsparlement", "tweedekamer", "officielebekendmakingen", "dekamer"}));
  add_words(command, *words, "QUERY", "Words that the documents hold, or a number of the service");
  command.add_option("--to", options->folder, "The folder (default: the service's name)")
      ->type_name("FOLDER");
  command.add_option("--max", options->most, "At most so many documents")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostResults))
      ->capture_default_str();
  command.add_option("--max-size", options->most_megabytes, "Leave out files larger than so many MiB")
      ->type_name("MIB")
      ->check(CLI::Range(1U, 1024U))
      ->capture_default_str();
  command.add_option("--delay", options->delay, "Wait so long between requests")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 3600.0))
      ->capture_default_str();
  command.add_option("--base-url", options->base_url, "Fetch from a mirror of the service at this address")
      ->type_name("URL");
  command
      .add_option("--legislature", options->legislature, "Of dekamer: its number (default: the present one)")
      ->type_name("N")
      ->check(CLI::Range(1, 200));
  command.add_flag("-q,--quiet", options->quiet, "No progress bar and no summary");
  return {&command, [options, words](const CommonOptions&) -> CommandOptions {
            options->query = join(*words);
            if (words->empty()) usage("QUERY", "what to import is missing");
            if (options->folder.empty()) options->folder = options->source;
            return *options;
          }};
}

}  // namespace vraagbaak::cli
