// SPDX-License-Identifier: EUPL-1.2
#include "web/server/site.h"

#include <algorithm>
#include <chrono>
#include <variant>

#include "analysis/text/utf8.h"
#include "model/error.h"
#include "query/render/page_json.h"
#include "web/server/lookups.h"
#include "web/server/page_files.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {
namespace {

constexpr std::string_view kJson = "application/json; charset=utf-8";
constexpr std::size_t kExamples = 3;
// A claim this long still makes an address that can be passed on.
constexpr std::size_t kShortClaim = 1'500;  // bytes
// After how long a page that waits for the index looks again.
constexpr std::string_view kWaitSeconds = "5";
constexpr int kPreferenceSeconds = 365 * 24 * 60 * 60;

using Clock = std::chrono::steady_clock;

// Every response has these.
HttpResponse guarded(HttpResponse response) {
  const auto add = [&](const char* name, const char* value) { response.headers.emplace_back(name, value); };
  add("Content-Security-Policy",
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'");
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Referrer-Policy", "no-referrer");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  return response;
}

bool wants_page(const HttpRequest& request) {
  return request.accept.find("text/html") != std::string::npos &&
         !std::string_view(request.target).starts_with("/api/");
}

std::string cookie_value(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    std::string_view pair = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
      return std::string(pair.substr(name.size() + 1));
  }
  return "";
}

bool is_language(std::string_view value) {
  return value == "nl" || value == "en";
}
bool is_theme(std::string_view value) {
  return value == "light" || value == "dark" || value == "auto";
}

// The parameters of a POST body.
std::variant<Parameters, Refusal> form_of(const HttpRequest& request) {
  if (request.method != "POST" || request.body.empty()) return Parameters{};
  if (request.content_type.starts_with("text/plain")) {
    if (analysis::first_ill_formed(request.body))
      return Refusal{400, "bad_body", "body: is not UTF-8: encode the text as UTF-8"};
    return Parameters{{"q", request.body}};
  }
  if (!request.content_type.starts_with("application/x-www-form-urlencoded")) {
    return Refusal{415, "bad_body_type",
                   "body: its type is not known: send application/x-www-form-urlencoded or text/plain"};
  }
  auto parameters = parse_parameters(request.body);
  if (!parameters) return Refusal{400, "bad_body", parameters.problem().message()};
  return std::move(parameters).value();
}

std::variant<ApiRequest, Refusal> read_request(const HttpRequest& request) {
  const auto target = parse_target(request.target);
  if (!target) return Refusal{400, "bad_address", target.problem().message()};
  auto form = form_of(request);
  if (const auto* refusal = std::get_if<Refusal>(&form)) return *refusal;
  return understand(*target, std::get<Parameters>(form));
}

// A language or theme that was chosen is kept in a cookie, and the address given back without it.
std::optional<HttpResponse> keep_choice(const ApiRequest& request) {
  if (request.format != Format::html) return std::nullopt;
  HttpResponse response{303, "text/plain; charset=utf-8", "", {}};
  const auto keep = [&](std::string_view name, const std::string& value) {
    response.headers.emplace_back("Set-Cookie", std::string(name) + "=" + value + "; Path=/; Max-Age=" +
                                                    std::to_string(kPreferenceSeconds) +
                                                    "; HttpOnly; SameSite=Lax");
  };
  const std::string language = value_of(request.parameters, "lang");
  const std::string theme = value_of(request.parameters, "theme");
  if (is_language(language)) keep("lang", language);
  if (is_theme(theme)) keep("theme", theme);
  if (response.headers.empty()) return std::nullopt;
  response.headers.emplace_back("Location", changed_address(request, {}));
  return response;
}

HttpResponse file_response(const ApiRequest& request, const HttpRequest& sent, const PageFile& file) {
  const std::string tag = "\"" + file.version + "\"";
  const bool is_named = value_of(request.parameters, "v") == file.version;
  HttpResponse response{200, std::string(file.type), "", {}};
  response.headers = {{"ETag", tag},
                      {"Cache-Control", is_named ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (sent.if_none_match == tag) {
    response.status = 304;
  } else {
    response.body = file.content;
  }
  return response;
}

}  // namespace

// One worker: its session, and what another thread may do to it.
struct Site::Worker {
  std::mutex mutex;  // guards the pointer, not the session
  std::unique_ptr<IndexSession> session;
  bool was_interrupted = false;
};

Site::Site(Options options, const analysis::DictionarySource& dictionaries)
    : options_(std::move(options)),
      knowledge_(dictionaries),
      wording_(dictionaries),
      example_finder_(dictionaries) {
  presence_ = presence_of(options_.db, knowledge_);
  for (std::size_t i = 0; i < options_.workers; ++i) {
    workers_.push_back(std::make_unique<Worker>());
    if (presence_ != IndexPresence::there) continue;
    workers_.back()->session = std::make_unique<IndexSession>(options_.db, knowledge_, pictures_);
  }
}

Site::~Site() = default;

std::optional<HttpResponse> Site::prompt(const HttpRequest& request) {
  const auto target = parse_target(request.target);
  // Whether the server lives may be asked by whoever can reach it.
  if (target && target->path == "/health")
    return guarded({200, std::string(kJson), "{\"status\":\"ok\"}", {{"Cache-Control", "no-store"}}});
  if (auto refusal = refuse_access(request, options_.access)) return refuse(request, *refusal);
  const auto understood = read_request(request);
  if (const auto* refusal = std::get_if<Refusal>(&understood)) return refuse(request, *refusal);
  const auto& wanted = std::get<ApiRequest>(understood);
  switch (wanted.view) {
    case View::file: {
      const auto file = find_page_file(wanted.document);
      if (!file) return refuse(request, {404, "not_found", "address: there is no such file"});
      return guarded(file_response(wanted, request, *file));
    }
    case View::openapi:
      return guarded(file_response(wanted, request, *find_page_file("openapi.json")));
    case View::metrics:
      return guarded({200,
                      "text/plain; version=0.0.4; charset=utf-8",
                      metrics_.print(gauges_ ? gauges_() : Metrics::Gauges{}),
                      {{"Cache-Control", "no-store"}}});
    default:
      break;
  }
  if (auto kept = keep_choice(wanted)) return guarded(std::move(*kept));
  // A claim that was sent by the form gets an address of its own.
  if (wanted.view == View::check && wanted.format == Format::html && request.method == "POST" &&
      wanted.query.size() <= kShortClaim) {
    return guarded(
        {303, "text/plain; charset=utf-8", "", {{"Location", make_url("/check", {{"q", wanted.query}})}}});
  }
  return std::nullopt;
}

HttpResponse Site::answer(const HttpRequest& request, std::size_t number) {
  const auto began = Clock::now();
  const auto understood = read_request(request);
  const auto* wanted = std::get_if<ApiRequest>(&understood);
  if (wanted == nullptr) return refuse(request, std::get<Refusal>(understood));
  Worker& worker = *workers_[number];
  worker.was_interrupted = false;
  HttpResponse response;
  try {
    if (auto waiting = ask_to_wait(request, worker)) {
      response = std::move(*waiting);
    } else {
      response = respond(*wanted, preferences_of(request), worker, request);
      response.headers.emplace_back("Vary", "Accept-Language, Cookie, Authorization");
      const auto is_told = [](const auto& header) { return header.first == "Cache-Control"; };
      if (std::ranges::none_of(response.headers, is_told))
        response.headers.emplace_back("Cache-Control", "no-cache");
      response = guarded(std::move(response));
    }
  } catch (const Error& error) {
    const std::unique_lock lock(worker.mutex);
    const bool too_slow = worker.was_interrupted;
    response = too_slow
                   ? refuse(request, {422, "too_slow", "request: takes too long: ask for less, or narrower"})
                   : refuse(request, {503, "index_not_readable", error.what()});
  } catch (const std::bad_alloc&) {
    response = refuse(request, {422, "too_large", "request: needs more memory than there is: ask for less"});
  } catch (const std::exception& error) {
    response = refuse(request, {500, "internal", std::string("internal error: ") + error.what()});
  }
  metrics_.count_request(to_string(wanted->view), response.status,
                         std::chrono::duration<double>(Clock::now() - began).count());
  return response;
}

void Site::interrupt(std::size_t number) {
  Worker& worker = *workers_[number];
  const std::lock_guard lock(worker.mutex);
  worker.was_interrupted = true;
  if (worker.session) worker.session->reader.interrupt();
}

HttpResponse Site::refuse(const HttpRequest& request, const Refusal& refusal) {
  return refuse(request, refusal,
                [&](const PageContext& context) { return write_refusal_page(context, refusal); });
}

HttpResponse Site::refuse(const HttpRequest& request, const Refusal& refusal, const WritePage& write) {
  HttpResponse response{refusal.status, std::string(kJson), "", {{"Cache-Control", "no-store"}}};
  if (refusal.status == 401)
    response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Vraagbaak\", charset=\"UTF-8\"");
  if (refusal.status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST");
  if (refusal.status == 503) response.headers.emplace_back("Retry-After", kWaitSeconds);
  if (wants_page(request)) {
    const ApiRequest nothing;
    const Preferences preferences = preferences_of(request);
    const PageContext context{wording_,
                              preferences.language,
                              preferences.theme,
                              page_file_address("style.css"),
                              page_file_address("app.js"),
                              page_file_address("icon.svg"),
                              nothing,
                              {}};
    response.content_type = "text/html; charset=utf-8";
    response.body = write(context);
  } else {
    response.body = query::render::error_json(refusal.code, refusal.message);
  }
  return guarded(std::move(response));
}

Site::Preferences Site::preferences_of(const HttpRequest& request) const {
  const std::string language = cookie_value(request.cookie, "lang");
  const std::string theme = cookie_value(request.cookie, "theme");
  return {is_language(language) ? language : std::string(preferred_language(request.accept_language)),
          theme == "light" || theme == "dark" ? theme : ""};
}

std::optional<HttpResponse> Site::ask_to_wait(const HttpRequest& request, const Worker& worker) {
  if (worker.session && !worker.session->is_outdated()) return std::nullopt;
  const IndexPresence presence = presence_of(options_.db, knowledge_);
  if (presence == IndexPresence::there) return std::nullopt;
  const bool is_building = presence == IndexPresence::building;
  const Refusal refusal =
      is_building ? Refusal{503, "index_building",
                            options_.db +
                                ": is being built: ask again; should no `vraagbaak index` be running, run "
                                "it again: it goes on where it stopped"}
                  : Refusal{503, "no_index",
                            options_.db +
                                ": there is no index: run `vraagbaak index FOLDER`; it is used as soon as "
                                "it is there"};
  return refuse(request, refusal, [&](const PageContext& context) {
    return write_waiting_page(context, options_.db, is_building, kWaitSeconds);
  });
}

IndexSession& Site::session_of(Worker& worker) {
  const bool is_outdated = worker.session && worker.session->is_outdated();
  if (!worker.session || is_outdated || worker.session->is_worn()) {
    {
      const std::lock_guard lock(worker.mutex);
      worker.session.reset();
    }
    auto fresh = std::make_unique<IndexSession>(options_.db, knowledge_, pictures_);
    const std::lock_guard lock(worker.mutex);
    worker.session = std::move(fresh);
  }
  if (is_outdated) {
    const std::lock_guard lock(examples_mutex_);
    examples_.reset();
  }
  return *worker.session;
}

HttpResponse Site::respond(const ApiRequest& request, const Preferences& preferences, Worker& worker,
                           const HttpRequest& sent) {
  const IndexSession& session = session_of(worker);
  const PageContext context{wording_,
                            preferences.language,
                            preferences.theme,
                            page_file_address("style.css"),
                            page_file_address("app.js"),
                            page_file_address("icon.svg"),
                            request,
                            session.counts};
  const auto looked_up =
      look_up(session, context, "http://" + sent.host, sent.if_none_match, [&] { return examples(session); });
  if (const auto* refusal = std::get_if<Refusal>(&looked_up)) return refuse(sent, *refusal);
  return std::get<HttpResponse>(looked_up);
}

std::vector<std::string> Site::examples(const IndexSession& session) {
  const std::lock_guard lock(examples_mutex_);
  if (!examples_) examples_ = example_finder_.find(session.reader, session.answerer, kExamples);
  return *examples_;
}

}  // namespace vraagbaak::web
