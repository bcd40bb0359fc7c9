// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "model/offset_map.h"
#include "query/claim/verdict_words.h"
#include "web/server/views/flowed_text.h"
#include "web/server/views/marked_text.h"

namespace vraagbaak::web {
namespace {

// From these confidences on an answer is called almost certain, probable. They are calibrated: of answers at
// 0.9, nine in ten are right.
constexpr double kAlmostCertain = 0.9;
constexpr double kProbable = 0.7;

// "79,5 %" and "79,5%".
bool is_same_but_for_space(std::string_view one, std::string_view other) {
  const auto without_space = [](std::string_view text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](char c) { return c != ' '; });
    return kept;
  };
  return without_space(one) == without_space(other);
}

std::string period_name(std::string period) {
  const std::size_t slash = period.find('/');
  return slash == std::string::npos ? period : period.replace(slash, 1, "–");
}

}  // namespace

void write_quote(HtmlWriter& html, const Citation& citation, std::size_t start, std::size_t end) {
  const Scope quote(html, "blockquote");
  std::vector<TextMark> marks;
  if (start >= citation.start && end <= citation.end && end > start) {
    const OffsetMap offsets(citation.quote);
    const ByteSpan span{offsets.byte_at(start - citation.start), offsets.byte_at(end - citation.start)};
    if (span.size() < citation.quote.size()) marks.push_back({span, "figure"});
  }
  const Scope line(html, "p", {{"class", "quote"}});
  write_marked(html, flowed_text(citation.quote, true), 0, marks);
}

void write_box(HtmlWriter& html, const PageContext& context, std::string_view view, bool focus,
               const std::function<void()>& more) {
  const auto say = [&](std::string_view what) { return context.say(std::string(view).append(what)); };
  const Scope form(html, "form", {{"action", joined("/", view)}, {"role", "search"}, {"class", "ask"}});
  html.element("label", {{"for", "q"}}, say(".label"));
  {
    const Scope row(html, "div", {{"class", "box"}});
    html.empty("input", {{"id", "q"},
                         {"name", "q"},
                         {"type", "search"},
                         {"value", context.request.query},
                         {"autocomplete", "off"},
                         {"enterkeyhint", "search"},
                         {"maxlength", "1000"},
                         {"placeholder", say(".placeholder")},
                         {"autofocus", focus ? kSet : ""}});
    html.element("button", {{"type", "submit"}}, say(".button"));
  }
  if (more) more();
}

std::string place_name(const PageContext& context, const Citation& citation) {
  std::string place;
  const auto add = [&](const std::string& part) { place.append(place.empty() ? "" : ", ").append(part); };
  if (!citation.section.empty()) add(section_name(context, citation.section));
  if (citation.page) add(context.say("source.page", {std::to_string(*citation.page)}));
  if (!citation.sheet.empty()) add(context.say("source.sheet", {citation.sheet}));
  if (!citation.cell.empty()) add(context.say("source.cell", {citation.cell}));
  return place;
}

std::string section_name(const PageContext& context, const std::string& section) {
  constexpr std::size_t kLongestNumber = 6;  // "12.b.3"
  const bool is_number = !section.empty() && section.size() <= kLongestNumber && section.front() >= '0' &&
                         section.front() <= '9';
  return is_number ? context.say("source.part", {section}) : section;
}

void write_source(HtmlWriter& html, const PageContext& context, const Citation& citation) {
  const Scope line(html, "p", {{"class", "source"}});
  html.element("a", {{"href", place_address(citation)}, {"class", "place"}},
               citation.title.empty() ? citation.document : citation.title);
  const std::string place = place_name(context, citation);
  if (!place.empty()) html.element("span", {{"class", "section"}}, place);
  html.element("span", {{"class", "path"}}, citation.document);
}

void write_facts(HtmlWriter& html, const PageContext& context, const Figure& figure, std::string_view text) {
  std::vector<std::string> facts;
  const std::string value = query::spoken(figure, context.language);
  if (!value.empty() && !is_same_but_for_space(value, text)) facts.push_back(value);
  if (figure.approx) facts.push_back(context.say("hedge.approx"));
  if (figure.bound == FigureBound::min) facts.push_back(context.say("hedge.min"));
  if (figure.bound == FigureBound::max) facts.push_back(context.say("hedge.max"));
  for (const std::string* part : {&figure.subject, &figure.measure, &figure.place}) {
    if (!part->empty()) facts.push_back(*part);
  }
  if (!figure.period.empty()) facts.push_back(period_name(figure.period));
  if (!figure.row.empty()) facts.push_back(figure.row);
  if (!figure.column.empty()) facts.push_back(figure.column);
  if (facts.empty()) return;
  const Scope list(html, "ul", {{"class", "facts"}});
  for (const std::string& fact : facts) html.element("li", {}, fact);
}

