// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options/parts.h"
#include "model/figure.h"
#include "query/understand/query_fields.h"
#include "query/understand/value_range.h"

namespace vraagbaak::cli {
namespace {

// The value of --min or --max with the unit it names.
std::optional<Decimal> read_limit(const std::string& option, const std::string& text, std::string& unit) {
  if (text.empty()) return std::nullopt;
  const auto range = query::parse_value_range(text, query::NumberNotation::dutch);
  if (!range || range->least != range->most)
    usage(option, text + " is no number: such as 250000, 1,5mln or 12,5%");
  if (unit.empty()) unit = range->unit;
  return range->least->value;
}

}  // namespace

Subcommand add_figures(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<FiguresOptions>();
  const auto year = std::make_shared<std::string>();
  const auto most = std::make_shared<std::string>();
  const auto least = std::make_shared<std::string>();
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command = add_command(
      app, common, "figures", "List the figures in the documents",
      "  vraagbaak figures --kind money --min 1mln subsidie\n"
      "  vraagbaak figures --unit % --max 12,5 --year 2015..2017\n"
      "  vraagbaak figures 'drones AND bedrag:100k..2mln'\n"
      "  vraagbaak figures 'soort:geld NOT eenheid:EUR type:schriftelijke_vraag'\n"
      "  vraagbaak figures --document vraag.txt --json\n"
      "  vraagbaak figures --kind money --xlsx bedragen.xlsx\n\n"
      "Numbers: 1.000.000, 12,5, 1,5mln, 250k, 2 miljard; 1.000 is a thousand, as the documents write it.\n");
  add_words(command, *words, "QUERY",
            "Only figures that match, in passages that match (syntax: vraagbaak search --help)");
  command.add_option("--document", options->document, "Only in this document (its path, or the end of it)")
      ->type_name("D");
  command
      .add_option("--kind", options->kind,
                  "money, percentage, count, number, date, year, period, area, ratio (or geld, aantal …)")
      ->type_name("K");
  command.add_option("--unit", options->unit, "Only in this unit: EUR, %, ha, jaar, projecten …")
      ->type_name("U");
  command.add_option("--min", *least, "Only values from N on: 250000, 1,5mln, 12,5%")->type_name("N");
  command.add_option("--max", *most, "Only values up to N")->type_name("N");
  command.add_option("--year", *year, "Only figures of this year, or these: 2015..2017")->type_name("Y");
  command.add_option("--subject", options->subject, "Only figures about this")->type_name("S");
  command.add_option("-n,--limit", options->limit, "At most so many (default: all)")->type_name("N");
  add_export(command, options->exported);
  return {&command, [options, words, least, most, year](const CommonOptions&) -> CommandOptions {
            FiguresOptions& figures = *options;
            figures.query = join(*words);
            if (!figures.kind.empty()) {
              const auto kind = query::figure_kind_named(figures.kind);
              if (!kind) {
                usage("--kind", figures.kind +
                                    " is no kind of figure: one of money, percentage, count, number, date, "
                                    "year, period, area, ratio, ordinal_ref");
              }
              figures.kind = to_string(*kind);
            }
            if (!year->empty()) {
              figures.years = query::parse_year_range(*year);
              if (!figures.years) usage("--year", *year + " is no year: such as 2021 or 2015..2017");
            }
            figures.least = read_limit("--min", *least, figures.unit);
            figures.most = read_limit("--max", *most, figures.unit);
            return figures;
          }};
}

}  // namespace vraagbaak::cli
