// SPDX-License-Identifier: EUPL-1.2
#include "query/render/json_line.h"

#include <gtest/gtest.h>

namespace vraagbaak::query::render {
namespace {

TEST(JsonLine, PutsCommasBetweenAndNowhereElse) {
  JsonLine line;
  line.open_object();
  line.key("a");
  line.open_array();
  line.number(1);
  line.pair(2, 30);
  line.pair(0, 18446744073709551615U);
  line.open_object();
  line.close_object();
  line.close_array();
  line.key("b");
  line.boolean(true);
  line.key("c");
  line.string("x");
  line.close_object();
  EXPECT_EQ(std::move(line).take(), R"({"a":[1,[2,30],[0,18446744073709551615],{}],"b":true,"c":"x"})");
}

struct StringCase {
  const char* name;
  std::string_view value;
  std::string_view json;
};
class JsonLineStrings : public testing::TestWithParam<StringCase> {};
TEST_P(JsonLineStrings, AreEscaped) {
  JsonLine line;
  line.string(GetParam().value);
  EXPECT_EQ(std::move(line).take(), GetParam().json);
}
INSTANTIATE_TEST_SUITE_P(All, JsonLineStrings,
                         testing::Values(StringCase{"empty", "", R"("")"},
                                         StringCase{"plain", "250 euro", R"("250 euro")"},
                                         StringCase{"quotes", R"(a "b" \\)", R"("a \"b\" \\\\")"},
                                         StringCase{"line", "a\nb\t\x01", R"("a\nb\t\u0001")"},
                                         StringCase{"accents", "€ één", "\"€ één\""},
                                         StringCase{"ill_formed", "a\xFF", "\"a\xEF\xBF\xBD\""},
                                         StringCase{"cut", "a\xE2\x82", "\"a\xEF\xBF\xBD\""}),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::query::render
