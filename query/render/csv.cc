// SPDX-License-Identifier: EUPL-1.2
#include "query/render/csv.h"

#include <string_view>

namespace vraagbaak::query::render {
namespace {

std::string text_field(std::string_view text) {
  std::string field;
  // https://owasp.org/www-community/attacks/CSV_Injection
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) field = "'";
  field += text;
  const bool spaced = !field.empty() && (field.front() == ' ' || field.back() == ' ');
  if (!spaced && field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

struct FieldOf {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return text_field(text); }
  std::string operator()(const Decimal& value) const { return value.print(); }
  std::string operator()(const Percent& percent) const { return percent.value.print(); }
  std::string operator()(const PartialDate& date) const {
    // "--09-30" is a date without a year, and would be a formula.
    return date.year == 0 ? text_field(date.iso()) : date.iso();
  }
};

}  // namespace

std::string csv_line(const SheetRow& row) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += ',';
    line += std::visit(FieldOf{}, row[i]);
  }
  return line + "\r\n";
}

std::string csv_line(const std::vector<std::string>& names) {
  return csv_line(SheetRow(names.begin(), names.end()));
}

}  // namespace vraagbaak::query::render
