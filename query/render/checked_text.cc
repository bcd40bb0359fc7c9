// SPDX-License-Identifier: EUPL-1.2
#include "query/render/checked_text.h"

#include <algorithm>

#include "query/render/json_parts.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {

namespace {

std::string words_of(const FigureVerdict& judged, std::string_view text) {
  return printable(judged.claimed.words.in(text));
}

SheetCell number(std::size_t value) {
  return Decimal(static_cast<std::int64_t>(value));
}

}  // namespace

std::string checked_json(const FigureVerdict& judged, std::string_view text, const OffsetMap& offsets) {
  Json json = verdict_object(judged.verdict, false);
  const Figure& claimed = judged.claimed.figure;
  json["claimed"] = figure_json(claimed, claimed.span.in(text), offsets.code_point_at(claimed.span.begin),
                                offsets.code_point_at(claimed.span.end));
  return dump(json);
}

std::string checked_text(const FigureVerdict& judged, std::string_view text, const Style& style) {
  const std::string sentence = printable(judged.sentence.in(text));
  const std::string words = words_of(judged, text);
  const std::size_t at = sentence.find(words);
  const std::string marked =
      at == std::string::npos || words.empty()
          ? sentence
          : sentence.substr(0, at) + style.strong(words) + sentence.substr(at + words.size());
  return marked + "\n" + verdict_text(judged.verdict, style) + "\n";
}

std::string checked_summary(const std::vector<FigureVerdict>& judged) {
  const auto count = [&](VerdictKind kind) {
    return std::to_string(std::ranges::count(
        judged, kind, [](const FigureVerdict& verdict) { return verdict.verdict.verdict; }));
  };
  return std::to_string(judged.size()) + " figures: " + count(VerdictKind::supported) + " supported, " +
         count(VerdictKind::refuted) + " refuted, " + count(VerdictKind::not_found) + " not found";
}

const std::vector<std::string>& checked_columns() {
  static const std::vector<std::string> columns = {"sentence",   "claimed", "start",      "end",   "verdict",
                                                   "confidence", "found",   "document",   "title", "section",
                                                   "page",       "quote",   "explanation"};
  return columns;
}

SheetRow checked_row(const FigureVerdict& judged, std::string_view text, const OffsetMap& offsets) {
  const Verdict& verdict = judged.verdict;
  constexpr int kPerMille = 1000;
  SheetRow row = {printable(judged.sentence.in(text)), words_of(judged, text),
                  number(offsets.code_point_at(judged.claimed.words.begin)),
                  number(offsets.code_point_at(judged.claimed.words.end)),
                  std::string(to_string(verdict.verdict))};
  const auto confidence =
      Decimal::from_parts(static_cast<Decimal::Mantissa>(verdict.confidence * kPerMille + 0.5), 3);
  row.emplace_back(confidence ? SheetCell(*confidence) : SheetCell());
  if (verdict.found) {
    const Citation& citation = verdict.found->citation;
    row.emplace_back(verdict.found->text);
    row.emplace_back(citation.document);
    row.emplace_back(citation.title);
    row.emplace_back(citation.section);
    row.emplace_back(citation.page ? SheetCell(Decimal(*citation.page)) : SheetCell());
    row.emplace_back(citation.quote);
  } else {
    row.resize(row.size() + 6);
  }
  row.emplace_back(verdict.explanation);
  return row;
}

}  // namespace vraagbaak::query::render
