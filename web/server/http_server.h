// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "web/server/http_message.h"

namespace vraagbaak::web {

// What the server grants one client, and all together.
struct ServerLimits {
  std::size_t connections = 512;
  std::size_t connections_of_one_address = 256;
  std::size_t request_head = 256 * 1024;   // bytes of request line and headers
  std::size_t target = 64 * 1024;          // bytes of path and query
  std::size_t body = 1024 * 1024;          // bytes
  std::chrono::seconds idle{15};           // without a byte
  std::chrono::seconds request{30};        // for a whole request to arrive, however slowly it drips
  std::chrono::seconds response{300};      // for a whole response to be fetched
  std::size_t waiting = 128;               // requests that wait for a worker
  std::chrono::milliseconds work{10'000};  // for one request
  std::size_t workers = 2;
};

// What answers the requests. All may be called from several threads at once.
struct Handlers {
  // On the thread that serves all connections: what needs no work (refusals, files). nullopt: answer() does.
  std::function<std::optional<HttpResponse>(const HttpRequest&)> prompt;
  // On a worker, numbered from 0. Must not throw.
  std::function<HttpResponse(const HttpRequest&, std::size_t worker)> answer;
  // Ends what that worker is doing, from another thread.
  std::function<void(std::size_t worker)> interrupt;
  // The response to a request that is not carried out.
  std::function<HttpResponse(const HttpRequest&, const Refusal&)> refuse;
};

// Serves HTTP/1.1 on one address, from the constructor on until stop() or the destructor. Connections are
// served by one thread that never waits for work; the work is done by a pool. GET, HEAD and POST.
class HttpServer {
 public:
  // `port` 0: any that is free. Throws Error where the address cannot be listened on.
  HttpServer(const std::string& host, std::uint16_t port, const ServerLimits& limits, Handlers handlers);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;
  std::size_t open_connections() const;
  std::size_t waiting_requests() const;
  // Takes no more requests, ends those at work, closes all connections.
  void stop();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace vraagbaak::web
