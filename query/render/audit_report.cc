// SPDX-License-Identifier: EUPL-1.2
#include "query/render/audit_report.h"

#include <algorithm>
#include <cstddef>

#include "query/render/json_parts.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {
namespace {

// Addends written out for people; of more, the first and the last.
constexpr std::size_t kMostAddends = 8;

using Print = std::string (*)(const Decimal&);

// "2500000.5".
std::string plain(const Decimal& value) {
  return value.normalized().print();
}

// "2 500 000.5": groups that cannot be taken for decimals.
std::string grouped(const Decimal& value) {
  const std::string digits = plain(value);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool starts = i > 0 && digits[i - 1] != '-' && i < point && (point - i) % 3 == 0;
    if (starts) out += ' ';
    out += digits[i];
  }
  return out;
}

std::string value_of(const AuditFigure& figure, Print print) {
  return figure.figure.value ? print(*figure.figure.value) : "?";
}

std::string sum_of(const AuditFinding& finding, std::size_t most, Print print) {
  std::string sum;
  for (std::size_t i = 0; i < finding.parts.size(); ++i) {
    if (finding.parts.size() > most && i == most - 1) {
      sum += " + … (" + std::to_string(finding.parts.size() - most) + " more)";
      i = finding.parts.size() - 1;
    }
    sum += (sum.empty() ? "" : " + ") + value_of(finding.parts[i], print);
  }
  return sum;
}

std::string reckoned(const AuditFinding& finding, std::size_t most_addends, Print print) {
  const Arithmetic& arithmetic = finding.arithmetic;
  std::string line = finding.check == CheckKind::share && finding.parts.size() == 2
                         ? value_of(finding.parts[0], print) + "% × " + value_of(finding.parts[1], print)
                         : sum_of(finding, most_addends, print);
  line += " = " + print(arithmetic.computed);
  line += "; stated " + std::string(finding.stated.figure.approx ? "about " : "") + print(arithmetic.stated);
  if (!finding.unit.empty()) line += " " + finding.unit;
  if (!arithmetic.difference.is_zero()) {
    line += ": " + print(arithmetic.difference.absolute()) +
            (arithmetic.difference.is_negative() ? " less" : " more");
  }
  return line;
}

Json audit_figure_json(const AuditFigure& figure) {
  return figure_json(figure.figure, figure.text, figure.start, figure.end);
}

}  // namespace

std::string arithmetic_text(const AuditFinding& finding) {
  return reckoned(finding, finding.parts.size() + 1, plain);
}

std::string finding_line_json(const AuditFinding& finding) {
  Json json;
  json["finding"] = to_string(finding.arithmetic.kind);
  json["check"] = to_string(finding.check);
  json["arithmetic"] = arithmetic_text(finding);
  json["computed"] = finding.arithmetic.computed.print();
  json["difference"] = finding.arithmetic.difference.print();
  json["tolerance"] = finding.arithmetic.tolerance.print();
  json["found"] = audit_figure_json(finding.stated);
  json["parts"] = Json::array();
  for (const AuditFigure& part : finding.parts) json["parts"].push_back(audit_figure_json(part));
  if (!finding.table.empty()) json["table"] = finding.table;
  json["citation"] = citation_json(finding.citation);
  if (finding.base) json["base_citation"] = citation_json(*finding.base);
  return dump(json);
}

std::string finding_text(const AuditFinding& finding, const Style& style) {
  const std::string kind(to_string(finding.arithmetic.kind));
  const bool wrong = finding.arithmetic.kind == FindingKind::differs;
  std::string out =
      (wrong ? style.bad(kind) : style.good(kind)) + "  " + style.place(describe(finding.citation)) + "\n";
  out += "   " + style.strong(printable(reckoned(finding, kMostAddends, grouped))) + "\n";
  if (!finding.table.empty()) {
    const Figure& figure = finding.stated.figure;
    const bool said = finding.citation.section.find(finding.table) != std::string::npos;
    if (!said) out += "   " + printable(finding.table) + "\n";
    out += "   row: " + printable(figure.row) + "  column: " + printable(figure.column) + "\n";
  } else {
    out += "   " + printable(finding.citation.quote) + "\n";
  }
  if (finding.base) {
    out += "   " + printable(finding.base->quote) + "  " + style.place(describe(*finding.base)) + "\n";
  }
  return out;
}

}  // namespace vraagbaak::query::render
