// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_scale.h"

#include <charconv>
#include <string>

namespace vraagbaak::indexer {
namespace {

struct Unit {
  std::string name;
  int power = 0;
};

// The rule's name is "unit.UNIT.POWER".
Unit unit_of(std::string_view rule) {
  const std::string_view name = rule.substr(rule.find('.') + 1);
  const std::size_t dot = name.find('.');
  Unit unit{std::string(name.substr(0, dot)), 0};
  const std::string_view power = name.substr(dot + 1);
  std::from_chars(power.data(), power.data() + power.size(), unit.power);
  return unit;
}

}  // namespace

void read_table_scale(Table& table, std::string_view header, const OutlineRules& rules) {
  const auto scale_in = [&rules](std::string_view words) {
    const auto unit = rules.find("unit", words);
    return unit ? unit : rules.find("scale", words);
  };
  auto unit = scale_in(table.caption);
  if (!unit && table.columns.size() == 1) unit = scale_in(header);
  if (!unit) return;
  const Unit caption_unit = unit_of(unit->rule);
  table.unit = caption_unit.name;
  table.scale_power = caption_unit.power;
  // Who wrote the column knew its figures.
  for (const std::string& column : table.columns) {
    const auto own = rules.find("unit", column);
    if (!own) continue;
    if (const Unit column_unit = unit_of(own->rule); column_unit.name == table.unit) {
      table.scale_power = column_unit.power;
      break;
    }
  }
}

}  // namespace vraagbaak::indexer
