// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/marked_text.h"

#include <gtest/gtest.h>

namespace vraagbaak::web {
namespace {

std::string marked(std::string_view text, std::size_t begin, const std::vector<TextMark>& marks) {
  HtmlWriter html;
  write_marked(html, text, begin, marks);
  return html.take();
}

TEST(MarkedText, MarksAStretch) {
  EXPECT_EQ(marked("een twee drie", 0, {{{4, 8}, "cited", "marked"}}),
            "een <mark class=\"cited\" id=\"marked\">twee</mark> drie");
}

TEST(MarkedText, OffsetsCountFromTheBeginningOfTheWhole) {
  EXPECT_EQ(marked("twee", 4, {{{0, 3}, "hit"}, {{4, 6}, "hit"}, {{7, 20}, "hit"}}),
            "<mark class=\"hit\">tw</mark>e<mark class=\"hit\">e</mark>");
}

TEST(MarkedText, WhatLiesInTwoHasBothClassesAndTheIdOnce) {
  EXPECT_EQ(marked("abcdef", 0, {{{0, 6}, "cited", "marked"}, {{2, 4}, "figure"}}),
            "<mark class=\"cited\" id=\"marked\">ab</mark><mark class=\"cited figure\">cd</mark>"
            "<mark class=\"cited\">ef</mark>");
}

TEST(MarkedText, AMarkMayLead) {
  EXPECT_EQ(marked("a1b", 0, {{{1, 2}, "claimed", "", "weerlegd", "#figure1"}}),
            "a<a class=\"claimed\" title=\"weerlegd\" href=\"#figure1\">1</a>b");
}

TEST(MarkedText, EscapesWhatItMarks) {
  EXPECT_EQ(marked("<b>", 0, {{{0, 3}, "hit"}}), "<mark class=\"hit\">&lt;b&gt;</mark>");
}

}  // namespace
}  // namespace vraagbaak::web
