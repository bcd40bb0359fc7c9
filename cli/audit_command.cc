// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/open_index.h"
#include "query/audit/audit_words.h"
#include "query/audit/auditor.h"
#include "query/render/audit_report.h"

namespace vraagbaak::cli {

int run(const AuditOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  const query::AuditWords words(context.dictionaries);
  const query::Auditor auditor(index.reader, index.tables, index.citations, words);
  const auto count = auditor.audit({options.document, options.all}, [&](const query::AuditFinding& finding) {
    if (context.options.json) {
      context.console.print_line(query::render::finding_line_json(finding));
    } else {
      context.console.print(query::render::finding_text(finding, context.console.style()));
    }
  });
  if (!count) {
    context.console.complain(count.problem().message());
    return kUnusable;
  }
  return *count > 0 ? kFound : kNothing;
}

}  // namespace vraagbaak::cli
