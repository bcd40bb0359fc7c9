// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "query/audit/audit_finding.h"
#include "query/fact_lister.h"
#include "query/render/sheet.h"
#include "store/records.h"

namespace vraagbaak::query::render {

// Documents, names and findings of the audit as rows of an export. One name a column.
const std::vector<std::string>& document_columns();
SheetRow document_row(const store::DocumentRecord& record);

const std::vector<std::string>& entity_columns();
SheetRow entity_row(const ListedEntity& entity);

const std::vector<std::string>& finding_columns();
SheetRow finding_row(const AuditFinding& finding);

}  // namespace vraagbaak::query::render
