// SPDX-License-Identifier: EUPL-1.2
// A whole request on a small index: the first line is its target, the second what it accepts, the third its
// cookies, the rest its body (a form, or a text where the second line says so). Whatever it is, the answer
// blames the request or is one, is well formed, and shows what was sent as text.
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/text/utf8.h"
#include "indexer/indexer.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/temp_folder.h"
#include "web/server/site.h"

namespace {

using vraagbaak::analysis::DictionarySource;
using namespace vraagbaak::web;

constexpr std::string_view kDocument =
    "SCHRIFTELIJKE VRAAG\n\nnr. 12\nvan AN JANSSENS\ndatum: 3 mei 2016\naan de minister van Mobiliteit\n\n"
    "De brug <zz> over de Vaart\n\n1. Hoeveel kostte de brug in 2015 en 2016?\n2. Hoeveel fietsers tellen "
    "we?\n\n"
    "ANTWOORD\n\n1. De brug kostte 12 miljoen euro in 2015 en 13,5 miljoen euro in 2016.\n"
    "2. Er rijden 4.812 fietsers per dag over de brug, 21,5 % meer dan in 2014.\n\n"
    "Tabel 1: kosten per jaar (in euro)\nJaar\tKosten\n2014\t11.000\n2015\t12.000\nTotaal\t23.000\n";

Site& site() {
  static const vraagbaak::testing_support::TempFolder folder;
  static const auto dictionaries = DictionarySource::built_in();
  static const auto made = [] {
    folder.write("docs/vraag <zz>.txt", kDocument);
    vraagbaak::indexer::IndexOptions options;
    options.threads = 1;
    vraagbaak::indexer::index_paths({folder / "docs"}, folder / "index.db", dictionaries, options);
    return std::make_unique<Site>(Site::Options{(folder / "index.db").string(), {}, 1}, dictionaries);
  }();
  return *made;
}

std::string take_line(std::string_view& input) {
  const std::size_t end = std::min(input.find('\n'), input.size());
  std::string line(input.substr(0, end));
  input.remove_prefix(std::min(end + 1, input.size()));
  return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using vraagbaak::fuzz::require;
  std::string_view input = vraagbaak::fuzz::as_text(data, size);
  HttpRequest request;
  request.host = "localhost";
  request.target = take_line(input);
  request.accept = take_line(input);
  request.accept_language = request.accept;
  request.if_none_match = request.accept;
  request.cookie = take_line(input);
  request.body = std::string(input);
  request.method = input.empty() ? "GET" : "POST";
  request.content_type = request.accept.find("plain") == std::string::npos
                             ? "application/x-www-form-urlencoded"
                             : "text/plain; charset=utf-8";
  auto prompt = site().prompt(request);
  const HttpResponse response = prompt ? std::move(*prompt) : site().answer(request, 0);
  require(response.status >= 200 && response.status < 500, "a request never makes the server fail");
  const bool is_text = response.content_type.starts_with("text/") ||
                       response.content_type.find("json") != std::string::npos ||
                       response.content_type.find("xml") != std::string::npos;
  if (is_text) require(!vraagbaak::analysis::first_ill_formed(response.body), "text is UTF-8");
  const bool is_markup = response.content_type.starts_with("text/html") ||
                         response.content_type.find("xml") != std::string::npos;
  if (is_markup) require(response.body.find("<zz") == std::string::npos, "what was sent is shown as text");
  for (const auto& [name, value] : response.headers)
    require(value.find('\n') == std::string::npos && value.find('\r') == std::string::npos,
            "a header is one line");
  return 0;
}
