// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/check_page.h"

#include <algorithm>

#include "web/server/views/marked_text.h"
#include "web/server/views/parts.h"
#include "web/server/views/reading_pane.h"

namespace vraagbaak::web {
namespace {

std::string verdict_name(const PageContext& context, VerdictKind kind) {
  return context.say(joined("verdict.", to_string(kind)));
}

void write_form(HtmlWriter& html, const PageContext& context, bool focus) {
  const Scope form(html, "form", {{"action", "/check"}, {"method", "post"}, {"class", "ask"}});
  html.element("label", {{"for", "q"}}, context.say("check.label"));
  html.element("textarea",
               {{"id", "q"},
                {"name", "q"},
                {"rows", "5"},
                {"maxlength", "200000"},
                {"placeholder", context.say("check.placeholder")},
                {"autofocus", focus ? kSet : ""}},
               context.request.query);
  const Scope row(html, "div", {{"class", "actions"}});
  html.element("button", {{"type", "submit"}}, context.say("check.button"));
  if (context.request.query.empty()) return;
  html.element("button", {{"type", "submit"}, {"formaction", "/article.csv"}, {"class", "quiet"}},
               context.say("check.as_csv"));
  html.element("button", {{"type", "submit"}, {"formaction", "/article.xlsx"}, {"class", "quiet"}},
               context.say("check.as_xlsx"));
}

void write_evidence(HtmlWriter& html, const PageContext& context, const Verdict& verdict) {
  html.element("p", {{"class", "explanation"}}, verdict.explanation);
  if (!verdict.found) return;
  const Candidate& found = *verdict.found;
  if (found.figure) {
    const Scope line(html, "p", {{"class", "found"}});
    html.text(context.say("check.documents_say") + " ");
    html.element("strong", {}, found.text);
  }
  write_quote(html, found.citation, found.start, found.end);
  write_source(html, context, found.citation);
}

void write_summary(HtmlWriter& html, const PageContext& context,
                   const std::vector<query::FigureVerdict>& judged) {
  const Scope list(html, "ul", {{"class", "summary"}});
  for (const VerdictKind kind : {VerdictKind::refuted, VerdictKind::supported, VerdictKind::not_found}) {
    const auto count = static_cast<std::size_t>(std::ranges::count(
        judged, kind, [](const query::FigureVerdict& one) { return one.verdict.verdict; }));
    const Scope entry(html, "li", {{"class", to_string(kind)}});
    html.element("strong", {}, context.number(count));
    html.text(" " + verdict_name(context, kind));
  }
}

}  // namespace

std::string write_check_page(const PageContext& context) {
  return write_page(context, {context.say("nav.check"), "", "home"}, [&](HtmlWriter& html) {
    html.element("h1", {}, context.say("check.heading"));
    html.element("p", {{"class", "lead"}}, context.say("check.lead"));
    write_form(html, context, true);
  });
}

std::string write_verdict_page(const PageContext& context, const IndexSession& session,
                               const Verdict& verdict) {
  const std::string layout = verdict.found ? "paired" : "single";
  return write_page(context, {verdict.claim, "", layout}, [&](HtmlWriter& html) {
    {
      const Scope column(html, "div", {{"class", "column"}});
      html.element("h1", {{"class", "sr-only"}}, context.say("nav.check"));
      write_form(html, context, false);
      const Scope live(html, "div", {{"aria-live", "polite"}});
      const Scope article(html, "article",
                          {{"class", joined("answer verdict ", to_string(verdict.verdict))}});
      html.element("h2", {{"class", "value"}}, verdict_name(context, verdict.verdict));
      write_evidence(html, context, verdict);
      if (verdict.verdict != VerdictKind::not_found) write_confidence(html, context, verdict.confidence);
    }
    if (verdict.found) {
      write_reading_pane(html, context, session,
                         {verdict.found->citation, verdict.found->start, verdict.found->end});
    }
  });
}

std::string write_article_page(const PageContext& context, std::string_view text,
                               const std::vector<query::FigureVerdict>& judged) {
  return write_page(context, {context.say("nav.check"), "", "paired article"}, [&](HtmlWriter& html) {
    std::vector<TextMark> marks;
    for (std::size_t i = 0; i < judged.size(); ++i) {
      const VerdictKind kind = judged[i].verdict.verdict;
      marks.push_back({judged[i].claimed.words, joined("claimed ", to_string(kind)), "",
                       verdict_name(context, kind), numbered("#figure", i + 1)});
    }
    {
      const Scope column(html, "div", {{"class", "column"}});
      html.element("h1", {}, context.say("check.heading"));
      write_summary(html, context, judged);
      {
        const Scope article(html, "article", {{"class", "checked"}});
        const Scope paragraph(html, "p");
        write_marked(html, text, 0, marks);
      }
      write_form(html, context, false);
    }
    const Scope evidence(html, "section",
                         {{"class", "evidence"}, {"aria-label", context.say("check.evidence")}});
    html.element("h2", {}, context.say("check.evidence"));
    if (judged.empty()) html.element("p", {{"class", "message"}}, context.say("check.no_figures"));
    const Scope list(html, "ol", {{"class", "entries"}});
    for (std::size_t i = 0; i < judged.size(); ++i) {
      const Verdict& verdict = judged[i].verdict;
      const Scope entry(html, "li",
                        {{"id", numbered("figure", i + 1)}, {"class", to_string(verdict.verdict)}});
      {
        const Scope line(html, "p", {{"class", "entry-value"}});
        html.element("span", {{"class", "badge"}}, verdict_name(context, verdict.verdict));
        html.text(" ");
        html.text(judged[i].claimed.words.in(text));
      }
      write_evidence(html, context, verdict);
    }
  });
}

}  // namespace vraagbaak::web
