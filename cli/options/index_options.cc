// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>
#include <vector>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_index(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<IndexOptions>();
  CLI::App& command = add_command(
      app, common, "index", "Read documents into the index, or bring it up to date",
      "  vraagbaak index documents/\n"
      "  vraagbaak index --db parliament.db questions/ annexes/\n"
      "  vraagbaak index documents/ --include '*.pdf' --exclude concept/\n"
      "  vraagbaak index documents/ --watch\n\n"
      "Only new and changed files are read. A file that was renamed or moved keeps its document, files with\n"
      "the same content are one document, and what is gone or excluded goes out of the index.\n"
      "Ctrl-C stops; what was read is kept, and the same command goes on (exit code 130).\n\n"
      "Patterns, against the path below PATH:\n"
      "  *  any characters but /     **  any characters     ?  one character but /     [a-z] [!a]  one of a "
      "set\n"
      "  *.pdf        a name, in any folder        2017/*.pdf   with a /: the whole path\n"
      "  concept/     a folder and all in it       **/bijlage*  in any folder; \\* is an asterisk\n"
      "What --exclude fits is left out, whatever --include says. Names that begin with a dot always are.\n");
  command.add_option("PATH", options->paths, "Files and folders")->type_name("")->required();
  command.add_option("--include", options->include, "Only files and folders that fit; may be given again")
      ->type_name("PATTERN")
      ->expected(1)
      ->take_all();
  command.add_option("--exclude", options->exclude, "Not what fits; may be given again")
      ->type_name("PATTERN")
      ->expected(1)
      ->take_all();
  command.add_flag("--watch", options->watch, "Go on following changes, until Ctrl-C");
  command.add_option("--threads", options->threads, "How many threads analyse (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, std::size_t{256}));
  command.add_flag("--ocr", options->ocr, "Read scanned PDFs with ocrmypdf, where it is installed (slow)");
  command.add_flag("--retry", options->retry, "Try again what could not be read and has not changed since");
  CLI::Option* quiet = command.add_flag("-q,--quiet", options->quiet, "No progress bar and no summary");
  command
      .add_flag("-v,--verbose", options->verbose, "Name each file that is added, changed, renamed, removed")
      ->excludes(quiet);
  return {&command, [options](const CommonOptions&) -> CommandOptions {
            for (auto* arguments : {&options->paths, &options->include, &options->exclude})
              for (std::string& argument : *arguments) argument = unshield(argument);
            return *options;
          }};
}

}  // namespace vraagbaak::cli
