// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "cli/command.h"
#include "cli/input_text.h"
#include "cli/open_index.h"
#include "query/claim_checker.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {
namespace {

// One claim; its exit code.
int check(const std::string& claim, const CheckOptions& options, const query::ClaimChecker& checker,
          Context& context) {
  const Verdict verdict = checker.check(claim, options.explain);
  if (context.options.json) {
    context.console.print_line(query::render::verdict_json(verdict, options.explain));
  } else {
    if (!options.batch.empty()) context.console.print_line(query::render::printable(claim));
    context.console.print(query::render::verdict_text(verdict, context.console.style()));
    if (!options.batch.empty()) context.console.print_line("");
  }
  context.console.flush();  // whoever feeds us claim by claim waits for it
  return verdict.verdict == VerdictKind::supported ? kFound : kNothing;
}

}  // namespace

int run(const CheckOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  const query::ClaimChecker checker(index.reader, context.dictionaries, index.analyzer);
  if (options.batch.empty()) return check(options.claim, options, checker, context);
  int worst = kFound;  // supported, where every claim was
  LineInput lines(options.batch);
  while (const auto line = lines.next()) {
    if (check(*line, options, checker, context) != kFound) worst = kNothing;
  }
  return worst;
}

}  // namespace vraagbaak::cli
