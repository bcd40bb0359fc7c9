// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/fts_printer.h"

#include <gtest/gtest.h>

#include <string>

namespace vraagbaak::query {
namespace {

const analysis::Analyzer& analyzer() {
  static const analysis::Analyzer one(analysis::DictionarySource::built_in());
  return one;
}

std::string fts(std::string_view query) {
  const auto parsed = parse_query(query);
  if (!parsed) return parsed.problem().message();
  return print_fts(parsed->root, analyzer()).value_or("(none)");
}

TEST(FtsPrinter, SearchesAWordByItsStem) {
  EXPECT_EQ(fts("bedrijven"), "\"~bedrijf\"");
  EXPECT_EQ(fts("bedrijven bedrijf"), "\"~bedrijf\"");  // each once
}

TEST(FtsPrinter, SearchesANumberByItsValue) {
  EXPECT_EQ(fts("270.000"), fts("270.000"));
  EXPECT_NE(fts("270.000").find("\"#270000\""), std::string::npos) << fts("270.000");
  EXPECT_NE(fts("2,50").find("\"#2.5\""), std::string::npos) << fts("2,50");
}

TEST(FtsPrinter, SearchesPhrasesAndPrefixesExactly) {
  EXPECT_EQ(fts("\"De Brug\""), "\"de brug\"");
  EXPECT_EQ(fts("Energie*"), "\"energie\"*");
}

TEST(FtsPrinter, KeepsTheTree) {
  EXPECT_EQ(fts("brug NOT kaai"), "(\"~brug\" NOT \"~kaai\")");
  EXPECT_EQ(fts("(brug OR kaai) plan"), "((\"~brug\" OR \"~kaai\") AND \"~plan\")");
  EXPECT_EQ(fts("title:brug"), "{title} : (\"~brug\")");
  EXPECT_EQ(fts("NEAR(brug kaai, 5)"), "NEAR(\"~brug\" \"~kaai\", 5)");
}

TEST(FtsPrinter, LeavesFieldsAndPunctuationOut) {
  EXPECT_EQ(fts("brug year:2015"), "\"~brug\"");
  EXPECT_EQ(fts("year:2015"), "(none)");
  EXPECT_EQ(fts("€"), "(none)");
}

TEST(FtsPrinter, QuotesWhateverComes) {
  for (const std::string_view query :
       {"a\"\"b", "x^2", "{a}", "a:b", "a;b", "'x'", "NEAR", "*a", "a.b@c.be", "a+b"}) {
    std::string outside;
    bool quoted = false;
    for (const char c : fts(query)) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        outside += c;
      }
    }
    EXPECT_FALSE(quoted) << query;
    EXPECT_EQ(outside.find_first_of("^{};:\\'+@."), std::string::npos) << query << ": " << fts(query);
  }
}

TEST(SoughtTerms, LeaveOutWhatMustNotBeThere) {
  const auto parsed = parse_query("brug -kaai \"grote kade\" ener*");
  ASSERT_TRUE(parsed);
  const SoughtTerms sought = sought_terms(parsed->root, analyzer());
  EXPECT_EQ(sought.terms, std::vector<std::string>{"~brug"});
  EXPECT_EQ(sought.prefixes, std::vector<std::string>{"ener"});
  ASSERT_EQ(sought.phrases.size(), 1u);
  EXPECT_EQ(sought.phrases[0], (std::vector<std::string>{"grote", "kade"}));
}

}  // namespace
}  // namespace vraagbaak::query
