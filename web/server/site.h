// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "query/example_questions.h"
#include "web/server/access.h"
#include "web/server/api_request.h"
#include "web/server/http_message.h"
#include "web/server/index_session.h"
#include "web/server/metrics.h"
#include "web/server/page_pictures.h"
#include "web/server/views/page.h"
#include "web/server/wording.h"

namespace vraagbaak::web {

// Answers HTTP requests from an index: access → understand → look up → render. Each worker has its own
// connection to the index. Knows nothing of sockets. Safe to share between threads; one worker number is used
// by one thread at a time.
class Site {
 public:
  struct Options {
    std::string db;
    AccessRules access;
    std::size_t workers = 2;
  };
  // `dictionaries` must outlive the site. Throws Error where the index is there but cannot be read, or a
  // dictionary is broken. An index that is not there yet is waited for.
  Site(Options options, const analysis::DictionarySource& dictionaries);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  // What there was to read when the site was made.
  IndexPresence presence() const { return presence_; }

  // What the server is at, for /metrics. Before the first request.
  void set_gauges(std::function<Metrics::Gauges()> gauges) { gauges_ = std::move(gauges); }

  // The response to a request that needs no index (a refusal, a file); nullopt where answer() gives it.
  std::optional<HttpResponse> prompt(const HttpRequest& request);
  // The response to any other. Never throws.
  HttpResponse answer(const HttpRequest& request, std::size_t worker);
  // Ends what that worker is doing; from any thread.
  void interrupt(std::size_t worker);
  // The response to a request that is not carried out: JSON, or a page for whom asks for one.
  HttpResponse refuse(const HttpRequest& request, const Refusal& refusal);

 private:
  struct Worker;
  struct Preferences {
    std::string language;
    std::string theme;
  };

  Preferences preferences_of(const HttpRequest& request) const;
  using WritePage = std::function<std::string(const PageContext&)>;
  // JSON, or for whom asks for a page what `write` makes.
  HttpResponse refuse(const HttpRequest& request, const Refusal& refusal, const WritePage& write);
  // The response as long as there is no index; nullopt where there is.
  std::optional<HttpResponse> ask_to_wait(const HttpRequest& request, const Worker& worker);
  // Makes a session anew where the old one is outdated, worn or not there.
  IndexSession& session_of(Worker& worker);
  HttpResponse respond(const ApiRequest& request, const Preferences& preferences, Worker& worker,
                       const HttpRequest& sent);
  // Three questions of the documents that can be answered from them; found once for each state of the index.
  std::vector<std::string> examples(const IndexSession& session);

  Options options_;
  SharedKnowledge knowledge_;
  PagePictures pictures_;
  IndexPresence presence_ = IndexPresence::there;
  Wording wording_;
  query::ExampleQuestions example_finder_;
  Metrics metrics_;
  std::function<Metrics::Gauges()> gauges_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::mutex examples_mutex_;
  std::optional<std::vector<std::string>> examples_;
};

}  // namespace vraagbaak::web
