// SPDX-License-Identifier: EUPL-1.2
#include "web/server/html_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace vraagbaak::web {
namespace {

TEST(HtmlWriter, EscapesTextAndAttributes) {
  HtmlWriter html;
  html.element("a", {{"href", "/x?a=1&b=\"2\""}, {"title", "<'>"}}, "<script>alert(1)</script> & meer");
  EXPECT_EQ(html.take(),
            "<a href=\"/x?a=1&amp;b=&quot;2&quot;\" title=\"&lt;&#39;&gt;\">"
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer</a>");
}

TEST(HtmlWriter, LeavesOutEmptyAttributesAndSetsThoseWithoutValue) {
  HtmlWriter html;
  html.empty("input", {{"value", ""}, {"autofocus", kSet}});
  EXPECT_EQ(html.take(), "<input autofocus=\"\"/>");
}

TEST(HtmlWriter, ReplacesControlCharacters) {
  HtmlWriter html;
  html.text(
      std::string_view("a\x01"
                       "b\0c\td\n",
                       8));
  EXPECT_EQ(html.take(),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c\td\n");
}

TEST(HtmlWriter, ClosesWhatIsOpen) {
  HtmlWriter html;
  html.open("main").open("p").text("x");
  EXPECT_EQ(html.take(), "<main><p>x</p></main>");
}

// Whatever the text, as many tags come out as were written.
TEST(HtmlWriter, NoTextMakesATag) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "<>&\"'/abc \x02"[random() % 12];
    HtmlWriter html;
    html.element("p", {{"title", text}}, text);
    const std::string written = html.take();
    EXPECT_EQ(std::ranges::count(written, '<'), 2) << written;
    EXPECT_EQ(std::ranges::count(written, '>'), 2) << written;
    EXPECT_EQ(std::ranges::count(written, '"'), 2) << written;
  }
}

}  // namespace
}  // namespace vraagbaak::web
