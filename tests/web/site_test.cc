// SPDX-License-Identifier: EUPL-1.2
// Requests to responses on the sample documents, without a socket.
#include "web/server/site.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "indexer/indexer.h"
#include "model/error.h"
#include "system/child_process.h"
#include "system/file_bytes.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/temp_folder.h"
#include "web/server/url.h"

namespace vraagbaak::web {
namespace {

using nlohmann::json;

constexpr std::string_view kHostile = "<script>alert('x')</script> \" onload=\"y";

const analysis::DictionarySource& dictionaries() {
  static const auto source = analysis::DictionarySource::built_in();
  return source;
}

// The sample documents and one whose title and text try to be markup.
class SiteTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing_support::TempFolder;
    const std::string hostile(kHostile);
    folder_->write("docs/gevaar <b>&.txt", "RAPPORT " + hostile + "\n\n1. Brug " + hostile +
                                               "\nDe brug kost 12 miljoen euro " + hostile + ".\n");
    // The second page lacks words.
    folder_->write("docs/nota.pdf",
                   testing_support::build_pdf({{{72, 700, "De kade aan de Schelde is 1250 meter lang."}},
                                               {},
                                               {{72, 700, "De sluis kostte in 2016 nog 17 miljoen euro."}}}));
    folder_->write("docs/zandbeek.txt",
                   "RAPPORT\n\nDe bibliotheken van Zandbeek telden 120.000 bezoekers in 2017.\n\n"
                   "De bibliotheken van Zandbeek telden 150.000 bezoekers in 2018.\n");
    indexer::IndexOptions options;
    options.threads = 1;
    indexer::index_paths({std::filesystem::path(VRAAGBAAK_SOURCE_DIR) / "corpus", *folder_ / "docs"},
                         *folder_ / "index.db", dictionaries(), options);
    site_ = new Site({(*folder_ / "index.db").string(), {}, 1}, dictionaries());
  }
  static void TearDownTestSuite() {
    delete site_;
    delete folder_;
  }

  static HttpRequest request(const std::string& target) {
    HttpRequest made;
    made.method = "GET";
    made.target = target;
    made.host = "localhost:8080";
    return made;
  }
  static HttpResponse send(const HttpRequest& made) {
    auto response = site_->prompt(made);
    return response ? *response : site_->answer(made, 0);
  }
  static HttpResponse get(const std::string& target, const std::string& accept = "text/html") {
    HttpRequest made = request(target);
    made.accept = accept;
    return send(made);
  }
  static json get_json(const std::string& target) {
    const HttpResponse response = get(target, "");
    EXPECT_EQ(response.status, 200) << target << response.body;
    return json::parse(response.body, nullptr, false);
  }
  static std::string header(const HttpResponse& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
      if (key == name) return value;
    }
    return "";
  }

  // What the description says a parameter may be is what the server takes.
  static void expect_bounds(const json& operation, const std::string& example) {
    for (const json& parameter : operation.value("parameters", json::array())) {
      if (parameter["in"] != "query") continue;
      const json& schema = parameter["schema"];
      const auto status = [&](const std::string& value) {
        std::string address = example + (example.find('?') == std::string::npos ? "?" : "&");
        const std::string name = parameter["name"].get<std::string>() + "=";
        const std::size_t at = address.find(name);  // the first value of a name counts
        if (at != std::string::npos) address.erase(at, address.find('&', at) - at + 1);
        return get(address + name + value, "").status;
      };
      if (schema.contains("enum")) {
        EXPECT_EQ(status("nergens"), 400) << example << parameter;
        for (const json& value : schema["enum"])
          EXPECT_EQ(status(value.get<std::string>()), 200) << example << value;
      }
      if (schema.value("type", "") == "integer") {
        EXPECT_EQ(status("x"), 400) << example << parameter;
        for (const char* end : {"minimum", "maximum"}) {
          if (!schema.contains(end)) continue;
          const long beyond = schema[end].get<long>() + (end == std::string("minimum") ? -1 : 1);
          EXPECT_EQ(status(std::to_string(beyond)), 400) << example << parameter;
        }
      }
      if (parameter.value("required", false)) {
        EXPECT_EQ(status(""), 400) << example << parameter;
      }
    }
  }

  static testing_support::TempFolder* folder_;
  static Site* site_;
};
testing_support::TempFolder* SiteTest::folder_ = nullptr;
Site* SiteTest::site_ = nullptr;

