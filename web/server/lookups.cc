// SPDX-License-Identifier: EUPL-1.2
#include "web/server/lookups.h"

#include <algorithm>
#include <utility>

#include "analysis/text/normalizer.h"
#include "query/conflict/conflict_finder.h"
#include "query/render/audit_report.h"
#include "query/render/checked_text.h"
#include "query/render/conflict_report.h"
#include "query/render/fact_json.h"
#include "query/render/json.h"
#include "query/render/page_json.h"
#include "query/render/record_sheet.h"
#include "query/render/reply_sheet.h"
#include "query/render/table_json.h"
#include "query/render/trend_report.h"
#include "query/render/unanswered_report.h"
#include "web/server/list_response.h"
#include "web/server/views/ask_page.h"
#include "web/server/views/chart.h"
#include "web/server/views/check_page.h"
#include "web/server/views/document_page.h"
#include "web/server/views/finding_pages.h"
#include "web/server/views/list_pages.h"
#include "web/server/views/marked_text.h"
#include "web/server/views/reading_pane.h"
#include "web/server/views/search_page.h"

namespace vraagbaak::web {
namespace {

namespace render = query::render;
using Outcome = std::variant<HttpResponse, Refusal>;

HttpResponse page(std::string body) {
  return {200, "text/html; charset=utf-8", std::move(body), {}};
}
HttpResponse json(std::string body) {
  return {200, "application/json; charset=utf-8", std::move(body), {}};
}

Refusal missing(std::string_view name) {
  return {400, "missing_parameter",
          std::string(name) + ": is missing: give it as ?" + std::string(name) + "=…"};
}
Refusal refused(const Problem& problem, std::string_view code = "bad_query") {
  return {400, std::string(code), problem.message()};
}

class Lookup {
 public:
  Lookup(const IndexSession& session, const PageContext& context, std::string_view address,
         std::string_view known_tag, const std::function<std::vector<std::string>()>& examples)
      : session_(session),
        context_(context),
        request_(context.request),
        address_(address),
        known_tag_(known_tag),
        examples_(examples),
        is_page_(request_.format == Format::html) {}

  Outcome ask() const {
    if (request_.query.empty())
      return is_page_ ? Outcome(page(write_ask_page(context_, examples_()))) : missing("q");
    const bool explain = is_page_ || request_.explain;
    const Answer answer = session_.answerer.ask(
        request_.query, explain ? query::AnswerDetail::explained : query::AnswerDetail::plain);
    if (is_page_) return page(write_answer_page(context_, session_, answer));
    if (request_.format != Format::json)
      return sheet("answer", render::answer_columns(), render::answer_rows(answer));
    return json(render::answer_json(answer, request_.explain));
  }

  Outcome check() const {
    if (request_.query.empty()) return is_page_ ? Outcome(page(write_check_page(context_))) : missing("q");
    if (request_.format != Format::json && is_article()) return article();
    const Verdict verdict = session_.checker.check(request_.query, request_.explain, told_in());
    if (is_page_) return page(write_verdict_page(context_, session_, verdict));
    if (request_.format != Format::json)
      return sheet("verdict", render::verdict_columns(), {render::verdict_row(verdict)});
    return json(render::verdict_json(verdict, request_.explain));
  }

  Outcome article() const {
    if (request_.query.empty()) return missing("q");
    const std::string& text = request_.query;
    const std::vector<query::FigureVerdict> judged = session_.checker.check_text(text, told_in());
    if (is_page_) return page(write_article_page(context_, text, judged));
    if (request_.format == Format::json) return json(render::article_json(text, judged));
    const OffsetMap offsets(text);
    const Listing<query::FigureVerdict> listing{
        "verdicts", [&](const query::FigureVerdict& one) { return render::checked_json(one, text, offsets); },
        &render::checked_columns(),
        [&](const query::FigureVerdict& one) {
          return std::vector<render::SheetRow>{render::checked_row(one, text, offsets)};
        }};
    return list_response<query::FigureVerdict>(context_, address_, {judged, judged.size()}, listing);
  }

