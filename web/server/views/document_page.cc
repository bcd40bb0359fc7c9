// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/document_page.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "model/offset_map.h"
#include "query/answer/snippet.h"
#include "query/claim/verdict_words.h"
#include "query/related_documents.h"
#include "web/server/views/document_text.h"
#include "web/server/views/marked_text.h"
#include "web/server/views/page_picture.h"
#include "web/server/views/parts.h"

namespace vraagbaak::web {
namespace {

// As much of a document is written on one page; the part begins this far before the marked place.
constexpr std::size_t kPartBytes = 200'000;
constexpr std::size_t kBefore = 40'000;
constexpr std::size_t kOutlineEntries = 150;
constexpr std::size_t kOutlineWidth = 80;  // code points
// Pages without words that are shown before one with words: a damaged index may name any number.
constexpr int kMostWithoutWords = 500;
// More hits than this nobody steps through.
constexpr std::size_t kMostHits = 500;

std::string clipped(std::string_view text, std::size_t width) {
  const OffsetMap offsets(text);
  if (offsets.code_point_count() <= width) return std::string(text);
  return std::string(text.substr(0, offsets.byte_at(width))) + "…";
}

// "1. a) Er kwamen …" -> "Er kwamen …" for the label "1.a": the heading behind the words that repeat its
// label.
std::string_view without_label(std::string_view heading, std::string_view label) {
  while (!label.empty()) {
    const std::size_t dot = std::min(label.find('.'), label.size());
    const std::string_view part = label.substr(0, dot);
    label.remove_prefix(std::min(dot + 1, label.size()));
    const std::size_t begin = heading.find_first_not_of("( ");
    if (part.empty() || begin == std::string_view::npos || !heading.substr(begin).starts_with(part)) continue;
    const std::string_view behind = heading.substr(begin + part.size());
    const std::size_t text = std::min(behind.find_first_not_of("). "), behind.size());
    // "2020" is not the label "20", nor "acties" the label "a".
    if (text > 0 || behind.empty()) heading = behind.substr(text);
  }
  return heading;
}

class DocumentPage {
 public:
  DocumentPage(const PageContext& context, const IndexSession& session, const query::WholeDocument& document)
      : context_(context), session_(session), document_(document), offsets_(document.text) {
    const ApiRequest& request = context.request;
    if (request.marked)
      cited_ = {offsets_.byte_at(request.marked->first), offsets_.byte_at(request.marked->second)};
    part_ = part();
    pages_ = session.reader.pages(document.record.id);
    if (!pages_.empty()) obstacle_ = session.pictures.obstacle(document.record);
    find_marks();
  }

  void write(HtmlWriter& html) {
    {
      const Scope header(html, "header", {{"class", "document-head"}});
      const Metadata& metadata = document_.record.metadata;
      html.element("h1", {}, metadata.title.empty() ? document_.record.path : metadata.title);
      write_metadata(html);
      write_related(html);
      write_tools(html);
    }
    const Scope body(html, "div", {{"class", "document-body"}});
    if (context_.request.layout != DocumentLayout::pages) write_outline(html);
    switch (context_.request.layout) {
      case DocumentLayout::pairs:
        return write_pairs(html);
      case DocumentLayout::pages:
        return write_pages(html);
      case DocumentLayout::running:
      case DocumentLayout::pane:  // with nothing marked
        return write_text(html);
    }
  }

 private:
  ByteSpan part() const {
    const std::string& text = document_.text;
    if (text.size() <= kPartBytes) return {0, text.size()};
    std::size_t begin = std::min(offsets_.byte_at(context_.request.offset), text.size());
    if (!cited_.empty()) begin = cited_.begin > kBefore ? cited_.begin - kBefore : 0;
    return whole_lines(text, {begin, std::min(text.size(), begin + kPartBytes)});
  }

  void find_marks() {
    if (!cited_.empty()) marks_.push_back({cited_, "cited", "marked"});
    if (!context_.request.query.empty()) add_hits();
    if (context_.request.with_figures || context_.request.with_names) add_facts();
    std::ranges::stable_sort(marks_, {}, [](const TextMark& mark) { return mark.span.begin; });
  }

