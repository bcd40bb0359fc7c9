// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "importer/destinations.h"
#include "importer/http_client.h"
#include "model/result.h"

namespace vraagbaak::importer {

// How a service is treated. The times are what its operators ask of clients that fetch in bulk, or slower.
struct FetchManners {
  std::chrono::milliseconds between{1000};     // requests
  int tries = 5;                               // of one request
  std::chrono::milliseconds first_wait{2000};  // before the second try; twice as long before each further one
  std::chrono::milliseconds longest_wait{60'000};  // a server that asks for more is left in peace
  int redirects = 5;
  HttpLimits limits;
};

// Fetches from a service with its manners: one request at a time, with a wait between them; again, later and
// later, where the server is busy (429, 503 …) or the line broke; as late as the server asks (Retry-After).
class Fetcher {
 public:
  using Wait = std::function<void(std::chrono::milliseconds)>;

  // `wait` lets the time pass.
  Fetcher(HttpClient client, Destinations destinations, FetchManners manners, Wait wait);

  // The body behind an address that the service named. A Problem where it leads elsewhere, the server refuses
  // it or does not answer in the end, or it is larger than `largest` bytes. The body may be empty.
  Result<std::string> get(const std::string& address, const std::string& accept, std::uint64_t largest);

 private:
  HttpClient client_;
  Destinations destinations_;
  FetchManners manners_;
  Wait wait_;
  bool is_first_ = true;
};

}  // namespace vraagbaak::importer
