// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/query_syntax.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace vraagbaak::query {
namespace {

// The tree in brackets, so that a test sees which operator binds what.
std::string tree(const QueryNode& node) {
  std::string inner;
  for (const QueryNode& child : node.children) inner.append(inner.empty() ? "" : " ").append(tree(child));
  switch (node.kind) {
    case QueryKind::all_of:
      return "and(" + inner + ")";
    case QueryKind::any_of:
      return "or(" + inner + ")";
    case QueryKind::none_of:
      return "not(" + inner + ")";
    case QueryKind::word:
      return node.text;
    case QueryKind::prefix:
      return node.text + "…";
    case QueryKind::phrase:
      return "«" + node.text + "»";
    case QueryKind::near:
      return "near" + std::to_string(node.distance) + "(" + inner + ")";
    case QueryKind::in_title:
      return "title(" + inner + ")";
    case QueryKind::filter:
      return std::string(to_string(node.field)) + "=" +
             (node.field == QueryField::year
                  ? std::to_string(node.first_year) + "-" + std::to_string(node.last_year)
                  : node.text);
  }
  return "?";
}

struct QueryCase {
  const char* name;
  std::string_view query;
  std::string_view tree;
};
class Query : public testing::TestWithParam<QueryCase> {};

TEST_P(Query, IsReadAsMeant) {
  const auto parsed = parse_query(GetParam().query);
  ASSERT_TRUE(parsed) << parsed.problem().message();
  EXPECT_EQ(tree(parsed->root), GetParam().tree);
  EXPECT_TRUE(parsed->notes.empty()) << parsed->notes.front();
}

TEST_P(Query, PrintsItselfToTheSameTree) {
  const auto parsed = parse_query(GetParam().query);
  ASSERT_TRUE(parsed);
  const std::string printed = print(parsed->root);
  const auto again = parse_query(printed);
  ASSERT_TRUE(again) << printed << ": " << again.problem().message();
  EXPECT_EQ(tree(again->root), tree(parsed->root)) << printed;
}

std::string row_name(const testing::TestParamInfo<QueryCase>& row) {
  return row.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Syntax, Query,
    testing::Values(
        QueryCase{"word", "haven", "haven"},  //
        QueryCase{"words", "haven uitbreiding", "and(haven uitbreiding)"},
        QueryCase{"and_", "haven AND uitbreiding", "and(haven uitbreiding)"},
        QueryCase{"or_", "haven OR kaai", "or(haven kaai)"},
        QueryCase{"and_before_or", "a b OR c d", "or(and(a b) and(c d))"},
        QueryCase{"brackets", "(a OR b) c", "and(or(a b) c)"},
        QueryCase{"brackets_glued", "(a OR b)c", "and(or(a b) c)"},
        QueryCase{"not_", "a NOT b", "and(a not(b))"}, QueryCase{"and_not", "a AND NOT b", "and(a not(b))"},
        QueryCase{"minus", "a -b", "and(a not(b))"}, QueryCase{"minus_first", "-b a", "and(not(b) a)"},
        QueryCase{"minus_typographic", "a −b", "and(a not(b))"},
        QueryCase{"minus_group", "a -(b OR c)", "and(a not(or(b c)))"},
        QueryCase{"minus_phrase", "a -\"b c\"", "and(a not(«b c»))"},
        QueryCase{"double_negation", "a NOT NOT b", "and(a b)"}, QueryCase{"plus", "+a +b", "and(a b)"},
        QueryCase{"phrase", "\"ruimtelijke ordening\"", "«ruimtelijke ordening»"},
        QueryCase{"phrase_curly", "“ruimtelijke ordening”", "«ruimtelijke ordening»"},
        QueryCase{"phrase_low", "„ruimtelijke ordening”", "«ruimtelijke ordening»"},
        QueryCase{"phrase_glued", "plan\"a b\"haven", "and(plan «a b» haven)"},
        QueryCase{"operators_in_phrase", "\"a OR b (c\"", "«a OR b (c»"},
        QueryCase{"prefix", "energie*", "energie…"},
        QueryCase{"lower_case_operators_are_words", "a and b or c not d", "and(a and b or c not d)"},
        QueryCase{"near_", "NEAR(budget besteed, 5)", "near5(budget besteed)"},
        QueryCase{"near_tight", "NEAR(budget besteed,5)", "near5(budget besteed)"},
        QueryCase{"near_default", "NEAR(budget besteed)", "near10(budget besteed)"},
        QueryCase{"near_phrase", "NEAR(\"a b\" c* d)", "near10(«a b» c… d)"},
        QueryCase{"near_of_one", "NEAR(budget, 3)", "budget"},
        QueryCase{"near_as_word", "near de haven", "and(near de haven)"}),
    row_name);

INSTANTIATE_TEST_SUITE_P(
    Fields, Query,
    testing::Values(QueryCase{"title", "title:haven", "title(haven)"},
                    QueryCase{"title_group", "title:(haven OR \"de kaai\")", "title(or(haven «de kaai»))"},
                    QueryCase{"title_space", "title: haven", "title(haven)"},
                    QueryCase{"title_case", "Title:haven", "title(haven)"},
                    QueryCase{"year", "plan year:2015", "and(plan year=2015-2015)"},
                    QueryCase{"years", "plan year:2015..2017", "and(plan year=2015-2017)"},
                    QueryCase{"years_dash", "plan year:2017-2015", "and(plan year=2015-2017)"},
                    QueryCase{"years_from", "plan year:2015..", "and(plan year=2015-9999)"},
                    QueryCase{"years_after", "plan year:>2015", "and(plan year=2016-9999)"},
                    QueryCase{"years_up_to", "plan year:<=2015", "and(plan year=1-2015)"},
                    QueryCase{"type", "plan type:schriftelijke_vraag", "and(plan type=schriftelijke_vraag)"},
                    QueryCase{"types", "plan type:(rapport OR plan)", "and(plan or(type=rapport type=plan))"},
                    QueryCase{"author", "plan author:\"Jan Peeters\"", "and(plan author=Jan Peeters)"},
                    QueryCase{"document", "document:vraag-12.txt plan", "and(document=vraag-12.txt plan)"},
                    QueryCase{"kind", "plan kind:answer", "and(plan kind=answer)"},
                    QueryCase{"amount", "bedrag:>1mln AND drones", "and(amount=>1000000 drones)"},
                    QueryCase{"amount_range", "bedrag:100k..2mln x", "and(amount=100000..2000000 x)"},
                    QueryCase{"amount_english", "amount:>1,000", "amount=>1000"},
                    QueryCase{"amount_dutch", "bedrag:>1,000", "amount=>1"},
                    QueryCase{"amount_apart", "bedrag: > 1 mln euro haven", "and(amount=>1000000 EUR haven)"},
                    QueryCase{"amount_groups", "bedrag:>14 000 haven", "and(amount=>14000 haven)"},
                    QueryCase{"amount_range_apart", "bedrag:1 .. 2 mln x", "and(amount=1000000..2000000 x)"},
                    QueryCase{"amount_quoted", "bedrag:\">2,5 miljoen\"", "amount=>2500000"},
                    QueryCase{"amounts", "bedrag:(<5 OR >1mln) x", "and(or(amount=<5 amount=>1000000) x)"},
                    QueryCase{"value_negative", "waarde:-2,4", "value=-2.4"},
                    QueryCase{"value_percent", "waarde:>=12,5% x", "and(value=>=12.5 % x)"},
                    QueryCase{"unit", "eenheid:ha", "unit=ha"},
                    QueryCase{"subject", "onderwerp:brug", "subject=brug"},
                    QueryCase{"figure_kind", "soort:geld", "kind=money"},
                    QueryCase{"passage_kind_dutch", "soort:tabel", "kind=table"},
                    QueryCase{"dutch_names", "titel:haven jaar:2015 auteur:maes",
                              "and(title(haven) year=2015-2015 author=maes)"},
                    QueryCase{"minus_field", "plan -type:rapport", "and(plan not(type=rapport))"},
                    QueryCase{"only_fields", "type:rapport year:2015", "and(type=rapport year=2015-2015)"},
                    QueryCase{"unknown_field", "foo:bar", "foo:bar"},
                    QueryCase{"address", "https://www.voorbeeld.be/a?b=c", "https://www.voorbeeld.be/a?b=c"}),
    row_name);

INSTANTIATE_TEST_SUITE_P(
    Punctuation, Query,
    testing::Values(QueryCase{"hyphen", "F-35", "F-35"},  //
                    QueryCase{"apostrophe", "'t Zand", "and('t Zand)"}, QueryCase{"percent", "50%", "50%"},
                    QueryCase{"ampersand", "CD&V", "CD&V"},
                    QueryCase{"inner_brackets", "gemeente(n) plan", "and(gemeente(n) plan)"},
                    QueryCase{"inner_brackets_in_brackets", "(gemeente(n) OR plan) x",
                              "and(or(gemeente(n) plan) x)"},
                    QueryCase{"amount", "€ 2.000.051,75", "and(€ 2.000.051,75)"},
                    QueryCase{"question", "Hoeveel kost het?", "and(Hoeveel kost het?)"},
                    QueryCase{"loose_signs", "a & - + b ; ?", "and(a b)"},
                    QueryCase{"double_dash", "a --b", "and(a b)"},
                    QueryCase{"no_break_space", "a\u00A0b", "and(a b)"},
                    QueryCase{"nul", std::string_view("a\0b", 3), "and(a b)"}),
    row_name);

struct ForgivenCase {
  const char* name;
  std::string_view query;
  std::string_view tree;
};
class Forgiven : public testing::TestWithParam<ForgivenCase> {};
TEST_P(Forgiven, WithANote) {
  const auto parsed = parse_query(GetParam().query);
  ASSERT_TRUE(parsed) << parsed.problem().message();
  EXPECT_EQ(tree(parsed->root), GetParam().tree);
  EXPECT_FALSE(parsed->notes.empty());
}
INSTANTIATE_TEST_SUITE_P(
    Query, Forgiven,
    testing::Values(
        ForgivenCase{"open_quote", "plan \"de haven", "and(plan «de haven»)"},
        ForgivenCase{"open_bracket", "(a OR b", "or(a b)"}, ForgivenCase{"stray_bracket", "a) b", "and(a b)"},
        ForgivenCase{"open_near", "NEAR(a b", "near10(a b)"}, ForgivenCase{"and_at_end", "a AND", "a"},
        ForgivenCase{"or_at_start", "OR a", "a"}, ForgivenCase{"or_twice", "a OR OR b", "or(a b)"},
        ForgivenCase{"not_at_end", "a NOT", "a"}, ForgivenCase{"field_without_value", "a year:", "a"}),
    [](const auto& row) { return std::string(row.param.name); });

struct RefusedCase {
  const char* name;
  std::string_view query;
  std::string_view message;
};
class Refused : public testing::TestWithParam<RefusedCase> {};
TEST_P(Refused, WithTheMend) {
  const auto parsed = parse_query(GetParam().query);
  ASSERT_FALSE(parsed) << tree(parsed->root);
  EXPECT_NE(parsed.problem().message().find(GetParam().message), std::string::npos)
      << parsed.problem().message();
  EXPECT_FALSE(parsed.problem().mend.empty());
}
INSTANTIATE_TEST_SUITE_P(Query, Refused,
                         testing::Values(RefusedCase{"empty", "", "nothing to look for"},
                                         RefusedCase{"spaces", "  \t ", "nothing to look for"},
                                         RefusedCase{"quote", "\"", "nothing to look for"},
                                         RefusedCase{"operator_alone", "AND", "nothing to look for"},
                                         RefusedCase{"star", "*", "nothing to look for"},
                                         RefusedCase{"brackets", "(())", "nothing to look for"},
                                         RefusedCase{"only_not", "NOT a", "must not be there"},
                                         RefusedCase{"only_minus", "-a -b", "must not be there"},
                                         RefusedCase{"field_and_minus", "year:2015 -a", "must not be there"},
                                         RefusedCase{"not_under_or", "a OR -b", "NOT stands under OR"},
                                         RefusedCase{"field_under_or", "a OR year:2015",
                                                     "put the field outside"},
                                         RefusedCase{"no_year", "a year:laatst", "is no year"},
                                         RefusedCase{"no_value", "a bedrag:veel", "is no number"},
                                         RefusedCase{"no_value_at_all", "bedrag:>", "is no number"},
                                         RefusedCase{"no_kind", "a kind:foto", "no kind of passage"}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(QueryAtItsLimits, TakesTenThousandWords) {
  std::string query;
  for (int i = 0; i < 10'000; ++i) query += "woord" + std::to_string(i) + " ";
  const auto parsed = parse_query(query);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->root.children.size(), 10'000u);
}

TEST(QueryAtItsLimits, TakesEndlessBracketsQuotesAndNots) {
  for (const std::string_view piece :
       {"(", ")", "((a", "\"", "NOT ", "-", "NEAR(", "a OR ", "title:", "title:(a OR ", "()"}) {
    std::string query;
    while (query.size() < 200'000) query += piece;
    const auto parsed = parse_query(query + "haven");
    if (parsed) {
      EXPECT_TRUE(parse_query(print(parsed->root)));
    }
  }
}

TEST(QueryAtItsLimits, EveryRandomQueryParsesAndPrintsOrIsRefused) {
  const std::string_view pieces[] = {
      "a",       "bé",          "\"",      "(",      ")",    " ",     "-",      "*",       "AND ",
      "OR ",     " NOT ",       ":",       "year:",  "2015", "..",    "title:", "type:",   "NEAR(",
      ", 5)",    "“",           "”",       "'t ",    "€",    "\xFF",  "\xE2",   "+",       "kind:",
      "answer ", "gemeente(n)", "bedrag:", "value:", ">",    "1.000", " mln",   "periode:"};
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  std::size_t accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    for (std::size_t i = pick(random); i > 0; --i) query += pieces[pick(random)];
    const auto parsed = parse_query(query);
    if (!parsed) {
      EXPECT_FALSE(parsed.problem().mend.empty());
      continue;
    }
    ++accepted;
    const std::string printed = print(parsed->root);
    const auto again = parse_query(printed);
    ASSERT_TRUE(again) << query << "\n" << printed << "\n" << again.problem().message();
    ASSERT_EQ(tree(again->root), tree(parsed->root)) << query << "\n" << printed;
  }
  EXPECT_GT(accepted, 1'000u);
}

}  // namespace
}  // namespace vraagbaak::query
