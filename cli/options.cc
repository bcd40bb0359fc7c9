// SPDX-License-Identifier: EUPL-1.2
// The only file that includes CLI11. It parses; we dispatch ourselves.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <memory>
#include <utility>

#include "cli/version.h"

namespace vraagbaak::cli {
namespace {

constexpr int kUsageError = 2;

// CLI11 takes an argument such as "[a,b]" for a list and strips the brackets. A query may look like that, so
// arguments that begin with '[' travel behind this mark, which no shell user types.
constexpr char kBracketMark = '\x01';

std::string shield(std::string argument) {
  if (argument.starts_with('[')) argument.insert(argument.begin(), kBracketMark);
  return argument;
}

std::string unshield(std::string argument) {
  if (!argument.empty() && argument.front() == kBracketMark) argument.erase(argument.begin());
  return argument;
}

// What CLI11 fills in before the values get their types.
struct Raw {
  CommonOptions common;
  std::string color;
  std::string reference_date;
  ExtractOptions extract;
};

using Finish = std::function<CommandOptions(Raw&)>;

struct Subcommand {
  CLI::App* app;
  Finish finish;
};

void add_common(CLI::App& app, Raw& raw) {
  app.add_option("--db", raw.common.db, "The index file (default: $VRAAGBAAK_DB, else vraagbaak.db)")
      ->type_name("FILE");
  app.add_option("--dictionaries", raw.common.dictionaries,
                 "Lay a folder of dictionaries over the built-in ones")
      ->type_name("DIR");
  app.add_flag("--json", raw.common.json, "Print JSON on stdout and nothing else there");
  app.add_option("--color", raw.color, "Colour: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

CLI::App& add_command(CLI::App& app, Raw& raw, const std::string& name, const std::string& purpose,
                      const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, purpose);
  add_common(*command, raw);
  command->footer("Examples:\n" + examples);
  return *command;
}

[[noreturn]] void usage(const std::string& option, const std::string& wrong) {
  throw CLI::ValidationError(option, wrong);
}

Subcommand add_extract(CLI::App& app, Raw& raw) {
  CLI::App& command = add_command(app, raw, "extract", "Show what is read in a text; needs no index",
                                  "  vraagbaak extract vraag.txt\n"
                                  "  vraagbaak extract --json vraag.txt | jq .figures\n"
                                  "  echo 'Het kost 2,5 miljoen euro.' | vraagbaak extract --lines -\n");
  command.add_option("FILE", raw.extract.files, "Files; - is stdin (default)")->type_name("");
  command.add_flag("--lines", raw.extract.lines, "Every line is a text of its own");
  command
      .add_option("--reference-date", raw.reference_date, "The day that gisteren, vorig jaar … count from")
      ->type_name("YYYY-MM-DD");
  return {&command, [](Raw& read) -> CommandOptions {
            for (std::string& file : read.extract.files) file = unshield(file);
            if (read.extract.files.empty()) read.extract.files.emplace_back("-");
            if (!read.reference_date.empty()) {
              const auto date = PartialDate::parse_iso(read.reference_date);
              if (!date || date->year == 0 || date->day == 0) {
                usage("--reference-date", read.reference_date + " is no day: such as 2022-06-17");
              }
              read.extract.reference_date = date;
            }
            return read.extract;
          }};
}

std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, substituted}));
    }
  }
  return row[b.size()];
}

// "serch" -> " (did you mean search?)"; empty where nothing is near.
std::string suggestion(const std::string& word, const std::vector<Subcommand>& commands) {
  constexpr std::size_t kFurthest = 2;  // typing errors that still point to one command
  if (word.size() > 20) return "";
  std::string nearest;
  std::size_t least = kFurthest + 1;
  for (const Subcommand& command : commands) {
    const std::size_t distance = edit_distance(word, command.app->get_name());
    if (distance < least) {
      least = distance;
      nearest = command.app->get_name();
    }
  }
  return nearest.empty() ? "" : " (did you mean " + nearest + "?)";
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return text;
}

Farewell refuse(const CLI::App* chosen, const std::string& what) {
  const std::string name = chosen == nullptr ? "vraagbaak" : "vraagbaak " + chosen->get_name();
  return {kUsageError, "vraagbaak: " + one_line(what) + ": see " + name + " --help\n"};
}

CommonOptions finish_common(Raw& raw) {
  CommonOptions common = raw.common;
  if (common.db.empty()) {
    const char* set = std::getenv("VRAAGBAAK_DB");
    common.db = set != nullptr && *set != '\0' ? set : "vraagbaak.db";
  }
  common.color = raw.color == "always"  ? ColorMode::always
                 : raw.color == "never" ? ColorMode::never
                                        : ColorMode::automatic;
  return common;
}

}  // namespace

std::variant<Invocation, Farewell> parse_command_line(int argc, const char* const* argv) {
  CLI::App app{"Vraagbaak answers questions from Dutch parliamentary documents, each answer with its proof.",
               "vraagbaak"};
  Raw raw;
  app.footer(
      "Exit codes: 0 found or answered, 1 nothing found or not answered, 2 wrong usage or unreadable input.\n"
      "vraagbaak COMMAND --help has examples.");
  bool version = false;
  app.add_flag("--version", version, "Print the version");
  add_common(app, raw);
  app.require_subcommand(0, 1);
  const std::vector<Subcommand> commands = {add_extract(app, raw)};
  const auto chosen = [&]() -> const Subcommand* {
    const auto found = std::ranges::find_if(commands, [](const Subcommand& c) { return c.app->parsed(); });
    return found == commands.end() ? nullptr : &*found;
  };
  const auto chosen_app = [&]() -> const CLI::App* { return chosen() == nullptr ? nullptr : chosen()->app; };

  std::vector<std::string> arguments;  // CLI11 takes them last first
  for (int i = argc - 1; i > 0; --i) arguments.push_back(shield(argv[i]));
  const std::string first = arguments.empty() ? "" : unshield(arguments.back());
  try {
    app.parse(arguments);
    if (version) return Farewell{0, std::string("vraagbaak ") + kVersion + "\n"};
    if (chosen() == nullptr) {
      return arguments.empty() && argc > 1
                 ? Farewell{kUsageError, "vraagbaak: a command is missing: see vraagbaak --help\n"}
                 : Farewell{kUsageError, app.help()};
    }
    return Invocation{finish_common(raw), chosen()->finish(raw)};
  } catch (const CLI::CallForHelp&) {
    return Farewell{0, chosen() == nullptr ? app.help() : chosen()->app->help("vraagbaak")};
  } catch (const CLI::ExtrasError& error) {
    if (chosen() == nullptr && !first.starts_with('-')) {
      return Farewell{kUsageError, "vraagbaak: " + one_line(first) + ": there is no such command" +
                                       suggestion(first, commands) + ": vraagbaak --help lists them\n"};
    }
    return refuse(chosen_app(), error.what());
  } catch (const CLI::ParseError& error) {
    return refuse(chosen_app(), error.what());
  }
}

}  // namespace vraagbaak::cli
