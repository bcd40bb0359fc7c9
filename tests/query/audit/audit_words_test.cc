// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/audit_words.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "model/error.h"

namespace vraagbaak::query {
namespace {

const AuditWords& words() {
  static const AuditWords loaded(analysis::DictionarySource::built_in());
  return loaded;
}

TEST(AuditWords, KnowsTotalsInAnyCaseAndWithWordsBehind) {
  EXPECT_TRUE(words().behind("TOTAAL", AuditRole::total).found);
  EXPECT_EQ(words().behind("Totaal (2022)", AuditRole::total).text, "2022");
  EXPECT_EQ(words().behind("Algemeen totaal", AuditRole::total).text, "");
  EXPECT_TRUE(words().behind("Subtotaal vzw's", AuditRole::subtotal).found);
  EXPECT_FALSE(words().behind("Subtotaal", AuditRole::total).found);
  EXPECT_FALSE(words().behind("Totaalvoetbal", AuditRole::total).found);
  EXPECT_FALSE(words().behind("Andere, totaal", AuditRole::total).found);
  EXPECT_EQ(words().before("2022 Totaal", AuditRole::total).text, "2022");
  EXPECT_FALSE(words().behind("", AuditRole::total).found);
}

TEST(AuditWords, TakesWholesApart) {
  EXPECT_EQ(words().whole_noun("projectbudget").owner, "project");
  EXPECT_EQ(words().whole_noun("Begroting").owner, "");
  EXPECT_EQ(words().whole_noun("Begroting").head, "begroting");
  EXPECT_EQ(words().whole_noun("totaalbudget").head, "totaalbudget");
  EXPECT_EQ(words().whole_noun("budgetten").head, "");
  EXPECT_EQ(words().whole_noun("").head, "");
}

TEST(AuditWords, FoldsWordsWithoutTheirPunctuation) {
  EXPECT_EQ(folded_words(" (Één  dossier), \"x\"; "), (std::vector<std::string>{"een", "dossier", "x"}));
  EXPECT_TRUE(folded_words("() .").empty());
}

TEST(AuditWords, RefusesAnUnknownRole) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "audit-words";
  std::filesystem::create_directories(folder / "nl");
  std::ofstream(folder / "nl/audit-words.tsv") << "#: form\trole\ntotaal\tsum\n";
  try {
    const AuditWords broken(analysis::DictionarySource::with_folder(folder));
    FAIL() << "the role is not known";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("audit-words.tsv:2"), std::string::npos) << error.what();
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace vraagbaak::query
