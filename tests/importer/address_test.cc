// SPDX-License-Identifier: EUPL-1.2
#include "importer/address.h"

#include <gtest/gtest.h>

#include <string>

#include "importer/destinations.h"

namespace vraagbaak::importer {
namespace {

TEST(Address, IsTakenApart) {
  EXPECT_EQ(parse_address("HTTPS://Repository.Overheid.nl/sru?query=a#b"),
            (Address{"https", "repository.overheid.nl", "/sru?query=a"}));
  EXPECT_EQ(parse_address("http://127.0.0.1:80"), (Address{"http", "127.0.0.1:80", "/"}));
  EXPECT_EQ(parse_address("http://x.nl?a=1"), (Address{"http", "x.nl", "/?a=1"}));
}

struct NoAddressCase {
  const char* name;
  std::string text;
};
class NoAddress : public testing::TestWithParam<NoAddressCase> {};
TEST_P(NoAddress, IsNone) {
  EXPECT_FALSE(parse_address(GetParam().text)) << GetParam().text;
}
INSTANTIATE_TEST_SUITE_P(
    Texts, NoAddress,
    testing::Values(NoAddressCase{"empty", ""}, NoAddressCase{"file", "file:///etc/passwd"},
                    NoAddressCase{"ftp", "ftp://x.nl/a"}, NoAddressCase{"no_scheme", "x.nl/a"},
                    NoAddressCase{"script", "javascript:alert(1)"},
                    NoAddressCase{"password", "https://repository.overheid.nl@boos.nl/"},
                    NoAddressCase{"no_host", "https:///a"}, NoAddressCase{"blank", "https://x.nl/a b"},
                    NoAddressCase{"line_end", "https://x.nl/a\r\nHost: y"},
                    NoAddressCase{"backslash_host", "https://x.nl\\@y.nl/"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Address, EncodesAnyBytes) {
  EXPECT_EQ(percent_encoded("a-b_c.d~1"), "a-b_c.d~1");
  EXPECT_EQ(percent_encoded("caf\xC3\xA9 &=/?\xFF"), "caf%C3%A9%20%26%3D%2F%3F%FF");
}

TEST(Destinations, AreTheHostsOfTheService) {
  const auto service = Destinations::make({"a.nl", "b.nl"}, "");
  ASSERT_TRUE(service);
  EXPECT_EQ(*service->permit("https://a.nl/x"), "https://a.nl/x");
  EXPECT_EQ(*service->permit("http://b.nl/x?y=1"), "https://b.nl/x?y=1");  // never in the open
  EXPECT_FALSE(service->permit("https://c.nl/x"));
  EXPECT_FALSE(service->permit("https://a.nl.boos.nl/x"));
  EXPECT_FALSE(service->permit("https://a.nl:8443/x"));
  EXPECT_FALSE(service->permit("file:///etc/passwd"));
  EXPECT_EQ(service->permit("http://127.0.0.1/x").problem().message(),
            "http://127.0.0.1/x: leads to another host than those of the service: it is not fetched");
}

TEST(Destinations, OfAMirrorAreTheMirror) {
  const auto mirror = Destinations::make({"a.nl"}, "http://127.0.0.1:81/tk/");
  ASSERT_TRUE(mirror);
  EXPECT_EQ(*mirror->permit("https://a.nl/x"), "http://127.0.0.1:81/tk/x");
  EXPECT_EQ(*mirror->permit("http://127.0.0.1:81/tk/y"), "http://127.0.0.1:81/tk/y");
  EXPECT_FALSE(mirror->permit("http://127.0.0.1:82/y"));
  EXPECT_FALSE(mirror->permit("https://b.nl/x"));
  EXPECT_FALSE(Destinations::make({"a.nl"}, "geen adres"));
  EXPECT_FALSE(Destinations::make({"a.nl"}, "file:///tmp"));
}

}  // namespace
}  // namespace vraagbaak::importer
