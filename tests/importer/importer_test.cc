// SPDX-License-Identifier: EUPL-1.2
// Whole imports from a server of this machine.
#include "importer/importer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "tests/importer/local_server.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::importer {
namespace {

using testing_support::LocalServer;
using testing_support::read_all;
using testing_support::TempFolder;
using namespace std::chrono_literals;

// A service by what it answers at which address (path and query); elsewhere nothing is.
LocalServer::Answer pages(std::map<std::string, std::string> answers) {
  return [answers = std::move(answers)](const LocalServer::Request& request) {
    const auto found = answers.find(request.target);
    return found == answers.end() ? LocalServer::status("404 Not Found") : LocalServer::ok(found->second);
  };
}

struct Service {
  std::string name = "tweedekamer";
  std::string query = "haven";
  ImportOptions options;

  ImportSummary run(const LocalServer& server, const TempFolder& temp) {
    const auto source = make_source(name, {query, 0});
    FetchManners manners;
    manners.tries = 2;
    Fetcher fetcher(HttpClient("proef"), Destinations::make(source->hosts(), server.address()).value(),
                    manners, [](auto) {});
    ImportFolder folder(temp / "map");
    options.query = query;
    options.now = [] { return std::string("2024-11-01T10:00:00Z"); };
    return import_documents(*source, fetcher, folder, options);
  }
};

// The path of an address of the Tweede Kamer.
std::string document(const std::string& id) {
  return "/OData/v4/2.0/Document(" + id + ")/resource";
}
std::string first_page() {
  return make_source("tweedekamer", {"haven", 0})
      ->first_page()
      .substr(std::string("https://gegevensmagazijn.tweedekamer.nl").size());
}
std::string list_of(const std::vector<std::string>& ids, const std::string& more = "") {
  std::string list = "{" + more + "\"value\":[";
  for (const std::string& id : ids)
    list +=
        (id == ids.front() ? "" : ",") + ("{\"Id\":\"" + id + "\",\"DocumentNummer\":\"2024D" + id + "\"}");
  return list + "]}";
}

TEST(Importer, FetchesWhatIsListedAndKeepsIt) {
  const LocalServer server(
      pages({{first_page(), list_of({"1", "2"},
                                    "\"@odata.nextLink\":\"https://gegevensmagazijn.tweedekamer.nl/OData/v4/"
                                    "2.0/Document?$skip=2\",")},
             {"/OData/v4/2.0/Document?$skip=2", list_of({"2", "3"})},
             {document("1"), "%PDF-1.4 een"},
             {document("2"), "twee"},
             {document("3"), "<html><body>drie</body></html>"}}));
  const TempFolder temp;
  Service service;
  const ImportSummary first = service.run(server, temp);
  EXPECT_EQ(first.documents, 3U);
  EXPECT_EQ(first.fetched, 3U);
  EXPECT_EQ(first.kept, 0U);
  EXPECT_FALSE(first.stopped);
  EXPECT_FALSE(first.has_more);
  EXPECT_EQ(read_all(temp / "map/2024D1.pdf"), "%PDF-1.4 een");
  EXPECT_EQ(read_all(temp / "map/2024D2.txt"), "twee");
  EXPECT_TRUE(std::filesystem::exists(temp / "map/2024D3.html"));
  const std::size_t asked = server.requests().size();
  const ImportSummary second = service.run(server, temp);
  EXPECT_EQ(second.documents, 3U);
  EXPECT_EQ(second.fetched, 0U);
  EXPECT_EQ(second.kept, 3U);
  EXPECT_EQ(server.requests().size(), asked + 2);  // the lists alone
}

TEST(Importer, GoesOnWhereItWasCutOff) {
  bool well = false;
  const LocalServer server([&well](const LocalServer::Request& request) -> std::string {
    if (request.target == first_page()) return LocalServer::ok(list_of({"1", "2"}));
    if (request.target == document("2") && !well) return "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ntw";
    return LocalServer::ok("tekst");
  });
  const TempFolder temp;
  Service service;
  const ImportSummary first = service.run(server, temp);
  EXPECT_EQ(first.documents, 1U);
  ASSERT_EQ(first.failed.size(), 1U);
  EXPECT_EQ(first.failed[0].what, "broke off before its end (2 tries)");
  EXPECT_FALSE(std::filesystem::exists(temp / "map/2024D2.txt"));
  well = true;
  const ImportSummary second = service.run(server, temp);
  EXPECT_EQ(second.documents, 2U);
  EXPECT_EQ(second.fetched, 1U);
  EXPECT_EQ(second.kept, 1U);
  for (const auto& entry : std::filesystem::directory_iterator(temp / "map"))
    EXPECT_NE(entry.path().extension(), ".part");
}

TEST(Importer, StopsAtTheNumberAskedFor) {
  const LocalServer server(
      pages({{first_page(), list_of({"1", "2", "3"})}, {document("1"), "een"}, {document("2"), "twee"}}));
  const TempFolder temp;
  Service service;
  service.options.most = 2;
  const ImportSummary summary = service.run(server, temp);
  EXPECT_EQ(summary.documents, 2U);
  EXPECT_TRUE(summary.has_more);
}

TEST(Importer, LeavesOutWhatIsTooLargeEmptyOrGone) {
  const LocalServer server(pages(
      {{first_page(),
        R"({"value":[{"Id":"1","ContentLength":5000000},{"Id":"2"},{"Id":"3"},{"Id":"4"},{"Id":"5"}]})"},
       {document("2"), std::string((1U << 20) + 1, 'x')},
       {document("3"), ""},
       {document("5"), "goed"}}));
  const TempFolder temp;
  Service service;
  service.options.largest_file = 1U << 20;
  const ImportSummary summary = service.run(server, temp);
  EXPECT_EQ(summary.documents, 1U);
  ASSERT_EQ(summary.failed.size(), 4U);
  EXPECT_EQ(summary.failed[0].what, "is larger than 1 MiB");
  EXPECT_EQ(summary.failed[1].what, "is larger than 1 MiB");
  EXPECT_EQ(summary.failed[2].what, "is empty");
  EXPECT_EQ(summary.failed[3].what, "the server answers 404");
  const auto requests = server.requests();
  EXPECT_TRUE(std::ranges::none_of(requests, [](const auto& r) { return r.target == document("1"); }));
}

TEST(Importer, EndsWhereTheServiceIsNotWell) {
  const LocalServer server(pages({{first_page(), list_of({"1", "2", "3", "4", "5", "6", "7", "8"})}}));
  const TempFolder temp;
  Service service;
  const ImportSummary summary = service.run(server, temp);
  ASSERT_TRUE(summary.stopped);
  EXPECT_EQ(summary.stopped->message(),
            "tweedekamer: 5 documents in a row could not be fetched: try again later: "
            "what is there stays");
  EXPECT_EQ(summary.failed.size(), 5U);
}

TEST(Importer, EndsAtAListThatCannotBeRead) {
  const LocalServer server(pages({{first_page(), "<html>storing</html>"}}));
  const TempFolder temp;
  Service service;
  const ImportSummary summary = service.run(server, temp);
  ASSERT_TRUE(summary.stopped);
  EXPECT_EQ(summary.stopped->what, "answers with what is no JSON");
}

TEST(Importer, IsNotHeldByAListThatLeadsBackToItself) {
  const LocalServer server(pages(
      {{first_page(),
        list_of({"1"}, "\"@odata.nextLink\":\"https://gegevensmagazijn.tweedekamer.nl/rond\",")},
       {"/rond", list_of({"1"}, "\"@odata.nextLink\":\"https://gegevensmagazijn.tweedekamer.nl/rond\",")},
       {document("1"), "een"}}));
  const TempFolder temp;
  Service service;
  const ImportSummary summary = service.run(server, temp);
  EXPECT_EQ(summary.documents, 1U);
  EXPECT_EQ(server.requests().size(), 3U);
}

TEST(Importer, DoesNotFollowAListToAnotherHost) {
  const LocalServer server(
      pages({{first_page(), list_of({"1"}, "\"@odata.nextLink\":\"http://elders.nl/\",")},
             {document("1"), "een"}}));
  const TempFolder temp;
  Service service;
  const ImportSummary summary = service.run(server, temp);
  EXPECT_EQ(summary.documents, 1U);
  ASSERT_TRUE(summary.stopped);
  EXPECT_EQ(summary.stopped->message(),
            "http://elders.nl/: leads to another host than those of the service: it is not fetched");
}

TEST(Importer, TakesEachFileOfARecord) {
  const LocalServer server(pages(
      {{"/api/search/query/haven?collection=vp_collection&sort=date&max=100&page=1",
        R"({"count":1,"result":[{"metatags":{"metatag":[{"name":"opendata","value":"http://ws.vlpar.be/e/opendata/schv/12"}]}}]})"},
       {"/e/opendata/schv/12",
        R"({"bestand":[{"URL":"https://docs.vlaamsparlement.be/files/pfile?id=1"},{"URL":"https://docs.vlaamsparlement.be/files/pfile?id=2"}]})"},
       {"/files/pfile?id=1", "%PDF-1.4 vraag"},
       {"/files/pfile?id=2", "PK bijlage"}}));
  const TempFolder temp;
  Service service{"vlaamsparlement", "haven", {}};
  const ImportSummary first = service.run(server, temp);
  EXPECT_EQ(first.documents, 1U);
  EXPECT_EQ(first.fetched, 2U);
  EXPECT_EQ(read_all(temp / "map/schv-12.pdf"), "%PDF-1.4 vraag");
  EXPECT_EQ(read_all(temp / "map/schv-12.txt"), "PK bijlage");
  const std::size_t asked = server.requests().size();
  EXPECT_EQ(service.run(server, temp).kept, 2U);
  EXPECT_EQ(server.requests().size(), asked + 1);
}

TEST(Importer, PassesOverWhatDoesNotMatchAndRemembersIt) {
  const LocalServer server(
      pages({{"/v0/qrva?leg=56", R"({"start":0,"total":2,"items":[{"SDOCNAME":"1"},{"SDOCNAME":"2"}]})"},
             {"/v0/qrva/1", R"({"items":[{"TITN":"Over havens"}]})"},
             {"/v0/qrva/2", R"({"items":[{"TITN":"Over sluizen"}]})"}}));
  const TempFolder temp;
  Service service{"dekamer", "haven", {}};
  const ImportSummary first = service.run(server, temp);
  EXPECT_EQ(first.documents, 1U);
  EXPECT_EQ(first.passed_over, 1U);
  EXPECT_TRUE(std::filesystem::exists(temp / "map/1.json"));
  const std::size_t asked = server.requests().size();
  EXPECT_EQ(service.run(server, temp).passed_over, 1U);
  EXPECT_EQ(server.requests().size(), asked + 1);
  service.query = "sluizen";  // another question
  EXPECT_EQ(service.run(server, temp).documents, 2U);
}

}  // namespace
}  // namespace vraagbaak::importer
