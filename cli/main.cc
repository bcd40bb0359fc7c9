// SPDX-License-Identifier: EUPL-1.2
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <new>
#include <variant>

#include "analysis/dictionary/dictionary_source.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/options.h"
#include "model/error.h"

namespace vraagbaak::cli {
namespace {

int run_command(const Invocation& invocation, Console& console) {
  const auto dictionaries = invocation.common.dictionaries.empty()
                                ? analysis::DictionarySource::built_in()
                                : analysis::DictionarySource::with_folder(invocation.common.dictionaries);
  Context context{invocation.common, console, dictionaries};
  const int code = std::visit([&](const auto& options) { return run(options, context); }, invocation.command);
  console.flush();
  return code;
}

int run_program(int argc, const char* const* argv) {
  const auto parsed = parse_command_line(argc, argv);
  if (const auto* farewell = std::get_if<Farewell>(&parsed)) {
    std::FILE* stream = farewell->code == 0 ? stdout : stderr;
    std::fputs(farewell->text.c_str(), stream);
    return farewell->code;
  }
  const auto& invocation = std::get<Invocation>(parsed);
  Console console(invocation.common.color);
  try {
    return run_command(invocation, console);
  } catch (const ReaderGone&) {
    return kFound;  // `| head` has what it wanted
  } catch (const Error& error) {
    console.complain(error.what());
  } catch (const std::bad_alloc&) {
    console.complain("memory: there is not enough of it: try smaller input");
  } catch (const std::exception& error) {
    console.complain(std::string("internal error: ") + error.what() + ": please report it with what you ran");
  }
  return kUnusable;
}

}  // namespace
}  // namespace vraagbaak::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows as a failed write, see console.h
  std::ios::sync_with_stdio(false);
  return vraagbaak::cli::run_program(argc, argv);
}
