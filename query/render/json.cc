// SPDX-License-Identifier: EUPL-1.2
#include "query/render/json.h"

#include "query/answer/snippet.h"
#include "query/render/json_parts.h"

namespace vraagbaak::query::render {
namespace {

Json candidate_json(const Candidate& candidate, bool explain) {
  Json json;
  json["text"] = candidate.text;
  if (candidate.figure) add_figure_keys(json, *candidate.figure);
  if (!candidate.items.empty()) json["items"] = candidate.items;
  if (candidate.end > candidate.start) {
    json["start"] = candidate.start;
    json["end"] = candidate.end;
  }
  json["confidence"] = candidate.confidence;
  json["citation"] = citation_json(candidate.citation);
  if (!candidate.operands.empty()) {
    json["operation"] = candidate.operation;
    json["operands"] = Json::array();
    for (const Candidate& operand : candidate.operands)
      json["operands"].push_back(candidate_json(operand, explain));
  }
  if (explain) {
    Json features = Json::array();
    for (const FeatureValue& feature : candidate.features) {
      features.push_back(
          Json{{"name", feature.name}, {"value", feature.value}, {"contribution", feature.contribution}});
    }
    json["features"] = std::move(features);
  }
  return json;
}

Json understanding_json(const Understanding& understanding) {
  Json json;
  json["kinds"] = Json::object();
  for (const auto& [kind, share] : understanding.kinds) json["kinds"][kind] = share;
  json["terms"] = Json::array();
  for (const TermReading& term : understanding.terms) {
    Json said_as = Json::object();
    for (const auto& [said, strength] : term.said_as) said_as[said] = strength;
    json["terms"].push_back(Json{{"word", term.word},
                                 {"weight", term.weight},
                                 {"is_absent", term.is_absent},
                                 {"said_as", std::move(said_as)}});
  }
  return json;
}

}  // namespace

std::string answer_json(const Answer& answer, bool explain) {
  Json json;
  json["question"] = answer.question;
  json["language"] = answer.language;
  json["status"] = to_string(answer.status);
  if (answer.best) json["answer"] = candidate_json(*answer.best, explain);
  if (!answer.reason.empty()) json["reason"] = answer.reason;
  for (const auto& [typed, meant] : answer.read_as) json["read_as"][typed] = meant;
  if (explain && answer.understanding) json["understanding"] = understanding_json(*answer.understanding);
  json["also"] = Json::array();
  for (const Candidate& candidate : answer.also) json["also"].push_back(candidate_json(candidate, explain));
  json["passages"] = Json::array();
  for (const Citation& passage : answer.passages) json["passages"].push_back(citation_json(passage));
  return dump(json);
}

std::string verdict_json(const Verdict& verdict, bool explain) {
  return dump(verdict_object(verdict, explain));
}

std::string search_json(const SearchResult& result) {
  Json json;
  json["query"] = result.query;
  json["total"] = result.total;
  if (result.is_together) json["together"] = true;
  if (!result.is_complete) json["complete"] = false;
  json["results"] = Json::array();
  for (const SearchHit& hit : result.hits) {
    Json line;
    line["score"] = hit.score;
    line["snippet"] = mark_matches(hit.snippet, "**", "**");
    add_citation_keys(line, hit.citation);
    add_answers(line, hit);
    json["results"].push_back(std::move(line));
  }
  return dump(json);
}

std::string index_json(const IndexReport& report) {
  Json json;
  json["documents"] = report.documents;
  json["added"] = report.added;
  json["updated"] = report.updated;
  json["unchanged"] = report.unchanged;
  json["removed"] = report.removed;
  json["renamed"] = report.renamed;
  json["duplicates"] = report.duplicates;
  json["failed"] = Json::array();
  for (const auto& [path, error] : report.failed)
    json["failed"].push_back(Json{{"path", path}, {"error", error}});
  json["passages"] = report.passages;
  json["figures"] = report.figures;
  json["entities"] = report.entities;
  json["bytes"] = report.bytes;
  json["seconds"] = report.seconds;
  if (report.stopped) json["stopped"] = true;
  return dump(json);
}

std::string import_json(const ImportReport& report) {
  Json json;
  json["folder"] = report.folder;
  json["documents"] = report.documents;
  json["fetched"] = report.fetched;
  json["kept"] = report.kept;
  json["passed_over"] = report.passed_over;
  json["bytes"] = report.bytes;
  json["has_more"] = report.has_more;
  json["failed"] = Json::array();
  for (const auto& [address, error] : report.failed)
    json["failed"].push_back(Json{{"address", address}, {"error", error}});
  return dump(json);
}

std::string problem_json(const std::string& key, const std::string& input, const Problem& problem) {
  Json json;
  json[key] = input;
  json["error"] = problem.message();
  return dump(json);
}

}  // namespace vraagbaak::query::render
