// SPDX-License-Identifier: EUPL-1.2
#include "model/offset_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak {
namespace {

TEST(OffsetMap, ConvertsBothWaysAtEveryCodePoint) {
  std::string text;
  std::vector<std::size_t> starts;
  for (int i = 0; i < 5000; ++i) {  // several checkpoints
    for (const char* piece : {"a", "é", "€", "😀"}) {
      starts.push_back(text.size());
      text += piece;
    }
  }
  const OffsetMap map(text);
  ASSERT_EQ(map.code_point_count(), starts.size());
  for (std::size_t i = 0; i < starts.size(); ++i) {
    ASSERT_EQ(map.code_point_at(starts[i]), i);
    ASSERT_EQ(map.byte_at(i), starts[i]);
  }
}

TEST(OffsetMap, TreatsWhatLiesBeyondAsTheEnd) {
  const OffsetMap map("één");
  EXPECT_EQ(map.code_point_at(99), 3u);
  EXPECT_EQ(map.byte_at(99), 5u);
  EXPECT_EQ(OffsetMap("").byte_at(0), 0u);
}

// Any order of offsets, any bytes: what counting one by one gives.
TEST(OffsetCursor, AgreesWithCounting) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    if (round % 4 == 0) text.assign(300, 'a');
    while (text.size() < 300) {
      constexpr std::string_view kPieces[]{"a", "é", "€", "😀", "een woord ", "\xFF", "\x80"};
      text += kPieces[random() % std::size(kPieces)];
    }
    OffsetCursor cursor(text);
    const OffsetMap map(text);
    for (int i = 0; i < 50; ++i) {
      const std::size_t at = random() % (text.size() + 10);
      std::size_t counted = 0;
      for (std::size_t b = 0; b < std::min(at, text.size()); ++b)
        counted += (static_cast<unsigned char>(text[b]) & 0xC0U) == 0x80U ? 0 : 1;
      ASSERT_EQ(cursor.code_point_at(at), counted);
      ASSERT_EQ(map.code_point_at(at), counted);
    }
  }
}

}  // namespace
}  // namespace vraagbaak
