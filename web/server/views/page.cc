// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/page.h"

#include <algorithm>
#include <array>

#include "query/claim/verdict_words.h"
#include "web/server/views/marked_text.h"

namespace vraagbaak::web {
namespace {

struct NavigationEntry {
  View view;
  std::string_view address;
  std::string_view key;
};
constexpr std::array kNavigation = {
    NavigationEntry{View::ask, "/ask", "nav.ask"},
    NavigationEntry{View::check, "/check", "nav.check"},
    NavigationEntry{View::search, "/search", "nav.search"},
    NavigationEntry{View::figures, "/figures", "nav.figures"},
    NavigationEntry{View::tables, "/tables", "nav.tables"},
    NavigationEntry{View::trend, "/trend", "nav.trend"},
    NavigationEntry{View::conflicts, "/conflicts", "nav.conflicts"},
    NavigationEntry{View::unanswered, "/unanswered", "nav.unanswered"},
    NavigationEntry{View::entities, "/entities", "nav.entities"},
    NavigationEntry{View::audit, "/audit", "nav.audit"},
    NavigationEntry{View::documents, "/documents", "nav.documents"},
};

void write_head(HtmlWriter& html, const PageContext& context, const PageParts& parts) {
  const Scope head(html, "head");
  html.empty("meta", {{"charset", "utf-8"}});
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.empty("meta", {{"name", "description"}, {"content", context.say("page.description")}});
  html.element("title", {}, parts.title.empty() ? "Vraagbaak" : parts.title + " – Vraagbaak");
  html.empty("link", {{"rel", "stylesheet"}, {"href", context.style_address}});
  html.empty("link", {{"rel", "icon"}, {"href", context.icon_address}, {"type", "image/svg+xml"}});
  if (!parts.feed.empty()) {
    html.empty("link", {{"rel", "alternate"}, {"type", "application/atom+xml"}, {"href", parts.feed}});
  }
  if (!parts.refresh.empty()) html.empty("meta", {{"http-equiv", "refresh"}, {"content", parts.refresh}});
  html.element("script", {{"type", "module"}, {"src", context.script_address}}, "");
}

void write_header(HtmlWriter& html, const PageContext& context) {
  const Scope header(html, "header", {{"class", "site"}});
  html.element("a", {{"class", "skip"}, {"href", "#main"}}, context.say("page.skip"));
  html.element("a", {{"class", "wordmark"}, {"href", "/"}}, "Vraagbaak");
  {
    const Scope navigation(html, "nav", {{"aria-label", context.say("page.navigation")}});
    for (const NavigationEntry& entry : kNavigation) {
      const bool is_here = entry.view == context.request.view ||
                           (entry.view == View::documents && context.request.view == View::document);
      html.element("a", {{"href", entry.address}, {"aria-current", is_here ? "page" : ""}},
                   context.say(entry.key));
    }
  }
  const Scope settings(html, "div", {{"class", "settings"}});
  const bool is_dutch = context.language == "nl";
  html.element("a",
               {{"href", changed_address(context.request, {{"lang", is_dutch ? "en" : "nl"}})},
                {"lang", is_dutch ? "en" : "nl"},
                {"hreflang", is_dutch ? "en" : "nl"},
                {"rel", "nofollow"},
                {"class", "switch"}},
               is_dutch ? "English" : "Nederlands");
  const std::string_view other = context.theme == "dark"    ? "light"
                                 : context.theme == "light" ? "auto"
                                                            : "dark";
  html.element("a",
               {{"href", changed_address(context.request, {{"theme", std::string(other)}})},
                {"rel", "nofollow"},
                {"class", "switch"}},
               context.say(std::string("theme.").append(other)));
}

void write_footer(HtmlWriter& html, const PageContext& context) {
  const Scope footer(html, "footer", {{"class", "site"}});
  {
    const Scope line(html, "p");
    if (context.counts.documents > 0) {  // a refusal is written without looking at the index
      html.text(context.say(
          "page.holdings", {context.number(context.counts.documents), context.number(context.counts.passages),
                            context.number(context.counts.figures)}));
      html.text(" ");
    }
    html.element("a", {{"href", "/api/openapi.json"}}, "API");
  }
  html.element("p", {{"class", "keys"}}, context.say("page.keys"));
}

// What a refusal says, in the language of the page where it has a sentence for it.
std::string told(const PageContext& context, const Refusal& refusal) {
  const std::string key = joined("refusal.", refusal.code);
  if (!context.wording.has(key)) return refusal.message;
  return context.say(key, {std::string_view(refusal.message).substr(0, refusal.message.find(": "))});
}

}  // namespace

std::string PageContext::number(std::size_t value) const {
  return query::grouped(Decimal(static_cast<std::int64_t>(value)), language);
}

std::string write_page(const PageContext& context, const PageParts& parts,
                       const std::function<void(HtmlWriter&)>& main) {
  HtmlWriter html;
  html.begin_html();
  html.open("html", {{"lang", context.language}, {"data-theme", context.theme}});
  write_head(html, context, parts);
  html.open("body");
  write_header(html, context);
  html.open("main", {{"id", "main"}, {"class", parts.layout}, {"tabindex", "-1"}});
  main(html);
  html.close();
  write_footer(html, context);
  return html.take();
}

std::string changed_address(const ApiRequest& request,
                            std::initializer_list<std::pair<std::string_view, std::string>> changes) {
  const auto is_changed = [&](std::string_view name) {
    return std::ranges::any_of(changes, [&](const auto& change) { return change.first == name; });
  };
  Parameters parameters;
  for (const auto& [name, value] : request.parameters) {
    // A chosen language or theme is kept in a cookie, not in every address.
    if (!is_changed(name) && name != "lang" && name != "theme") parameters.emplace_back(name, value);
  }
  for (const auto& [name, value] : changes) parameters.emplace_back(name, value);
  return make_url(request.path, parameters);
}

std::string place_address(std::string_view document, std::size_t start, std::size_t end) {
  const std::string address =
      make_url(joined("/document/", document),
               end > start ? Parameters{{"start", std::to_string(start)}, {"end", std::to_string(end)}}
                           : Parameters{});
  return end > start ? address + "#marked" : address;
}

std::string place_address(const Citation& citation) {
  return place_address(citation.document, citation.start, citation.end);
}

std::string write_waiting_page(const PageContext& context, std::string_view db, bool is_building,
                               std::string_view seconds) {
  const std::string heading = context.say(is_building ? "waiting.building" : "waiting.absent");
  PageParts parts;
  parts.title = heading;
  parts.refresh = seconds;
  return write_page(context, parts, [&](HtmlWriter& html) {
    html.element("h1", {}, heading);
    html.element("p", {{"class", "message"}, {"role", "status"}},
                 context.say(is_building ? "waiting.building_how" : "waiting.absent_how", {db}));
    html.element("pre", {{"class", "command"}},
                 joined("vraagbaak index --db ", db).append(" ").append(context.say("waiting.folder")));
    html.element("p", {{"class", "note"}}, context.say("waiting.again", {seconds}));
  });
}

std::string write_refusal_page(const PageContext& context, const Refusal& refusal) {
  const std::string key = numbered("error.", static_cast<std::size_t>(refusal.status));
  const std::string heading = context.say(context.wording.has(key) ? key : "error.other");
  return write_page(context, {heading}, [&](HtmlWriter& html) {
    html.element("h1", {}, heading);
    html.element("p", {{"class", "message"}, {"role", "alert"}}, told(context, refusal));
    const Scope line(html, "p");
    html.element("a", {{"href", "/"}}, context.say("error.back"));
  });
}

}  // namespace vraagbaak::web
