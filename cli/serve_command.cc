// SPDX-License-Identifier: EUPL-1.2
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "cli/command.h"
#include "model/error.h"
#include "store/page_memory.h"
#include "web/server/http_server.h"
#include "web/server/site.h"

namespace vraagbaak::cli {
namespace {

// Shorter ones can be guessed.
constexpr std::size_t kShortestToken = 16;

// Bytes of the index that all workers together keep: the postings of common words. The system keeps those of
// the file as well.
constexpr std::size_t kPageMemory = 64U << 20U;

std::string read_token(const std::string& file) {
  if (file.empty()) return "";
  std::ifstream stream(file, std::ios::binary);
  std::string token{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) throw Error("--token-file " + file, "cannot be read", "name a file with the token in it");
  while (!token.empty() && (token.back() == '\n' || token.back() == '\r' || token.back() == ' '))
    token.pop_back();
  const bool is_plain = std::ranges::all_of(token, [](char c) { return c > ' ' && c < '\x7F'; });
  if (token.size() < kShortestToken || !is_plain) {
    throw Error("--token-file " + file, "holds no token of at least 16 letters and digits on one line",
                "make one with: openssl rand -hex 32");
  }
  return token;
}

// The signals that end the program are taken by wait() alone: they are blocked before any thread starts.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals_, signal);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void wait() const {
    int signal = 0;
    while (sigwait(&signals_, &signal) != 0) {
    }
  }

 private:
  sigset_t signals_{};
};

std::string address_of(const std::string& host, std::uint16_t port) {
  const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return "http://" + name + ":" + std::to_string(port) + "/";
}

}  // namespace

int run(const ServeOptions& options, Context& context) {
  const std::string token = read_token(options.token_file);
  if (token.empty() && !web::is_loopback(options.host)) {
    throw Error("--host " + options.host, "can be reached from other machines",
                "add --token-file FILE with the token that they must send");
  }
  const EndSignals signals;
  web::ServerLimits limits;
  const std::size_t threads = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
  limits.workers = std::max<std::size_t>(2, threads);  // one slow request must not stop the others
  store::bound_page_memory(kPageMemory);
  web::Site site({context.options.db, {options.host, token}, limits.workers}, context.dictionaries);
  if (site.presence() != web::IndexPresence::there) {
    context.console.complain(context.options.db +
                             (site.presence() == web::IndexPresence::building
                                  ? ": is being built: it is served as soon as it is there"
                                  : ": there is no index yet: it is served as soon as `vraagbaak index` made "
                                    "it"));
  }
  std::atomic<const web::HttpServer*> running = nullptr;
  site.set_gauges([&] {
    const web::HttpServer* server = running;
    return server == nullptr ? web::Metrics::Gauges{}
                             : web::Metrics::Gauges{server->open_connections(), server->waiting_requests()};
  });
  web::HttpServer server(
      options.host, options.port, limits,
      {[&](const web::HttpRequest& request) { return site.prompt(request); },
       [&](const web::HttpRequest& request, std::size_t worker) { return site.answer(request, worker); },
       [&](std::size_t worker) { site.interrupt(worker); },
       [&](const web::HttpRequest& request, const web::Refusal& refusal) {
         return site.refuse(request, refusal);
       }});
  running = &server;
  context.console.print_line("Vraagbaak: " + address_of(options.host, server.port()));
  context.console.flush();
  signals.wait();
  server.stop();
  return kFound;
}

}  // namespace vraagbaak::cli
