// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/passage_finder.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "query/answer/reading_knowledge.h"
#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

using testing_support::analyzer;
using testing_support::dictionaries;
using testing_support::Documents;
using testing_support::SmallIndex;

constexpr std::size_t kAll = 1000;

// Questions with their answers and reports, of few words, so that many passages say the same of a question.
Documents some_documents() {
  const std::vector<std::string> words{"gemeente", "subsidie", "fietspad", "school",  "Gent",
                                       "Aalst",    "leerling", "kosten",   "project", "2019"};
  std::mt19937 chance(7);
  const auto sentence = [&] {
    std::string text = "De";
    for (std::size_t i = 0, count = 2 + chance() % 6; i < count; ++i)
      text += " " + words[chance() % words.size()];
    return text + " telt " + std::to_string(chance() % 90) + " zaken.";
  };
  Documents documents;
  for (int i = 0; i < 30; ++i) {
    std::string text;
    if (i % 3 == 0) {
      text = "Rapport over de " + words[chance() % words.size()] + "\n\n";
      for (int k = 0; k < 12; ++k) text += sentence() + " " + sentence() + "\n\n";
    } else {
      text = "SCHRIFTELIJKE VRAAG\nnr. " + std::to_string(i) + "\nvan AN PEETERS\n\n1. Hoeveel " +
             sentence() + "\n\n2. Wat kost de " + sentence() + "\n\nANTWOORD\n\n1. " + sentence() +
             "\n\n2. " + sentence() + "\n";
    }
    documents.emplace_back("d" + std::to_string(i) + ".txt", text);
  }
  return documents;
}

// A question before the index.
class Search {
 public:
  Search(const SmallIndex& index, const std::string& text)
      : index_(index),
        question_(knowledge().parser.parse(text)),
        matcher_(question_, analyzer(), knowledge().tokenizer),
        weights_(weigh_terms(question_, index.reader)) {}

  std::vector<FoundPassage> best(std::size_t limit, std::optional<std::size_t> kept = std::nullopt) const {
    return find_passages(question_, weights_, matcher_, index_.reader, limit, kept);
  }
  std::size_t term_count() const { return matcher_.term_count(); }

 private:
  static const ReadingKnowledge& knowledge() {
    static const ReadingKnowledge read(dictionaries(), analyzer());
    return read;
  }

  const SmallIndex& index_;
  Question question_;
  TermMatcher matcher_;
  TermWeights weights_;
};

void expect_same(const FoundPassage& a, const FoundPassage& b) {
  EXPECT_EQ(a.record.id, b.record.id);
  EXPECT_EQ(a.record.text, b.record.text);
  EXPECT_EQ(a.record.span, b.record.span);
  EXPECT_EQ(a.score, b.score);
  EXPECT_EQ(a.own, b.own);
  EXPECT_EQ(a.around, b.around);
  EXPECT_EQ(a.vicinity, b.vicinity);
}

constexpr const char* kQuestions[] = {"Hoeveel subsidie kreeg de school in Gent in 2019?",
                                      "kosten fietspad Aalst",
                                      "Hoeveel leerlingen telt Gent?",
                                      "Wat kost het project?",
                                      "subsidy for the school",
                                      "Hoeveel gemeenten kregen een olifant?"};

TEST(PassageFinder, GivesTheBestWhateverIsLeftUnread) {
  const SmallIndex index(some_documents());
  for (const char* text : kQuestions) {
    SCOPED_TRACE(text);
    const Search search(index, text);
    const std::vector<FoundPassage> all = search.best(kAll);
    ASSERT_GE(all.size(), 20U);
    for (const std::size_t limit : {0U, 1U, 5U, 20U}) {
      SCOPED_TRACE(limit);
      const std::vector<FoundPassage> best = search.best(limit);
      ASSERT_EQ(best.size(), limit);
      for (std::size_t i = 0; i < limit; ++i) expect_same(best[i], all[i]);
    }
  }
}

TEST(PassageFinder, KeepsWhatSaysATermItself) {
  const SmallIndex index(some_documents());
  for (const char* text : kQuestions) {
    SCOPED_TRACE(text);
    const Search search(index, text);
    const std::vector<FoundPassage> all = search.best(kAll);
    for (std::size_t term = 0; term < search.term_count(); ++term) {
      constexpr std::size_t kLimit = 5;
      const std::vector<FoundPassage> chosen = search.best(kLimit, term);
      std::size_t next = 0;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (i >= kLimit && all[i].own[term] <= 0) continue;
        ASSERT_LT(next, chosen.size());
        expect_same(chosen[next++], all[i]);
      }
      EXPECT_EQ(next, chosen.size());
    }
  }
}

TEST(PassageFinder, FindsNothingWithoutAWord) {
  const SmallIndex index(some_documents());
  EXPECT_TRUE(Search(index, "?").best(kAll).empty());
  EXPECT_TRUE(Search(index, "").best(5, 0).empty());
}

}  // namespace
}  // namespace vraagbaak::query
