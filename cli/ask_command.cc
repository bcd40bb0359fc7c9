// SPDX-License-Identifier: EUPL-1.2
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>

#include "cli/command.h"
#include "cli/input_text.h"
#include "cli/open_index.h"
#include "cli/proof_file.h"
#include "query/answerer.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {
namespace {

// One question; its exit code.
int ask(const std::string& question, const AskOptions& options, const query::Answerer& answerer,
        ProofFile& proof, Context& context) {
  query::AnswerDetail detail = options.explain ? query::AnswerDetail::explained : query::AnswerDetail::plain;
  if (options.candidates) detail = query::AnswerDetail::candidates;
  const Answer answer =
      answerer.ask(question, detail,
                   std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(options.seconds * 1000))));
  proof.add(answer);
  const bool explain = detail != query::AnswerDetail::plain;
  if (context.options.json) {
    context.console.print_line(query::render::answer_json(answer, explain));
  } else {
    if (!options.batch.empty()) context.console.print_line(query::render::printable(question));
    context.console.print(query::render::answer_text(answer, context.console.style(), explain));
    if (!options.batch.empty()) context.console.print_line("");
  }
  context.console.flush();  // whoever feeds us question by question waits for it
  return answer.status == AnswerStatus::answered ? kFound : kNothing;
}

}  // namespace

int run(const AskOptions& options, Context& context) {
  const OpenIndex index(context.options.db, context.dictionaries);
  const query::Answerer answerer(index.reader, context.dictionaries, index.analyzer);
  ProofFile proof(options.proof, index.reader, context.console);
  if (options.batch.empty()) {
    const int code = ask(options.question, options, answerer, proof, context);
    proof.finish();
    return code;
  }
  int best = kNothing;  // answered, where any question was
  LineInput lines(options.batch);
  while (const auto line = lines.next()) {
    if (ask(*line, options, answerer, proof, context) == kFound) best = kFound;
  }
  proof.finish();
  return best;
}

}  // namespace vraagbaak::cli
