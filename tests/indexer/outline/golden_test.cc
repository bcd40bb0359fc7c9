// SPDX-License-Identifier: EUPL-1.2
// Whole documents against tests/golden/NAME.outline. Run with VRAAGBAAK_UPDATE_GOLDEN=1 to write them anew,
// and read the difference.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(VRAAGBAAK_SOURCE_DIR) / "tests" / "golden";

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? '/' : c;
  return line;
}

std::string print(const Document& document) {
  std::ostringstream out;
  const Metadata& metadata = document.metadata;
  out << "title: " << metadata.title << "\ntype: " << metadata.type << "\nnumber: " << metadata.number
      << "\nauthor: " << metadata.author << "\naddressee: " << metadata.addressee
      << "\ndate: " << (metadata.date ? metadata.date->iso() : "") << "\n\n";
  std::vector<std::size_t> depth(document.sections.size(), 0);
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    if (section.parent != kNone) depth[i] = depth[section.parent] + 1;
    const std::string_view body = section.span.in(document.text);
    out << std::string(depth[i] * 2, ' ') << to_string(section.kind) << " [" << section.label << "] "
        << one_line(body.substr(0, 24)) << " ... "
        << one_line(body.substr(body.size() - std::min<std::size_t>(body.size(), 16))) << "\n";
  }
  out << "\n";
  for (const QaPair& pair : document.pairs)
    out << "pair " << pair.label << ": " << one_line(document.sections[pair.question].span.in(document.text))
        << " -> " << one_line(document.sections[pair.answer].span.in(document.text)) << "\n";
  for (const std::string& label : document.unanswered) out << "unanswered " << label << "\n";
  for (const Table& table : document.tables) {
    out << "\ntable " << table.caption << " | unit " << table.unit << " x10^" << table.scale_power << "\n";
    for (const Cell& cell : table.cells)
      out << "  " << cell.row << "," << cell.column << "  " << cell.row_header << " | " << cell.column_header
          << " = " << cell.span.in(document.text) << "\n";
  }
  return out.str();
}

class GoldenOutline : public testing::TestWithParam<const char*> {};

TEST_P(GoldenOutline, IsAsWritten) {
  const Document document = outline_of(read_file(kFolder / (std::string(GetParam()) + ".txt")));
  ASSERT_FALSE(document.text.empty());
  EXPECT_EQ(broken_rule(document), "");
  const std::string printed = print(document);
  const auto golden = kFolder / (std::string(GetParam()) + ".outline");
  if (std::getenv("VRAAGBAAK_UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << printed;
  EXPECT_EQ(printed, read_file(golden));
}

INSTANTIATE_TEST_SUITE_P(Documents, GoldenOutline,
                         testing::Values("vlaamse-vraag", "federale-vraag", "kamervragen", "begrotingsgids"),
                         [](const auto& row) {
                           std::string name(row.param);
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace vraagbaak::indexer
