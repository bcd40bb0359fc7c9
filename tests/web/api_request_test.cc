// SPDX-License-Identifier: EUPL-1.2
#include "web/server/api_request.h"

#include <gtest/gtest.h>

namespace vraagbaak::web {
namespace {

std::variant<ApiRequest, Refusal> read(std::string_view address) {
  return understand(*parse_target(address), {});
}

struct PathCase {
  const char* name;
  std::string_view address;
  View view;
  Format format;
};
class Path : public testing::TestWithParam<PathCase> {};
TEST_P(Path, IsUnderstood) {
  const auto result = read(GetParam().address);
  ASSERT_TRUE(std::holds_alternative<ApiRequest>(result)) << std::get<Refusal>(result).message;
  EXPECT_EQ(std::get<ApiRequest>(result).view, GetParam().view);
  EXPECT_EQ(std::get<ApiRequest>(result).format, GetParam().format);
}
INSTANTIATE_TEST_SUITE_P(
    ApiRequest, Path,
    testing::Values(PathCase{"root", "/", View::ask, Format::html},
                    PathCase{"ask", "/ask?q=x", View::ask, Format::html},
                    PathCase{"ask_json", "/ask.json", View::ask, Format::json},
                    PathCase{"api_ask", "/api/ask", View::ask, Format::json},
                    PathCase{"article_csv", "/article.csv", View::article, Format::csv},
                    PathCase{"feed", "/search.atom", View::search, Format::atom},
                    PathCase{"figures_xlsx", "/figures.xlsx", View::figures, Format::xlsx},
                    PathCase{"api_figures_csv", "/api/figures.csv", View::figures, Format::csv},
                    PathCase{"lines", "/api/entities.ndjson", View::entities, Format::ndjson},
                    PathCase{"document", "/document/map/a.csv", View::document, Format::html},
                    PathCase{"api_document", "/api/document/a.json", View::document, Format::json},
                    PathCase{"file", "/page/style.css", View::file, Format::html},
                    PathCase{"health", "/health", View::health, Format::json},
                    PathCase{"openapi", "/api/openapi.json", View::openapi, Format::json}),
    [](const auto& row) { return std::string(row.param.name); });

struct RefusedCase {
  const char* name;
  std::string_view address;
  int status;
};
class Refused : public testing::TestWithParam<RefusedCase> {};
TEST_P(Refused, WithStatusAndWord) {
  const auto result = read(GetParam().address);
  ASSERT_TRUE(std::holds_alternative<Refusal>(result));
  const Refusal& refusal = std::get<Refusal>(result);
  EXPECT_EQ(refusal.status, GetParam().status) << refusal.message;
  EXPECT_FALSE(refusal.code.empty());
  EXPECT_NE(refusal.message.find(": "), std::string::npos) << refusal.message;
}
INSTANTIATE_TEST_SUITE_P(
    ApiRequest, Refused,
    testing::Values(
        RefusedCase{"unknown", "/nergens", 404}, RefusedCase{"traversal", "/../../etc/passwd", 404},
        RefusedCase{"api_traversal", "/api/../ask", 404}, RefusedCase{"ask_ndjson", "/ask.ndjson", 404},
        RefusedCase{"picture_json", "/picture.json", 404}, RefusedCase{"picture_page", "/picture", 404},
        RefusedCase{"view", "/document/a.txt?view=alles", 400}, RefusedCase{"article_page", "/article", 404},
        RefusedCase{"no_document", "/document/", 404}, RefusedCase{"only_api", "/api/", 404},
        RefusedCase{"limit_word", "/search?q=a&limit=veel", 400},
        RefusedCase{"limit_none", "/search?q=a&limit=0", 400},
        RefusedCase{"limit_huge", "/search?q=a&limit=99999999999999999999", 400},
        RefusedCase{"offset_negative", "/search?q=a&offset=-1", 400},
        RefusedCase{"year", "/search?q=a&year=vorig", 400}, RefusedCase{"kind", "/figures?kind=gewicht", 400},
        RefusedCase{"name_kind", "/entities?kind=dier", 400},
        RefusedCase{"sort", "/search?q=a&sort=mooi", 400}, RefusedCase{"minimum", "/figures?min=veel", 400},
        RefusedCase{"range_as_minimum", "/figures?min=1..2", 400},
        RefusedCase{"flag", "/ask?q=a&explain=misschien", 400}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ApiRequest, ReadsNarrowing) {
  const auto result =
      read("/search?q=brug&year=2015..2017&min=1,5mln+euro&kind=geld&asker=Jan+Peeters&limit=5&sort=newest");
  const auto& request = std::get<ApiRequest>(result);
  EXPECT_EQ(request.query, "brug");
  EXPECT_EQ(request.narrowing.years, std::pair(2015, 2017));
  EXPECT_EQ(request.narrowing.least->value.print(), "1500000");
  EXPECT_EQ(request.narrowing.unit, "EUR");
  EXPECT_EQ(request.narrowing.kind, FigureKind::money);
  EXPECT_EQ(request.narrowing.asker, "Jan Peeters");
  EXPECT_EQ(request.limit, 5u);
  EXPECT_EQ(request.order, store::SearchOrder::newest);
}

TEST(ApiRequest, ReadsAMarkedPlace) {
  EXPECT_EQ(std::get<ApiRequest>(read("/document/a.txt?start=3&end=9")).marked,
            std::pair(std::size_t{3}, std::size_t{9}));
  EXPECT_FALSE(std::get<ApiRequest>(read("/document/a.txt?start=9&end=3")).marked);
}

TEST(ApiRequest, TheBodyOfAFormCountsFirst) {
  const auto result = understand(*parse_target("/check?q=adres"), {{"q", "formulier"}});
  EXPECT_EQ(std::get<ApiRequest>(result).query, "formulier");
}

TEST(ApiRequest, LongTextsAreRefusedWhereALineIsMeant) {
  const std::string text(10'000, 'a');
  EXPECT_TRUE(std::holds_alternative<Refusal>(understand(*parse_target("/ask?q=" + text), {})));
  EXPECT_TRUE(std::holds_alternative<ApiRequest>(understand(*parse_target("/article.json"), {{"q", text}})));
}

}  // namespace
}  // namespace vraagbaak::web
