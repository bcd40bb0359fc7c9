// SPDX-License-Identifier: EUPL-1.2
// The server over real sockets, with handlers that need no index.
#include "web/server/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "model/error.h"

namespace vraagbaak::web {
namespace {

// One connection; reads give up after ten seconds, which only a fault takes.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool is_open() const { return is_open_; }
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  // Everything until the server closes.
  std::string read_all() const {
    std::string all;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket_, buffer, sizeof buffer, 0)) > 0;)
      all.append(buffer, static_cast<std::size_t>(got));
    return all;
  }

 private:
  int socket_;
  bool is_open_ = false;
};

Handlers echo() {
  return {
      [](const HttpRequest& request) -> std::optional<HttpResponse> {
        if (request.target == "/prompt") return HttpResponse{200, "text/plain", "prompt", {}};
        return std::nullopt;
      },
      [](const HttpRequest& request, std::size_t) {
        return HttpResponse{
            200, "text/plain", request.method + " " + request.target + " " + request.body, {{"X-Test", "1"}}};
      },
      [](std::size_t) {},
      [](const HttpRequest&, const Refusal& refusal) {
        return HttpResponse{refusal.status, "text/plain", refusal.code, {}};
      }};
}

std::string ask(const HttpServer& server, const std::string& request) {
  const Client client(server.port());
  client.send(request);
  return client.read_all();
}

std::string get(const std::string& target, const std::string& method = "GET") {
  return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
}

TEST(HttpServer, AnswersOnWorkersAndAtOnce) {
  const HttpServer server("127.0.0.1", 0, {}, echo());
  const std::string worked = ask(server, get("/a%20b?q=1"));
  EXPECT_TRUE(worked.starts_with("HTTP/1.1 200")) << worked;
  EXPECT_TRUE(worked.ends_with("GET /a%20b?q=1 ")) << worked;
  EXPECT_NE(worked.find("X-Test: 1"), std::string::npos);
  EXPECT_TRUE(ask(server, get("/prompt")).ends_with("prompt"));
}

TEST(HttpServer, HeadHasNoBodyAndPostHasOne) {
  const HttpServer server("127.0.0.1", 0, {}, echo());
  EXPECT_TRUE(ask(server, get("/x", "HEAD")).ends_with("\r\n\r\n"));
  EXPECT_TRUE(ask(server, "POST /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc")
                  .ends_with("POST /x abc"));
  EXPECT_TRUE(ask(server, get("/x", "DELETE")).starts_with("HTTP/1.1 405"));
}

TEST(HttpServer, SizesAreBounded) {
  ServerLimits limits;
  limits.body = 1000;
  limits.target = 500;
  limits.request_head = 8192;
  const HttpServer server("127.0.0.1", 0, limits, echo());
  EXPECT_TRUE(ask(server, get("/" + std::string(600, 'a'))).starts_with("HTTP/1.1 414"));
  EXPECT_TRUE(ask(server, "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2000\r\n\r\n")
                  .starts_with("HTTP/1.1 413"));
  const std::string chunk = "400\r\n" + std::string(1024, 'a') + "\r\n";
  EXPECT_TRUE(
      ask(server, "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" +
                      chunk + "0\r\n\r\n")
          .starts_with("HTTP/1.1 413"));
  const std::string huge =
      ask(server, "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n");
  EXPECT_TRUE(huge.starts_with("HTTP/1.1 4")) << huge;
  EXPECT_TRUE(ask(server, get("/prompt")).ends_with("prompt"));
}

TEST(HttpServer, NonsenseIsRefused) {
  const HttpServer server("127.0.0.1", 0, {}, echo());
  for (const std::string& bytes :
       {std::string("\r\n\r\n\r\n"), std::string("GET\r\n\r\n"), std::string(64, '\0'),
        std::string("\x16\x03\x01\x02\x00", 5), std::string("GET / HTTP/9.9\r\n\r\n"),
        std::string("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n"),
        std::string("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n")}) {
    const Client client(server.port());
    client.send(bytes);
  }
  EXPECT_TRUE(ask(server, get("/prompt")).ends_with("prompt"));
}

TEST(HttpServer, SlowClientsAreClosedAndStopNobody) {
  ServerLimits limits;
  limits.request = std::chrono::seconds(1);
  const HttpServer server("127.0.0.1", 0, limits, echo());
  std::vector<std::unique_ptr<Client>> slow;
  for (int i = 0; i < 50; ++i) {
    slow.push_back(std::make_unique<Client>(server.port()));
    ASSERT_TRUE(slow.back()->send("GET / HTTP/1.1\r\nHos"));
  }
  EXPECT_TRUE(ask(server, get("/x")).starts_with("HTTP/1.1 200"));
  for (const auto& client : slow) EXPECT_EQ(client->read_all(), "");  // closed, not given up
}

TEST(HttpServer, BusyIsSaidAndOthersAreServed) {
  std::latch go(1);
  ServerLimits limits;
  limits.workers = 1;
  limits.waiting = 1;
  Handlers handlers = echo();
  std::atomic<int> begun = 0;
  handlers.answer = [&](const HttpRequest&, std::size_t) {
    ++begun;
    go.wait();
    return HttpResponse{200, "text/plain", "done", {}};
  };
  const HttpServer server("127.0.0.1", 0, limits, handlers);
  const Client first(server.port());
  first.send(get("/1"));
  while (begun == 0) std::this_thread::yield();
  const Client second(server.port());
  second.send(get("/2"));
  while (server.waiting_requests() == 0) std::this_thread::yield();
  EXPECT_TRUE(ask(server, get("/3")).starts_with("HTTP/1.1 503"));
  EXPECT_TRUE(ask(server, get("/prompt")).ends_with("prompt"));
  go.count_down();
  EXPECT_TRUE(first.read_all().ends_with("done"));
  EXPECT_TRUE(second.read_all().ends_with("done"));
}

TEST(HttpServer, StopEndsWhatIsAtWork) {
  std::atomic<bool> interrupted = false;
  std::atomic<bool> begun = false;
  Handlers handlers = echo();
  handlers.answer = [&](const HttpRequest&, std::size_t) {
    begun = true;
    while (!interrupted) std::this_thread::yield();
    return HttpResponse{503, "text/plain", "ended", {}};
  };
  handlers.interrupt = [&](std::size_t) { interrupted = true; };
  HttpServer server("127.0.0.1", 0, {}, handlers);
  const Client client(server.port());
  client.send(get("/"));
  while (!begun) std::this_thread::yield();
  const Client idle(server.port());
  server.stop();
  EXPECT_TRUE(interrupted);
}

TEST(HttpServer, APortInUseIsAnError) {
  const HttpServer server("127.0.0.1", 0, {}, echo());
  EXPECT_THROW(HttpServer("127.0.0.1", server.port(), {}, echo()), Error);
  EXPECT_THROW(HttpServer("geen geldige naam", 0, {}, echo()), Error);
}

TEST(HttpServer, ManyAtOnceAreAllAnswered) {
  const HttpServer server("127.0.0.1", 0, {}, echo());
  std::atomic<int> answered = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 25; ++round)
        answered += ask(server, get("/x")).starts_with("HTTP/1.1 200") ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(answered, 200);
}

}  // namespace
}  // namespace vraagbaak::web
