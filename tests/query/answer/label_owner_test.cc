// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/label_owner.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/phrases/clause_cutter.h"

namespace vraagbaak::query {
namespace {

// Runs of digits are the figures.
std::vector<ByteSpan> digits_in(std::string_view text) {
  std::vector<ByteSpan> spans;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') continue;
    const std::size_t begin = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    spans.push_back({begin, i});
  }
  return spans;
}

struct OwnerCase {
  const char* name;
  std::string_view sentence;
  std::string_view word;
  std::string_view owner;  // empty: all of them
};
class Owner : public testing::TestWithParam<OwnerCase> {};
TEST_P(Owner, IsFound) {
  static const analysis::DictionarySource source = analysis::DictionarySource::built_in();
  static const analysis::ClauseCutter cutter(source);
  const std::string_view text = GetParam().sentence;
  const std::vector<ByteSpan> figures = digits_in(text);
  const LabelOwner owner(text, {0, text.size()}, figures, cutter.breaks(text));
  const std::size_t at = text.find(GetParam().word);
  ASSERT_NE(at, std::string_view::npos);
  const auto found = owner.owner_of(at);
  EXPECT_EQ(found ? figures[*found].in(text) : std::string_view{}, GetParam().owner) << text;
}
INSTANTIATE_TEST_SUITE_P(
    Words, Owner,
    testing::Values(OwnerCase{"behind_first", "55 in Gent en 29 in Aalst, zegt hij.", "Gent", "55"},
                    OwnerCase{"behind_last", "55 in Gent en 29 in Aalst, zegt hij.", "Aalst", "29"},
                    OwnerCase{"label_before", "Volgens de telling: Gent: 55; Aalst: 29.", "Aalst", "29"},
                    OwnerCase{"turned_round",
                              "voor Gent was het 55, voor Aalst bedroeg dit 29 en 31 voor Ieper", "Ieper",
                              "31"},
                    OwnerCase{"middle", "voor Gent was het 55, voor Aalst bedroeg dit 29 en 31 voor Ieper",
                              "Aalst", "29"},
                    OwnerCase{"topic", "De bussen reden 55 keer en de trams 29 keer", "bussen", ""},
                    OwnerCase{"one_figure", "55 bussen in Gent", "Gent", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Owner, OfPlacesOutsideTheSentenceIsNone) {
  const std::string_view text = "5 en 7";
  const LabelOwner owner(text, {0, text.size()}, digits_in(text), {2});
  EXPECT_EQ(owner.owner_of(99), std::nullopt);
  const LabelOwner none("", {0, 0}, {}, {});
  EXPECT_EQ(none.owner_of(0), std::nullopt);
}

}  // namespace
}  // namespace vraagbaak::query
