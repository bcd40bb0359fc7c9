// SPDX-License-Identifier: EUPL-1.2
#include "web/server/list_response.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace vraagbaak::web {
namespace {

class ListResponseTest : public testing::Test {
 protected:
  static HttpResponse respond(Format format, std::size_t offset, std::size_t total,
                              const Parameters& parameters = {}) {
    static const auto dictionaries = analysis::DictionarySource::built_in();
    static const Wording wording(dictionaries);
    ApiRequest request;
    request.path = "/figures.csv";
    request.format = format;
    request.parameters = parameters;
    request.offset = offset;
    const PageContext context{wording, "en", "", "", "", "", request, {}};
    static const std::vector<std::string> columns = {"name", "size"};
    const Listing<int> listing{
        "list", [](int one) { return std::to_string(one); }, &columns,
        [](int one) {
          return std::vector<query::render::SheetRow>{{std::to_string(one), Decimal(one)}};
        }};
    return list_response<int>(context, "http://localhost:8080", {{7, 8, 9}, total}, listing);
  }
  static std::string header(const HttpResponse& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
      if (key == name) return value;
    }
    return "";
  }
};

TEST_F(ListResponseTest, AWholeListIsThatAlone) {
  const HttpResponse file = respond(Format::csv, 0, 3);
  EXPECT_EQ(file.body, "\xEF\xBB\xBFname,size\r\n7,7\r\n8,8\r\n9,9\r\n");
  EXPECT_EQ(header(file, "X-Total-Count"), "3");
  EXPECT_EQ(header(file, "Link"), "");
  EXPECT_EQ(respond(Format::ndjson, 10, 13).body, "7\n8\n9\n");
}

TEST_F(ListResponseTest, AFileThatStopsByOurLimitSaysSoInItsLastRow) {
  const HttpResponse file = respond(Format::csv, 2, 1234, {{"q", "a b"}});
  EXPECT_EQ(header(file, "X-Total-Count"), "1234");
  EXPECT_EQ(header(file, "Link"), "</figures.csv?q=a%20b&offset=5>; rel=\"next\"");
  const std::string& body = file.body;
  const std::string last = body.substr(body.rfind("\n", body.size() - 2) + 1);
  EXPECT_NE(last.find("3–5 of 1,234"), std::string::npos) << last;
  EXPECT_NE(last.find("http://localhost:8080/figures.csv?q=a%20b&offset=5"), std::string::npos) << last;

  const HttpResponse lines = respond(Format::ndjson, 2, 1234);
  const nlohmann::json end = nlohmann::json::parse(lines.body.substr(6));
  EXPECT_EQ(end["total"], 1234);
  EXPECT_EQ(end["offset"], 5);
  EXPECT_EQ(end["next"], "/figures.csv?offset=5");

  EXPECT_GT(respond(Format::xlsx, 2, 1234).body.size(), respond(Format::xlsx, 2, 5).body.size());
}

TEST_F(ListResponseTest, ALimitThatWasAskedForIsSaidInTheHeadersAlone) {
  const HttpResponse file = respond(Format::csv, 0, 50, {{"limit", "3"}});
  EXPECT_TRUE(file.body.ends_with("9,9\r\n"));
  EXPECT_EQ(header(file, "X-Total-Count"), "50");
  EXPECT_EQ(header(file, "Link"), "</figures.csv?limit=3&offset=3>; rel=\"next\"");
}

}  // namespace
}  // namespace vraagbaak::web