TEST_F(SiteTest, AnswersWithTheObjectOfTheCommandLine) {
  const json answer = get_json("/api/ask?q=budget%20spent%20on%20CONQUER");
  EXPECT_EQ(answer["status"], "answered");
  EXPECT_EQ(answer["answer"]["value"], "270000");
  EXPECT_EQ(answer["answer"]["citation"]["document"], "schriftelijke-vraag-761-conquer.txt");
  EXPECT_FALSE(answer["answer"].contains("features"));
  EXPECT_TRUE(get_json("/api/ask?q=budget%20spent%20on%20CONQUER&explain=1")["answer"].contains("features"));
}

TEST_F(SiteTest, ThePageMarksFigureAndSentence) {
  const HttpResponse page = get("/ask?q=budget%20spent%20on%20CONQUER");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("<mark class=\"figure\">ca. 270.000 euro</mark>"), std::string::npos);
  EXPECT_NE(page.body.find("id=\"marked\""), std::string::npos);
  EXPECT_NE(page.body.find("/document/schriftelijke-vraag-761-conquer.txt?start="), std::string::npos);
}

TEST_F(SiteTest, ChecksClaimsAndArticles) {
  EXPECT_EQ(get_json("/api/check?q=Het%20project%20CONQUER%20kost%2025%20miljoen%20euro.")["verdict"],
            "refuted");
  const std::string article =
      "Het project CONQUER kost 25 miljoen euro. Daarvan komt 1 miljoen euro uit het EFRO.";
  const json checked = get_json(make_url("/api/article", {{"q", article}}));
  EXPECT_EQ(checked["summary"]["figures"], checked["figures"].size());
  EXPECT_GE(checked["figures"].size(), 2u);
  EXPECT_EQ(checked["claim"], article);
  const HttpResponse page = get(make_url("/check", {{"q", article}}));
  EXPECT_NE(page.body.find("class=\"claimed refuted\""), std::string::npos);
}

TEST_F(SiteTest, AShortClaimFromTheFormGetsAnAddress) {
  HttpRequest made = request("/check");
  made.method = "POST";
  made.content_type = "application/x-www-form-urlencoded";
  made.body = "q=Het+kost+3+euro.";
  const HttpResponse response = send(made);
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(header(response, "Location"), "/check?q=Het%20kost%203%20euro.");
  made.body = "q=" + std::string(3000, 'a');
  EXPECT_EQ(send(made).status, 200);
  made.content_type = "application/json";
  EXPECT_EQ(send(made).status, 415);
}

TEST_F(SiteTest, FacetsCountAndNarrow) {
  const json all = get_json("/api/search?q=euro&limit=1");
  EXPECT_EQ(all["results"].size(), 1u);
  EXPECT_GT(all["total"], 1);
  ASSERT_FALSE(all["facets"]["type"].empty());
  std::size_t counted = 0;
  for (const json& facet : all["facets"]["type"]) {
    const json narrowed =
        get_json(make_url("/api/search", {{"q", "euro"}, {"type", facet["value"].get<std::string>()}}));
    EXPECT_EQ(narrowed["total"], facet["count"]) << facet;
    counted += facet["count"].get<std::size_t>();
  }
  EXPECT_LE(counted, all["total"].get<std::size_t>());
  for (const json& facet : all["facets"]["kind"]) {
    const json narrowed =
        get_json(make_url("/api/search", {{"q", "euro"}, {"kind", facet["value"].get<std::string>()}}));
    EXPECT_EQ(narrowed["total"], facet["count"]) << facet;
  }
}

TEST_F(SiteTest, FindingsAreReckonedInThePagesLanguage) {
  const std::string dutch = get("/audit?all=1&document=begrotingsgids*").body;
  HttpRequest made = request("/audit?all=1&document=begrotingsgids*");
  made.accept = "text/html";
  made.accept_language = "en";
  const std::string english = send(made).body;
  EXPECT_NE(dutch.find("; nagerekend: "), std::string::npos);
  EXPECT_NE(english.find("; added up: "), std::string::npos);
  EXPECT_EQ(english.find("nagerekend"), std::string::npos);
  EXPECT_EQ(english.find(" ;"), std::string::npos);
}

TEST_F(SiteTest, TheOutlineNumbersAHeadingOnce) {
  const std::string page = get("/document/schriftelijke-vraag-761-conquer.txt").body;
  ASSERT_NE(page.find("<li class=\"part-question\">"), std::string::npos);
  for (const char* number : {">1 1.", ">1. 1.", ">2 2.", "1.a 1. a)", "1.b b)"})
    EXPECT_EQ(page.find(number), std::string::npos) << number;
  EXPECT_NE(page.find(">1. Hoe staat het"), std::string::npos);
  EXPECT_NE(page.find(">Antwoord 1.b De website"), std::string::npos);
}

