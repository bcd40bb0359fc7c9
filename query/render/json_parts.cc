// SPDX-License-Identifier: EUPL-1.2
#include "query/render/json_parts.h"

namespace vraagbaak::query::render {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add_figure_keys(Json& json, const Figure& figure) {
  const bool dated =
      figure.kind == FigureKind::date || figure.kind == FigureKind::year || figure.kind == FigureKind::period;
  json["kind"] = to_string(figure.kind);
  if (figure.value && !dated) {
    json["value"] = figure.value->print();
    json["unit"] = figure.unit;
  } else if (!figure.unit.empty() && !dated) {
    json["unit"] = figure.unit;
  }
  if (figure.date) json["date"] = figure.date->iso();
  if (figure.from) json["from"] = figure.from->iso();
  if (figure.to) json["to"] = figure.to->iso();
  if (figure.approx) json["approx"] = true;
  if (figure.bound != FigureBound::none) json["bound"] = to_string(figure.bound);
  if (!figure.row.empty()) json["row"] = figure.row;
  if (!figure.column.empty()) json["column"] = figure.column;
}

Json figure_json(const Figure& figure, std::string_view text, std::size_t start, std::size_t end) {
  Json json;
  json["text"] = text;
  add_figure_keys(json, figure);
  json["start"] = start;
  json["end"] = end;
  return json;
}

void add_citation_keys(Json& json, const Citation& citation) {
  json["document"] = citation.document;
  json["title"] = citation.title;
  json["section"] = citation.section;
  if (citation.page) json["page"] = *citation.page;
  json["start"] = citation.start;
  json["end"] = citation.end;
  json["quote"] = citation.quote;
}

Json citation_json(const Citation& citation) {
  Json json;
  add_citation_keys(json, citation);
  return json;
}

Json verdict_object(const Verdict& verdict, bool explain) {
  Json json;
  json["claim"] = verdict.claim;
  json["verdict"] = to_string(verdict.verdict);
  json["confidence"] = verdict.confidence;
  if (verdict.found) {
    Json found;
    found["text"] = verdict.found->text;
    if (verdict.found->figure) add_figure_keys(found, *verdict.found->figure);
    found["start"] = verdict.found->start;
    found["end"] = verdict.found->end;
    json["found"] = std::move(found);
    json["citation"] = citation_json(verdict.found->citation);
  }
  json["explanation"] = verdict.explanation;
  if (explain && verdict.found) {
    for (const FeatureValue& value : verdict.found->features) json["evidence"][value.name] = value.value;
  }
  return json;
}

}  // namespace vraagbaak::query::render