  Outcome search() const {
    if (request_.query.empty()) return is_page_ ? Outcome(page(write_search_page(context_))) : missing("q");
    const bool with_facets = is_page_ || request_.format == Format::json;
    const query::SearchRequest request{request_.query,  request_.narrowing, request_.limit,
                                       request_.offset, request_.order,     with_facets};
    const auto outcome = session_.searcher.search(request);
    if (!outcome) return refused(outcome.problem());
    if (request_.format == Format::atom) return feed(*outcome);
    if (!with_facets) {
      return list_response<SearchHit>(
          context_, address_, {outcome->result.hits, outcome->result.total},
          {"search", render::hit_line_json, &render::hit_columns(),
           [](const SearchHit& hit) { return std::vector<render::SheetRow>{render::hit_row(hit)}; }});
    }
    if (is_page_) return page(write_results_page(context_, *outcome));
    const std::size_t behind = request_.offset + outcome->result.hits.size();
    const bool is_last = behind >= outcome->result.total || outcome->result.hits.empty();
    return json(render::search_page_json(
        *outcome, {outcome->result.total, request_.offset,
                   is_last ? "" : changed_address(request_, {{"offset", std::to_string(behind)}})}));
  }

  Outcome figures() const {
    query::FigureRequest wanted;
    const query::SearchNarrowing& narrowing = request_.narrowing;
    wanted.query = request_.query;
    wanted.document = narrowing.document;
    wanted.kind = narrowing.kind;
    wanted.unit = narrowing.unit;
    wanted.least = narrowing.least;
    wanted.most = narrowing.most;
    wanted.years = narrowing.years;
    wanted.subject = request_.subject;
    wanted.limit = request_.limit;
    wanted.offset = request_.offset;
    wanted.order = request_.figure_order;
    Part<query::ListedFigure> part;
    const auto count = session_.facts.list_figures(
        wanted, [&](const query::ListedFigure& listed) { part.entries.push_back(listed); });
    if (!count) return refused_document(count.problem());
    const auto total = session_.facts.count_figures(wanted);
    if (!total) return refused(total.problem());
    part.total = *total;
    if (is_page_) return page(write_figures_page(context_, part));
    return list_response<query::ListedFigure>(
        context_, address_, part,
        {"figures", render::figure_line_json, &render::figure_columns(),
         [](const query::ListedFigure& listed) {
           return std::vector<render::SheetRow>{render::figure_row(listed)};
         }});
  }

  Outcome tables() const {
    Part<query::ListedTable> part;
    const auto count =
        session_.tables.list({request_.query, request_.document, request_.limit, request_.offset, true},
                             [&](const query::ListedTable& table) { part.entries.push_back(table); });
    if (!count) return refused_document(count.problem());
    part.total = *count;
    if (is_page_) return page(write_tables_page(context_, part));
    return list_response<query::ListedTable>(
        context_, address_, part,
        {"tables", render::table_line_json, &render::table_cell_columns(), render::table_cell_rows});
  }

  Outcome entities() const {
    Part<query::ListedEntity> part;
    const auto count = session_.facts.list_entities(
        {request_.query, request_.document, request_.entity_kind, request_.limit, request_.offset, true},
        [&](const query::ListedEntity& entity) { part.entries.push_back(entity); });
    if (!count) return refused_document(count.problem());
    part.total = *count;
    if (is_page_) return page(write_entities_page(context_, part));
    return list_response<query::ListedEntity>(
        context_, address_, part,
        {"entities", render::entity_line_json, &render::entity_columns(),
         [](const query::ListedEntity& entity) {
           return std::vector<render::SheetRow>{render::entity_row(entity)};
         }});
  }

  Outcome audit() const {
    Part<query::AuditFinding> part;
    const auto count =
        session_.auditor.audit({request_.document, request_.all}, [&](const query::AuditFinding& finding) {
          const std::size_t number = part.total++;
          if (number >= request_.offset && number < request_.offset + request_.limit)
            part.entries.push_back(finding);
        });
    if (!count) return refused_document(count.problem());
    if (is_page_) return page(write_audit_page(context_, part));
    return list_response<query::AuditFinding>(
        context_, address_, part,
        {"audit", render::finding_line_json, &render::finding_columns(),
         [](const query::AuditFinding& finding) {
           return std::vector<render::SheetRow>{render::finding_row(finding)};
         }});
  }

  Outcome trend() const {
    if (request_.query.empty() && !is_page_) return missing("q");
    std::vector<query::TrendSeries> series;
    if (!request_.query.empty()) {
      series = query::find_trend(request_.query, session_.reader, session_.knowledge.trends,
                                 session_.citations, kMostSeries);
    }
    if (request_.format == Format::svg) return chart(series);
    const Part<query::TrendSeries> part = cut_out(std::move(series));
    if (is_page_) return page(write_trend_page(context_, part));
    std::size_t number = request_.offset;
    std::size_t row = request_.offset;
    return list_response<query::TrendSeries>(
        context_, address_, part,
        {"trend",
         [&](const query::TrendSeries& one) {
           return render::trend_line_json(request_.query, ++number, one);
         },
         &render::trend_columns(),
         [&](const query::TrendSeries& one) { return render::trend_rows(++row, one); }});
  }

