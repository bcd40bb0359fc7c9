// SPDX-License-Identifier: EUPL-1.2
// The lists and records of each service, in the forms that its documentation shows.
#include <gtest/gtest.h>

#include <string>

#include "importer/import_source.h"

namespace vraagbaak::importer {
namespace {

std::unique_ptr<ImportSource> source(const std::string& name, const std::string& query, int legislature = 0) {
  return make_source(name, {query, legislature});
}

TEST(Sources, AreKnownByName) {
  for (const char* name : {"vlaamsparlement", "tweedekamer", "officielebekendmakingen", "dekamer"}) {
    const auto found = source(name, "x");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->name(), name);
    EXPECT_FALSE(found->licence().empty());
    EXPECT_FALSE(found->hosts().empty());
  }
  EXPECT_EQ(source("bundestag", "x"), nullptr);
}

TEST(Sources, RefuseWhatIsNoList) {
  const std::string deep(100'000, '[');
  for (const char* name : {"vlaamsparlement", "tweedekamer", "officielebekendmakingen", "dekamer"}) {
    const auto service = source(name, "x");
    for (const std::string& bytes :
         {std::string(), std::string("<html>storing</html>"), std::string("{\"a\":"), std::string("[]"),
          std::string("{}"), std::string("null"), deep, std::string("\xFF\xFE\0", 3)}) {
      const auto page = service->read_page(bytes, "https://a.nl/lijst");
      ASSERT_FALSE(page) << name << " " << bytes.substr(0, 40);
      const std::string message = page.problem().message();
      EXPECT_TRUE(message.starts_with("https://a.nl/lijst: ")) << message;
      EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    }
  }
}

TEST(VlaamsParlement, ListsWhatItsSearchFinds) {
  const auto service = source("vlaamsparlement", "brug & tunnel");
  EXPECT_EQ(service->first_page(),
            "https://ws.vlpar.be/api/search/query/"
            "brug%20%26%20tunnel?collection=vp_collection&sort=date&max=100&page=1");
  const auto page = service->read_page(
      R"({"count":"201","result":[
        {"title":"x","metatags":{"metatag":[{"name":"onderwerp","value":"Bruggen"},{"name":"publicatiedatum","value":"2024-03-05T00:00"},
          {"name":"opendata","value":"http://ws.vlpar.be/e/opendata/schv/1234567"},{"name":"document","value":"https://docs.vlaamsparlement.be/files/pfile?id=9"}]}},
        {"title":"Los stuk","metatags":{"metatag":[{"name":"document","value":"https://docs.vlaamsparlement.be/files/pfile?id=77"}]}},
        {"title":"Een bladzijde van de site"}, 3]})",
      service->first_page());
  ASSERT_TRUE(page);
  ASSERT_EQ(page->documents.size(), 2U);
  EXPECT_EQ(page->documents[0], (ListedDocument{"schv-1234567", "Bruggen", "2024-03-05",
                                                "http://ws.vlpar.be/e/opendata/schv/1234567", true, 0}));
  EXPECT_EQ(page->documents[1],
            (ListedDocument{"pfile-77", "Los stuk", "", "https://docs.vlaamsparlement.be/files/pfile?id=77",
                            false, 0}));
  EXPECT_TRUE(page->next.ends_with("&page=2"));
  EXPECT_EQ(
      service->read_page(R"({"count":201,"result":[{}]})", page->next)->next.substr(page->next.size() - 1),
      "3");
  EXPECT_EQ(service->read_page(R"({"count":200,"result":[{}]})", page->next)->next, "");
  EXPECT_TRUE(service->read_page(R"({"count":0})", service->first_page())->documents.empty());
}

TEST(VlaamsParlement, TakesTheFilesThatARecordNames) {
  const auto service = source("vlaamsparlement", "x");
  const ListedDocument listed{"schv-1", "", "", "https://ws.vlpar.be/e/opendata/schv/1", true, 0};
  const auto record = service->read_record(
      R"({"id":1,"bestand-ordered":[{"URL":"https://docs.vlaamsparlement.be/files/pfile?id=1"},{"URL":"https://docs.vlaamsparlement.be/files/pfile?id=2"}],
         "bestand":{"URL":"https://docs.vlaamsparlement.be/files/pfile?id=1"},"contact":{"website":"https://www.vlaamsparlement.be/"}})",
      listed);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->files.size(), 2U);
  EXPECT_EQ(service->read_record("{}", listed).problem().message(),
            "https://ws.vlpar.be/e/opendata/schv/1: names no file: it is left out");
}

