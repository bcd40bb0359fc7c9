// SPDX-License-Identifier: EUPL-1.2
#include "query/render/json_parts.h"

#include "query/render/figure_keys.h"

namespace vraagbaak::query::render {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add_figure_keys(Json& json, const Figure& figure) {
  for_each_figure_key(figure, [&json](std::string_view key, auto value) { json[std::string(key)] = value; });
}

Json figure_json(const Figure& figure, std::string_view text, std::size_t start, std::size_t end) {
  Json json;
  json["text"] = text;
  add_figure_keys(json, figure);
  json["start"] = start;
  json["end"] = end;
  return json;
}

void add_place_keys(Json& json, const Citation& citation) {
  if (citation.page) json["page"] = *citation.page;
  if (!citation.sheet.empty()) json["sheet"] = citation.sheet;
  if (!citation.cell.empty()) json["cell"] = citation.cell;
  if (!citation.copies.empty()) json["copies"] = citation.copies;
}

void add_citation_keys(Json& json, const Citation& citation) {
  json["document"] = citation.document;
  json["title"] = citation.title;
  json["section"] = citation.section;
  add_place_keys(json, citation);
  json["start"] = citation.start;
  json["end"] = citation.end;
  json["quote"] = citation.quote;
}

Json citation_json(const Citation& citation) {
  Json json;
  add_citation_keys(json, citation);
  return json;
}

void add_answers(Json& json, const SearchHit& hit) {
  for (const auto& [key, places] : {std::pair{"answers", &hit.answers}, std::pair{"annexes", &hit.annexes}}) {
    if (places->empty()) continue;
    json[key] = Json::array();
    for (const Citation& place : *places) json[key].push_back(citation_json(place));
  }
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
