// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace vraagbaak::importer {

// What one request may take. Beyond it, it is given up.
struct HttpLimits {
  std::uint64_t body = 64U << 20;  // bytes, unpacked
  std::chrono::milliseconds connect{20'000};
  std::chrono::milliseconds whole{600'000};  // from the beginning to the last byte
  std::chrono::seconds stalled{60};          // without a byte
};

struct HttpAnswer {
  int status = 0;
  std::string body;
  std::string redirect;                             // where a redirect leads, made absolute; else empty
  std::optional<std::chrono::seconds> retry_after;  // as the server asks
};

// No answer, or not all of it.
struct HttpFailure {
  std::string what;      // in plain words: "cannot be reached (…)"
  bool passing = false;  // another try may go better
};

// GET over HTTP and HTTPS, one request at a time over a connection that is kept. Speaks no other protocol,
// follows no redirect by itself, sends no cookies and no password. Proxies are those of the environment
// (https_proxy …). Not shared between threads.
class HttpClient {
 public:
  // `user_agent` is sent with each request. Throws Error where libcurl cannot start.
  explicit HttpClient(std::string user_agent);
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) = delete;

  // `address` as Destinations permits it; `accept` is the media type asked for.
  std::variant<HttpAnswer, HttpFailure> get(const std::string& address, const std::string& accept,
                                            const HttpLimits& limits);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace vraagbaak::importer