TEST(TweedeKamer, AsksForAllWords) {
  const std::string address = source("tweedekamer", "'s avonds 2024Z18775 2024D40329")->first_page();
  EXPECT_TRUE(address.starts_with(
      "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Document?$filter=Verwijderd%20eq%20false"));
  EXPECT_NE(address.find("contains%28Onderwerp%2C%27%27%27s%27%29"), std::string::npos) << address;
  EXPECT_NE(address.find("Zaak%2Fany%28z%3Az%2FNummer%20eq%20%272024Z18775%27%29"), std::string::npos);
  EXPECT_NE(address.find("DocumentNummer%20eq%20%272024D40329%27"), std::string::npos);
}

TEST(TweedeKamer, ListsDocumentsAndTheirFiles) {
  const auto service = source("tweedekamer", "stikstof");
  const auto page = service->read_page(
      R"({"@odata.nextLink":"https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Document?$skip=250","value":[
        {"Id":"0787ced2-629a-4d32-ab8f-4b97a7680248","DocumentNummer":"2024D40329","Soort":"Schriftelijke vragen","Titel":"T","Onderwerp":"Stikstof",
         "Datum":"2024-10-15T00:00:00+02:00","ContentLength":12345,"Zaak":[{"Nummer":"2024Z18775"}]},
        {"Id":"../x","Onderwerp":null,"Titel":"Brief"},{"Titel":"zonder nummer"}]})",
      service->first_page());
  ASSERT_TRUE(page);
  ASSERT_EQ(page->documents.size(), 2U);
  EXPECT_EQ(page->documents[0], (ListedDocument{"2024Z18775-2024D40329", "Stikstof", "2024-10-15",
                                                "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/"
                                                "Document(0787ced2-629a-4d32-ab8f-4b97a7680248)/resource",
                                                false, 12345}));
  EXPECT_EQ(page->documents[1].title, "Brief");
  EXPECT_NE(page->documents[1].address.find("Document(..%2Fx)"), std::string::npos);
  EXPECT_EQ(page->next, "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Document?$skip=250");
}

TEST(OfficieleBekendmakingen, AsksInCql) {
  const auto query = [](const std::string& text) {
    const std::string address = source("officielebekendmakingen", text)->first_page();
    const std::size_t begin = address.find("&query=") + 7;
    return address.substr(begin, address.find("&maximumRecords") - begin);
  };
  EXPECT_EQ(query("stikstof \"natura"),
            "c.product-area%3D%3Dofficielepublicaties%20and%20cql.textAndIndexes%3D%22"
            "stikstof%22%20and%20cql.textAndIndexes%3D%22%5C%22natura%22");
  EXPECT_EQ(query("ah-tk-20242025-594"),
            "c.product-area%3D%3Dofficielepublicaties%20and%20dt.identifier%3D%22ah-tk-20242025-594%22");
  EXPECT_EQ(query("w.vergaderjaar==2024-2025"), "w.vergaderjaar%3D%3D2024-2025");
}

std::string sru(const std::string& total, const std::string& records) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><sru:searchRetrieveResponse "
         "xmlns:sru=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\" xmlns:gzd=\"g\" "
         "xmlns:dcterms=\"d\"><sru:numberOfRecords>" +
         total + "</sru:numberOfRecords><sru:records>" + records +
         "</sru:records></sru:searchRetrieveResponse>";
}
std::string sru_record(const std::string& id, const std::string& forms) {
  return "<sru:record><sru:recordData><gzd:gzd><gzd:originalData><dcterms:identifier>" + id +
         "</dcterms:identifier><dcterms:title>Over\n havens</dcterms:title><dcterms:issued>2024-11-05"
         "</dcterms:issued></gzd:originalData><gzd:enrichedData>" +
         forms + "</gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>";
}
std::string form(const std::string& name, const std::string& address) {
  return "<gzd:itemUrl manifestation=\"" + name + "\">" + address + "</gzd:itemUrl>";
}

