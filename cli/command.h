// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/dictionary/dictionary_source.h"
#include "cli/console.h"
#include "cli/options.h"

namespace vraagbaak::cli {

// What every command works with. All three outlive the command.
struct Context {
  const CommonOptions& options;
  Console& console;
  const analysis::DictionarySource& dictionaries;
};

// Exit codes, as grep's.
inline constexpr int kFound = 0;     // found, answered, supported
inline constexpr int kNothing = 1;   // nothing found, not answered, refuted or not found
inline constexpr int kUnusable = 2;  // wrong usage, unreadable input, broken index

// The commands. Each prints its results on context.console and gives the exit code; throws Error where the
// work cannot go on.
int run(const IndexOptions& options, Context& context);
int run(const ImportOptions& options, Context& context);
int run(const StatusOptions& options, Context& context);
int run(const AskOptions& options, Context& context);
int run(const CheckOptions& options, Context& context);
int run(const SearchOptions& options, Context& context);
int run(const FiguresOptions& options, Context& context);
int run(const TablesOptions& options, Context& context);
int run(const AuditOptions& options, Context& context);
int run(const ConflictsOptions& options, Context& context);
int run(const UnansweredOptions& options, Context& context);
int run(const TrendOptions& options, Context& context);
int run(const VerifyOptions& options, Context& context);
int run(const EntitiesOptions& options, Context& context);
int run(const ExtractOptions& options, Context& context);
int run(const EvaluateOptions& options, Context& context);
int run(const ServeOptions& options, Context& context);

}  // namespace vraagbaak::cli
