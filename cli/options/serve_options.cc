// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <string>

#include "cli/options/parts.h"

namespace vraagbaak::cli {

Subcommand add_serve(CLI::App& app, CommonOptions& common) {
  const auto options = std::make_shared<ServeOptions>();
  CLI::App& command = add_command(app, common, "serve", "Serve the web page and the HTTP interface",
                                  "  vraagbaak serve\n"
                                  "  vraagbaak serve --port 9000 --db parliament.db\n"
                                  "  vraagbaak serve --host 0.0.0.0 --token-file token.txt\n");
  command.add_option("--port", options->port, "The port; 0 for any that is free")
      ->type_name("N")
      ->capture_default_str();
  command
      .add_option("--host", options->host, "The address to listen on; another than loopback needs a token")
      ->type_name("H")
      ->capture_default_str();
  command
      .add_option("--token-file", options->token_file,
                  "A file with the token that every request must send, as Bearer or as the password")
      ->type_name("FILE");
  command.add_option("--threads", options->threads, "How many requests are worked at (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, std::size_t{64}));
  return {&command, [options](const CommonOptions&) -> CommandOptions { return *options; }};
}

}  // namespace vraagbaak::cli