TEST(OfficieleBekendmakingen, TakesTheFormWithTheMostStructure) {
  const auto service = source("officielebekendmakingen", "haven");
  const auto page = service->read_page(
      sru("101",
          sru_record("ah-tk-1", form("metadata", "https://repository.overheid.nl/m.xml") +
                                    form("pdf", "https://repository.overheid.nl/a.pdf") +
                                    form("xml", " https://repository.overheid.nl/a.xml?x=1&amp;y=2\n")) +
              sru_record("blg-2", form("pdf", "https://repository.overheid.nl/b.pdf")) +
              sru_record("leeg", form("metadata", "https://repository.overheid.nl/c.xml"))),
      service->first_page());
  ASSERT_TRUE(page) << page.problem().message();
  ASSERT_EQ(page->documents.size(), 2U);
  EXPECT_EQ(page->documents[0], (ListedDocument{"ah-tk-1", "Over\n havens", "2024-11-05",
                                                "https://repository.overheid.nl/a.xml?x=1&y=2", false, 0}));
  EXPECT_EQ(page->documents[1].address, "https://repository.overheid.nl/b.pdf");
  EXPECT_TRUE(page->next.ends_with("&startRecord=4")) << page->next;
  EXPECT_EQ(service->read_page(sru("3", sru_record("a", "")), "https://a.nl/sru?x&startRecord=3")->next, "");
}

TEST(OfficieleBekendmakingen, PassesOnWhatTheServiceSaysOfTheQuery) {
  const auto page =
      source("officielebekendmakingen", "a=")
          ->read_page(
              "<s:searchRetrieveResponse xmlns:s=\"s\" xmlns:d=\"d\"><s:diagnostics><d:diagnostic>"
              "<d:message>Query syntax error</d:message></d:diagnostic></s:diagnostics>"
              "</s:searchRetrieveResponse>",
              "https://a.nl/sru");
  EXPECT_EQ(page.problem().message(),
            "https://a.nl/sru: the service says: Query syntax error: mend the query");
}

TEST(DeKamer, ListsTheQuestionsOfALegislature) {
  const auto service = source("dekamer", "pensioen", 55);
  EXPECT_EQ(service->first_page(), "https://data.dekamer.be/v0/qrva?leg=55");
  const auto page = service->read_page(
      R"({"start":0,"total":3,"items":[{"SDOCNAME":"55-B001-1-0001-0000202000002","link":{"href":"http://elders.be/"}},{"x":1}]})",
      service->first_page());
  ASSERT_TRUE(page);
  ASSERT_EQ(page->documents.size(), 1U);
  EXPECT_EQ(page->documents[0].address, "https://data.dekamer.be/v0/qrva/55-B001-1-0001-0000202000002");
  EXPECT_TRUE(page->documents[0].is_record);
  EXPECT_EQ(page->next, "https://data.dekamer.be/v0/qrva?leg=55&start=2");
  EXPECT_EQ(service->read_page(R"({"start":2,"total":3,"items":[{"SDOCNAME":"a"}]})", page->next)->next, "");
}

TEST(DeKamer, WantsTheQuestionsThatHoldAllWords) {
  const auto wanted = [](const std::string& query, const std::string& record) {
    return source("dekamer", query)->read_record(record, {})->is_wanted;
  };
  const std::string record =
      R"({"items":[{"TITN":"Financi\u00eble steun","DEPOTDAT":"20240718","TEXTQN":{"br":["Hoeveel PENSIOENEN?"]}}]})";
  EXPECT_TRUE(wanted("pensioen", record));
  EXPECT_TRUE(wanted("financiele Pensioenen", record));
  EXPECT_FALSE(wanted("pensioen haven", record));
  const auto read = source("dekamer", "x")->read_record(record, {});
  EXPECT_EQ(read->title, "Financi\xC3\xABle steun");
  EXPECT_EQ(read->date, "2024-07-18");
}

}  // namespace
}  // namespace vraagbaak::importer
