// SPDX-License-Identifier: EUPL-1.2
// What `entities` lists: all names in order, in pages, by words and by kind.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "query/fact_lister.h"
#include "query/searcher.h"
#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

class NameList : public testing::Test {
 protected:
  std::vector<std::string> listed(const EntityRequest& request) const {
    std::vector<std::string> names;
    total_ = *lister_.list_entities(request, [&](const ListedEntity& it) {
      names.push_back(it.name);
      EXPECT_FALSE(it.mentions.empty()) << it.name;
    });
    return names;
  }

  testing_support::SmallIndex index_{
      {{"a.txt",
        "De Vlaamse Milieumaatschappij (VMM) en het Agentschap Wegen en Verkeer werken samen in Gent.\n\n"
        "Het Rijksinstituut voor Volksgezondheid en Milieu (RIVM) onderzocht het in Utrecht en Antwerpen."},
       {"b.txt",
        "De VMM en de gemeente Oostende vroegen advies aan het Agentschap Natuur en Bos in Brussel."}}};
  Searcher searcher_{index_.reader, testing_support::analyzer(), index_.citations};
  FactLister lister_{index_.reader, searcher_, index_.citations};
  mutable std::size_t total_ = 0;
};

TEST_F(NameList, IsInOrderAndInPages) {
  const std::vector<std::string> all = listed({});
  ASSERT_GT(all.size(), 5U);
  EXPECT_EQ(total_, all.size());
  EXPECT_TRUE(std::ranges::is_sorted(all));
  for (std::size_t limit = 1; limit <= all.size() + 1; ++limit) {
    std::vector<std::string> joined;
    for (std::size_t offset = 0; offset < all.size(); offset += limit) {
      EntityRequest request;
      request.limit = limit;
      request.offset = offset;
      request.count_all = true;
      const std::vector<std::string> page = listed(request);
      EXPECT_EQ(total_, all.size());
      joined.insert(joined.end(), page.begin(), page.end());
      request.count_all = false;
      listed(request);
      EXPECT_EQ(total_, std::min(offset + limit, all.size()));
    }
    EXPECT_EQ(joined, all) << limit;
  }
  EntityRequest behind;
  behind.limit = 5;
  behind.offset = static_cast<std::size_t>(-1);
  EXPECT_TRUE(listed(behind).empty());
}

TEST_F(NameList, IsFilteredByWordsOfANameOrOfAnAlias) {
  const std::vector<std::string> all = listed({});
  const auto with = [&](const std::string& query, const std::string& document = "") {
    EntityRequest request;
    request.query = query;
    request.document = document;
    return listed(request);
  };
  const std::vector<std::string> agency{"Vlaamse Milieumaatschappij"};
  EXPECT_EQ(with("milieumaatschappij Vlaamse"), agency);
  EXPECT_EQ(with("VMM", "a.txt"), agency);  // its alias
  const std::vector<std::string> everywhere = with("vmm");
  EXPECT_NE(std::ranges::find(everywhere, agency.front()), everywhere.end());
  EXPECT_TRUE(with("vmm vlaamse").empty());  // words of one name, not of several
  EXPECT_TRUE(with("zorvex").empty());
  for (const std::string& name : all) {
    const std::vector<std::string> found = with(name);
    EXPECT_NE(std::ranges::find(found, name), found.end()) << name;
  }
}

TEST_F(NameList, IsFilteredByKind) {
  std::size_t found = 0;
  for (const EntityKind kind : {EntityKind::organisation, EntityKind::person, EntityKind::place,
                                EntityKind::programme, EntityKind::legislation}) {
    EntityRequest request;
    request.kind = kind;
    found += listed(request).size();
  }
  EXPECT_EQ(found, listed({}).size());
}

}  // namespace
}  // namespace vraagbaak::query
