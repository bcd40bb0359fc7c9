// SPDX-License-Identifier: EUPL-1.2
#include "model/offset_map.h"

#include <gtest/gtest.h>

#include <string>

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

}  // namespace
}  // namespace vraagbaak