void write_confidence(HtmlWriter& html, const PageContext& context, double confidence) {
  const std::string_view key = confidence >= kAlmostCertain ? "confidence.high"
                               : confidence >= kProbable    ? "confidence.fair"
                                                            : "confidence.low";
  const std::string percent = std::to_string(std::lround(confidence * 100));
  const Scope line(html, "p", {{"class", "confidence"}});
  html.element("meter",
               {{"min", "0"},
                {"max", "100"},
                {"low", "70"},
                {"high", "90"},
                {"optimum", "100"},
                {"value", percent},
                {"aria-label", context.say("confidence.label")}},
               percent + "%");
  html.element("span", {}, context.say(key, {percent}));
}

void write_field(HtmlWriter& html, const Field& field) {
  const Scope label(html, "label");
  html.element("span", {}, field.label);
  html.empty("input", {{"name", field.name}, {"value", field.value}, {"placeholder", field.placeholder}});
}

void write_choice(HtmlWriter& html, std::string_view name, const std::string& label,
                  const std::string& chosen, const std::vector<std::pair<std::string, std::string>>& values) {
  const Scope around(html, "label");
  html.element("span", {}, label);
  const Scope select(html, "select", {{"name", name}});
  for (const auto& [value, shown] : values) {
    html.open("option", {{"selected", value == chosen ? kSet : ""}, {"value", value.empty() ? kSet : value}});
    html.text(shown);
    html.close();
  }
}

void write_pager(HtmlWriter& html, const PageContext& context, std::size_t shown, std::size_t total) {
  const ApiRequest& request = context.request;
  const Scope pager(html, "nav", {{"class", "pager"}, {"aria-label", context.say("pager.label")}});
  if (request.offset > 0) {
    const std::size_t before = request.offset > request.limit ? request.offset - request.limit : 0;
    html.element("a",
                 {{"href", changed_address(request, {{"offset", before == 0 ? "" : std::to_string(before)}})},
                  {"rel", "prev"}},
                 context.say("pager.previous"));
  }
  html.element(
      "span", {},
      context.say("pager.position", {context.number(shown == 0 ? 0 : request.offset + 1),
                                     context.number(request.offset + shown), context.number(total)}));
  if (request.offset + shown < total && shown > 0) {
    html.element("a",
                 {{"href", changed_address(request, {{"offset", std::to_string(request.offset + shown)}})},
                  {"rel", "next"}},
                 context.say("pager.next"));
  }
}

void write_downloads(HtmlWriter& html, const PageContext& context,
                     std::initializer_list<std::string_view> formats) {
  const Scope line(html, "p", {{"class", "downloads"}});
  html.element("span", {}, context.say("download.as"));
  for (const std::string_view format : formats) {
    ApiRequest request = context.request;
    // "/" is the page of questions.
    request.path = (request.path == "/" ? "/ask" : request.path).append(".").append(format);
    const bool is_file = format != "json";
    html.element("a",
                 {{"href", changed_address(request, {{"limit", ""}, {"offset", ""}})},
                  {"download", is_file ? kSet : ""},
                  {"rel", "nofollow"}},
                 context.say(joined("download.", format)));
  }
}

std::string write_list_page(const PageContext& context, std::string_view name, std::size_t shown,
                            std::size_t total, const std::function<void(HtmlWriter&)>& fields,
                            const std::function<void(HtmlWriter&)>& entries) {
  const std::string title = context.say(joined("nav.", name));
  return write_page(context, {title, "", "wide"}, [&](HtmlWriter& html) {
    html.element("h1", {}, title);
    html.element("p", {{"class", "lead"}}, context.say(std::string(name).append(".lead")));
    {
      const Scope form(html, "form", {{"action", joined("/", name)}, {"class", "filter"}});
      fields(html);
      html.element("button", {{"type", "submit"}}, context.say("filter.button"));
    }
    if (shown == 0) {
      html.element("p", {{"class", "message"}, {"role", "status"}},
                   context.say(std::string(name).append(".none")));
      return;
    }
    entries(html);
    write_pager(html, context, shown, total);
    write_downloads(html, context, {"csv", "xlsx", "json"});
    if (total > kMostExported)
      html.element("p", {{"class", "note"}}, context.say("download.stops", {context.number(kMostExported)}));
  });
}

std::vector<std::pair<std::string, std::string>> figure_kinds(const PageContext& context) {
  constexpr std::array kKinds = {"money", "percentage", "count", "number", "date",
                                 "year",  "period",     "area",  "ratio"};
  std::vector<std::pair<std::string, std::string>> kinds = {{"", context.say("choice.any")}};
  for (const char* kind : kKinds) kinds.emplace_back(kind, context.say(std::string("kind.") + kind));
  return kinds;
}

std::string type_name(std::string_view type) {
  std::string name(type);
  std::ranges::replace(name, '_', ' ');
  return name;
}

std::string typed(const PageContext& context, std::string_view name) {
  return value_of(context.request.parameters, name);
}

}  // namespace vraagbaak::web
