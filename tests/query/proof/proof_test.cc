// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <string>

#include "digest/sha256.h"
#include "query/proof/proof_verifier.h"
#include "query/render/proof_json.h"

namespace vraagbaak::query {
namespace {

const std::string kText = "Één zin. Het project kost 2,5 miljoen euro. Nog een zin.";

ProofPlace place() {
  ProofPlace place;
  place.document = "nota.txt";
  place.source = "/nergens/nota.txt";
  place.text_sha256 = sha256(kText);
  place.text = "2,5 miljoen euro";
  place.start = 26;  // code points
  place.end = 42;
  place.quote = "Het project kost 2,5 miljoen euro.";
  place.quote_start = 9;
  place.quote_end = 43;
  return place;
}

struct StateCase {
  const char* name;
  const char* text;
  const char* state;
  std::size_t at;
  const char* now;
};
class Held : public testing::TestWithParam<StateCase> {};
TEST_P(Held, AgainstATextOfToday) {
  const ProofCheck check = check_place(place(), GetParam().text);
  EXPECT_EQ(to_string(check.state), GetParam().state);
  EXPECT_EQ(check.start, GetParam().at);
  EXPECT_EQ(check.now, GetParam().now);
}
INSTANTIATE_TEST_SUITE_P(
    Texts, Held,
    testing::Values(
        StateCase{"same", "Één zin. Het project kost 2,5 miljoen euro. Nog een zin.", "holds", 0, ""},
        StateCase{"one_byte_elsewhere", "Één zin. Het project kost 2,5 miljoen euro. Nog een zon.",
                  "changed_elsewhere", 0, ""},
        StateCase{"one_byte_in_the_quote", "Één zin. Het project kost 3,5 miljoen euro. Nog een zin.",
                  "changed", 26, "3,5 miljoen euro."},
        StateCase{"pushed_down", "Voorwoord. Één zin. Het project kost 2,5 miljoen euro.", "moved", 20, ""},
        StateCase{"cut_off", "Één zin. Het project", "changed", 20, ""},
        StateCase{"empty", "", "changed", 9, ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Held, SeesThatTheProofItselfWasChanged) {
  ProofPlace forged = place();
  forged.quote = "Het project kost 9,5 miljoen euro.";
  const ProofCheck check = check_place(forged, kText);
  EXPECT_EQ(to_string(check.state), "altered");
  EXPECT_EQ(check.start, 26u);
  ProofPlace other = place();
  other.text = "9,5 miljoen euro";
  EXPECT_EQ(to_string(check_place(other, kText).state), "altered");
}

TEST(ProofJson, GivesBackWhatItWasGiven) {
  Proof proof;
  proof.program = "vraagbaak 0.1.0";
  proof.items = {{"answer", "Hoeveel?", "answered", "2500000", "EUR", place()},
                 {"verdict", "Het \"is\" zo.\n", "not_found", "", "", std::nullopt}};
  const auto read = render::read_proof(render::proof_json(proof), "proof.json");
  ASSERT_TRUE(read) << read.problem().message();
  EXPECT_EQ(*read, proof);
}

TEST(ProofJson, RefusesEverythingElse) {
  for (const char* text :
       {"", "{", "[]", "12", "{}", "{\"proof\": 1}", "{\"program\": \"x\", \"proof\": [1]}",
        "{\"program\": \"x\", \"proof\": [{\"kind\": \"answer\"}]}",
        "{\"program\": \"x\", \"proof\": [{\"kind\": \"answer\", \"input\": \"\", \"outcome\": \"\", "
        "\"place\": 3}]}",
        "{\"program\": \"x\", \"proof\": [{\"kind\": \"answer\", \"input\": \"\", \"outcome\": \"\", "
        "\"place\": "
        "{\"document\": \"a\"}}]}",
        "\xff\xfe\x00"}) {
    const auto read = render::read_proof(text, "proof.json");
    ASSERT_FALSE(read) << text;
    EXPECT_TRUE(read.problem().where.starts_with("proof.json")) << read.problem().message();
  }
}

}  // namespace
}  // namespace vraagbaak::query
