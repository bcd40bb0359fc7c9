// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "model/result.h"
#include "query/audit/audit_finding.h"
#include "query/audit/audit_words.h"
#include "query/table_lister.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

struct AuditRequest {
  std::string document;  // as is_named() takes it; empty: all
  bool all = false;      // also what agrees
};

// Reckons what the documents let reckon: totals of tables, shares of amounts. One object serves one thread,
// like its reader.
class Auditor {
 public:
  // All must outlive the auditor.
  Auditor(const store::IndexReader& reader, const TableLister& tables, const CitationBuilder& citations,
          const AuditWords& words)
      : reader_(reader), tables_(tables), citations_(citations), words_(words) {}

  // Hands every finding to `take`: by document, first those of its tables, then those of its text, in their
  // order; how many there were. A Problem where no document has the name. Holds one document at a time.
  Result<std::size_t> audit(const AuditRequest& request,
                            const std::function<void(const AuditFinding&)>& take) const;

 private:
  std::vector<AuditFinding> in_tables(const DocumentText& document) const;
  std::vector<AuditFinding> in_text(const DocumentText& document) const;
  Citation cite(const DocumentText& document, ByteSpan span) const;

  const store::IndexReader& reader_;
  const TableLister& tables_;
  const CitationBuilder& citations_;
  const AuditWords& words_;
};

}  // namespace vraagbaak::query
