// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/passage_reading.h"

#include <algorithm>

namespace vraagbaak::query {

ByteSpan PassageReading::local(ByteSpan in_document) const {
  const ByteSpan own = passage->record.span;
  const auto shift = [&](std::size_t at) { return std::clamp(at, own.begin, own.end) - own.begin; };
  return {shift(in_document.begin), shift(in_document.end)};
}

ByteSpan PassageReading::in_document(ByteSpan local) const {
  return {local.begin + passage->record.span.begin, local.end + passage->record.span.begin};
}

std::size_t PassageReading::sentence_at(std::size_t at) const {
  const auto after =
      std::ranges::upper_bound(sentences, at, {}, [](const ByteSpan& sentence) { return sentence.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin()) - 1;
}

std::optional<std::size_t> PassageReading::lead_of(std::size_t sentence) const {
  const auto is_bullet = [&](std::size_t i) {
    const std::string_view words = sentences[i].in(text());
    return words.starts_with("-") || words.starts_with("\u2022") || words.starts_with("\u2013") ||
           words.starts_with("*");
  };
  if (!is_bullet(sentence)) return std::nullopt;
  while (sentence > 0 && is_bullet(sentence)) --sentence;
  return is_bullet(sentence) ? std::nullopt : std::optional(sentence);
}

ByteSpan PassageReading::line_at(ByteSpan span) const {
  const std::string_view all = text();
  const std::size_t before = span.begin == 0 ? std::string_view::npos : all.rfind('\n', span.begin - 1);
  const std::size_t after = all.find('\n', span.end);
  return {before == std::string_view::npos ? 0 : before + 1, std::min(after, all.size())};
}

namespace {

// A colon at its end, in the same line.
bool ends_with_colon(std::string_view sentence) {
  while (sentence.ends_with(' ') || sentence.ends_with('\t')) sentence.remove_suffix(1);
  return sentence.ends_with(':');
}

}  // namespace

PassageReading read_passage(const FoundPassage& passage, std::size_t index,
                            const analysis::Segmenter& segmenter, const analysis::ClauseCutter& cutter,
                            const store::IndexReader& reader) {
  PassageReading reading;
  reading.passage = &passage;
  reading.index = index;
  reading.breaks = cutter.breaks(passage.record.text);
  reading.figures = reader.figures_in_passage(passage.record.id);
  reading.mentions = reader.mentions_in_passage(passage.record.id);
  // A number with a blank in it ("2. 804.785 euro") may have been taken for the end of a sentence.
  std::size_t next = 0;
  for (const Sentence& sentence : segmenter.segment(passage.record.text).sentences) {
    while (next < reading.figures.size() &&
           reading.local(reading.figures[next].figure.span).end <= sentence.span.begin) {
      ++next;
    }
    const bool is_cut =
        next < reading.figures.size() && !reading.sentences.empty() &&
        reading.local(reading.figures[next].figure.span).begin < reading.sentences.back().end &&
        reading.local(reading.figures[next].figure.span).end > sentence.span.begin;
    // "Ruwbouw: 4. 969.292 euro": a number announced by a colon, taken for the label of a new one.
    const bool is_announced = next < reading.figures.size() && !reading.sentences.empty() &&
                              reading.local(reading.figures[next].figure.span).begin == sentence.span.begin &&
                              ends_with_colon(reading.sentences.back().in(reading.text()));
    if (is_cut || is_announced) {
      reading.sentences.back().end = sentence.span.end;
    } else {
      reading.sentences.push_back(sentence.span);
    }
  }
  if (reading.sentences.empty()) reading.sentences.push_back({0, passage.record.text.size()});
  return reading;
}

}  // namespace vraagbaak::query
