// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/program.h"

namespace vraagbaak {
namespace {

using CommandLine = ProgramTest;

TEST_F(CommandLine, HelpAndVersionGoToStdout) {
  const RunResult help = run({"--help"});
  EXPECT_EQ(help.code, 0);
  for (const char* command : {"index", "status", "ask", "search", "figures", "entities", "extract"}) {
    EXPECT_NE(help.out.find(command), std::string::npos) << command;
    const RunResult own = run({command, "--help"});
    EXPECT_EQ(own.code, 0) << command;
    EXPECT_NE(own.out.find(std::string("vraagbaak ") + command), std::string::npos) << own.out;
    EXPECT_NE(own.out.find("Examples:"), std::string::npos) << command;
    EXPECT_TRUE(own.err.empty()) << own.err;
  }
  const RunResult version = run({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_TRUE(version.out.starts_with("vraagbaak ")) << version.out;
}

TEST_F(CommandLine, WrongUsageIsOneLineAndTwo) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"serch", "haven"},
                                             {"search"},
                                             {"search", "--limit", "veel", "haven"},
                                             {"search", "--limit", "0", "haven"},
                                             {"search", "--batch", "-", "haven"},
                                             {"ask"},
                                             {"index"},
                                             {"index", ".", "--exclude", ""},
                                             {"extract", "--onbekend"},
                                             {"extract", "--reference-date", "2022-02-30", "-"},
                                             {"extract", "--reference-date", "2022", "-"},
                                             {"figures", "--kind", "vis"},
                                             {"figures", "--min", "veel"},
                                             {"figures", "--year", "laatst"},
                                             {"entities", "--kind", "dier"},
                                             {"--json"},
                                             {"--color", "paars", "ask", "x"}}) {
    const RunResult wrong = run(arguments);
    expect_one_clear_line(wrong);
    EXPECT_TRUE(wrong.out.empty()) << wrong.out;
  }
}

TEST_F(CommandLine, SuggestsTheNearestCommand) {
  EXPECT_NE(run({"serch"}).err.find("did you mean search?"), std::string::npos);
  EXPECT_EQ(run({"fotosynthese"}).err.find("did you mean"), std::string::npos);
}

TEST_F(CommandLine, WithoutACommandPrintsHelpOnStderr) {
  const RunResult bare = run({});
  EXPECT_EQ(bare.code, 2);
  EXPECT_TRUE(bare.out.empty());
  EXPECT_NE(bare.err.find("Usage:"), std::string::npos);
}

TEST_F(CommandLine, AFullDiskIsSaid) {
  const RunResult full = run({"extract", "--json", "-"}, "Het kost 3 euro.", "/dev/full");
  expect_one_clear_line(full);
  EXPECT_NE(full.err.find("stdout"), std::string::npos);
}

TEST_F(CommandLine, DictionariesThatAreNotThereAreSaid) {
  expect_one_clear_line(run({"extract", "--dictionaries", "nergens", "-"}));
}

TEST_F(CommandLine, ABrokenDictionaryIsNamedWithItsLine) {
  write("mine/nl/abbreviations.tsv", "geen kop\n");
  const RunResult broken = run({"extract", "--dictionaries", "mine", "-"}, "Tekst.");
  expect_one_clear_line(broken);
  EXPECT_NE(broken.err.find("abbreviations.tsv"), std::string::npos) << broken.err;
}

// A command sets up its own options only; words that are commands' names as well are words.
TEST_F(CommandLine, WordsMayBeNamesOfCommands) {
  write("docs/a.txt", "De haven ask search index status groeit.");
  ASSERT_EQ(run({"index", "docs"}).code, 0);
  EXPECT_EQ(run({"search", "haven", "--json", "--limit", "1"}).code, 0);
  EXPECT_EQ(run({"--json", "search", "--", "haven", "groeit"}).code, 0);
  const RunResult quoted = run({"search", "haven ask search"});
  EXPECT_EQ(quoted.code, 0) << quoted.err;
}

// The program is one file; without what lies beside it words are split less well, and that is all.
TEST_F(CommandLine, ACopyOfTheProgramAloneDoesAll) {
  write("docs/a.txt", "De bouw van de brug kostte 3 miljoen euro.");
  std::filesystem::copy_file(VRAAGBAAK_BINARY, path("alone"));
  const auto alone = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), path("alone"));
    return run_program(arguments);
  };
  EXPECT_EQ(alone({"index", "docs", "--db", "a.db"}).code, 0);
  EXPECT_EQ(alone({"search", "brug", "--db", "a.db"}).code, 0);
  EXPECT_EQ(alone({"ask", "Hoeveel kostte de brug?", "--db", "a.db"}).code, 0);
  EXPECT_EQ(alone({"check", "De brug kostte 3 miljoen euro.", "--db", "a.db"}).code, 0);
  EXPECT_EQ(alone({"status", "--db", "a.db"}).code, 0);
}

struct MissingIndexCase {
  const char* name;
  std::vector<std::string> arguments;
};
class MissingIndex : public ProgramTest, public testing::WithParamInterface<MissingIndexCase> {};
TEST_P(MissingIndex, IsSaidWithTheMend) {
  const RunResult missing = run(GetParam().arguments);
  expect_one_clear_line(missing);
  EXPECT_NE(missing.err.find("vraagbaak.db"), std::string::npos) << missing.err;
  EXPECT_NE(missing.err.find("index"), std::string::npos) << missing.err;
}
INSTANTIATE_TEST_SUITE_P(EveryReader, MissingIndex,
                         testing::Values(MissingIndexCase{"ask", {"ask", "hoeveel"}},
                                         MissingIndexCase{"status", {"status"}},
                                         MissingIndexCase{"search", {"search", "haven", "--json"}},
                                         MissingIndexCase{"figures", {"figures"}},
                                         MissingIndexCase{"entities", {"entities"}}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST_F(CommandLine, AFileThatIsNoIndexIsLeftAlone) {
  write("brief.db", "Geachte mevrouw, dit is geen databank maar een brief van enkele regels.\n");
  const std::string before = content(path("brief.db"));
  expect_one_clear_line(run({"search", "--db", "brief.db", "haven"}));
  write("docs/a.txt", "De haven groeit.");
  expect_one_clear_line(run({"index", "--db", "brief.db", "docs"}));
  EXPECT_EQ(content(path("brief.db")), before);
}

}  // namespace
}  // namespace vraagbaak
