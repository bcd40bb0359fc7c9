// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace vraagbaak::web {

// A request as it came in. Nothing in it is trusted: any bytes may stand anywhere.
struct HttpRequest {
  std::string method;
  std::string target;  // path and query as sent, still percent-encoded: "/ask?q=a%20b"
  std::string body;
  // Headers that count here; empty where they were not sent.
  std::string host;
  std::string authorization;
  std::string accept;
  std::string accept_language;
  std::string cookie;
  std::string content_type;
  std::string if_none_match;
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};  // besides those every response gets
};

// Why a request is not carried out: an HTTP status, a word for programs, a sentence for people.
struct Refusal {
  int status = 400;
  std::string code;
  std::string message;
  friend bool operator==(const Refusal&, const Refusal&) = default;
};

}  // namespace vraagbaak::web