  Outcome conflicts() const {
    Part<query::Conflict> part;
    if (request_.document.empty()) {
      part = cut_out(session_.conflicts());
    } else {
      auto found = query::find_conflicts(session_.reader, session_.knowledge.statements, session_.citations,
                                         {request_.document, 0});
      if (!found) return refused_document(found.problem());
      part = cut_out(std::move(found).value());
    }
    if (is_page_) return page(write_conflicts_page(context_, part));
    return list_response<query::Conflict>(
        context_, address_, part,
        {"conflicts", render::conflict_line_json, &render::conflict_columns(),
         [](const query::Conflict& conflict) {
           return std::vector<render::SheetRow>{render::conflict_row(conflict)};
         }});
  }

  Outcome unanswered() const {
    auto found = query::find_unanswered(session_.reader, session_.knowledge.gaps, session_.citations,
                                        {request_.document, request_.all});
    if (!found) return refused_document(found.problem());
    const Part<query::OpenQuestion> part = cut_out(std::move(found).value());
    if (is_page_) return page(write_unanswered_page(context_, part));
    return list_response<query::OpenQuestion>(
        context_, address_, part,
        {"unanswered", render::unanswered_line_json, &render::unanswered_columns(),
         [](const query::OpenQuestion& question) {
           return std::vector<render::SheetRow>{render::unanswered_row(question)};
         }});
  }

  Outcome documents() const {
    Part<store::DocumentRecord> part;
    const std::string wanted = analysis::normalize(request_.query);
    for (store::DocumentRecord& record : session_.reader.documents()) {
      if (!is_about(record, wanted)) continue;
      const std::size_t number = part.total++;
      if (number >= request_.offset && number < request_.offset + request_.limit)
        part.entries.push_back(std::move(record));
    }
    if (is_page_) return page(write_documents_page(context_, session_, part));
    return list_response<store::DocumentRecord>(
        context_, address_, part,
        {"documents", render::document_line_json, &render::document_columns(),
         [](const store::DocumentRecord& record) {
           return std::vector<render::SheetRow>{render::document_row(record)};
         }});
  }

  Outcome picture() const {
    if (request_.document.empty()) return missing("document");
    const auto record = session_.reader.find_document(request_.document);
    if (!record) return no_such_document();
    const std::vector<Page> pages = session_.reader.pages(record->id);
    // The last page with words bounds them; one before it may have none.
    const auto last = std::ranges::max_element(pages, {}, &Page::number);
    if (last != pages.end() && request_.page > last->number) return no_picture(PictureObstacle::no_page);
    const std::string tag = numbered(joined("\"", PagePictures::version(*record)).append("-"),
                                     static_cast<std::size_t>(request_.page)) +
                            "\"";
    const bool is_named = value_of(request_.parameters, "v") == PagePictures::version(*record);
    HttpResponse response{200, "image/png", "", {}};
    response.headers = {
        {"ETag", tag},
        {"Cache-Control", is_named ? "private, max-age=31536000, immutable" : "private, no-cache"}};
    if (known_tag_ == tag) {
      response.status = 304;
      return response;
    }
    const auto drawn = session_.pictures.draw(*record, request_.page);
    if (const auto* obstacle = std::get_if<PictureObstacle>(&drawn)) return no_picture(*obstacle);
    response.body = *std::get<std::shared_ptr<const std::string>>(drawn);
    return response;
  }

  Outcome document() const {
    auto record = session_.reader.find_document(request_.document);
    if (!record) return no_such_document();
    if (request_.layout == DocumentLayout::pane && is_page_ && request_.marked) return pane(*record);
    const query::WholeDocument whole = query::read_whole_document(session_.reader, std::move(*record));
    if (is_page_) return page(write_document_page(context_, session_, whole));
    return json(render::document_json(whole, query::related_documents(session_.reader, whole)));
  }

 private:
  // A page explains in its own language, data in that of the claim.
  std::string_view told_in() const {
    return is_page_ ? std::string_view(context_.language) : std::string_view();
  }

  HttpResponse sheet(std::string name, const std::vector<std::string>& columns,
                     const std::vector<render::SheetRow>& rows) const {
    SheetFile file(request_.format, std::move(name), columns);
    file.add(rows);
    return file.response();
  }

  bool is_article() const { return session_.segmenter.segment(request_.query).sentences.size() > 1; }

