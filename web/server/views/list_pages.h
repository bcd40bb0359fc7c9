// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "query/audit/audit_finding.h"
#include "query/fact_lister.h"
#include "query/table_lister.h"
#include "store/records.h"
#include "web/server/index_session.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// A part of a list and how long the whole is.
template <typename T>
struct Part {
  std::vector<T> entries;
  std::size_t total = 0;
};

// Lists with a form to narrow them, links to other parts, and downloads.
std::string write_figures_page(const PageContext& context, const Part<query::ListedFigure>& figures);
std::string write_tables_page(const PageContext& context, const Part<query::ListedTable>& tables);
std::string write_entities_page(const PageContext& context, const Part<query::ListedEntity>& entities);
std::string write_audit_page(const PageContext& context, const Part<query::AuditFinding>& findings);
std::string write_documents_page(const PageContext& context, const IndexSession& session,
                                 const Part<store::DocumentRecord>& documents);

}  // namespace vraagbaak::web
