// SPDX-License-Identifier: EUPL-1.2
#include "web/server/access.h"

#include <gtest/gtest.h>

namespace vraagbaak::web {
namespace {

int status(const std::string& host, const AccessRules& rules, const std::string& authorization = "") {
  HttpRequest request;
  request.host = host;
  request.authorization = authorization;
  const auto refusal = refuse_access(request, rules);
  return refusal ? refusal->status : 200;
}

struct HostCase {
  const char* name;
  std::string host;
  int status;
};
class Host : public testing::TestWithParam<HostCase> {};
TEST_P(Host, IsChecked) {
  EXPECT_EQ(status(GetParam().host, {}), GetParam().status);
}
INSTANTIATE_TEST_SUITE_P(
    Access, Host,
    testing::Values(HostCase{"address", "127.0.0.1:8080", 200}, HostCase{"name", "localhost", 200},
                    HostCase{"capitals", "LocalHost:9", 200}, HostCase{"six", "[::1]:8080", 200},
                    HostCase{"elsewhere", "evil.example", 421},
                    HostCase{"looks_alike", "localhost.evil.example", 421}, HostCase{"none", "", 400},
                    HostCase{"no_port", "localhost:abc", 400}, HostCase{"markup", "<script>", 400},
                    HostCase{"open_bracket", "[::1", 400}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Access, TokenComesAsBearerOrPassword) {
  const AccessRules rules{"0.0.0.0", "0123456789abcdef"};
  EXPECT_EQ(status("persdienst.example:8080", rules), 401);
  EXPECT_EQ(status("persdienst.example", rules, "Bearer 0123456789abcdef"), 200);
  EXPECT_EQ(status("persdienst.example", rules, "bearer 0123456789abcdef"), 200);
  EXPECT_EQ(status("persdienst.example", rules, "Bearer 0123456789abcde"), 401);
  EXPECT_EQ(status("persdienst.example", rules, "Bearer 0123456789abcdef0"), 401);
  EXPECT_EQ(status("persdienst.example", rules, "Bearer "), 401);
  EXPECT_EQ(status("persdienst.example", rules, "Bearer"), 401);
  EXPECT_EQ(status("persdienst.example", rules, "Basic aWs6MDEyMzQ1Njc4OWFiY2RlZg=="), 200);  // ik:…
  EXPECT_EQ(status("persdienst.example", rules, "Basic MDEyMzQ1Njc4OWFiY2RlZg=="), 401);      // no colon
  EXPECT_EQ(status("persdienst.example", rules, "Basic %%%"), 401);
  EXPECT_EQ(status("localhost", rules), 401);
}

TEST(Access, TheHostItWasGivenIsAnswered) {
  EXPECT_EQ(status("127.0.0.2:80", {"127.0.0.2", ""}), 200);
  EXPECT_EQ(status("127.0.0.3:80", {"127.0.0.2", ""}), 421);
}

TEST(Access, LoopbackNames) {
  for (const char* host : {"localhost", "127.0.0.1", "::1", "LOCALHOST"})
    EXPECT_TRUE(is_loopback(host)) << host;
  for (const char* host : {"0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example", ""})
    EXPECT_FALSE(is_loopback(host)) << host;
}

}  // namespace
}  // namespace vraagbaak::web
