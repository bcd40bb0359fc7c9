// SPDX-License-Identifier: EUPL-1.2
#include "query/render/unanswered_report.h"

#include "query/render/json_parts.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {

std::string unanswered_line_json(const OpenQuestion& open_question) {
  Json json;
  json["kind"] = to_string(open_question.kind);
  json["label"] = open_question.label;
  if (!open_question.asker.empty()) json["asker"] = open_question.asker;
  if (!open_question.addressee.empty()) json["addressee"] = open_question.addressee;
  if (open_question.date) json["date"] = open_question.date->iso();
  json["citation"] = citation_json(open_question.question);
  if (open_question.answer) json["answer_citation"] = citation_json(*open_question.answer);
  return dump(json);
}

std::string unanswered_text(const OpenQuestion& open_question, const Style& style) {
  const std::string kind =
      open_question.kind == AnswerGap::no_data ? "no data" : std::string(to_string(open_question.kind));
  std::string out = style.bad(kind) + "  " + style.strong(printable(open_question.label)) + "  " +
                    style.place(describe(open_question.question)) + "\n";
  std::string who = printable(open_question.asker);
  if (!open_question.addressee.empty())
    who += (who.empty() ? "to " : " to ") + printable(open_question.addressee);
  if (open_question.date) who += (who.empty() ? "" : ", ") + open_question.date->iso();
  if (!who.empty()) out += "   " + style.dim(who) + "\n";
  out += "   " + printable(open_question.question.quote) + "\n";
  if (open_question.answer) out += "   → " + printable(open_question.answer->quote) + "\n";
  return out;
}

const std::vector<std::string>& unanswered_columns() {
  static const std::vector<std::string> columns = {"kind",  "document",  "title",    "label",
                                                   "asker", "addressee", "date",     "page",
                                                   "start", "end",       "question", "answer"};
  return columns;
}

SheetRow unanswered_row(const OpenQuestion& open_question) {
  const Citation& question = open_question.question;
  const auto number = [](std::size_t value) { return SheetCell(Decimal(static_cast<std::int64_t>(value))); };
  return {std::string(to_string(open_question.kind)),
          question.document,
          question.title,
          open_question.label,
          open_question.asker,
          open_question.addressee,
          open_question.date ? SheetCell(*open_question.date) : SheetCell(),
          question.page ? SheetCell(Decimal(*question.page)) : SheetCell(),
          number(question.start),
          number(question.end),
          question.quote,
          open_question.answer ? SheetCell(open_question.answer->quote) : SheetCell()};
}

}  // namespace vraagbaak::query::render