  void add_hits() {
    const std::string_view text = part_.in(document_.text);
    const auto matches =
        query::find_matches(text, session_.searcher.sought(context_.request.query), analyzer());
    for (const query::TermMatch& match : matches) {
      if (hits_ == kMostHits) break;
      const ByteSpan span{match.span.begin + part_.begin, match.span.end + part_.begin};
      marks_.push_back({span, "hit", numbered("hit", ++hits_)});
    }
  }

  void add_facts() {
    for (const store::PassageRecord& passage : document_.passages) {
      if (!passage.span.overlaps(part_)) continue;
      if (context_.request.with_figures) {
        for (const store::FigureRecord& record : session_.reader.figures_in_passage(passage.id)) {
          const Figure& figure = record.figure;
          if (figure.kind == FigureKind::ordinal_ref) continue;
          marks_.push_back({figure.span, "figure", "", query::spoken(figure, context_.language)});
        }
      }
      if (context_.request.with_names) {
        for (const store::MentionRecord& mention : session_.reader.mentions_in_passage(passage.id)) {
          marks_.push_back({mention.span, joined("name ", to_string(mention.kind)), "",
                            context_.say(joined("name.", to_string(mention.kind)))});
        }
      }
    }
  }

  // Or could have, were the file and the program there.
  bool has_pictures() const { return !pages_.empty() && obstacle_ != PictureObstacle::not_a_pdf; }

  const analysis::Analyzer& analyzer() const { return session_.analyzer; }

  void write_metadata(HtmlWriter& html) const {
    const Metadata& metadata = document_.record.metadata;
    const Scope list(html, "dl", {{"class", "metadata"}});
    const auto entry = [&](std::string_view key, const std::string& value) {
      if (value.empty()) return;
      const Scope pair(html, "div");
      html.element("dt", {}, context_.say(key));
      html.element("dd", {}, value);
    };
    entry("document.type", type_name(metadata.type));
    entry("document.number", metadata.number);
    entry("document.date", metadata.date ? metadata.date->iso() : "");
    entry("document.author", metadata.author);
    entry("document.addressee", metadata.addressee);
    std::string files = document_.record.path;
    for (const std::string& copy : document_.record.copies) files.append(" = ").append(copy);
    entry("document.file", files);
    if (!document_.unanswered.empty()) {
      std::string labels;
      for (const std::string& label : document_.unanswered)
        labels.append(labels.empty() ? "" : ", ").append(label);
      entry("document.unanswered", labels);
    }
  }

  // The files that hold its answers, its questions or its annexes.
  void write_related(HtmlWriter& html) const {
    const std::vector<query::RelatedDocument> related = query::related_documents(session_.reader, document_);
    if (related.empty()) return;
    const Scope list(html, "ul", {{"class", "related"}});
    for (const query::RelatedDocument& other : related) {
      const Scope item(html, "li");
      html.text(context_.say(joined("related.", to_string(other.relation))));
      html.text(" ");
      const Metadata& metadata = other.record.metadata;
      html.element("a", {{"href", make_url("/document/" + other.record.path, {})}},
                   metadata.title.empty() ? other.record.path : clipped(metadata.title, kOutlineWidth));
    }
  }

  void write_tool(HtmlWriter& html, std::string_view key, std::string_view parameter, std::string_view value,
                  bool is_on) const {
    html.element("a",
                 {{"href", changed_address(context_.request, {{parameter, is_on ? "" : std::string(value)}})},
                  {"class", is_on ? "tool on" : "tool"},
                  {"aria-current", is_on ? "true" : ""},
                  {"rel", "nofollow"}},
                 context_.say(key));
  }