TEST_F(SiteTest, DatesOrderResults) {
  for (const auto& [sort, newest_first] : {std::pair("newest", true), std::pair("oldest", false)}) {
    std::map<std::string, std::string> dates;
    for (const json& document : get_json("/api/documents?limit=1000")["results"])
      dates[document["document"]] = document.value("date", "");
    std::string before;
    for (const json& hit :
         get_json(make_url("/api/search", {{"q", "euro"}, {"sort", sort}, {"limit", "1000"}}))["results"]) {
      const std::string date = dates.at(hit["document"]);
      if (date.empty()) continue;
      EXPECT_TRUE(before.empty() || (newest_first ? date <= before : date >= before)) << date << before;
      before = date;
    }
  }
}

TEST_F(SiteTest, PartsOfAListMakeUpTheWhole) {
  for (const std::string list : {"/api/figures", "/api/entities", "/api/documents", "/api/tables"}) {
    const json all = get_json(list + "?limit=1000");
    json gathered = json::array();
    for (std::string next = list + "?limit=7"; !next.empty();) {
      const json part = get_json(next);
      EXPECT_EQ(part["total"], all["total"]);
      EXPECT_EQ(part["offset"], gathered.size());
      for (const json& entry : part["results"]) gathered.push_back(entry);
      next = part.value("next", "");
    }
    EXPECT_EQ(gathered.size(), all["total"]) << list;
    EXPECT_EQ(gathered, all["results"]) << list;
  }
}

TEST_F(SiteTest, FiguresAreOrderedByValue) {
  for (const std::string address : {"/api/figures?sort=largest&kind=money&limit=1000",
                                    "/api/figures?sort=largest&kind=money&q=euro&limit=1000"}) {
    double before = 1e30;
    const json figures = get_json(address);
    EXPECT_GT(figures["results"].size(), 3u);
    for (const json& figure : figures["results"]) {
      const double value = std::stod(figure["value"].get<std::string>());
      EXPECT_LE(value, before);
      before = value;
    }
  }
}

// Each header of a table is a link that sorts it, another that sorts it the other way, and one that does not.
TEST_F(SiteTest, TablesAreSortedByTheirColumns) {
  const auto place_of = [](const std::string& page, const std::string& mark) { return page.find(mark); };
  const std::string plain = get("/tables").body;
  EXPECT_EQ(place_of(plain, "aria-sort=\"descending\""), std::string::npos);
  const std::size_t link = plain.find("href=\"/tables?table=1&amp;column=1&amp;sort=");
  ASSERT_NE(link, std::string::npos);
  const std::string down = get("/tables?table=1&column=1&sort=descending").body;
  const std::string up = get("/tables?table=1&column=1&sort=ascending").body;
  EXPECT_NE(place_of(down, "aria-sort=\"descending\""), std::string::npos);
  EXPECT_NE(place_of(up, "aria-sort=\"ascending\""), std::string::npos);
  const auto first_table = [](const std::string& page) {
    const std::size_t begin = page.find("<tbody>");
    return page.substr(begin, page.find("</tbody>") - begin);
  };
  EXPECT_NE(first_table(down), first_table(up));
  EXPECT_EQ(first_table(down).size(), first_table(plain).size());
  EXPECT_NE(down.find("href=\"/tables#table1\"") != std::string::npos,
            up.find("href=\"/tables#table1\"") != std::string::npos);
  EXPECT_EQ(get("/tables?sort=mooi").status, 400);
  EXPECT_EQ(get("/tables?sort=ascending&table=0").status, 400);
  EXPECT_EQ(get("/tables?sort=ascending&table=999999&column=99999").status, 200);
}

TEST_F(SiteTest, DocumentsAreGivenWhole) {
  const json document = get_json("/api/document/schriftelijke-vraag-761-conquer.txt");
  EXPECT_EQ(document["characters"].get<std::size_t>() > 1000, true);
  EXPECT_FALSE(document["pairs"].empty());
  EXPECT_EQ(get("/document/schriftelijke-vraag-761-conquer.txt?start=3000&end=3073").status, 200);
  EXPECT_EQ(get("/document/schriftelijke-vraag-761-conquer.txt?view=pairs").status, 200);
  EXPECT_EQ(get("/document/nergens.txt").status, 404);
  EXPECT_EQ(get("/api/document/nergens.txt", "").status, 404);
  EXPECT_EQ(get("/document/schriftelijke-vraag-761-conquer.txt?start=99999999&end=999999999").status, 200);
}

