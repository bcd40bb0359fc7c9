// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/reading_pane.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "query/whole_document.h"
#include "web/server/views/document_text.h"
#include "web/server/views/marked_text.h"
#include "web/server/views/page_picture.h"
#include "web/server/views/parts.h"

namespace vraagbaak::web {
namespace {

// Text shown round a place where no question or answer bounds it, on either side; and the most of one part.
constexpr std::size_t kAround = 1'500;  // bytes
constexpr std::size_t kMostOfPart = 6'000;

// The innermost answer or question section round a byte; nullopt where it stands in none.
std::optional<std::size_t> part_round(const query::WholeDocument& document, std::size_t byte) {
  std::optional<std::size_t> innermost;
  for (const store::SectionRecord& section : document.sections) {
    const bool is_part = section.kind == SectionKind::answer || section.kind == SectionKind::question ||
                         section.kind == SectionKind::sub_question;
    if (is_part && section.span.contains(byte)) innermost = section.id.number;
  }
  return innermost;
}

// The question that section answers; nullopt where it is none's.
std::optional<std::size_t> question_of(const query::WholeDocument& document, std::size_t answer) {
  const auto found = std::ranges::find(document.pairs, answer, &QaPair::answer);
  if (found == document.pairs.end() || found->question >= document.sections.size()) return std::nullopt;
  return found->question;
}

// `span`, or the part of it round the byte that there is room for.
ByteSpan cut_round(const query::WholeDocument& document, ByteSpan span, std::size_t byte) {
  if (span.size() <= kMostOfPart) return span;
  const std::size_t begin = std::max(span.begin, byte > kAround ? byte - kAround : 0);
  return whole_lines(document.text, {begin, std::min(span.end, byte + kMostOfPart - kAround)});
}

}  // namespace

void write_reading_pane(HtmlWriter& html, const PageContext& context, const IndexSession& session,
                        const ShownPlace& place) {
  const auto record = session.reader.find_document(place.citation.document);
  if (!record) return;
  const query::WholeDocument document = query::read_whole_document(session.reader, *record);
  const OffsetMap offsets(document.text);
  const auto bytes = [&](std::size_t start, std::size_t end) {
    return ByteSpan{offsets.byte_at(start), offsets.byte_at(end)};
  };
  const ByteSpan cited = bytes(place.citation.start, place.citation.end);
  std::vector<TextMark> marks = {{cited, "cited", "marked"}};
  if (place.end > place.start && place.end - place.start < place.citation.end - place.citation.start)
    marks.push_back({bytes(place.start, place.end), "figure"});
  std::ranges::stable_sort(marks, {}, [](const TextMark& mark) { return mark.span.begin; });

  const Scope aside(html, "aside",
                    {{"id", "pane"}, {"class", "pane"}, {"aria-label", context.say("pane.label")}});
  {
    const Scope header(html, "header");
    html.element("h2", {}, record->metadata.title.empty() ? record->path : record->metadata.title);
    html.element("p", {{"class", "path"}}, record->path);
    const Scope line(html, "p");
    html.element("a", {{"href", place_address(place.citation)}, {"class", "whole"}},
                 context.say("pane.whole"));
    write_folded_page(html, context, *record, session.reader.page_at(record->id, cited.begin),
                      session.pictures);
  }
  const Scope body(html, "div", {{"class", "pane-text"}, {"tabindex", "0"}, {"lang", record->language}});
  const auto part = part_round(document, cited.begin);
  if (!part) {
    const std::size_t begin = cited.begin > kAround ? cited.begin - kAround : 0;
    write_document_text(
        html, session, document,
        whole_lines(document.text, {begin, std::min(document.text.size(), cited.end + kAround)}), marks);
    return;
  }
  if (const auto question = question_of(document, *part);
      question && document.sections[*part].kind == SectionKind::answer) {
    const ByteSpan span = document.sections[*question].span;
    html.element("h3", {}, context.say("pane.question"));
    {
      const Scope block(html, "div", {{"class", "question"}});
      write_document_text(html, session, document, cut_round(document, span, span.begin), marks);
    }
    html.element("h3", {}, context.say("pane.answer"));
  }
  write_document_text(html, session, document,
                      cut_round(document, document.sections[*part].span, cited.begin), marks);
}

std::string write_pane_page(const PageContext& context, const IndexSession& session,
                            const ShownPlace& place) {
  return write_page(context, {place.citation.title}, [&](HtmlWriter& html) {
    html.element("h1", {{"class", "sr-only"}}, place.citation.title);
    write_reading_pane(html, context, session, place);
  });
}

}  // namespace vraagbaak::web
