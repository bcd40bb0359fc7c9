// SPDX-License-Identifier: EUPL-1.2
#include "query/render/fact_json.h"

#include "query/render/json_parts.h"

namespace vraagbaak::query::render {

std::string figure_line_json(const ListedFigure& listed) {
  Json json = figure_json(listed.figure, listed.text, listed.start, listed.end);
  json["document"] = listed.citation.document;
  json["title"] = listed.citation.title;
  json["section"] = listed.citation.section;
  add_place_keys(json, listed.citation);
  json["quote_start"] = listed.citation.start;
  json["quote_end"] = listed.citation.end;
  json["quote"] = listed.citation.quote;
  const Figure& figure = listed.figure;
  if (!figure.subject.empty()) json["subject"] = figure.subject;
  if (!figure.measure.empty()) json["measure"] = figure.measure;
  if (!figure.period.empty()) json["period"] = figure.period;
  if (!figure.place.empty()) json["place"] = figure.place;
  return dump(json);
}

std::string entity_line_json(const ListedEntity& entity) {
  Json json;
  json["name"] = entity.name;
  json["kind"] = to_string(entity.kind);
  json["aliases"] = entity.aliases;
  json["mentions"] = Json::array();
  for (const ListedMention& mention : entity.mentions) {
    json["mentions"].push_back(Json{{"document", mention.document},
                                    {"text", mention.text},
                                    {"start", mention.start},
                                    {"end", mention.end}});
  }
  return dump(json);
}

}  // namespace vraagbaak::query::render
