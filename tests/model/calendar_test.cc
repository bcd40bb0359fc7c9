// SPDX-License-Identifier: EUPL-1.2
#include "model/calendar.h"

#include <gtest/gtest.h>

namespace vraagbaak {
namespace {

TEST(PartialDate, PrintsAndReadsIso) {
  for (const char* text :
       {"2022", "2022-06", "2022-06-17", "--09", "--09-30", "--02-29", "2024-02-29", "0001"}) {
    const auto date = PartialDate::parse_iso(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->iso(), text);
  }
}

TEST(PartialDate, RejectsDaysThatDoNotExist) {
  for (const char* text : {"", "22", "2022-13", "2022-00", "2022-02-29", "2022-6-1", "2022-06-31", "-0001",
                           "--", "2022-06-17T10", "0000"}) {
    EXPECT_FALSE(PartialDate::parse_iso(text)) << text;
  }
}

TEST(PartialDate, KnowsWhatItCovers) {
  const PartialDate february{.year = 2024, .month = 2};
  EXPECT_EQ(february.first_day()->iso(), "2024-02-01");
  EXPECT_EQ(february.last_day()->iso(), "2024-02-29");
  EXPECT_EQ(PartialDate{.year = 2021}.last_day()->iso(), "2021-12-31");
  EXPECT_FALSE((PartialDate{.month = 9, .day = 30}.first_day()));
}

}  // namespace
}  // namespace vraagbaak
