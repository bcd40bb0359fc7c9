// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/segmentation_scorer.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "model/byte_span.h"
#include "model/offset_map.h"
#include "query/evaluation/ink.h"
#include "query/render/text.h"

namespace vraagbaak::query {
namespace {

// Spans by the characters before their ends, white space left out; and where each stands in bytes.
using Spans = std::map<std::pair<std::size_t, std::size_t>, ByteSpan>;

struct GoldSegmentation {
  std::string text;
  std::vector<ByteSpan> tokens;
  std::vector<ByteSpan> sentences;
};

GoldSegmentation build(const std::vector<TreebankSentence>& treebank, char join) {
  GoldSegmentation gold;
  for (const TreebankSentence& sentence : treebank) {
    if (!gold.text.empty()) gold.text += join;
    const std::size_t begin = gold.text.size();
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const auto& [form, space] = sentence[i];
      gold.tokens.push_back({gold.text.size(), gold.text.size() + form.size()});
      gold.text += form;
      if (space && i + 1 < sentence.size()) gold.text += ' ';
    }
    gold.sentences.push_back({begin, gold.text.size()});
  }
  return gold;
}

Spans by_ink(const std::vector<ByteSpan>& spans, const Ink& ink, const OffsetMap& map) {
  Spans counted;
  for (const ByteSpan span : spans) {
    const std::size_t begin = ink.before(map.code_point_at(span.begin));
    const std::size_t end = ink.before(map.code_point_at(span.end));
    if (end > begin) counted.emplace(std::pair(begin, end), span);
  }
  return counted;
}

void compare(const std::string& name, const Spans& gold, const Spans& found, std::string_view text,
             EvaluationReport& report) {
  std::size_t matched = 0;
  for (const auto& [key, span] : gold) {
    if (found.contains(key)) {
      ++matched;
    } else {
      constexpr std::size_t kShown = 60;  // code points of a sentence that is missed
      const std::string_view missed = span.in(text);
      report.misses.push_back(name + ": " +
                              render::printable(missed.substr(0, OffsetMap(missed).byte_at(kShown))));
    }
  }
  const double precision = rate(matched, found.size());
  const double recall = rate(matched, gold.size());
  report.groups[name] = {matched, gold.size()};
  report.add(name + "_precision", precision);
  report.add(name + "_recall", recall);
  report.add(name + "_f1", f1(precision, recall));
}

}  // namespace

EvaluationReport score_segmentation(const std::vector<TreebankSentence>& gold,
                                    const SegmentationSource& segment) {
  EvaluationReport report;
  report.what = "segmentation";
  for (const auto& [join, name] :
       {std::pair(' ', std::string("space")), std::pair('\n', std::string("newline"))}) {
    const GoldSegmentation wanted = build(gold, join);
    const Segmentation found = segment(wanted.text);
    std::vector<ByteSpan> tokens, sentences;
    for (const Token& token : found.tokens) tokens.push_back(token.span);
    for (const Sentence& sentence : found.sentences) sentences.push_back(sentence.span);
    const Ink ink(wanted.text);
    const OffsetMap map(wanted.text);
    compare(name + "_tokens", by_ink(wanted.tokens, ink, map), by_ink(tokens, ink, map), wanted.text, report);
    compare(name + "_sentences", by_ink(wanted.sentences, ink, map), by_ink(sentences, ink, map), wanted.text,
            report);
  }
  return report;
}

}  // namespace vraagbaak::query
