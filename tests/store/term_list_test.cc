// SPDX-License-Identifier: EUPL-1.2
#include "store/term_list.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace vraagbaak::store {
namespace {

using Terms = std::vector<std::pair<std::string, bool>>;

Terms terms_of(const TermList& list) {
  Terms terms;
  list.for_each([&](std::string_view term, bool colocated) {
    terms.emplace_back(term, colocated);
    return true;
  });
  return terms;
}

TEST(TermList, GivesBackWhatWasPutIn) {
  TermList list;
  EXPECT_TRUE(list.empty());
  list.add("bedrijven", false);
  list.add("~bedrijf", true);
  list.add("", false);
  list.add(std::string_view("a\0b", 3), false);
  EXPECT_EQ(terms_of(list), (Terms{{"bedrijven", false}, {"~bedrijf", true}, {{"a\0b", 3}, false}}));
}

TEST(TermList, StopsWhenTold) {
  TermList list;
  for (int i = 0; i < 5; ++i) list.add("a", false);
  int seen = 0;
  list.for_each([&](std::string_view, bool) { return ++seen < 2; });
  EXPECT_EQ(seen, 2);
}

TEST(TermList, CutsALongTermBeforeACodePoint) {
  TermList list;
  std::string word(TermList::kLongestTerm - 1, 'a');
  list.add(word + "é" + word, false);
  EXPECT_EQ(terms_of(list), (Terms{{word, false}}));
  TermList continuation;
  continuation.add(std::string(TermList::kLongestTerm + 5, '\x80'), false);  // never a term of ours
  EXPECT_TRUE(continuation.empty());
}

}  // namespace
}  // namespace vraagbaak::store