// The pages of a PDF: needs poppler-utils, as indexing it does.
class PdfPages : public SiteTest {
 protected:
  void SetUp() override {
    if (!system::find_program("pdftotext") || !system::find_program("pdftoppm"))
      GTEST_SKIP() << "poppler-utils is not installed";
    const char* path = std::getenv("PATH");
    path_ = path == nullptr ? "" : path;
  }
  void TearDown() override {
    if (!path_.empty()) ::setenv("PATH", path_.c_str(), 1);
  }
  static bool has(const std::string& body, std::string_view text) {
    return body.find(text) != std::string::npos;
  }

  std::string path_;
};

TEST_F(PdfPages, AreGivenAsPictures) {
  const HttpResponse first = get("/picture.png?document=nota.pdf&page=1");
  EXPECT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(first.content_type, "image/png");
  EXPECT_TRUE(first.body.starts_with("\x89PNG"));
  EXPECT_EQ(header(first, "Cache-Control"), "private, no-cache");
  const HttpResponse third = get("/picture.png?document=nota.pdf&page=3");
  EXPECT_EQ(third.status, 200);
  EXPECT_NE(third.body, first.body);
  EXPECT_EQ(get("/picture.png?document=nota.pdf&page=2").status, 200) << "a page without words is a page";
  EXPECT_EQ(get("/picture.png?document=nota.pdf&page=1").body, first.body);
  HttpRequest again = request("/picture.png?document=nota.pdf&page=1");
  again.if_none_match = header(first, "ETag");
  EXPECT_EQ(send(again).status, 304);
  EXPECT_EQ(send(again).body, "");
}

TEST_F(PdfPages, AreBoundedToWhatIsIndexed) {
  const auto code = [](const std::string& address) {
    const HttpResponse response = get(address, "");
    return std::to_string(response.status) + " " +
           json::parse(response.body)["error"]["code"].get<std::string>();
  };
  EXPECT_EQ(code("/picture.png?document=nota.pdf&page=4"), "404 no_such_page");
  EXPECT_EQ(code("/picture.png?document=nota.pdf&page=0"), "400 bad_parameter");
  EXPECT_EQ(code("/picture.png?document=nota.pdf&page=99999999999999999999"), "400 bad_parameter");
  EXPECT_EQ(code("/picture.png?document=nota.pdf&page=-1"), "400 bad_parameter");
  EXPECT_EQ(code("/picture.png?page=1"), "400 missing_parameter");
  EXPECT_EQ(code("/picture.png?document=schriftelijke-vraag-761-conquer.txt"), "404 no_picture");
  for (const char* outside :
       {"/etc/passwd", "../nota.pdf", "docs/../nota.pdf", "file:///etc/passwd", "/dev/zero"})
    EXPECT_EQ(code(make_url("/picture.png", {{"document", outside}})), "404 no_such_document") << outside;
  EXPECT_EQ(code("/api/picture?document=nota.pdf"), "404 not_found");
}

TEST_F(PdfPages, StandBesideTheirText) {
  const std::string pages = get("/document/nota.pdf?view=pages").body;
  EXPECT_TRUE(has(pages, "loading=\"lazy\""));
  EXPECT_TRUE(has(pages, "alt=\"Bladzijde 3 zoals gedrukt"));
  EXPECT_TRUE(has(pages, "id=\"page2\""));
  EXPECT_TRUE(has(pages, "17 miljoen euro"));
  const std::string answer = get(make_url("/ask", {{"q", "Hoeveel kostte de sluis in 2016?"}})).body;
  EXPECT_TRUE(has(answer, "De bladzijde zelf (blz. 3)"));
  EXPECT_TRUE(has(get("/document/nota.pdf").body, "view=pages"));
  const std::string text = get("/document/schriftelijke-vraag-761-conquer.txt").body;
  EXPECT_FALSE(has(text, "view=pages")) << "a text has no pages to look at";
}

TEST_F(PdfPages, AreNotThereWithoutTheProgramAndThatIsSaid) {
  ::setenv("PATH", "/bestaat/niet", 1);
  const HttpResponse page = get("/document/nota.pdf?view=pages");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page.body, "pdftoppm"));
  EXPECT_FALSE(has(page.body, "<img"));
  EXPECT_EQ(get("/picture.png?document=nota.pdf&page=1", "").status, 404);
}

