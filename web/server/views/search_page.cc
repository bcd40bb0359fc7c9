// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/search_page.h"

#include <algorithm>
#include <array>

#include "query/answer/snippet.h"
#include "web/server/views/marked_text.h"
#include "web/server/views/parts.h"

namespace vraagbaak::web {
namespace {

constexpr std::size_t kFacetValues = 8;  // shown; the rest is behind a summary

constexpr std::array<std::string_view, 5> kFacetNames = {"type", "year", "asker", "minister", "kind"};

std::string shown_value(const PageContext& context, std::string_view facet, const std::string& value) {
  if (facet == "kind") return context.say("kind." + value);
  return facet == "type" ? type_name(value) : value;
}

// What narrows the search is kept when it is changed; a range of values is typed.
void write_narrowing(HtmlWriter& html, const PageContext& context) {
  for (const std::string_view facet : kFacetNames) {
    if (!typed(context, facet).empty())
      html.empty("input", {{"type", "hidden"}, {"name", facet}, {"value", typed(context, facet)}});
  }
  const bool has_range = !typed(context, "min").empty() || !typed(context, "max").empty();
  const Scope details(html, "details", {{"class", "range"}, {"open", has_range ? kSet : ""}});
  html.element("summary", {}, context.say("search.range"));
  const Scope fields(html, "div", {{"class", "fields"}});
  write_field(html, {"min", context.say("field.min"), typed(context, "min"), "1mln"});
  write_field(html, {"max", context.say("field.max"), typed(context, "max"), "2,5mln"});
  write_field(html, {"unit", context.say("field.unit"), typed(context, "unit"), "euro"});
}

void write_form(HtmlWriter& html, const PageContext& context, bool focus) {
  write_box(html, context, "search", focus, [&] { write_narrowing(html, context); });
}

void write_help(HtmlWriter& html, const PageContext& context) {
  const Scope details(html, "details", {{"class", "help"}});
  html.element("summary", {}, context.say("search.syntax"));
  const Scope list(html, "dl");
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kForms = {{
      {"\"…\"", "syntax.phrase"},
      {"AND OR NOT ( )", "syntax.boolean"},
      {"energie*", "syntax.prefix"},
      {"NEAR(a b, 5)", "syntax.near"},
      {"titel: type: jaar:2015..2017 auteur:", "syntax.fields"},
      {"bedrag:>1mln eenheid:ha", "syntax.figures"},
  }};
  for (const auto& [form, key] : kForms) {
    const Scope pair(html, "div");
    {
      const Scope term(html, "dt");
      html.element("code", {}, form);
    }
    html.element("dd", {}, context.say(key));
  }
}

void write_facet(HtmlWriter& html, const PageContext& context, std::string_view name,
                 const std::vector<query::FacetValue>& values) {
  if (values.empty() || !typed(context, name).empty()) return;
  const Scope section(html, "section");
  html.element("h3", {}, context.say(joined("facet.", name)));
  const auto write_values = [&](std::size_t from, std::size_t to) {
    const Scope list(html, "ul");
    for (std::size_t i = from; i < to; ++i) {
      const Scope entry(html, "li");
      html.open("a", {{"href", changed_address(context.request, {{name, values[i].value}, {"offset", ""}})},
                      {"rel", "nofollow"}});
      html.text(shown_value(context, name, values[i].value));
      html.text(" ");
      html.element("span", {{"class", "count"}}, context.number(values[i].count));
      html.close();
    }
  };
  write_values(0, std::min(kFacetValues, values.size()));
  if (values.size() <= kFacetValues) return;
  const Scope more(html, "details");
  html.element("summary", {}, context.say("facet.more", {context.number(values.size() - kFacetValues)}));
  write_values(kFacetValues, values.size());
}

void write_chosen(HtmlWriter& html, const PageContext& context) {
  constexpr std::array<std::string_view, 8> kChosen = {"type", "year", "asker", "minister",
                                                       "kind", "min",  "max",   "unit"};
  const auto is_set = [&](std::string_view name) { return !typed(context, name).empty(); };
  if (!std::ranges::any_of(kChosen, is_set)) return;
  const Scope list(html, "ul", {{"class", "chips"}, {"aria-label", context.say("search.narrowed")}});
  for (const std::string_view name : kChosen) {
    if (!is_set(name)) continue;
    const std::string shown =
        context.say(joined("facet.", name)) + ": " + shown_value(context, name, typed(context, name));
    const Scope entry(html, "li");
    html.open("a", {{"href", changed_address(context.request, {{name, ""}, {"offset", ""}})},
                    {"aria-label", context.say("search.remove", {shown})},
                    {"rel", "nofollow"}});
    html.text(shown + " ×");
    html.close();
  }
}

void write_order(HtmlWriter& html, const PageContext& context) {
  constexpr std::array<std::string_view, 3> kOrders = {"relevance", "newest", "oldest"};
  const std::string chosen = typed(context, "sort").empty() ? "relevance" : typed(context, "sort");
  const Scope line(html, "p", {{"class", "order"}});
  html.text(context.say("search.order"));
  for (const std::string_view order : kOrders) {
    html.text(" ");
    html.element(
        "a",
        {{"href", changed_address(context.request, {{"sort", order == "relevance" ? "" : std::string(order)},
                                                    {"offset", ""}})},
         {"aria-current", order == chosen ? "true" : ""},
         {"rel", "nofollow"}},
        context.say(joined("order.", order)));
  }
}

// The snippet with its matches marked.
void write_snippet(HtmlWriter& html, std::string_view snippet) {
  const Scope line(html, "p", {{"class", "snippet"}});
  while (!snippet.empty()) {
    const std::size_t begin = std::min(snippet.find(query::kMatchBegin), snippet.size());
    html.text(snippet.substr(0, begin));
    snippet.remove_prefix(begin);
    if (snippet.empty()) return;
    const std::size_t end = std::min(snippet.find(query::kMatchEnd), snippet.size());
    html.element("mark", {}, snippet.substr(1, end - 1));
    snippet.remove_prefix(std::min(end + 1, snippet.size()));
  }
}

std::string hit_address(const PageContext& context, const Citation& citation) {
  return make_url("/document/" + citation.document, {{"start", std::to_string(citation.start)},
                                                     {"end", std::to_string(citation.end)},
                                                     {"q", context.request.query}}) +
         "#marked";
}

void write_hit(HtmlWriter& html, const PageContext& context, const SearchHit& hit) {
  const Citation& citation = hit.citation;
  const Scope entry(html, "li");
  {
    const Scope heading(html, "h3");
    html.element("a", {{"href", hit_address(context, citation)}},
                 citation.title.empty() ? citation.document : citation.title);
  }
  write_snippet(html, hit.snippet);
  const Scope line(html, "p", {{"class", "source"}});
  const std::string place = place_name(context, citation);
  html.text(citation.document + (place.empty() ? "" : " · " + place));
}

std::string feed_address(const PageContext& context) {
  ApiRequest request = context.request;
  request.path = "/search.atom";
  return changed_address(request, {{"offset", ""}, {"limit", ""}, {"sort", "newest"}});
}

}  // namespace

std::string write_search_page(const PageContext& context) {
  return write_page(context, {context.say("nav.search"), "", "home"}, [&](HtmlWriter& html) {
    html.element("h1", {}, context.say("search.heading"));
    html.element("p", {{"class", "lead"}}, context.say("search.lead"));
    write_form(html, context, true);
    write_help(html, context);
  });
}

std::string write_results_page(const PageContext& context, const query::SearchOutcome& outcome) {
  const query::SearchFacets& facets = outcome.facets;
  const std::string feed = feed_address(context);
  return write_page(context, {context.request.query, feed, "search"}, [&](HtmlWriter& html) {
    {
      const Scope head(html, "div", {{"class", "search-head"}});
      html.element("h1", {{"class", "sr-only"}}, context.say("nav.search"));
      write_form(html, context, false);
      write_chosen(html, context);
      for (const std::string& note : outcome.notes) html.element("p", {{"class", "note"}}, note);
    }
    {
      const Scope aside(html, "aside", {{"class", "facets"}, {"aria-label", context.say("search.facets")}});
      if (outcome.result.total > 0) html.element("h2", {{"class", "sr-only"}}, context.say("search.facets"));
      write_facet(html, context, "type", facets.types);
      write_facet(html, context, "year", facets.years);
      write_facet(html, context, "asker", facets.askers);
      write_facet(html, context, "minister", facets.ministers);
      write_facet(html, context, "kind", facets.figure_kinds);
    }
    const Scope results(html, "section", {{"class", "results"}, {"aria-labelledby", "found"}});
    if (outcome.result.hits.empty()) {
      html.element("h2", {{"id", "found"}}, context.say("search.nothing"));
      html.element("p", {{"class", "message"}}, context.say("search.nothing_hint"));
      write_help(html, context);
      return;
    }
    html.element("h2", {{"id", "found"}, {"aria-live", "polite"}},
                 context.say(outcome.result.total == 1 ? "search.found_one" : "search.found",
                             {context.number(outcome.result.total)}));
    write_order(html, context);
    {
      const Scope list(html, "ol", {{"class", "entries hits"}});
      for (const SearchHit& hit : outcome.result.hits) write_hit(html, context, hit);
    }
    write_pager(html, context, outcome.result.hits.size(), outcome.result.total);
    write_downloads(html, context, {"csv", "xlsx", "json"});
    const Scope line(html, "p", {{"class", "downloads"}});
    html.element("a", {{"href", feed}}, context.say("search.feed"));
  });
}

std::string write_feed(const PageContext& context, const query::SearchOutcome& outcome,
                       std::string_view address,
                       const std::function<std::string(const std::string&)>& date_of) {
  // Of a document without a date nothing is known; a feed needs a moment.
  const auto moment = [](const std::string& date) {
    return (date.size() == 10  ? date
            : date.size() == 7 ? date + "-01"
            : date.size() == 4 ? date + "-01-01"
                               : "1970-01-01") +
           "T00:00:00Z";
  };
  HtmlWriter xml;
  xml.begin_xml();
  xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}});
  const std::string self = std::string(address) + changed_address(context.request, {});
  xml.element("title", {}, context.say("feed.title", {context.request.query}));
  xml.element("id", {}, self);
  xml.empty("link", {{"rel", "self"}, {"href", self}});
  xml.empty("link", {{"href", std::string(address) + make_url("/search", {{"q", context.request.query}})}});
  {
    const Scope author(xml, "author");
    xml.element("name", {}, "Vraagbaak");
  }
  std::string newest;
  for (const SearchHit& hit : outcome.result.hits) newest = std::max(newest, date_of(hit.citation.document));
  xml.element("updated", {}, moment(newest));
  for (const SearchHit& hit : outcome.result.hits) {
    const Scope entry(xml, "entry");
    const std::string place = std::string(address) + place_address(hit.citation);
    xml.element("title", {}, hit.citation.title.empty() ? hit.citation.document : hit.citation.title);
    xml.element("id", {}, place);
    xml.empty("link", {{"href", place}});
    xml.element("updated", {}, moment(date_of(hit.citation.document)));
    xml.element("summary", {}, query::mark_matches(hit.snippet, "", ""));
  }
  return xml.take();
}

}  // namespace vraagbaak::web
