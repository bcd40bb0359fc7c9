// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/flowed_text.h"

#include <gtest/gtest.h>

#include <string>

namespace vraagbaak::web {
namespace {

const std::string kLine = "Een regel die zo lang is als de bladzijde breed en die verder gaat op de";

TEST(FlowedText, AWrappedSentenceIsOneLine) {
  for (const std::string next : {"volgende regel.", "30 juni.", "‘markt’.", "(zie hoger).", "één bank."})
    EXPECT_EQ(flowed_text(kLine + "\n" + next, false), kLine + " " + next);
  EXPECT_EQ(flowed_text(kLine + "\n" + kLine + "\nkant.", false), kLine + " " + kLine + " kant.");
}

TEST(FlowedText, OtherLineEndsAreKept) {
  for (const std::string& text :
       {kLine + ".\nEen nieuwe zin.", kLine + "\n2. Een lijst", kLine + "\na) een lijst",
        kLine + "\n- een lijst", kLine + "\n• een lijst", kLine + "\n\nEen alinea",
        kLine + "\n2019   12   13", std::string("Jan Peeters\nminister van Werk"), std::string("\n\n"),
        std::string()})
    EXPECT_EQ(flowed_text(text, false), text);
}

TEST(FlowedText, AQuoteMayBeginInTheMiddleOfALine) {
  EXPECT_EQ(flowed_text("geraamd op\n2,5 miljoen euro", true), "geraamd op 2,5 miljoen euro");
  EXPECT_EQ(flowed_text("geraamd op\nkort\n2,5 miljoen", true), "geraamd op kort\n2,5 miljoen");
}

}  // namespace
}  // namespace vraagbaak::web
