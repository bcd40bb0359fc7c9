// SPDX-License-Identifier: EUPL-1.2
#include "query/render/audit_report.h"

#include <cstddef>

#include "query/render/json_parts.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {
namespace {

// Addends written out for people; of more, the first and the last.
constexpr std::size_t kMostAddends = 8;

std::string value_of(const AuditFigure& figure) {
  return figure.figure.value ? figure.figure.value->normalized().print() : "?";
}

std::string sum_of(const AuditFinding& finding, std::size_t most) {
  std::string sum;
  for (std::size_t i = 0; i < finding.parts.size(); ++i) {
    if (finding.parts.size() > most && i == most - 1) {
      sum += " + … (" + std::to_string(finding.parts.size() - most) + " more)";
      i = finding.parts.size() - 1;
    }
    sum += (sum.empty() ? "" : " + ") + value_of(finding.parts[i]);
  }
  return sum;
}

std::string reckoned(const AuditFinding& finding, std::size_t most_addends) {
  const Arithmetic& arithmetic = finding.arithmetic;
  std::string line = finding.check == CheckKind::share && finding.parts.size() == 2
                         ? value_of(finding.parts[0]) + "% × " + value_of(finding.parts[1])
                         : sum_of(finding, most_addends);
  line += " = " + arithmetic.computed.normalized().print();
  line += "; stated " + std::string(finding.stated.figure.approx ? "about " : "") +
          arithmetic.stated.normalized().print();
  if (!finding.unit.empty()) line += " " + finding.unit;
  if (!arithmetic.difference.is_zero()) {
    line += ": " + arithmetic.difference.absolute().normalized().print() +
            (arithmetic.difference.is_negative() ? " less" : " more");
  }
  return line;
}

Json audit_figure_json(const AuditFigure& figure) {
  return figure_json(figure.figure, figure.text, figure.start, figure.end);
}

}  // namespace

std::string arithmetic_text(const AuditFinding& finding) {
  return reckoned(finding, finding.parts.size() + 1);
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
  out += "   " + style.strong(printable(reckoned(finding, kMostAddends))) + "\n";
  if (!finding.table.empty()) {
    const Figure& figure = finding.stated.figure;
    out += "   " + printable(finding.table) + "\n";
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
