// SPDX-License-Identifier: EUPL-1.2
#include "indexer/passage_builder.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace vraagbaak::indexer {
namespace {

// Bounds in bytes. A passage of three to six Dutch sentences holds an answer and what it is about; longer
// ones blur the ranking, shorter ones lose the subject.
constexpr std::size_t kFullAt = 400;
constexpr std::size_t kLongest = 900;
// A sentence beyond this is no sentence: cut it at white space.
constexpr std::size_t kLongestSentence = 16 * 1024;

PassageKind kind_of(SectionKind kind) {
  switch (kind) {
    case SectionKind::question:
    case SectionKind::sub_question:
      return PassageKind::question;
    case SectionKind::answer:
      return PassageKind::answer;
    case SectionKind::list:
      return PassageKind::list;
    case SectionKind::table:
      return PassageKind::table;
    case SectionKind::note:
      return PassageKind::note;
    case SectionKind::furniture:
      return PassageKind::furniture;
    case SectionKind::document:
    case SectionKind::part:
    case SectionKind::heading:
      break;
  }
  return PassageKind::text;
}

// A stretch of the text that belongs to one section alone: no child of it lies inside.
struct Stretch {
  ByteSpan span;
  std::size_t section = 0;
};

// A question and its lettered parts are read together where they fit in one passage.
bool absorbs_children(const Section& section) {
  return section.kind == SectionKind::question && section.span.size() <= kLongest;
}

// The same stretches, cut at the edges of `foreign`.
std::vector<Stretch> cut_at_edges(const std::vector<Stretch>& stretches,
                                  const std::vector<ByteSpan>& foreign) {
  if (foreign.empty()) return stretches;
  std::vector<std::size_t> edges;
  for (const ByteSpan span : foreign) {
    edges.push_back(span.begin);
    edges.push_back(span.end);
  }
  std::vector<Stretch> cut;
  std::size_t next = 0;
  for (Stretch stretch : stretches) {
    while (next < edges.size() && edges[next] <= stretch.span.begin) ++next;
    for (; next < edges.size() && edges[next] < stretch.span.end; ++next) {
      if (edges[next] <= stretch.span.begin) continue;
      cut.push_back({{stretch.span.begin, edges[next]}, stretch.section});
      stretch.span.begin = edges[next];
    }
    cut.push_back(stretch);
  }
  return cut;
}

std::vector<Stretch> leaf_stretches(const std::vector<Section>& sections, std::size_t size) {
  std::vector<Stretch> stretches;
  std::size_t at = 0;
  const auto emit = [&](std::size_t end, std::size_t section) {
    if (end <= at) return;
    if (!stretches.empty() && stretches.back().section == section)
      stretches.back().span.end = end;
    else
      stretches.push_back({{at, end}, section});
    at = end;
  };
  std::vector<std::size_t> open{0};
  for (std::size_t i = 1; i < sections.size(); ++i) {
    while (open.size() > 1 && sections[open.back()].span.end <= sections[i].span.begin) {
      emit(sections[open.back()].span.end, open.back());
      open.pop_back();
    }
    if (absorbs_children(sections[open.back()])) continue;
    emit(sections[i].span.begin, open.back());
    open.push_back(i);
  }
  while (!open.empty()) {
    emit(open.size() == 1 ? size : sections[open.back()].span.end, open.back());
    open.pop_back();
  }
  return stretches;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Where a passage may end inside `stretch`: before a sentence, in a table before a line. The places carry
// whether a blank line stands before them.
struct Cut {
  std::size_t at = 0;
  bool paragraph = false;
};

bool paragraph_before(std::string_view text, std::size_t at) {
  int line_ends = 0;
  while (at > 0 && is_space(text[at - 1])) line_ends += text[--at] == '\n' ? 1 : 0;
  return line_ends > 1;
}

std::vector<Cut> cuts_between_sentences(std::string_view text, ByteSpan span,
                                        const std::vector<Sentence>& sentences, std::size_t& next) {
  std::vector<Cut> cuts;
  std::size_t last = span.begin;
  const auto cut_overlong = [&](std::size_t to) {
    while (to - last > kLongestSentence) {
      std::size_t at = last + kLongestSentence;
      const std::size_t floor = at - kLongestSentence / 2;
      std::size_t probe = at;
      while (probe > floor && !is_space(text[probe])) --probe;
      if (probe > floor) at = probe + 1;
      while (at < to && continues_code_point(text[at])) ++at;
      if (at >= to) break;
      cuts.push_back({at, false});
      last = at;
    }
  };
  while (next < sentences.size() && sentences[next].span.begin <= span.begin) ++next;
  for (; next < sentences.size() && sentences[next].span.begin < span.end; ++next) {
    const std::size_t at = sentences[next].span.begin;
    cut_overlong(at);
    cuts.push_back({at, paragraph_before(text, at)});
    last = at;
  }
  cut_overlong(span.end);
  return cuts;
}

std::vector<Cut> cuts_between_lines(std::string_view text, ByteSpan span, const Table* table) {
  std::vector<Cut> cuts;
  std::size_t cell = 0;
  for (std::size_t at = text.find('\n', span.begin); at < span.end; at = text.find('\n', at + 1)) {
    const std::size_t begin = at + 1;
    if (begin >= span.end) break;
    if (table == nullptr) {
      cuts.push_back({begin, false});
      continue;
    }
    // Only the line ends behind the last cell of a row cut a table: labels wrap over lines.
    while (cell < table->cells.size() && table->cells[cell].span.end <= begin) ++cell;
    const bool after_row =
        cell > 0 && (cell == table->cells.size() || table->cells[cell].row != table->cells[cell - 1].row);
    if (after_row && table->cells[cell - 1].span.end <= begin &&
        text.substr(table->cells[cell - 1].span.end, begin - table->cells[cell - 1].span.end)
                .find_first_not_of(" \t\r\n") == std::string_view::npos)
      cuts.push_back({begin, false});
  }
  return cuts;
}

void pack(const Document& document, const Stretch& stretch, const std::vector<Cut>& cuts,
          std::vector<Passage>& passages) {
  const auto emit = [&](std::size_t begin, std::size_t end) {
    Passage passage;
    passage.section = stretch.section;
    passage.kind = kind_of(document.sections[stretch.section].kind);
    passage.span = {begin, end};
    passages.push_back(std::move(passage));
  };
  std::size_t begin = stretch.span.begin;
  std::size_t last_cut = begin;
  for (const Cut& cut : cuts) {
    if (cut.at - begin > kLongest && last_cut > begin) {
      emit(begin, last_cut);
      begin = last_cut;
    }
    if (cut.paragraph && cut.at - begin >= kFullAt) {
      emit(begin, cut.at);
      begin = cut.at;
    }
    last_cut = cut.at;
  }
  if (stretch.span.end - begin > kLongest && last_cut > begin) {
    emit(begin, last_cut);
    begin = last_cut;
  }
  emit(begin, stretch.span.end);
}

}  // namespace

void PassageBuilder::build(Document& document, const Segmentation& segmentation,
                           const std::vector<ByteSpan>& foreign) const {
  document.passages.clear();
  const std::string_view text = document.text;
  if (text.empty()) return;
  if (document.sections.empty())
    document.sections.push_back({kNone, SectionKind::document, "", "", {0, text.size()}});
  std::vector<const Table*> table_of(document.sections.size(), nullptr);
  for (const Table& table : document.tables)
    if (table.section < table_of.size()) table_of[table.section] = &table;

  std::size_t next_sentence = 0;
  for (const Stretch& stretch : cut_at_edges(leaf_stretches(document.sections, text.size()), foreign)) {
    const bool by_line = document.sections[stretch.section].kind == SectionKind::table;
    const auto cuts = by_line
                          ? cuts_between_lines(text, stretch.span, table_of[stretch.section])
                          : cuts_between_sentences(text, stretch.span, segmentation.sentences, next_sentence);
    pack(document, stretch, cuts, document.passages);
  }
}

}  // namespace vraagbaak::indexer
