// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/document_filter.h"

#include <gtest/gtest.h>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::query {
namespace {

store::DocumentRecord record(store::DocumentId id, const char* path, const char* type, int year,
                             const char* author) {
  store::DocumentRecord document;
  document.id = id;
  document.path = path;
  document.source = std::string("/data/") + path;
  document.metadata.type = type;
  document.metadata.author = author;
  if (year != 0) document.metadata.date = PartialDate{.year = year, .month = 6, .day = 1};
  return document;
}

const std::vector<store::DocumentRecord>& documents() {
  static const std::vector<store::DocumentRecord> all = {
      record(3, "2015/vraag-12.txt", "schriftelijke_vraag", 2015, "AN PEETERS"),
      record(1, "2016/nota.txt", "rapport", 2016, ""),
      record(2, "Vraag-13.txt", "schriftelijke_vraag", 2017, "José De Wit"), record(4, "los", "", 0, "")};
  return all;
}

const UnitNames& units() {
  static const auto dictionaries = analysis::DictionarySource::built_in();
  static const analysis::Analyzer analyzer(dictionaries);
  static const UnitNames names({"", "%", "EUR", "Projecten", "ha", "project"}, analyzer);
  return names;
}

TEST(Unit, IsKnownByTheNamesUsersType) {
  using Units = std::vector<std::string>;
  for (const char* asked : {"euro", "EUR", "eur", "€", "Euro"})
    EXPECT_EQ(units().meant_by(asked), Units{"EUR"}) << asked;
  for (const char* asked : {"%", "procent", "percent"})
    EXPECT_EQ(units().meant_by(asked), Units{"%"}) << asked;
  for (const char* asked : {"project", "PROJECTEN"}) {
    EXPECT_EQ(units().meant_by(asked), (Units{"Projecten", "project"})) << asked;
  }
  for (const char* asked : {"", "km", "\xFF"}) EXPECT_EQ(units().meant_by(asked), Units{}) << asked;
}

TEST(DocumentName, IsThePathOrItsEnd) {
  const store::DocumentRecord& question = documents()[0];
  for (const char* name :
       {"2015/vraag-12.txt", "vraag-12.txt", "vraag-12", "VRAAG-12.TXT", "./2015/vraag-12.txt", "2015/*",
        "*-12.txt", "*", "/data/2015/vraag-12.txt", "2015/vraag-12"}) {
    EXPECT_TRUE(is_named(question, name)) << name;
  }
  for (const char* name : {"", "12.txt", "vraag", "vraag-1", "2015", "2016/*", "txt", "/vraag-12.txt"}) {
    EXPECT_FALSE(is_named(question, name)) << name;
  }
}

struct FilterCase {
  const char* name;
  const char* query;
  std::vector<store::DocumentId> allowed;
};
class Filter : public testing::TestWithParam<FilterCase> {};
TEST_P(Filter, AllowsTheseDocuments) {
  const auto parsed = parse_query(GetParam().query);
  ASSERT_TRUE(parsed) << parsed.problem().message();
  const auto filter = resolve_filter(parsed->root, documents(), units());
  ASSERT_TRUE(filter);
  ASSERT_TRUE(filter->documents);
  EXPECT_EQ(*filter->documents, GetParam().allowed);
}
INSTANTIATE_TEST_SUITE_P(Fields, Filter,
                         testing::Values(FilterCase{"type", "x type:schriftelijke_vraag", {2, 3}},
                                         FilterCase{"part_of_type", "x type:Vraag", {2, 3}},
                                         FilterCase{"no_part", "x type:vra", {}},
                                         FilterCase{"type_quoted", "x type:\"schriftelijke vraag\"", {2, 3}},
                                         FilterCase{"year", "x year:2016", {1}},
                                         FilterCase{"years", "x year:2015..2016", {1, 3}},
                                         FilterCase{"year_open", "x year:>=2016", {1, 2}},
                                         FilterCase{"not_year", "x -year:2015", {1, 2, 4}},
                                         FilterCase{"author", "x author:peeters", {3}},
                                         FilterCase{"author_folded", "x author:jose", {2}},
                                         FilterCase{"document", "x document:nota", {1}},
                                         FilterCase{"both", "x type:vraag year:2017", {2}},
                                         FilterCase{"either", "x (type:rapport OR year:2017)", {1, 2}},
                                         FilterCase{"neither", "x -(type:rapport OR year:2017)", {3, 4}},
                                         FilterCase{"contradiction", "x kind:answer kind:table", {}}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(PassageFilter, KindsArePassageKinds) {
  const auto parsed = parse_query("x kind:(answer OR table)");
  ASSERT_TRUE(parsed);
  const auto filter = resolve_filter(parsed->root, documents(), units());
  ASSERT_TRUE(filter);
  EXPECT_FALSE(filter->documents);
  EXPECT_EQ(filter->kinds, (std::vector{PassageKind::answer, PassageKind::table}));
}

TEST(PassageFilter, RefusesAKindAndADocumentUnderOneOr) {
  const auto parsed = parse_query("x (kind:answer OR year:2015)");
  ASSERT_TRUE(parsed);
  EXPECT_FALSE(resolve_filter(parsed->root, documents(), units()));
}

}  // namespace
}  // namespace vraagbaak::query
