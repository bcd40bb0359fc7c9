// SPDX-License-Identifier: EUPL-1.2
// From a service to a citation: import, index, ask.
#include "tests/cli/program.h"
#include "tests/importer/local_server.h"

namespace vraagbaak {
namespace {

using Import = ProgramTest;
using testing_support::LocalServer;

std::string service(const LocalServer::Request& request) {
  if (request.target.starts_with("/sru?")) {
    return LocalServer::ok(
        "<s:searchRetrieveResponse "
        "xmlns:s=\"s\"><s:numberOfRecords>1</s:numberOfRecords><s:records><s:record>"
        "<identifier>ah-tk-20242025-1</identifier><title>Havens</title><date>2024-11-05</date><itemUrl "
        "manifestation=\"xml\">https://zoek.officielebekendmakingen.nl/ah-tk-20242025-1.xml</itemUrl></"
        "s:record>"
        "</s:records></s:searchRetrieveResponse>");
  }
  if (request.target == "/ah-tk-20242025-1.xml") {
    return LocalServer::ok(
        "<?xml version=\"1.0\"?><officiele-publicatie><kamervragen><kamervraagonderwerp>Havens"
        "</kamervraagonderwerp><vraag><nr>1</nr><al>Hoeveel steun kreeg de haven van Vlissingen?</al></vraag>"
        "<antwoord><nr>1</nr><al>De haven van Vlissingen kreeg in 2023 een steun van 1.301 "
        "euro.</al></antwoord>"
        "</kamervragen></officiele-publicatie>");
  }
  return LocalServer::status("404 Not Found");
}

TEST_F(Import, LeadsToAnAnswerWithItsSource) {
  const LocalServer server(service);
  const std::vector<std::string> import = {"import",     "officielebekendmakingen", "haven",   "--to", "tk",
                                           "--base-url", server.address(),          "--delay", "0"};
  const RunResult first = run(import);
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_TRUE(first.out.starts_with("tk: 1 document (1 file fetched)\n")) << first.out;
  EXPECT_TRUE(run(import).out.starts_with("tk: 1 document (0 files fetched, 1 kept)\n"));
  const auto line = nlohmann::json::parse(content(path("tk/.manifest.jsonl")));
  EXPECT_EQ(line.at("address"), "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-1.xml");
  EXPECT_EQ(line.at("date"), "2024-11-05");
  const auto index = nlohmann::json::parse(run({"index", "--json", "tk"}).out);
  EXPECT_EQ(index.at("documents"), 1);  // not the manifest
  EXPECT_TRUE(index.at("failed").empty());
  const auto answer =
      nlohmann::json::parse(run({"ask", "--json", "Hoeveel steun kreeg de haven van Vlissingen?"}).out);
  EXPECT_EQ(answer.at("answer").at("value"), "1301") << answer;
  EXPECT_EQ(answer.at("answer").at("citation").at("document"), "ah-tk-20242025-1.xml");
}

TEST_F(Import, SaysWhatItDidAsJson) {
  const LocalServer server(service);
  const RunResult result = run({"import", "--json", "officielebekendmakingen", "haven", "--base-url",
                                server.address(), "--delay", "0"});
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json.at("folder"), "officielebekendmakingen");
  EXPECT_EQ(json.at("documents"), 1);
  EXPECT_EQ(json.at("failed").size(), 0U);
}

TEST_F(Import, RefusesInOneLine) {
  const LocalServer server([](const auto&) { return LocalServer::status("403 Forbidden"); });
  expect_one_clear_line(run({"import", "tweedekamer", "x", "--base-url", server.address(), "--delay", "0"}));
  expect_one_clear_line(run({"import", "tweedekamer", "x", "--base-url", "file:///etc"}));
  expect_one_clear_line(run({"import", "bundestag", "x"}));
  expect_one_clear_line(run({"import", "tweedekamer"}));
  expect_one_clear_line(run({"import"}));
  write("bestand", "");
  expect_one_clear_line(
      run({"import", "tweedekamer", "x", "--to", "bestand/map", "--base-url", server.address()}));
}

TEST_F(Import, EndsWithOneWhereNothingIsFound) {
  const LocalServer server([](const auto&) { return LocalServer::ok("{\"value\":[]}"); });
  EXPECT_EQ(run({"import", "tweedekamer", "x", "--base-url", server.address(), "--delay", "0"}).code, 1);
}

}  // namespace
}  // namespace vraagbaak
