// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/figure_finder.h"
#include "tests/fuzz/fuzz_target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  static const analysis::FigureFinder finder(analysis::DictionarySource::built_in());
  const std::string_view text = fuzz::as_text(data, size);
  std::size_t at = 0;
  for (const Figure& figure : finder.find(text, {.reference = PartialDate{2022, 6, 17}})) {
    fuzz::require(figure.span.begin >= at && figure.span.begin < figure.span.end && figure.span.end <= size,
                  "figures are in order, none inside another");
    at = figure.span.end;
    if (figure.value) {
      fuzz::require(Decimal::parse(figure.value->print()) == figure.value, "a value reads back as it prints");
    }
    for (const auto& date : {figure.date, figure.from, figure.to}) {
      fuzz::require(!date || PartialDate::parse_iso(date->iso()) == date, "a date exists");
    }
  }
  finder.find_in_cell(text,
                      {.unit = "EUR", .scale_power = 6, .column_header = "2019", .row_header = "Totaal"});
  return 0;
}
