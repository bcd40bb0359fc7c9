// SPDX-License-Identifier: EUPL-1.2
#include "query/render/page_json.h"

#include "query/answer/snippet.h"
#include "query/render/checked_text.h"
#include "query/render/json_parts.h"

namespace vraagbaak::query::render {
namespace {

void add_part(Json& json, const ListPart& part) {
  json["total"] = part.total;
  json["offset"] = part.offset;
  if (!part.next.empty()) json["next"] = part.next;
}

Json facet_json(const std::vector<FacetValue>& values) {
  Json json = Json::array();
  for (const FacetValue& value : values) json.push_back(Json{{"value", value.value}, {"count", value.count}});
  return json;
}

Json hit_json(const SearchHit& hit) {
  Json line;
  line["score"] = hit.score;
  line["snippet"] = mark_matches(hit.snippet, "**", "**");
  add_citation_keys(line, hit.citation);
  add_answers(line, hit);
  return line;
}

Json record_json(const store::DocumentRecord& record) {
  Json json;
  json["document"] = record.path;
  if (!record.copies.empty()) json["copies"] = record.copies;
  json["title"] = record.metadata.title;
  json["type"] = record.metadata.type;
  json["number"] = record.metadata.number;
  json["author"] = record.metadata.author;
  json["addressee"] = record.metadata.addressee;
  if (record.metadata.date) json["date"] = record.metadata.date->iso();
  json["language"] = record.language;
  json["characters"] = record.code_point_count;
  return json;
}

// Objects that are text already, in an array.
std::string joined(const std::vector<std::string>& objects) {
  std::string array = "[";
  for (const std::string& object : objects) array.append(array.size() > 1 ? "," : "").append(object);
  return array + "]";
}

// The object with one more key, whose value is JSON already.
std::string with_member(const Json& json, std::string_view key, const std::string& value) {
  std::string text = dump(json);
  text.pop_back();
  text.append(text.size() > 1 ? ",\"" : "\"").append(key).append("\":").append(value).append("}");
  return text;
}

}  // namespace

std::string error_json(std::string_view code, std::string_view message) {
  Json json;
  json["error"] = Json{{"code", code}, {"message", message}};
  return dump(json);
}

std::string list_json(const ListPart& part, const std::vector<std::string>& objects) {
  Json json;
  add_part(json, part);
  return with_member(json, "results", joined(objects));
}

std::string search_page_json(const SearchOutcome& outcome, const ListPart& part) {
  Json json;
  json["query"] = outcome.result.query;
  add_part(json, part);
  if (outcome.result.is_together) json["together"] = true;
  if (!outcome.result.is_complete) json["complete"] = false;
  json["results"] = Json::array();
  for (const SearchHit& hit : outcome.result.hits) json["results"].push_back(hit_json(hit));
  json["notes"] = outcome.notes;
  const SearchFacets& facets = outcome.facets;
  json["facets"]["type"] = facet_json(facets.types);
  json["facets"]["year"] = facet_json(facets.years);
  json["facets"]["asker"] = facet_json(facets.askers);
  json["facets"]["minister"] = facet_json(facets.ministers);
  json["facets"]["kind"] = facet_json(facets.figure_kinds);
  return dump(json);
}

std::string hit_line_json(const SearchHit& hit) {
  return dump(hit_json(hit));
}

std::string article_json(std::string_view text, const std::vector<FigureVerdict>& judged) {
  const OffsetMap offsets(text);
  std::vector<std::string> figures;
  std::size_t supported = 0, refuted = 0;
  for (const FigureVerdict& one : judged) {
    figures.push_back(checked_json(one, text, offsets));
    supported += one.verdict.verdict == VerdictKind::supported ? 1 : 0;
    refuted += one.verdict.verdict == VerdictKind::refuted ? 1 : 0;
  }
  Json json;
  json["claim"] = text;
  json["summary"] = Json{{"figures", judged.size()},
                         {"supported", supported},
                         {"refuted", refuted},
                         {"not_found", judged.size() - supported - refuted}};
  return with_member(json, "figures", joined(figures));
}

std::string document_line_json(const store::DocumentRecord& record) {
  return dump(record_json(record));
}

std::string document_json(const WholeDocument& document, const std::vector<RelatedDocument>& related) {
  const OffsetMap offsets(document.text);
  const auto span = [&](std::size_t section) {
    const ByteSpan bytes = section < document.sections.size() ? document.sections[section].span : ByteSpan{};
    return Json::array({offsets.code_point_at(bytes.begin), offsets.code_point_at(bytes.end)});
  };
  Json json = record_json(document.record);
  json["text"] = document.text;
  json["sections"] = Json::array();
  for (const store::SectionRecord& section : document.sections) {
    json["sections"].push_back(Json{{"kind", to_string(section.kind)},
                                    {"label", section.label},
                                    {"heading", section.heading},
                                    {"start", offsets.code_point_at(section.span.begin)},
                                    {"end", offsets.code_point_at(section.span.end)}});
  }
  json["pairs"] = Json::array();
  for (const QaPair& pair : document.pairs) {
    json["pairs"].push_back(
        Json{{"label", pair.label}, {"question", span(pair.question)}, {"answer", span(pair.answer)}});
  }
  json["unanswered"] = document.unanswered;
  json["related"] = Json::array();
  for (const RelatedDocument& other : related) {
    json["related"].push_back(Json{{"relation", to_string(other.relation)},
                                   {"document", other.record.path},
                                   {"title", other.record.metadata.title}});
  }
  return dump(json);
}

std::string status_json(std::string_view status, const store::IndexCounts& counts) {
  Json json;
  json["status"] = status;
  json["documents"] = counts.documents;
  json["passages"] = counts.passages;
  json["figures"] = counts.figures;
  json["entities"] = counts.entities;
  json["bytes"] = counts.bytes;
  return dump(json);
}

}  // namespace vraagbaak::query::render
