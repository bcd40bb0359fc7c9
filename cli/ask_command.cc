// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "cli/command.h"
#include "cli/input_text.h"
#include "cli/open_index.h"
#include "query/answerer.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {
namespace {

// One question; its exit code.
int ask(const std::string& question, const AskOptions& options, const query::Answerer& answerer,
        Context& context) {
  query::AnswerDetail detail = options.explain ? query::AnswerDetail::explained : query::AnswerDetail::plain;
  if (options.candidates) detail = query::AnswerDetail::candidates;
  const Answer answer = answerer.ask(question, detail);
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
  if (options.batch.empty()) return ask(options.question, options, answerer, context);
  int best = kNothing;  // answered, where any question was
  LineInput lines(options.batch);
  while (const auto line = lines.next()) {
    if (ask(*line, options, answerer, context) == kFound) best = kFound;
  }
  return best;
}

}  // namespace vraagbaak::cli