  // The part of a whole list that is asked for.
  template <typename T>
  Part<T> cut_out(std::vector<T> all) const {
    Part<T> part;
    part.total = all.size();
    for (std::size_t i = request_.offset; i < std::min(all.size(), request_.offset + request_.limit); ++i)
      part.entries.push_back(std::move(all[i]));
    return part;
  }

  Outcome chart(const std::vector<query::TrendSeries>& series) const {
    if (request_.series > series.size())
      return Refusal{404, "no_such_series",
                     "series: there is no such series: see /trend.json for those there are"};
    const query::TrendSeries& chosen = series[request_.series - 1];
    HtmlWriter svg;
    svg.begin_xml();
    write_chart(svg, chosen, context_.language,
                chosen.label + (chosen.unit.empty() ? "" : " (" + chosen.unit + ")"), address_);
    return HttpResponse{200, "image/svg+xml", svg.take(), {}};
  }

  Outcome feed(const query::SearchOutcome& outcome) const {
    const auto date_of = [&](const std::string& path) {
      const auto record = session_.reader.find_document(path);
      return record && record->metadata.date ? record->metadata.date->iso() : std::string();
    };
    return HttpResponse{
        200, "application/atom+xml; charset=utf-8", write_feed(context_, outcome, address_, date_of), {}};
  }

  Outcome pane(const store::DocumentRecord& record) const {
    ShownPlace place;
    place.start = request_.marked->first;
    place.end = request_.marked->second;
    place.citation.document = record.path;
    place.citation.copies = record.copies;
    place.citation.title = record.metadata.title;
    place.citation.start = place.start;
    place.citation.end = place.end;
    return page(write_pane_page(context_, session_, place));
  }

  Refusal no_such_document() const {
    return {404, "no_such_document",
            request_.document + ": the index holds no such document: see /documents"};
  }

  Refusal no_picture(PictureObstacle obstacle) const {
    const std::string code = obstacle == PictureObstacle::no_page ? "no_such_page" : "no_picture";
    return {404, code,
            request_.document + ": " + context_.wording.say("en", joined("picture.", to_string(obstacle)))};
  }

  static Refusal refused_document(const Problem& problem) {
    const bool is_document = problem.where.starts_with("--document");
    Refusal refusal = refused(problem, is_document ? "no_such_document" : "bad_query");
    if (is_document) {
      refusal.status = 404;
      refusal.message = refusal.message.substr(2);
    }
    return refusal;
  }

  static bool is_about(const store::DocumentRecord& record, const std::string& wanted) {
    if (wanted.empty()) return true;
    const Metadata& metadata = record.metadata;
    std::string said = record.path;
    for (const std::string& copy : record.copies) said.append("\n").append(copy);
    for (const std::string* part :
         {&metadata.title, &metadata.type, &metadata.author, &metadata.addressee, &metadata.number})
      said.append("\n").append(*part);
    const std::string folded = analysis::normalize(said);
    for (std::size_t begin = 0; begin < wanted.size();) {
      const std::size_t end = std::min(wanted.find(' ', begin), wanted.size());
      if (folded.find(wanted.substr(begin, end - begin)) == std::string::npos) return false;
      begin = end + 1;
    }
    return true;
  }

  const IndexSession& session_;
  const PageContext& context_;
  const ApiRequest& request_;
  std::string_view address_;
  std::string_view known_tag_;
  const std::function<std::vector<std::string>()>& examples_;
  bool is_page_;
};

}  // namespace

Outcome look_up(const IndexSession& session, const PageContext& context, std::string_view address,
                std::string_view known_tag, const std::function<std::vector<std::string>()>& examples) {
  const Lookup lookup(session, context, address, known_tag, examples);
  switch (context.request.view) {
    case View::ask:
      return lookup.ask();
    case View::check:
      return lookup.check();
    case View::article:
      return lookup.article();
    case View::search:
      return lookup.search();
    case View::figures:
      return lookup.figures();
    case View::tables:
      return lookup.tables();
    case View::entities:
      return lookup.entities();
    case View::audit:
      return lookup.audit();
    case View::trend:
      return lookup.trend();
    case View::conflicts:
      return lookup.conflicts();
    case View::unanswered:
      return lookup.unanswered();
    case View::documents:
      return lookup.documents();
    case View::document:
      return lookup.document();
    case View::picture:
      return lookup.picture();
    case View::file:
    case View::openapi:
    case View::health:
    case View::metrics:
      break;
  }
  return Refusal{404, "not_found", "address: there is no such page"};
}

}  // namespace vraagbaak::web
