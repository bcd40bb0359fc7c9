// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>
#include <vector>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_search(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<SearchOptions>();
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command = add_command(
      app, common, "search", "Find passages",
      "  vraagbaak search subsidie export\n"
      "  vraagbaak search '\"ruimtelijke ordening\" AND (haven OR luchthaven)'\n"
      "  vraagbaak search 'energie* NOT nucleair year:2015..2017 type:schriftelijke_vraag'\n"
      "  vraagbaak search 'NEAR(budget besteed, 5)' --limit 3\n"
      "  vraagbaak search 'bedrag:>1mln AND drones'\n"
      "  vraagbaak search -- -voorstel plan\n\n"
      "Query syntax:\n"
      "  word           the word, its other forms, and compounds with it; all words are required\n"
      "  \"exact phrase\" these words in this order     prefix*   words that begin so\n"
      "  a OR b   NOT a   -a   (a OR b) c   NEAR(a b, 5)  within five words\n"
      "  title: type: year: author: document: kind:   fields; year:2015..2017 is a range\n"
      "  amount:>1mln  value:>=12.5  unit:ha  kind:money  subject:…  period:2016   passages with such a "
      "figure\n"
      "                 (one figure that is all of it); amount:100k..2mln is a range\n"
      "  Fields in Dutch: titel jaar auteur soort bedrag waarde eenheid onderwerp periode; these read "
      "numbers the\n"
      "  Dutch way, so that bedrag:>1.000 is a thousand and amount:>1.000 is one\n");
  add_words(command, *words, "QUERY", "What to look for");
  add_batch(command, options->batch, "query");
  command.add_option("-n,--limit", options->limit, "At most so many results")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostResults))
      ->capture_default_str();
  command.add_option("--offset", options->offset, "Leave out the first so many")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, kMostResults));
  add_timeout(command, options->seconds,
              "How long a query may take before the best so far are shown (default: 5; 0: no limit)");
  return {&command, [options, words](const CommonOptions&) -> CommandOptions {
            options->query = join(*words);
            if (!options->batch.empty() && !words->empty())
              usage("QUERY", "give a query or --batch, not both");
            if (options->batch.empty() && words->empty()) usage("QUERY", "a query is missing");
            return *options;
          }};
}

}  // namespace vraagbaak::cli
