// SPDX-License-Identifier: EUPL-1.2
#include "importer/fetcher.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "tests/importer/local_server.h"

namespace vraagbaak::importer {
namespace {

using std::chrono::milliseconds;
using testing_support::LocalServer;
using namespace std::chrono_literals;

// A fetcher whose waits take no time, and what they were.
struct Visit {
  explicit Visit(const LocalServer& server) : address(server.address()) {
    manners.between = 7ms;
    manners.first_wait = 100ms;
    manners.longest_wait = 10s;
    manners.tries = 3;
  }

  Result<std::string> get(const std::string& path, std::uint64_t largest = 1000) {
    auto destinations = Destinations::make({"dienst.nl"}, address);
    Fetcher fetcher(HttpClient("vraagbaak/proef"), std::move(destinations).value(), manners,
                    [this](milliseconds time) { waits.push_back(time); });
    return fetcher.get(path.starts_with('/') ? address + path : path, "application/json", largest);
  }

  std::string address;
  FetchManners manners;
  std::vector<milliseconds> waits;
};

TEST(Fetcher, BringsTheBodyAndSaysWhoAsks) {
  const LocalServer server([](const auto&) { return LocalServer::ok("inhoud"); });
  Visit visit(server);
  EXPECT_EQ(*visit.get("/lijst?a=1"), "inhoud");
  EXPECT_TRUE(visit.waits.empty());
  ASSERT_EQ(server.requests().size(), 1U);
  const auto asked = server.requests().front();
  EXPECT_EQ(asked.target, "/lijst?a=1");
  EXPECT_NE(asked.headers.find("User-Agent: vraagbaak/proef"), std::string::npos);
  EXPECT_NE(asked.headers.find("Accept: application/json"), std::string::npos);
}

TEST(Fetcher, WaitsBetweenRequests) {
  const LocalServer server([](const auto&) { return LocalServer::ok("x"); });
  auto destinations = Destinations::make({}, server.address());
  std::vector<milliseconds> waits;
  FetchManners manners;
  manners.between = 1500ms;
  Fetcher fetcher(HttpClient("x"), std::move(destinations).value(), manners,
                  [&waits](milliseconds time) { waits.push_back(time); });
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(fetcher.get(server.address() + "/", "*/*", 10));
  EXPECT_EQ(waits, (std::vector<milliseconds>{1500ms, 1500ms}));
}

// Answers so many times with `first`, then well.
LocalServer::Answer busy(int times, std::string first) {
  return [times, first = std::move(first)](const auto&) mutable {
    return times-- > 0 ? first : LocalServer::ok("goed");
  };
}

TEST(Fetcher, TriesAgainLaterAndLater) {
  const LocalServer server(busy(2, LocalServer::status("503 Service Unavailable")));
  Visit visit(server);
  EXPECT_EQ(*visit.get("/"), "goed");
  EXPECT_EQ(visit.waits, (std::vector<milliseconds>{100ms, 7ms, 200ms, 7ms}));
}

TEST(Fetcher, WaitsAsLongAsTheServerAsks) {
  const LocalServer server(busy(1, LocalServer::status("429 Too Many Requests", "", "Retry-After: 5\r\n")));
  Visit visit(server);
  EXPECT_EQ(*visit.get("/"), "goed");
  EXPECT_EQ(visit.waits, (std::vector<milliseconds>{5s, 7ms}));
}

TEST(Fetcher, LeavesAServerInPeaceThatAsksForHours) {
  const LocalServer server(
      busy(9, LocalServer::status("429 Too Many Requests", "", "Retry-After: 7200\r\n")));
  Visit visit(server);
  EXPECT_EQ(visit.get("/").problem().message(),
            visit.address + "/: the server answers 429 and asks for 7200 s of rest: try again later");
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST(Fetcher, GivesUpInTheEnd) {
  const LocalServer server(busy(9, LocalServer::status("503 Service Unavailable")));
  Visit visit(server);
  EXPECT_EQ(visit.get("/").problem().message(),
            visit.address + "/: the server answers 503 (3 tries): try again later");
  EXPECT_EQ(server.requests().size(), 3U);
}

TEST(Fetcher, TakesARefusalForAnAnswer) {
  const LocalServer server(busy(9, LocalServer::status("404 Not Found", "weg")));
  Visit visit(server);
  EXPECT_EQ(visit.get("/").problem().message(),
            visit.address + "/: the server answers 404: it is not there (any more)");
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST(Fetcher, FetchesAgainWhatBrokeOff) {
  const LocalServer server(busy(1, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
  Visit visit(server);
  EXPECT_EQ(*visit.get("/"), "goed");
  const LocalServer chunked(busy(9, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal"));
  Visit again(chunked);
  const auto broken = again.get("/");
  ASSERT_FALSE(broken);
  EXPECT_EQ(chunked.requests().size(), 3U);
}

TEST(Fetcher, RefusesWhatIsTooLarge) {
  const LocalServer told(busy(9, LocalServer::ok(std::string(3000, 'x'))));
  Visit visit(told);
  EXPECT_EQ(visit.get("/").problem().message(), visit.address + "/: is larger than 1 MiB: it is left out");
  EXPECT_EQ(told.requests().size(), 1U);
  const LocalServer untold(busy(9, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + std::string(3000, 'x')));
  EXPECT_FALSE(Visit(untold).get("/"));
  EXPECT_EQ(untold.requests().size(), 1U);
  EXPECT_EQ(Visit(untold).get("/", 3000)->size(), 3000U);
}

TEST(Fetcher, GivesUpASilentServer) {
  const LocalServer server([](const auto&) { return std::string(LocalServer::kSilence); });
  Visit visit(server);
  visit.manners.tries = 2;
  visit.manners.limits.whole = 50ms;
  EXPECT_EQ(visit.get("/").problem().message(),
            visit.address + "/: took too long (2 tries): try again later");
}

TEST(Fetcher, SaysWhereNobodyAnswers) {
  std::string address;
  {
    const LocalServer gone([](const auto&) { return LocalServer::ok(""); });
    address = gone.address();
  }
  const LocalServer other([](const auto&) { return LocalServer::ok(""); });
  Visit visit(other);
  visit.address = address;
  EXPECT_TRUE(visit.get("/").problem().message().starts_with(address + "/: cannot be reached ("));
}

TEST(Fetcher, FollowsRedirectsWithinTheService) {
  const LocalServer server([](const LocalServer::Request& request) {
    if (request.target == "/oud") return LocalServer::status("302 Found", "", "Location: /nieuw\r\n");
    if (request.target == "/nieuw")
      return LocalServer::status("301 Moved", "", "Location: https://dienst.nl/nieuwst\r\n");
    if (request.target == "/rond") return LocalServer::status("307 x", "", "Location: /rond\r\n");
    return LocalServer::ok(request.target);
  });
  Visit visit(server);
  EXPECT_EQ(*visit.get("/oud"), "/nieuwst");
  EXPECT_EQ(visit.get("/rond").problem().message(),
            visit.address + "/rond: redirects again and again: it is left out");
}

struct LeadsAwayCase {
  const char* name;
  std::string location;
};
class LeadsAway : public testing::TestWithParam<LeadsAwayCase> {};
TEST_P(LeadsAway, IsNotFollowed) {
  const LocalServer server(
      busy(1, LocalServer::status("302 Found", "", "Location: " + GetParam().location + "\r\n")));
  Visit visit(server);
  const auto answer = visit.get("/");
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.problem().message().find("it is not fetched"), std::string::npos)
      << answer.problem().message();
  EXPECT_EQ(answer.problem().message().find('\n'), std::string::npos);
  EXPECT_EQ(server.requests().size(), 1U);
}
INSTANTIATE_TEST_SUITE_P(Locations, LeadsAway,
                         testing::Values(LeadsAwayCase{"host", "http://elders.nl/"},
                                         LeadsAwayCase{"port", "http://127.0.0.1:1/"},
                                         LeadsAwayCase{"file", "file:///etc/passwd"},
                                         LeadsAwayCase{"gopher", "gopher://127.0.0.1/"},
                                         LeadsAwayCase{"password", "http://dienst.nl@elders.nl/"}),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::importer
