// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/verb_words.h"

#include <gtest/gtest.h>

namespace vraagbaak::analysis {
namespace {

const VerbWords& verbs() {
  static const VerbWords one(DictionarySource::built_in());
  return one;
}

TEST(VerbWords, KnowParticiples) {
  for (const char* word : {"hervestigd", "uitbetaald", "aangesteld", "geregistreerd", "gekregen"})
    EXPECT_TRUE(verbs().is_participle(word)) << word;
  for (const char* word :
       {"gebouwen", "gelegenheden", "ondernemingen", "beleid", "verband", "bestand", "tijd", ""})
    EXPECT_FALSE(verbs().is_participle(word)) << word;
}

TEST(VerbWords, KnowParticiplesBeforeANoun) {
  EXPECT_TRUE(verbs().is_participle_before_noun("geregistreerde"));
  EXPECT_FALSE(verbs().is_participle_before_noun("gemeente"));
  EXPECT_FALSE(verbs().is_participle_before_noun("grote"));
}

TEST(VerbWords, KnowFiniteForms) {
  for (const char* word : {"registreerde", "rekende", "werkten"})
    EXPECT_TRUE(verbs().is_finite(word)) << word;
  for (const char* word : {"gemeente", "hoogte", "punten", "klanten", "bericht", "waarde", "budget", "t", ""})
    EXPECT_FALSE(verbs().is_finite(word)) << word;
}

TEST(VerbWords, KnowTheVerbsOfTheList) {
  for (const char* word : {"krijgt", "verbleven", "werkten", "vergoed", "aangeboden", "verbleef"})
    EXPECT_EQ(verbs().known_form(word), VerbWords::Known::finite) << word;
  for (const char* word : {"bezitten", "opstarten", "organiseren"})
    EXPECT_EQ(verbs().known_form(word), VerbWords::Known::infinitive) << word;
  for (const char* word : {"kosten", "plannen", "aanvragen", "bijdragen", "aankopen"})
    EXPECT_EQ(verbs().known_form(word), VerbWords::Known::noun_too) << word;
  for (const char* word :
       {"afspraken", "uitgaven", "steun", "besluit", "huizen", "gemeente", "waarde", "", "n"})
    EXPECT_EQ(verbs().known_form(word), VerbWords::Known::no) << word;
}

TEST(VerbWords, KnowParticles) {
  EXPECT_TRUE(verbs().begins_with_particle("terugbetalen"));
  EXPECT_FALSE(verbs().begins_with_particle("scholen"));
  EXPECT_TRUE(verbs().is_particle("aan"));
  EXPECT_TRUE(verbs().is_particle("vrij"));
  EXPECT_FALSE(verbs().is_particle("huis"));
}

}  // namespace
}  // namespace vraagbaak::analysis
