// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/ask_page.h"

#include <algorithm>

#include "query/answer/snippet.h"
#include "web/server/views/marked_text.h"
#include "web/server/views/parts.h"
#include "web/server/views/reading_pane.h"

namespace vraagbaak::web {
namespace {

constexpr std::size_t kSnippetBytes = 280;
constexpr std::size_t kReasonsShown = 4;
// An answer of more bytes is a sentence, and set as one.
constexpr std::size_t kLongValue = 90;
// What adds less to a score than this did not decide.
constexpr double kLeastContribution = 0.3;

// The features that did most, in words.
void write_reasons(HtmlWriter& html, const PageContext& context, const Candidate& candidate) {
  std::vector<FeatureValue> features;
  for (const FeatureValue& feature : candidate.features) {
    if (feature.contribution >= kLeastContribution && context.wording.has("why." + feature.name))
      features.push_back(feature);
  }
  std::ranges::stable_sort(features, std::ranges::greater{}, &FeatureValue::contribution);
  if (features.empty()) return;
  const Scope details(html, "details");
  html.element("summary", {}, context.say("ask.why"));
  const Scope list(html, "ul");
  for (std::size_t i = 0; i < std::min(kReasonsShown, features.size()); ++i)
    html.element("li", {}, context.say("why." + features[i].name));
}

// What an answer was reckoned from: it stands in no document itself.
void write_operands(HtmlWriter& html, const PageContext& context, const Candidate& best) {
  html.element("p", {{"class", "reason"}}, context.say(joined("operation.", best.operation)));
  const Scope list(html, "ul", {{"class", "entries operands"}});
  for (const Candidate& operand : best.operands) {
    const Scope entry(html, "li");
    html.element("p", {{"class", "entry-value"}}, operand.text);
    write_quote(html, operand.citation, operand.start, operand.end);
    write_source(html, context, operand.citation);
  }
}

// Words that no document has, and what they were taken for.
void write_read_as(HtmlWriter& html, const PageContext& context, const Answer& answer) {
  for (const auto& [typed, meant] : answer.read_as)
    html.element("p", {{"class", "note"}}, context.say("ask.read_as", {typed, meant}));
}

// Why nothing was found, in the language of the page.
std::string told(const PageContext& context, const Shortfall& shortfall) {
  std::vector<std::string> details = shortfall.details;
  details.resize(2);
  if (shortfall.kind == "no_kind") details[0] = context.say(joined("wanted.", details[0]));
  return context.say(joined("shortfall.", shortfall.kind), {details[0], details[1]});
}

void write_best(HtmlWriter& html, const PageContext& context, const Answer& answer) {
  const Candidate& best = *answer.best;
  const Scope article(html, "article", {{"class", "answer"}, {"aria-labelledby", "answer"}});
  html.element("h2", {{"id", "answer"}, {"class", "sr-only"}}, context.say("ask.answer"));
  if (best.items.empty()) {
    const Scope value(html, "p", {{"class", best.text.size() > kLongValue ? "value long" : "value"}});
    html.text(best.text);
    for (const Candidate& other : answer.also) {
      if (!other.same_fact) continue;
      html.text(" ");
      html.element("span", {{"class", "same"}}, "(" + other.text + ")");
    }
  } else {
    const Scope list(html, "ul", {{"class", "value items"}});
    for (const std::string& item : best.items) html.element("li", {}, item);
  }
  if (best.figure) write_facts(html, context, *best.figure, best.text);
  if (best.operands.empty()) {
    write_quote(html, best.citation, best.start, best.end);
    write_source(html, context, best.citation);
  } else {
    write_operands(html, context, best);
  }
  write_confidence(html, context, best.confidence);
  write_reasons(html, context, best);
}

void write_also(HtmlWriter& html, const PageContext& context, const Answer& answer) {
  const auto is_other = [](const Candidate& candidate) { return !candidate.same_fact; };
  if (!std::ranges::any_of(answer.also, is_other)) return;
  const Scope section(html, "section", {{"class", "also"}});
  html.element("h2", {}, context.say("ask.also"));
  const Scope list(html, "ul", {{"class", "entries"}});
  for (const Candidate& candidate : answer.also) {
    if (candidate.same_fact) continue;
    const Scope entry(html, "li");
    html.element("p", {{"class", "entry-value"}}, candidate.text);
    write_quote(html, candidate.citation, candidate.start, candidate.end);
    write_source(html, context, candidate.citation);
  }
}

void write_passages(HtmlWriter& html, const PageContext& context, const Answer& answer) {
  if (answer.passages.empty()) return;
  const Scope section(html, "details", {{"class", "passages"}, {"open", answer.best ? "" : kSet}});
  html.element("summary", {}, context.say(answer.best ? "ask.passages" : "ask.nearest"));
  const Scope list(html, "ol", {{"class", "entries"}});
  for (const Citation& passage : answer.passages) {
    const std::string snippet = query::make_snippet(passage.quote, {}, kSnippetBytes);
    if (snippet.empty()) continue;
    const Scope entry(html, "li");
    write_source(html, context, passage);
    html.element("p", {{"class", "snippet"}}, snippet);
  }
}

void write_not_found(HtmlWriter& html, const PageContext& context, const Answer& answer) {
  const Scope article(html, "article", {{"class", "answer none"}});
  html.element("h2", {{"class", "value"}}, context.say("ask.not_found"));
  if (!answer.shortfall.kind.empty())
    html.element("p", {{"class", "reason"}}, told(context, answer.shortfall));
  const Scope line(html, "p");
  html.element("a", {{"href", make_url("/search", {{"q", answer.question}})}},
               context.say("ask.search_instead"));
}

}  // namespace

std::string write_ask_page(const PageContext& context, const std::vector<std::string>& examples) {
  return write_page(context, {"", "", "home"}, [&](HtmlWriter& html) {
    html.element("h1", {}, context.say("ask.heading"));
    html.element("p", {{"class", "lead"}}, context.say("ask.lead"));
    write_box(html, context, "ask", true);
    if (examples.empty()) return;
    const Scope section(html, "section", {{"class", "examples"}});
    html.element("h2", {}, context.say("ask.examples"));
    const Scope list(html, "ul");
    for (const std::string& example : examples) {
      const Scope entry(html, "li");
      html.element("a", {{"href", make_url("/ask", {{"q", example}})}, {"lang", "nl"}}, example);
    }
  });
}

std::string write_answer_page(const PageContext& context, const IndexSession& session, const Answer& answer) {
  const std::string layout = answer.best ? "paired" : "single";
  return write_page(context, {answer.question, "", layout}, [&](HtmlWriter& html) {
    {
      const Scope column(html, "div", {{"class", "column"}});
      html.element("h1", {{"class", "sr-only"}}, context.say("nav.ask"));
      write_box(html, context, "ask", false);
      {
        const Scope live(html, "div", {{"aria-live", "polite"}});
        write_read_as(html, context, answer);
        if (answer.best) {
          write_best(html, context, answer);
        } else {
          write_not_found(html, context, answer);
        }
      }
      write_also(html, context, answer);
      write_passages(html, context, answer);
      if (answer.best) {
        write_downloads(html, context, {"csv", "xlsx", "json"});
      } else {
        write_downloads(html, context, {"json"});
      }
    }
    if (answer.best) {
      write_reading_pane(html, context, session,
                         {answer.best->citation, answer.best->start, answer.best->end});
    }
  });
}

}  // namespace vraagbaak::web
