// SPDX-License-Identifier: EUPL-1.2
#include "cli/options.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/options/parts.h"
#include "cli/version.h"

namespace vraagbaak::cli {
namespace {

constexpr int kUsageError = 2;

struct Command {
  std::string_view name;
  Subcommand (*add)(CLI::App& app, CommonOptions& common);
};

// In the order in which help lists them.
constexpr std::array<Command, 17> kCommands = {{{"index", add_index},
                                                {"import", add_import},
                                                {"status", add_status},
                                                {"ask", add_ask},
                                                {"check", add_check},
                                                {"search", add_search},
                                                {"figures", add_figures},
                                                {"tables", add_tables},
                                                {"audit", add_audit},
                                                {"conflicts", add_conflicts},
                                                {"unanswered", add_unanswered},
                                                {"trend", add_trend},
                                                {"verify", add_verify},
                                                {"entities", add_entities},
                                                {"extract", add_extract},
                                                {"evaluate", add_evaluate},
                                                {"serve", add_serve}}};

// The commands that an argument may name.
std::vector<Command> named_commands(int argc, const char* const* argv) {
  std::vector<Command> named;
  std::ranges::copy_if(kCommands, std::back_inserter(named), [&](const Command& command) {
    return std::any_of(argv + 1, argv + argc, [&](const char* word) { return command.name == word; });
  });
  return named;
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

void finish_common(CommonOptions& common) {
  if (!common.db.empty()) return;
  const char* set = std::getenv("VRAAGBAAK_DB");
  common.db = set != nullptr && *set != '\0' ? set : "vraagbaak.db";
}

std::variant<Invocation, Farewell> parse(int argc, const char* const* argv, std::span<const Command> known) {
  CLI::App app{"Vraagbaak answers questions from Dutch parliamentary documents, each answer with its proof.",
               "vraagbaak"};
  CommonOptions common;
  app.footer(
      "Exit codes: 0 found or answered, 1 nothing found or not answered, 2 wrong usage or unreadable input.\n"
      "vraagbaak COMMAND --help has examples.");
  bool version = false;
  app.add_flag("--version", version, "Print the version");
  add_common(app, common);
  app.require_subcommand(0, 1);
  std::vector<Subcommand> commands;
  for (const Command& command : known) commands.push_back(command.add(app, common));
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
    finish_common(common);
    return Invocation{common, chosen()->finish(common)};
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

}  // namespace

std::variant<Invocation, Farewell> parse_command_line(int argc, const char* const* argv) {
  // To set up the options of all commands takes as long as a search in a small index: it is done for help and
  // for what is wrong.
  if (const auto named = named_commands(argc, argv); !named.empty()) {
    auto parsed = parse(argc, argv, named);
    if (std::holds_alternative<Invocation>(parsed)) return parsed;
  }
  return parse(argc, argv, kCommands);
}

}  // namespace vraagbaak::cli
