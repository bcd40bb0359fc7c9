// SPDX-License-Identifier: EUPL-1.2
#include "query/render/record_sheet.h"

namespace vraagbaak::query::render {
namespace {

SheetCell number(std::size_t value) {
  return Decimal(static_cast<std::int64_t>(value));
}

}  // namespace

const std::vector<std::string>& document_columns() {
  static const std::vector<std::string> columns = {"document",  "title", "type",     "number",    "author",
                                                   "addressee", "date",  "language", "characters"};
  return columns;
}

SheetRow document_row(const store::DocumentRecord& record) {
  const Metadata& metadata = record.metadata;
  return {record.path,
          metadata.title,
          metadata.type,
          metadata.number,
          metadata.author,
          metadata.addressee,
          metadata.date ? SheetCell(*metadata.date) : SheetCell(),
          record.language,
          number(record.code_point_count)};
}

const std::vector<std::string>& entity_columns() {
  static const std::vector<std::string> columns = {"name", "kind", "aliases", "mentions"};
  return columns;
}

SheetRow entity_row(const ListedEntity& entity) {
  std::string aliases;
  for (const std::string& alias : entity.aliases) aliases.append(aliases.empty() ? "" : "; ").append(alias);
  return {entity.name, std::string(to_string(entity.kind)), aliases, number(entity.mentions.size())};
}

const std::vector<std::string>& finding_columns() {
  static const std::vector<std::string> columns = {
      "document", "title",    "section",    "page",      "finding", "check", "table", "text",
      "stated",   "computed", "difference", "tolerance", "unit",    "start", "end",   "quote"};
  return columns;
}

SheetRow finding_row(const AuditFinding& finding) {
  const Citation& citation = finding.citation;
  return {citation.document,
          citation.title,
          citation.section,
          citation.page ? SheetCell(Decimal(*citation.page)) : SheetCell(),
          std::string(to_string(finding.arithmetic.kind)),
          std::string(to_string(finding.check)),
          finding.table,
          finding.stated.text,
          finding.arithmetic.stated,
          finding.arithmetic.computed,
          finding.arithmetic.difference,
          finding.arithmetic.tolerance,
          finding.unit,
          number(finding.stated.start),
          number(finding.stated.end),
          citation.quote};
}

}  // namespace vraagbaak::query::render
