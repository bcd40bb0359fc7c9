// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/finding_pages.h"

#include <algorithm>

#include "query/claim/verdict_words.h"
#include "web/server/views/chart.h"
#include "web/server/views/marked_text.h"
#include "web/server/views/parts.h"

namespace vraagbaak::web {
namespace {

using query::Conflict;
using query::ConflictSide;
using query::OpenQuestion;
using query::TrendPoint;
using query::TrendSeries;

void write_point_row(HtmlWriter& html, const PageContext& context, const TrendPoint& point, bool is_other) {
  const Scope row(html, "tr");
  html.element("th", {{"scope", "row"}}, is_other ? "" : std::to_string(point.year));
  {
    const Scope cell(html, "td", {{"class", "number"}});
    html.element("a", {{"href", place_address(point.citation.document, point.start, point.end)}}, point.text);
  }
  html.element("td", {{"class", "number"}}, query::spoken(point.figure, context.language));
  html.element("td", {{"class", "quote"}}, point.citation.quote);
  html.element("td", {}, point.citation.title.empty() ? point.citation.document : point.citation.title);
}

void write_series(HtmlWriter& html, const PageContext& context, const TrendSeries& series,
                  std::size_t number) {
  const Scope section(html, "section", {{"class", "series"}});
  std::string title = series.label;
  if (!series.unit.empty()) title += " (" + series.unit + ")";
  html.element("h2", {}, title);
  if (series.standing != query::Standing::unsaid) {
    html.element("p", {{"class", "source"}},
                 context.say(joined("standing.", query::to_string(series.standing))));
  }
  {
    const Scope scroll(html, "div",
                       {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", title}});
    write_chart(html, series, context.language, title, "");
  }
  if (!series.gaps.empty()) {
    std::string years;
    for (const int year : series.gaps) years += (years.empty() ? "" : ", ") + std::to_string(year);
    html.element("p", {{"class", "note"}}, context.say("trend.gaps", {years}));
  }
  {
    const Scope scroll(html, "div",
                       {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", title}});
    const Scope table(html, "table", {{"class", "list"}});
    {
      const Scope head(html, "thead");
      const Scope row(html, "tr");
      for (const char* key : {"facet.year", "column.figure", "column.value", "column.quote", "column.place"})
        html.element("th", {{"scope", "col"}}, context.say(key));
    }
    const Scope body(html, "tbody");
    for (const TrendPoint& point : series.points) {
      write_point_row(html, context, point, false);
      for (const TrendPoint& other : point.others) write_point_row(html, context, other, true);
    }
  }
  const std::string svg =
      make_url("/trend.svg", {{"q", context.request.query}, {"series", std::to_string(number)}});
  const Scope line(html, "p", {{"class", "downloads"}});
  html.element("a", {{"href", svg}, {"download", "trend.svg"}, {"rel", "nofollow"}},
               context.say("download.svg"));
  html.element("a", {{"href", svg}, {"class", "png"}, {"hidden", kSet}}, context.say("download.png"));
}

void write_side(HtmlWriter& html, const PageContext& context, const ConflictSide& side) {
  const Scope part(html, "div", {{"class", "side"}});
  html.element("p", {{"class", "entry-value"}}, side.text);
  write_quote(html, side.citation, side.start, side.end);
  write_source(html, context, side.citation);
}

}  // namespace

std::string write_trend_page(const PageContext& context, const Part<TrendSeries>& series) {
  const bool is_asked = !context.request.query.empty();
  const std::string title = is_asked ? context.request.query : context.say("nav.trend");
  return write_page(context, {title, "", is_asked ? "wide" : "home"}, [&](HtmlWriter& html) {
    html.element("h1", {}, context.say("trend.heading"));
    if (!is_asked) html.element("p", {{"class", "lead"}}, context.say("trend.lead"));
    write_box(html, context, "trend", !is_asked);
    if (!is_asked) return;
    if (series.entries.empty()) {
      html.element("p", {{"class", "message"}, {"role", "status"}}, context.say("trend.none"));
      return;
    }
    for (std::size_t i = 0; i < series.entries.size(); ++i)
      write_series(html, context, series.entries[i], context.request.offset + i + 1);
    if (series.total > series.entries.size()) write_pager(html, context, series.entries.size(), series.total);
    write_downloads(html, context, {"csv", "xlsx", "json"});
  });
}

std::string write_conflicts_page(const PageContext& context, const Part<Conflict>& conflicts) {
  return write_list_page(
      context, "conflicts", conflicts.entries.size(), conflicts.total,
      [&](HtmlWriter& html) {
        write_field(html, {"document", context.say("field.document"), context.request.document});
      },
      [&](HtmlWriter& html) {
        const Scope list(html, "ul", {{"class", "entries"}});
        for (const Conflict& conflict : conflicts.entries) {
          const Scope entry(html, "li");
          {
            const Scope line(html, "p");
            html.element("span", {{"class", "badge"}},
                         context.say(joined("conflict.", query::to_string(conflict.kind))));
            html.text(" ");
            html.text(
                context.say("conflicts.sides", {query::spoken(conflict.first.figure, context.language),
                                                query::spoken(conflict.second.figure, context.language)}));
          }
          const Scope sides(html, "div", {{"class", "sides"}});
          write_side(html, context, conflict.first);
          write_side(html, context, conflict.second);
        }
      });
}

std::string write_unanswered_page(const PageContext& context, const Part<OpenQuestion>& questions) {
  return write_list_page(
      context, "unanswered", questions.entries.size(), questions.total,
      [&](HtmlWriter& html) {
        write_field(html, {"document", context.say("field.document"), context.request.document});
        write_choice(html, "all", context.say("audit.show"), typed(context, "all"),
                     {{"", context.say("unanswered.only")}, {"1", context.say("unanswered.all")}});
      },
      [&](HtmlWriter& html) {
        const Scope list(html, "ul", {{"class", "entries"}});
        for (const OpenQuestion& question : questions.entries) {
          const Scope entry(html, "li");
          {
            const Scope line(html, "p");
            html.element("span", {{"class", "badge"}},
                         context.say(joined("gap.", query::to_string(question.kind))));
            std::string people = question.asker;
            if (!question.addressee.empty()) people += (people.empty() ? "→ " : " → ") + question.addressee;
            if (question.date) people += (people.empty() ? "" : " · ") + question.date->iso();
            html.text(" " + people);
          }
          write_quote(html, question.question, 0, 0);
          write_source(html, context, question.question);
          if (!question.answer) continue;
          html.element("p", {{"class", "note"}}, context.say("unanswered.instead"));
          write_quote(html, *question.answer, 0, 0);
          write_source(html, context, *question.answer);
        }
      });
}

}  // namespace vraagbaak::web
