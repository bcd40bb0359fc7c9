// SPDX-License-Identifier: EUPL-1.2
// The only file that includes libcurl.
#include "importer/http_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <utility>

#include "model/error.h"
#include "system/shared_library.h"

namespace vraagbaak::importer {
namespace {

// Loaded with the first client: with the thirty libraries that it needs in turn that takes ten milliseconds.
struct Libcurl {
  SharedLibrary library{VB_CURL_FILE};
  decltype(::curl_global_init)* global_init =
      library.function<decltype(::curl_global_init)>("curl_global_init");
  decltype(::curl_easy_init)* easy_init = library.function<decltype(::curl_easy_init)>("curl_easy_init");
  decltype(::curl_easy_reset)* easy_reset = library.function<decltype(::curl_easy_reset)>("curl_easy_reset");
  decltype(::curl_easy_setopt)* easy_setopt =
      library.function<decltype(::curl_easy_setopt)>("curl_easy_setopt");
  decltype(::curl_easy_perform)* easy_perform =
      library.function<decltype(::curl_easy_perform)>("curl_easy_perform");
  decltype(::curl_easy_getinfo)* easy_getinfo =
      library.function<decltype(::curl_easy_getinfo)>("curl_easy_getinfo");
  decltype(::curl_easy_strerror)* easy_strerror =
      library.function<decltype(::curl_easy_strerror)>("curl_easy_strerror");
  decltype(::curl_easy_cleanup)* easy_cleanup =
      library.function<decltype(::curl_easy_cleanup)>("curl_easy_cleanup");
  decltype(::curl_slist_append)* slist_append =
      library.function<decltype(::curl_slist_append)>("curl_slist_append");
  decltype(::curl_slist_free_all)* slist_free_all =
      library.function<decltype(::curl_slist_free_all)>("curl_slist_free_all");
};

const Libcurl& libcurl() {
  static const Libcurl loaded;
  return loaded;
}

// Takes the bytes of a body up to its bound.
struct Body {
  std::string bytes;
  std::uint64_t most = 0;
  bool too_large = false;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& body = *static_cast<Body*>(user);
  if (body.bytes.size() + size * count > body.most) {
    body.too_large = true;
    return 0;  // ends the transfer
  }
  body.bytes.append(bytes, size * count);
  return size * count;
}

struct HeaderList {
  curl_slist* list = nullptr;
  ~HeaderList() { libcurl().slist_free_all(list); }
};

bool is_passing(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PARTIAL_FILE:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_SSL_CONNECT_ERROR:
      return true;
    default:
      return false;
  }
}

HttpFailure failure(CURLcode code, const HttpLimits& limits, bool too_large) {
  if (too_large || code == CURLE_FILESIZE_EXCEEDED) {
    return {"is larger than " + std::to_string(std::max<std::uint64_t>(limits.body >> 20U, 1)) + " MiB",
            false};
  }
  if (code == CURLE_PARTIAL_FILE) return {"broke off before its end", true};
  if (code == CURLE_OPERATION_TIMEDOUT) return {"took too long", true};
  return {std::string("cannot be reached (") + libcurl().easy_strerror(code) + ")", is_passing(code)};
}

}  // namespace

struct HttpClient::Handle {
  CURL* curl = nullptr;
  std::string user_agent;
  ~Handle() {
    if (curl != nullptr) libcurl().easy_cleanup(curl);
  }
};

HttpClient::HttpClient(std::string user_agent) : handle_(std::make_unique<Handle>()) {
  static const CURLcode kStarted = libcurl().global_init(CURL_GLOBAL_DEFAULT);
  handle_->user_agent = std::move(user_agent);
  handle_->curl = kStarted == CURLE_OK ? libcurl().easy_init() : nullptr;
  if (handle_->curl == nullptr) throw Error("libcurl", "it cannot start", "look at its installation");
}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;

std::variant<HttpAnswer, HttpFailure> HttpClient::get(const std::string& address, const std::string& accept,
                                                      const HttpLimits& limits) {
  CURL* curl = handle_->curl;
  libcurl().easy_reset(curl);  // options; the connection stays
  Body body{{}, limits.body, false};
  HeaderList headers;
  headers.list = libcurl().slist_append(nullptr, ("Accept: " + accept).c_str());
  libcurl().easy_setopt(curl, CURLOPT_URL, address.c_str());
  libcurl().easy_setopt(curl, CURLOPT_HTTPHEADER, headers.list);
  libcurl().easy_setopt(curl, CURLOPT_USERAGENT, handle_->user_agent.c_str());
  libcurl().easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  libcurl().easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  libcurl().easy_setopt(curl, CURLOPT_ACCEPT_ENCODING,
                        "");  // whatever libcurl unpacks; the bound is on what comes out
  libcurl().easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  libcurl().easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  libcurl().easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
  libcurl().easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  libcurl().easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.stalled.count()));
  libcurl().easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.body));
  libcurl().easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  libcurl().easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  const CURLcode code = libcurl().easy_perform(curl);
  if (code != CURLE_OK) return failure(code, limits, body.too_large);

  HttpAnswer answer;
  long status = 0;
  libcurl().easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  const char* redirect = nullptr;
  libcurl().easy_getinfo(curl, CURLINFO_REDIRECT_URL, &redirect);
  if (redirect != nullptr) answer.redirect = redirect;
  curl_off_t wait = 0;
  libcurl().easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
  if (wait > 0) answer.retry_after = std::chrono::seconds(wait);
  answer.body = std::move(body.bytes);
  return answer;
}

}  // namespace vraagbaak::importer
