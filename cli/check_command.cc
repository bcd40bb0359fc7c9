// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/csv_file.h"
#include "cli/input_text.h"
#include "cli/open_index.h"
#include "cli/proof_file.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/text_reader.h"
#include "model/error.h"
#include "model/offset_map.h"
#include "query/claim_checker.h"
#include "query/render/checked_text.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {
namespace {

// One claim; its exit code.
int check(const std::string& claim, const CheckOptions& options, const query::ClaimChecker& checker,
          ProofFile& proof, Context& context) {
  const Verdict verdict = checker.check(claim, options.explain, options.language);
  proof.add(verdict);
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

// The text of an article, by the reader for its kind; stdin and an empty file are plain text.
std::string read_article(const std::string& name) {
  auto bytes = read_bytes(name);
  if (!bytes) throw Error(name, bytes.problem().message(), "name a file that can be read");
  auto source = name == "-" || bytes->empty()
                    ? Result<indexer::SourceText>(indexer::read_text(std::move(bytes).value()))
                    : indexer::read_document(std::move(bytes).value(), name);
  if (!source) throw Error(name, source.problem().message(), "give a text that can be read");
  return std::move(source).value().text;
}

void write_csv(const std::string& name, const std::vector<query::FigureVerdict>& verdicts,
               const std::string& text, Console& console) {
  const OffsetMap offsets(text);
  CsvFile file(name, query::render::checked_columns(), console);
  for (const query::FigureVerdict& verdict : verdicts)
    file.add(query::render::checked_row(verdict, text, offsets));
  file.finish();
}

// Every figure of a text, each printed as soon as it is judged; 0 where all are supported.
int check_file(const CheckOptions& options, const query::ClaimChecker& checker, ProofFile& proof,
               Context& context) {
  const std::string text = read_article(options.file);
  const OffsetMap offsets(text);
  std::vector<query::FigureVerdict> verdicts;
  checker.check_text(text, options.language, [&](query::FigureVerdict verdict) {
    proof.add(verdict.verdict);
    if (options.csv.empty()) {
      if (context.options.json) {
        context.console.print_line(query::render::checked_json(verdict, text, offsets));
      } else {
        context.console.print(query::render::checked_text(verdict, text, context.console.style()));
      }
      context.console.flush();
    }
    verdicts.push_back(std::move(verdict));
  });
  if (!options.csv.empty()) {
    write_csv(options.csv, verdicts, text, context.console);
  } else if (!context.options.json) {
    context.console.print_line(query::render::checked_summary(verdicts));
  }
  const auto holds = [](const query::FigureVerdict& verdict) {
    return verdict.verdict.verdict == VerdictKind::supported;
  };
  return !verdicts.empty() && std::ranges::all_of(verdicts, holds) ? kFound : kNothing;
}

}  // namespace

int run(const CheckOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  const query::ClaimChecker checker(index.reader, context.dictionaries, index.analyzer);
  ProofFile proof(options.proof, index.reader, context.console);
  int worst = kFound;  // supported, where every claim was
  if (!options.file.empty()) {
    worst = check_file(options, checker, proof, context);
  } else if (options.batch.empty()) {
    worst = check(options.claim, options, checker, proof, context);
  } else {
    LineInput lines(options.batch);
    while (const auto line = lines.next()) {
      if (check(*line, options, checker, proof, context) != kFound) worst = kNothing;
    }
  }
  proof.finish();
  return worst;
}

}  // namespace vraagbaak::cli
