// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace vraagbaak::testing_support {

// A server on a free port of this machine that answers with the bytes a test wants, right or wrong. One
// connection after the other, one request each.
class LocalServer {
 public:
  struct Request {
    std::string target;   // "/sru?query=…"
    std::string headers;  // as they came
  };
  using Answer = std::function<std::string(const Request&)>;

  // An answer that never comes: the connection stays open until the client has had enough.
  static constexpr std::string_view kSilence = "silence";

  explicit LocalServer(Answer answer) : answer_(std::move(answer)) {
    // A proxy of the environment would stand between the tests and this machine.
    for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
      ::unsetenv(name);
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof here;
    auto* address = reinterpret_cast<sockaddr*>(&here);
    if (listener_ < 0 || ::bind(listener_, address, size) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, address, &size) != 0) {
      throw std::runtime_error("no local server");
    }
    port_ = ntohs(here.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~LocalServer() {
    stopping_ = true;
    thread_.join();
    ::close(listener_);
  }
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;

  std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }

  // What was asked so far.
  std::vector<Request> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

  static std::string ok(std::string_view body, const std::string& more = "") {
    return status("200 OK", body, more);
  }
  static std::string status(const std::string& status, std::string_view body = "",
                            const std::string& more = "") {
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + more + "\r\n" + std::string(body);
  }

 private:
  static constexpr int kTick = 20;  // milliseconds; how soon an end is noticed

  bool wait_for(int socket) const {
    pollfd waiting{socket, POLLIN, 0};
    while (!stopping_) {
      if (::poll(&waiting, 1, kTick) > 0) return true;
    }
    return false;
  }

  void serve() {
    while (wait_for(listener_)) {
      const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) continue;
      answer(client);
      ::close(client);
    }
  }

  void answer(int client) {
    std::string head;
    char block[4096];
    while (head.find("\r\n\r\n") == std::string::npos && wait_for(client)) {
      const ssize_t count = ::recv(client, block, sizeof block, 0);
      if (count <= 0) return;
      head.append(block, static_cast<std::size_t>(count));
    }
    const std::size_t begin = head.find(' ') + 1;
    const Request request{head.substr(begin, head.find(' ', begin) - begin),
                          head.substr(head.find("\r\n") + 2)};
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(request);
    }
    const std::string bytes = answer_(request);
    if (bytes == kSilence) {
      while (wait_for(client) && ::recv(client, block, sizeof block, 0) > 0) {
      }
      return;
    }
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t count = ::send(client, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
      if (count <= 0) return;
      at += static_cast<std::size_t>(count);
    }
    ::shutdown(client, SHUT_WR);
    while (wait_for(client) && ::recv(client, block, sizeof block, 0) > 0) {
    }
  }

  Answer answer_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::vector<Request> requests_;
  std::thread thread_;
};

}  // namespace vraagbaak::testing_support
