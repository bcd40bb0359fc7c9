// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/json_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/reader_contract.h"

namespace vraagbaak::indexer {
namespace {

TEST(JsonReader, ReadsQuestionsOfTheBelgianChamber) {
  const auto source = read_json(
      R"({"items":[{"SDOCNAME":"56-B001","DEPOTDAT":"20240718","AUT":{"name":"Jan Peeters","party":"X"},)"
      R"("TITN":"Havens","TEXTQN":"1. Hoeveel?<br/>2. Waarom?","TEXTA1N":"1. Twaalf &amp; meer."}]})",
      "q.json");
  ASSERT_TRUE(source);
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  EXPECT_NE(source->text.find("VRAAG\n\n1. Hoeveel?\n2. Waarom?\n\nANTWOORD\n\n1. Twaalf & meer.\n"),
            std::string::npos)
      << source->text;
  EXPECT_EQ(source->outline.metadata.author, "Jan Peeters");
}

TEST(JsonReader, GivesTheValuesOfAnyOther) {
  const auto source = read_json(R"({"titel":"Haven","jaren":[2017,2018],"leeg":null,"ja":true})", "x.json");
  ASSERT_TRUE(source);
  EXPECT_EQ(source->text, "ja: true\njaren: 2017\njaren: 2018\ntitel: Haven\n");
}

TEST(JsonReader, RefusesWhatIsDamagedOrDeep) {
  EXPECT_EQ(read_json("{\"a\": [1, 2", "x.json").problem().message(),
            "x.json: is cut off or damaged JSON: fetch it again, or save it as .txt");
  EXPECT_FALSE(read_json(std::string(200'000, '['), "x.json"));
}

}  // namespace
}  // namespace vraagbaak::indexer
