// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_index(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<IndexOptions>();
  CLI::App& command =
      add_command(app, common, "index", "Read documents into the index, or bring it up to date",
                  "  vraagbaak index documents/\n"
                  "  vraagbaak index --db parliament.db questions/ annexes/\n");
  command.add_option("PATH", options->paths, "Files and folders")->type_name("")->required();
  command.add_option("--threads", options->threads, "How many threads analyse (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, std::size_t{256}));
  command.add_flag("-q,--quiet", options->quiet, "No progress bar and no summary");
  command.add_flag("--ocr", options->ocr, "Read scanned PDFs with ocrmypdf, where it is installed (slow)");
  return {&command, [options](const CommonOptions&) -> CommandOptions {
            for (std::string& path : options->paths) path = unshield(path);
            return *options;
          }};
}

}  // namespace vraagbaak::cli