TEST_F(PdfPages, AreNotShownOnceTheFileIsAnother) {
  const auto file = *folder_ / "docs/nota.pdf";
  const std::string kept = system::read_file(file, 1U << 20).value();
  const auto said = [](std::string_view sentence) {
    const std::string page = get("/document/nota.pdf?view=pages").body;
    return has(page, sentence) && !has(page, "<img") &&
           get("/picture.png?document=nota.pdf&page=1", "").status == 404;
  };
  folder_->write("docs/nota.pdf", testing_support::build_pdf({{{72, 700, "Heel iets anders."}}}));
  EXPECT_TRUE(said("Het bestand is veranderd"));
  std::filesystem::remove(file);
  EXPECT_TRUE(said("staat niet meer op zijn plaats"));
  std::filesystem::create_directory(file);
  EXPECT_TRUE(said("staat niet meer op zijn plaats"));
  std::filesystem::remove(file);
  folder_->write("docs/nota.pdf", kept);
  EXPECT_EQ(get("/picture.png?document=nota.pdf&page=1").status, 200);
}

// A program that never ends, or says nothing of use, is ended and named.
TEST_F(PdfPages, AreDrawnWithinBounds) {
  const auto program = folder_->write("bin/pdftoppm", "#!/bin/sh\necho geen plaatje\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  ::setenv("PATH", ((*folder_ / "bin").string() + ":" + path_).c_str(), 1);
  PagePictures pictures;
  const store::IndexReader reader(*folder_ / "index.db", analysis::Analyzer(dictionaries()).fingerprint());
  const auto drawn = [&] { return pictures.draw(*reader.find_document("nota.pdf"), 1); };
  EXPECT_EQ(std::get<PictureObstacle>(drawn()), PictureObstacle::not_drawn);
  folder_->write("bin/pdftoppm", "#!/bin/sh\nexit 99\n");
  EXPECT_EQ(std::get<PictureObstacle>(drawn()), PictureObstacle::no_page);
  folder_->write("bin/pdftoppm", "#!/bin/sh\ncat /dev/zero\n");
  EXPECT_EQ(std::get<PictureObstacle>(drawn()), PictureObstacle::not_drawn);
}

TEST_F(PdfPages, OnlyTheLastOnesAreKept) {
  const auto size = get("/picture.png?document=nota.pdf&page=1").body.size();
  PagePictures pictures(size + size / 2);  // room for one
  const store::IndexReader reader(*folder_ / "index.db", analysis::Analyzer(dictionaries()).fingerprint());
  const auto drawn = [&](int page) {
    return std::get<std::shared_ptr<const std::string>>(
        pictures.draw(*reader.find_document("nota.pdf"), page));
  };
  const auto first = drawn(1);
  EXPECT_EQ(drawn(1), first) << "it is kept";
  const auto third = drawn(3);
  EXPECT_EQ(drawn(3), third);
  EXPECT_NE(drawn(1), first) << "it made room";
}

TEST_F(SiteTest, AReckonedAnswerShowsWhatItIsReckonedFrom) {
  const std::string question =
      "Hoeveel meer bezoekers telden de bibliotheken van Zandbeek in 2018 dan in 2017?";
  const json answer = get_json(make_url("/api/ask", {{"q", question}}));
  ASSERT_EQ(answer["answer"]["operands"].size(), 2u) << answer;
  const std::string page = get(make_url("/ask", {{"q", question}})).body;
  EXPECT_NE(page.find("Berekend"), std::string::npos);
  for (const json& operand : answer["answer"]["operands"])
    EXPECT_NE(page.find(operand["text"].get<std::string>()), std::string::npos) << operand;
}

TEST_F(SiteTest, ThePageSpeaksItsOwnLanguage) {
  const auto in = [](const std::string& language, const std::string& address) {
    HttpRequest made = request(address);
    made.accept = "text/html";
    made.cookie = "lang=" + language;
    return send(made).body;
  };
  const std::string claim = make_url("/check", {{"q", "Het project CONQUER kost 25 miljoen euro."}});
  EXPECT_NE(in("en", claim).find("The claim says 25"), std::string::npos);
  EXPECT_NE(in("nl", claim).find("De bewering zegt 25"), std::string::npos);
  const std::string article =
      make_url("/check", {{"q", "Het project CONQUER kost 25 miljoen euro. Daarvan is 11,11% besteed."}});
  EXPECT_NE(in("en", article).find("The claim says 25"), std::string::npos);
  const std::string nothing = make_url("/ask", {{"q", "Hoeveel kangoeroes wonen er op Mars?"}});
  EXPECT_NE(in("nl", nothing).find("Geen document "), std::string::npos);
  EXPECT_NE(in("en", nothing).find("No document "), std::string::npos);
  EXPECT_NE(in("nl", "/nergens").find("Op dit adres is er niets"), std::string::npos);
  // Data keep the language of the claim.
  EXPECT_TRUE(
      get_json(claim.substr(0, 6) + ".json" + claim.substr(6))["explanation"].get<std::string>().starts_with(
          "De bewering"));
}

TEST_F(SiteTest, AllSeriesOfATrendCanBeHad) {
  const json first = get_json("/api/trend?q=euro&limit=1");
  ASSERT_GT(first["total"], 1) << "the sample documents have more than one series on euro";
  EXPECT_EQ(first["results"].size(), 1u);
  EXPECT_EQ(get_json(first["next"].get<std::string>())["results"][0]["series"], 2);
  EXPECT_EQ(get("/trend.ndjson?q=euro").body, get("/trend.ndjson?q=euro&limit=50").body);
}

TEST_F(SiteTest, TheStateOfTheIndexIsShown) {
  const std::string page = get("/documents").body;
  EXPECT_NE(page.find("Bijgewerkt"), std::string::npos);
  EXPECT_NE(page.find("index.db"), std::string::npos);
}

TEST_F(SiteTest, EveryFormatIsGiven) {
  const std::map<std::string, std::string> types = {
      {"/figures.csv", "text/csv; charset=utf-8"},
      {"/figures.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"/figures.ndjson", "application/x-ndjson; charset=utf-8"},
      {"/figures.json", "application/json; charset=utf-8"},
      {"/tables.csv", "text/csv; charset=utf-8"},
      {"/entities.csv", "text/csv; charset=utf-8"},
      {"/documents.csv", "text/csv; charset=utf-8"},
      {"/audit.csv?all=1", "text/csv; charset=utf-8"},
      {"/article.csv?q=Het+kost+3+euro.", "text/csv; charset=utf-8"},
      {"/ask.csv?q=budget+spent+on+CONQUER", "text/csv; charset=utf-8"},
      {"/check.csv?q=Het+project+CONQUER+kost+3+miljoen+euro.", "text/csv; charset=utf-8"},
      {"/check.csv?q=Het+kost+3+euro.+Het+duurt+2+jaar.", "text/csv; charset=utf-8"},
      {"/search.csv?q=euro", "text/csv; charset=utf-8"},
      {"/search.ndjson?q=euro", "application/x-ndjson; charset=utf-8"},
      {"/trend.svg?q=kmo-portefeuille", "image/svg+xml"},
      {"/search.atom?q=euro", "application/atom+xml; charset=utf-8"},
      {"/metrics", "text/plain; version=0.0.4; charset=utf-8"}};
  for (const auto& [address, type] : types) {
    const HttpResponse response = get(address);
    EXPECT_EQ(response.status, 200) << address;
    EXPECT_EQ(response.content_type, type) << address;
    EXPECT_FALSE(response.body.empty()) << address;
  }
}

TEST_F(SiteTest, WhatDocumentsAndQuestionsHoldIsShownAsText) {
  const std::string query(kHostile);
  const std::string path = "/document/" + encode("gevaar <b>&.txt");
  for (const std::string& address :
       {make_url("/ask", {{"q", "Hoeveel kost de brug?"}}), make_url("/ask", {{"q", query}}),
        make_url("/check", {{"q", "De brug kost 13 miljoen euro " + query}}),
        make_url("/search", {{"q", "brug"}}), make_url("/search", {{"q", query}, {"type", query}}),
        std::string("/figures?document=gevaar*"), std::string("/documents"), path,
        path + "?start=3&end=30&q=brug&figures=1&names=1",
        make_url("/figures", {{"q", query}, {"subject", query}}), std::string("/search.atom?q=brug")}) {
    const HttpResponse response = get(address);
    EXPECT_LT(response.status, 500) << address;
    EXPECT_EQ(response.body.find("<script>alert"), std::string::npos) << address;
    EXPECT_EQ(response.body.find("\" onload=\""), std::string::npos) << address;
    EXPECT_EQ(response.body.find("<b>&"), std::string::npos) << address;
  }
}

TEST_F(SiteTest, EveryResponseIsGuarded) {
  for (const char* address :
       {"/", "/ask?q=x", "/nergens", "/page/style.css", "/health", "/api/ask", "/?lang=en"}) {
    const HttpResponse response = get(address);
    EXPECT_TRUE(header(response, "Content-Security-Policy").starts_with("default-src 'self'")) << address;
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << address;
    EXPECT_EQ(header(response, "Referrer-Policy"), "no-referrer") << address;
    EXPECT_EQ(response.body.find(" style=\""), std::string::npos) << address;
  }
}

TEST_F(SiteTest, ErrorsAreJsonForProgramsAndPagesForPeople) {
  const json error = json::parse(get("/nergens", "").body);
  EXPECT_EQ(error["error"]["code"], "not_found");
  EXPECT_FALSE(error["error"]["message"].get<std::string>().empty());
  EXPECT_EQ(get("/api/nergens").body.front(), '{');
  EXPECT_TRUE(get("/nergens").body.starts_with("<!doctype html>"));
  EXPECT_EQ(get("/api/ask", "").status, 400);
  EXPECT_EQ(get("/api/search?q=%22%22", "").status, 400);
  EXPECT_EQ(get("/api/figures?document=nergens", "").status, 404);
}

TEST_F(SiteTest, LanguageIsThatOfTheBrowserUntilOneIsChosen) {
  HttpRequest made = request("/");
  made.accept_language = "en-GB";
  EXPECT_NE(send(made).body.find("<html lang=\"en\""), std::string::npos);
  made.cookie = "x=1; lang=nl; theme=dark";
  const std::string dutch = send(made).body;
  EXPECT_NE(dutch.find("<html lang=\"nl\" data-theme=\"dark\""), std::string::npos);
  const HttpResponse chosen = get("/ask?q=a%20b&lang=en");
  EXPECT_EQ(chosen.status, 303);
  EXPECT_EQ(header(chosen, "Location"), "/ask?q=a%20b");
  EXPECT_TRUE(header(chosen, "Set-Cookie").starts_with("lang=en; Path=/"));
}

TEST_F(SiteTest, FilesAreKeptByTheirVersion) {
  const HttpResponse file = get("/page/style.css");
  EXPECT_EQ(header(file, "Cache-Control"), "no-cache");
  HttpRequest again = request("/page/style.css");
  again.if_none_match = header(file, "ETag");
  EXPECT_EQ(send(again).status, 304);
  EXPECT_EQ(get("/page/../site.cc").status, 404);
  EXPECT_EQ(get("/page/").status, 404);
}

// What the description says is given is given: each path has an example, which is asked.
TEST_F(SiteTest, TheDescriptionHolds) {
  const json api = get_json("/api/openapi.json");
  std::size_t asked = 0;
  for (const auto& [path, methods] : api["paths"].items()) {
    const json& get_it = methods["get"];
    const std::string example = get_it["x-example"];
    const HttpResponse response = get(example, "");
    EXPECT_EQ(response.status, 200) << example;
    ++asked;
    expect_bounds(get_it, example);
    if (methods.contains("post")) {
      HttpRequest post = request(path);
      post.method = "POST";
      for (const auto& [type, content] : methods["post"]["requestBody"]["content"].items()) {
        post.content_type = type;
        post.body =
            type == "text/plain" ? "De brug kost 12 miljoen euro." : "q=De+brug+kost+12+miljoen+euro.";
        EXPECT_EQ(send(post).status, 200) << path << " " << type;
      }
    }
    const json& content = get_it["responses"]["200"]["content"];
    EXPECT_EQ(response.content_type.substr(0, response.content_type.find(';')), content.begin().key())
        << example;
    if (!content.contains("application/json")) continue;
    const json body = json::parse(response.body);
    json schema = content["application/json"]["schema"];
    const auto resolve = [&](json one) {
      return one.contains("$ref") ? api.at(json::json_pointer(one["$ref"].get<std::string>().substr(1)))
                                  : one;
    };
    schema = resolve(schema);
    for (const json& name : schema.value("required", json::array()))
      EXPECT_TRUE(body.contains(name)) << path << name;
    const bool lists = schema.contains("properties") && schema["properties"].contains("results");
    if (!lists) {
      for (const auto& [name, value] : body.items())
        EXPECT_TRUE(!schema.contains("properties") || schema["properties"].contains(name))
            << path << " gives " << name;
      continue;
    }
    const json entry = resolve(schema["properties"]["results"]["items"]);
    for (const json& result : body["results"]) {
      for (const json& name : entry.value("required", json::array()))
        EXPECT_TRUE(result.contains(name)) << path << name;
      for (const auto& [name, value] : result.items())
        EXPECT_TRUE(!entry.contains("properties") || entry["properties"].contains(name))
            << path << " gives " << name;
    }
  }
  EXPECT_GT(asked, 10u);
}

TEST_F(SiteTest, ExamplesCanBeAnswered) {
  const std::string home = get("/").body;
  const std::string mark = "href=\"/ask?q=";
  std::size_t at = home.find(mark);
  ASSERT_NE(at, std::string::npos);
  for (; at != std::string::npos; at = home.find(mark, at + 1)) {
    const std::size_t begin = at + 6;
    std::string address = home.substr(begin, home.find('"', begin) - begin);
    const json answer = get_json("/api" + address);
    EXPECT_EQ(answer["status"], "answered") << address;
  }
}

TEST_F(SiteTest, LongQuestionsAreRefusedOrAnsweredNeverFailed) {
  std::string words;
  for (int i = 0; i < 10'000; ++i) words += "brug ";
  for (const std::string path : {"/ask", "/check", "/search", "/figures", "/api/article"}) {
    const int status = get(make_url(path, {{"q", words}})).status;
    EXPECT_TRUE(status == 200 || status == 400) << path << " " << status;
  }
}

TEST_F(SiteTest, AnIndexThatGoesAwayIsSaid) {
  const testing_support::TempFolder folder;
  const auto db = folder / "index.db";
  std::filesystem::copy_file(*folder_ / "index.db", db);
  Site site({db.string(), {}, 1}, dictionaries());
  HttpRequest made = request("/api/ask?q=brug");
  EXPECT_EQ(site.answer(made, 0).status, 200);
  std::filesystem::remove(db);
  const HttpResponse gone = site.answer(made, 0);
  EXPECT_EQ(gone.status, 503);
  EXPECT_NE(gone.body.find("there is no index"), std::string::npos) << gone.body;
  std::filesystem::copy_file(*folder_ / "index.db", db);
  EXPECT_EQ(site.answer(made, 0).status, 200);
}

TEST_F(SiteTest, AnIndexThatIsNotThereYetIsWaitedFor) {
  const testing_support::TempFolder folder;
  const auto db = folder / "index.db";
  Site site({db.string(), {}, 1}, dictionaries());
  EXPECT_EQ(site.presence(), IndexPresence::absent);
  HttpRequest data = request("/api/ask?q=brug");
  HttpRequest page = request("/ask?q=brug");
  page.accept = "text/html";
  page.accept_language = "en";
  const auto expect_waiting = [&](const std::string& code, const std::string& heading) {
    const HttpResponse refused = site.answer(data, 0);
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(header(refused, "Retry-After"), "5");
    const json error = json::parse(refused.body)["error"];
    EXPECT_EQ(error["code"], code);
    EXPECT_NE(error["message"].get<std::string>().find("vraagbaak index"), std::string::npos);
    const HttpResponse shown = site.answer(page, 0);
    EXPECT_EQ(shown.status, 503);
    EXPECT_EQ(header(shown, "Retry-After"), "5");
    EXPECT_NE(shown.body.find("http-equiv=\"refresh\" content=\"5\""), std::string::npos);
    EXPECT_NE(shown.body.find("<h1>" + heading + "</h1>"), std::string::npos);
    EXPECT_EQ(shown.body.find("0 documents"), std::string::npos);
  };
  expect_waiting("no_index", "There is no index yet");
  folder.write("index.db.building", "");
  expect_waiting("index_building", "The index is being built");
  std::filesystem::remove(folder / "index.db.building");
  std::filesystem::copy_file(*folder_ / "index.db", db);
  EXPECT_EQ(site.answer(data, 0).status, 200);
  const HttpResponse shown = site.answer(page, 0);
  EXPECT_EQ(shown.status, 200);
  EXPECT_EQ(shown.body.find("http-equiv"), std::string::npos);
}

TEST_F(SiteTest, AFileThatIsNoIndexIsRefusedAtOnce) {
  const testing_support::TempFolder folder;
  folder.write("index.db", "no index but a text");
  EXPECT_THROW(Site({(folder / "index.db").string(), {}, 1}, dictionaries()), Error);
}

}  // namespace
}  // namespace vraagbaak::web
