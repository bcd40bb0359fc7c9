// SPDX-License-Identifier: EUPL-1.2
#include "query/render/conflict_report.h"

#include "query/claim/verdict_words.h"
#include "query/render/json_parts.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {
namespace {

std::string by(Side side) {
  return side == Side::question ? "asker" : side == Side::answer ? "minister" : "document";
}

std::string kind_words(ConflictKind kind) {
  return kind == ConflictKind::within_document     ? "within one document"
         : kind == ConflictKind::between_documents ? "between documents"
                                                   : "asker against minister";
}

Json side_json(const ConflictSide& side) {
  Json json = figure_json(side.figure, side.text, side.start, side.end);
  json["by"] = by(side.side);
  json["standing"] = to_string(side.standing);
  json["citation"] = citation_json(side.citation);
  return json;
}

std::string side_text(const ConflictSide& side, const Style& style) {
  std::string line =
      "   " + style.strong(printable(side.text)) + "  " + describe(side.figure) + ", " + by(side.side);
  if (side.standing != Standing::unsaid) line += ", " + std::string(to_string(side.standing));
  return line + "\n     " + printable(side.citation.quote) + "\n     " +
         style.place(describe(side.citation)) + "\n";
}

SheetCell number(std::size_t value) {
  return Decimal(static_cast<std::int64_t>(value));
}

}  // namespace

std::string arithmetic_text(const Conflict& conflict) {
  if (!conflict.first.figure.value || !conflict.second.figure.value) return "";
  const Decimal& first = *conflict.first.figure.value;
  const Decimal& second = *conflict.second.figure.value;
  std::string text = grouped(first, "en") + " against " + grouped(second, "en");
  const auto gap = subtract(first, second);
  if (!gap) return text;
  text += ": " + grouped(gap->absolute(), "en") + (gap->is_negative() ? " less" : " more");
  const auto percent = gap->absolute().shifted(2);
  if (second.is_zero() || !percent) return text;
  if (const auto share = divide(*percent, second.absolute(), 1)) text += " (" + grouped(*share, "en") + " %)";
  return text;
}

std::string conflict_line_json(const Conflict& conflict) {
  Json json;
  json["conflict"] = to_string(conflict.kind);
  json["explanation"] = arithmetic_text(conflict);
  json["likeness"] = conflict.likeness;
  json["statements"] = Json::array({side_json(conflict.first), side_json(conflict.second)});
  return dump(json);
}

std::string conflict_text(const Conflict& conflict, const Style& style) {
  return style.bad(kind_words(conflict.kind)) + "  " + style.strong(arithmetic_text(conflict)) + "\n" +
         side_text(conflict.first, style) + side_text(conflict.second, style);
}

const std::vector<std::string>& conflict_columns() {
  static const std::vector<std::string> columns = {
      "conflict",   "explanation", "unit",      "value 1", "by 1",    "standing 1", "document 1",
      "section 1",  "page 1",      "start 1",   "end 1",   "quote 1", "value 2",    "by 2",
      "standing 2", "document 2",  "section 2", "page 2",  "start 2", "end 2",      "quote 2"};
  return columns;
}

SheetRow conflict_row(const Conflict& conflict) {
  SheetRow row = {std::string(to_string(conflict.kind)), arithmetic_text(conflict),
                  conflict.first.figure.unit};
  for (const ConflictSide* side : {&conflict.first, &conflict.second}) {
    const Citation& citation = side->citation;
    row.emplace_back(side->figure.value ? SheetCell(*side->figure.value) : SheetCell());
    row.emplace_back(by(side->side));
    row.emplace_back(std::string(to_string(side->standing)));
    row.emplace_back(citation.document);
    row.emplace_back(citation.section);
    row.emplace_back(citation.page ? SheetCell(Decimal(*citation.page)) : SheetCell());
    row.emplace_back(number(side->start));
    row.emplace_back(number(side->end));
    row.emplace_back(citation.quote);
  }
  return row;
}

}  // namespace vraagbaak::query::render
