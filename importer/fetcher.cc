// SPDX-License-Identifier: EUPL-1.2
#include "importer/fetcher.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace vraagbaak::importer {
namespace {

using std::chrono::milliseconds;

// Statuses that another try may change (RFC 9110, 15; RFC 6585).
bool is_passing(int status) {
  return status == 408 || status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Problem refused(const std::string& address, int status) {
  const std::string said = "the server answers " + std::to_string(status);
  if (status == 401 || status == 403) return {address, said, "it is not open to everyone"};
  if (status == 404 || status == 410) return {address, said, "it is not there (any more)"};
  return {address, said, "try again later"};
}

}  // namespace

Fetcher::Fetcher(HttpClient client, Destinations destinations, FetchManners manners, Wait wait)
    : client_(std::move(client)),
      destinations_(std::move(destinations)),
      manners_(manners),
      wait_(std::move(wait)) {}

Result<std::string> Fetcher::get(const std::string& named, const std::string& accept, std::uint64_t largest) {
  auto permitted = destinations_.permit(named);
  if (!permitted) return permitted.problem();
  std::string address = std::move(permitted).value();
  HttpLimits limits = manners_.limits;
  limits.body = largest;
  milliseconds pause = manners_.first_wait;
  int redirects = 0;
  for (int tries = 1;; ++tries) {
    if (!is_first_) wait_(manners_.between);
    is_first_ = false;
    const auto result = client_.get(address, accept, limits);
    Problem problem;
    milliseconds asked = pause;
    if (const auto* failed = std::get_if<HttpFailure>(&result)) {
      problem = {address, failed->what, failed->passing ? "try again later" : "it is left out"};
      if (!failed->passing) return problem;
    } else {
      const auto& answer = std::get<HttpAnswer>(result);
      if (answer.status == 200) return answer.body;
      if (is_redirect(answer.status) && !answer.redirect.empty()) {
        if (++redirects > manners_.redirects) {
          return Problem{named, "redirects again and again", "it is left out"};
        }
        auto next = destinations_.permit(answer.redirect);
        if (!next) {
          return Problem{named, "redirects to " + next.problem().where + ", which " + next.problem().what,
                         next.problem().mend};
        }
        address = std::move(next).value();
        --tries;
        continue;
      }
      problem = refused(address, answer.status);
      if (!is_passing(answer.status)) return problem;
      if (answer.retry_after) {
        // The bound first: a server may ask for more than milliseconds can say.
        if (*answer.retry_after > manners_.longest_wait) {
          problem.what += " and asks for " + std::to_string(answer.retry_after->count()) + " s of rest";
          return problem;
        }
        asked = *answer.retry_after;
      }
    }
    if (tries >= manners_.tries) {
      problem.what += " (" + std::to_string(tries) + " tries)";
      return problem;
    }
    wait_(std::min(asked, manners_.longest_wait));
    pause *= 2;
  }
}

}  // namespace vraagbaak::importer
