// SPDX-License-Identifier: EUPL-1.2
#include "store/match_expression.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::store {
namespace {

struct PhrasesCase {
  const char* name;
  std::string_view match;
  std::vector<MatchPhrase> phrases;
};

class Phrases : public testing::TestWithParam<PhrasesCase> {};

TEST_P(Phrases, AreReadInOrder) {
  const auto same = [](const MatchPhrase& a, const MatchPhrase& b) {
    return a.text == b.text && a.is_term == b.is_term && a.is_prefix == b.is_prefix;
  };
  EXPECT_TRUE(std::ranges::equal(match_phrases(GetParam().match), GetParam().phrases, same))
      << GetParam().match;
}

INSTANTIATE_TEST_SUITE_P(
    Match, Phrases,
    testing::Values(
        PhrasesCase{"word", R"("haven")", {{"haven", true, false}}},
        PhrasesCase{"words",
                    R"("haven" AND ("~trein" OR "bus"))",
                    {{"haven", true, false}, {"~trein", true, false}, {"bus", true, false}}},
        PhrasesCase{"phrase", R"("de haven" NOT "bus")", {{"de haven", false, false}, {"bus", true, false}}},
        PhrasesCase{"prefix", R"("hav"* "bus" *)", {{"hav", false, true}, {"bus", false, true}}},
        PhrasesCase{"near", R"(NEAR("a" "b c", 5))", {{"a", true, false}, {"b c", false, false}}},
        PhrasesCase{"quote_within", R"("a""b")", {{"a\"b", true, false}}},
        PhrasesCase{"operators_in_quotes", R"("AND" "a:b")", {{"AND", true, false}, {"a:b", true, false}}},
        // What narrows where a phrase is looked for makes its count another.
        PhrasesCase{"column", R"({title} : ("haven"))", {}},
        PhrasesCase{"column_bare", R"(title : "haven")", {}}, PhrasesCase{"joined", R"("a" + "b")", {}},
        PhrasesCase{"first", R"(^ "a")", {}}, PhrasesCase{"bare", "haven", {}},
        PhrasesCase{"nothing", "", {}}, PhrasesCase{"open", R"("haven)", {{"haven", true, false}}}),
    [](const auto& row) { return std::string(row.param.name); });

// A node as text: its phrases by number.
std::string printed(const MatchNode& node) {
  if (node.kind == MatchNode::Kind::phrase) return std::to_string(node.phrase);
  std::string text = node.kind == MatchNode::Kind::all   ? "all"
                     : node.kind == MatchNode::Kind::any ? "any"
                                                         : "without";
  for (const MatchNode& child : node.children)
    text += (&child == &node.children.front() ? "(" : " ") + printed(child);
  return text + ")";
}

struct TreeCase {
  const char* name;
  std::string_view match;
  std::string_view tree;  // empty: none
};

class Tree : public testing::TestWithParam<TreeCase> {};

TEST_P(Tree, IsReadAsFts5ReadsIt) {
  const auto node = parse_match(GetParam().match);
  EXPECT_EQ(node ? printed(*node) : "", GetParam().tree) << GetParam().match;
}

INSTANTIATE_TEST_SUITE_P(
    Match, Tree,
    testing::Values(TreeCase{"word", R"("a")", "0"}, TreeCase{"phrase", R"("a b")", "0"},
                    TreeCase{"prefix", R"("a"* OR "b" *)", "any(0 1)"},
                    TreeCase{"and_binds_more_than_or", R"("a" OR "b" AND "c")", "any(0 all(1 2))"},
                    TreeCase{"not_binds_most", R"("a" AND "b" NOT "c")", "all(0 without(1 2))"},
                    TreeCase{"not_from_the_left", R"("a" NOT "b" NOT "c")", "without(without(0 1) 2)"},
                    TreeCase{"brackets", R"((("a" OR "b") AND "c"))", "all(any(0 1) 2)"},
                    TreeCase{"operator_in_quotes", R"("a" OR "OR")", "any(0 1)"},
                    TreeCase{"near", R"(NEAR("a" "b", 5))", ""}, TreeCase{"column", R"({title} : ("a"))", ""},
                    TreeCase{"side_by_side", R"("a" "b")", ""}, TreeCase{"joined", R"("a" + "b")", ""},
                    TreeCase{"nothing", "", ""}, TreeCase{"open_bracket", R"(("a")", ""},
                    TreeCase{"bracket_too_many", R"("a"))", ""}, TreeCase{"no_operand", R"("a" AND)", ""},
                    TreeCase{"bare", "a", ""}, TreeCase{"lower_case", R"("a" or "b")", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Tree, OfBracketsWithoutEndIsNone) {
  EXPECT_FALSE(parse_match(std::string(100'000, '(')));
}

}  // namespace
}  // namespace vraagbaak::store