  void write_tools(HtmlWriter& html) const {
    const ApiRequest& request = context_.request;
    const Scope tools(html, "div", {{"class", "tools"}});
    write_tool(html, "document.figures", "figures", "1", request.with_figures);
    write_tool(html, "document.names", "names", "1", request.with_names);
    if (!document_.pairs.empty())
      write_tool(html, "document.pairs", "view", "pairs", request.layout == DocumentLayout::pairs);
    if (has_pictures())
      write_tool(html, "document.pages", "view", "pages", request.layout == DocumentLayout::pages);
    html.element("a",
                 {{"class", "tool"}, {"href", make_url("/figures", {{"document", document_.record.path}})}},
                 context_.say("nav.figures"));
    html.element("a",
                 {{"class", "tool"}, {"href", make_url("/tables", {{"document", document_.record.path}})}},
                 context_.say("nav.tables"));
    if (hits_ == 0) return;
    const Scope stepper(html, "span", {{"class", "stepper"}, {"data-hits", std::to_string(hits_)}});
    html.element("a", {{"href", "#hit1"}, {"class", "tool"}},
                 context_.say("document.hits", {context_.number(hits_)}));
    // Shown once the script is there that carries them out.
    for (const auto& [step, sign, key] :
         {std::tuple{"-1", "‹", "document.previous_hit"}, std::tuple{"1", "›", "document.next_hit"}}) {
      html.element("button",
                   {{"type", "button"},
                    {"class", "tool"},
                    {"data-step", step},
                    {"aria-label", context_.say(key)},
                    {"title", context_.say(key)},
                    {"hidden", kSet}},
                   sign);
    }
  }

  void write_outline(HtmlWriter& html) const {
    std::vector<const store::SectionRecord*> entries;
    for (const store::SectionRecord& section : document_.sections) {
      const bool is_listed = section.kind == SectionKind::part || section.kind == SectionKind::heading ||
                             section.kind == SectionKind::question || section.kind == SectionKind::answer;
      const bool is_named = !section.heading.empty() || !section.label.empty();
      if (is_listed && is_named && part_.contains(section.span.begin)) entries.push_back(&section);
      if (entries.size() == kOutlineEntries) break;
    }
    if (entries.size() < 2) return;
    const Scope outline(html, "nav",
                        {{"class", "outline"}, {"aria-label", context_.say("document.outline")}});
    const Scope details(html, "details", {{"open", kSet}});
    html.element("summary", {}, context_.say("document.outline"));
    const Scope list(html, "ol");
    for (const store::SectionRecord* section : entries) {
      const Scope entry(html, "li", {{"class", joined("part-", to_string(section->kind))}});
      const std::string name = outline_name(*section);
      html.element("a", {{"href", numbered("#s", section->id.number)}}, clipped(name, kOutlineWidth));
    }
  }

  std::string outline_name(const store::SectionRecord& section) const {
    const std::string_view rest = without_label(section.heading, section.label);
    // A heading that is the first line of a question has its number already.
    const bool is_numbered =
        rest.size() < section.heading.size() && section.label.find('.') == std::string::npos;
    std::string name = section.label;
    if (section.kind == SectionKind::answer) {
      name = context_.say("document.answer", {name});
    } else if (is_numbered) {
      return section.heading;
    }
    return name + (name.empty() || rest.empty() ? "" : " ") + std::string(rest);
  }

  void write_text(HtmlWriter& html) const {
    const Scope article(html, "article", {{"class", "document-text"}, {"lang", document_.record.language}});
    html.element("h2", {{"class", "sr-only"}, {"lang", context_.language}}, context_.say("document.text"));
    write_earlier(html);
    if (!cited_.empty()) {
      write_folded_page(html, context_, document_.record,
                        session_.reader.page_at(document_.record.id, cited_.begin), session_.pictures);
    }
    write_document_text(html, session_, document_, part_, marks_);
    write_later(html);
  }

  void write_earlier(HtmlWriter& html) const {
    write_part_link(html, part_.begin > kPartBytes ? part_.begin - kPartBytes : 0, part_.begin > 0,
                    "document.earlier");
  }
  void write_later(HtmlWriter& html) const {
    write_part_link(html, part_.end, part_.end < document_.text.size(), "document.later");
  }

