// SPDX-License-Identifier: EUPL-1.2
#include "importer/import_folder.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/temp_folder.h"

namespace vraagbaak::importer {
namespace {

using testing_support::read_all;
using testing_support::TempFolder;

ManifestEntry entry(const std::string& address) {
  ManifestEntry entry;
  entry.source = "proef";
  entry.id = "a-1";
  entry.title = "Over \"havens\"\n";
  entry.date = "2024-10-15";
  entry.address = address;
  entry.licence = "CC0";
  entry.fetched = "2024-11-01T10:00:00Z";
  return entry;
}

TEST(ImportFolder, KeepsADocumentWithItsLine) {
  const TempFolder temp;
  ImportFolder folder(temp / "nieuw/map");
  EXPECT_FALSE(folder.holds("https://a.nl/1"));
  folder.store(entry("https://a.nl/1"), "a-1", ".pdf", "inhoud");
  EXPECT_TRUE(folder.holds("https://a.nl/1"));
  EXPECT_EQ(read_all(temp / "nieuw/map/a-1.pdf"), "inhoud");
  const auto line = nlohmann::json::parse(read_all(temp / "nieuw/map/.manifest.jsonl"));
  EXPECT_EQ(line.at("file"), "a-1.pdf");
  EXPECT_EQ(line.at("address"), "https://a.nl/1");
  EXPECT_EQ(line.at("date"), "2024-10-15");
  EXPECT_EQ(line.at("licence"), "CC0");
  EXPECT_EQ(line.at("bytes"), 6);
  EXPECT_EQ(line.at("title"), "Over \"havens\"\n");
  EXPECT_EQ(line.at("sha256"), "d7e97c74572ca14e0d8fa46583f74d3211594d19b3d0fc5e1a2fcefc0cf964fb");
}

TEST(ImportFolder, KnowsItsDocumentsAgain) {
  const TempFolder temp;
  ImportFolder(temp.path()).store(entry("https://a.nl/1"), "a", ".txt", "een");
  EXPECT_TRUE(ImportFolder(temp.path()).holds("https://a.nl/1"));
  temp.write("a.txt", "ene");  // as long, another
  EXPECT_FALSE(ImportFolder(temp.path()).holds("https://a.nl/1"));
  std::filesystem::remove(temp / "a.txt");
  ImportFolder folder(temp.path());
  EXPECT_FALSE(folder.holds("https://a.nl/1"));
  folder.store(entry("https://a.nl/1"), "a", ".txt", "weer");
  EXPECT_EQ(read_all(temp / "a.txt"), "weer");  // under its own name
}

TEST(ImportFolder, GivesEachDocumentANameOfItsOwn) {
  const TempFolder temp;
  temp.write("b.txt", "van de gebruiker");
  ImportFolder folder(temp.path());
  folder.store(entry("https://a.nl/1"), "a", ".txt", "een");
  folder.store(entry("https://a.nl/2"), "a", ".txt", "twee");
  folder.store(entry("https://a.nl/3"), "b", ".txt", "drie");
  folder.store(entry("https://a.nl/4"), "../../.x/\xFF", ".txt", "vier");
  folder.store(entry("https://a.nl/5"), "", ".txt", "vijf");
  EXPECT_EQ(read_all(temp / "a.txt"), "een");
  EXPECT_EQ(read_all(temp / "a-2.txt"), "twee");
  EXPECT_EQ(read_all(temp / "b.txt"), "van de gebruiker");
  EXPECT_EQ(read_all(temp / "b-2.txt"), "drie");
  EXPECT_EQ(read_all(temp / "-.-..-.x--.txt"), "vier");
  EXPECT_EQ(read_all(temp / "document.txt"), "vijf");
}

TEST(ImportFolder, BearsADamagedManifest) {
  const TempFolder temp;
  ImportFolder(temp.path()).store(entry("https://a.nl/1"), "a", ".txt", "een");
  const std::string whole = read_all(temp / ".manifest.jsonl");
  temp.write(".manifest.jsonl", "geen json\n[1]\n{\"address\": 3}\n" + whole + whole.substr(0, 40));
  {
    ImportFolder folder(temp.path());
    EXPECT_TRUE(folder.holds("https://a.nl/1"));
    folder.store(entry("https://a.nl/2"), "b", ".txt", "twee");
  }
  ImportFolder folder(temp.path());
  EXPECT_TRUE(folder.holds("https://a.nl/1"));
  EXPECT_TRUE(folder.holds("https://a.nl/2"));
}

TEST(ImportFolder, IsNotLedOutOfItselfByItsManifest) {
  const TempFolder temp;
  temp.write("buiten.txt", "een");
  ImportFolder(temp / "in").store(entry("https://a.nl/1"), "a", ".txt", "een");
  std::string manifest = read_all(temp / "in/.manifest.jsonl");
  manifest.replace(manifest.find("a.txt"), 5, "../buiten.txt");
  temp.write("in/.manifest.jsonl", manifest);
  EXPECT_FALSE(ImportFolder(temp / "in").holds("https://a.nl/1"));
}

TEST(ImportFolder, KnowsTheFilesOfARecordWhenAllAreThere) {
  const TempFolder temp;
  ImportFolder folder(temp.path());
  ManifestEntry file = entry("https://a.nl/1");
  file.record = "https://a.nl/r";
  folder.store(file, "a", ".txt", "een");
  EXPECT_TRUE(folder.files_of_record("https://a.nl/r").empty());
  folder.note(entry("https://a.nl/r"));
  EXPECT_EQ(ImportFolder(temp.path()).files_of_record("https://a.nl/r"), std::vector<std::string>{"a.txt"});
  std::filesystem::remove(temp / "a.txt");
  EXPECT_TRUE(ImportFolder(temp.path()).files_of_record("https://a.nl/r").empty());
}

TEST(ImportFolder, RemembersWhatDidNotMatchTheQuery) {
  const TempFolder temp;
  ManifestEntry passed = entry("https://a.nl/1");
  passed.passed_over = "haven";
  ImportFolder(temp.path()).note(passed);
  const ImportFolder folder(temp.path());
  EXPECT_TRUE(folder.passed_over("https://a.nl/1", "haven"));
  EXPECT_FALSE(folder.passed_over("https://a.nl/1", "sluis"));
  EXPECT_FALSE(folder.holds("https://a.nl/1"));
}

}  // namespace
}  // namespace vraagbaak::importer