  void write_part_link(HtmlWriter& html, std::size_t byte, bool is_there, std::string_view key) const {
    if (!is_there) return;
    const Scope line(html, "p", {{"class", "part"}});
    const std::string offset = std::to_string(offsets_.code_point_at(byte));
    html.element(
        "a", {{"href", changed_address(context_.request, {{"start", ""}, {"end", ""}, {"offset", offset}})}},
        context_.say(key));
  }

  void write_pairs(HtmlWriter& html) const {
    const Scope article(html, "article", {{"class", "pairs"}, {"lang", document_.record.language}});
    for (const QaPair& pair : document_.pairs) {
      if (pair.question >= document_.sections.size() || pair.answer >= document_.sections.size()) continue;
      const Scope row(html, "section", {{"class", "pair"}});
      html.element("h2", {{"lang", context_.language}}, context_.say("document.pair", {pair.label}));
      {
        const Scope question(html, "div", {{"class", "question"}});
        html.element("h3", {{"class", "sr-only"}, {"lang", context_.language}},
                     context_.say("pane.question"));
        write_document_text(html, session_, document_, document_.sections[pair.question].span, marks_);
      }
      const Scope answer(html, "div", {{"class", "answer-text"}});
      html.element("h3", {{"class", "sr-only"}, {"lang", context_.language}}, context_.say("pane.answer"));
      write_document_text(html, session_, document_, document_.sections[pair.answer].span, marks_);
    }
  }

  void write_pages(HtmlWriter& html) const {
    const Scope article(html, "article", {{"class", "pages"}, {"lang", document_.record.language}});
    if (obstacle_) {
      const Scope message(html, "div", {{"lang", context_.language}});
      write_obstacle(html, context_, *obstacle_);
    }
    write_earlier(html);
    int next = part_.begin == 0 ? 1 : 0;
    for (const Page& page : pages_) {
      if (!page.span.overlaps(part_)) continue;
      const bool is_first = next <= 1;
      // A page without words has no place in the text.
      const int before = std::clamp(page.number - next, 0, next == 0 ? 0 : kMostWithoutWords);
      for (int number = page.number - before; number < page.number; ++number)
        write_one_page(html, {number, {page.span.begin, page.span.begin}}, false);
      write_one_page(html, page, is_first);
      next = page.number + 1;
    }
    write_later(html);
  }

  void write_one_page(HtmlWriter& html, const Page& page, bool is_first) const {
    const std::string number = std::to_string(page.number);
    const Scope section(html, "section", {{"class", "printed-page"}, {"id", joined("page", number)}});
    html.element("h2", {{"lang", context_.language}}, context_.say("document.page", {number}));
    if (!obstacle_) {
      const Scope picture(html, "div", {{"class", "picture"}, {"lang", context_.language}});
      write_page_picture(html, context_, document_.record, page.number);
    }
    const Scope text(html, "div", {{"class", "page-text"}});
    if (page.span.empty()) {
      html.element("p", {{"class", "note"}, {"lang", context_.language}}, context_.say("document.no_words"));
      return;
    }
    std::vector<TextMark> marks = marks_;
    for (TextMark& mark : marks) {  // a stretch that goes on from the page before began there
      if (!is_first && mark.span.begin < page.span.begin) mark.id.clear();
    }
    write_document_text(html, session_, document_, page.span, marks);
  }

  const PageContext& context_;
  const IndexSession& session_;
  const query::WholeDocument& document_;
  OffsetMap offsets_;
  ByteSpan cited_;
  ByteSpan part_;  // of the text that is written
  std::vector<TextMark> marks_;
  std::vector<Page> pages_;
  std::optional<PictureObstacle> obstacle_;  // to showing them as pictures
  std::size_t hits_ = 0;
};

}  // namespace

std::string write_document_page(const PageContext& context, const IndexSession& session,
                                const query::WholeDocument& document) {
  const Metadata& metadata = document.record.metadata;
  const std::string title = metadata.title.empty() ? document.record.path : metadata.title;
  return write_page(context, {title, "", "wide"},
                    [&](HtmlWriter& html) { DocumentPage(context, session, document).write(html); });
}

}  // namespace vraagbaak::web
