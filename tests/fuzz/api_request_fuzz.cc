// SPDX-License-Identifier: EUPL-1.2
// A request target and, behind the first line end, the body of a form: any bytes. Whatever is understood lies
// within its bounds, and its addresses are understood again.
#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

#include "tests/fuzz/fuzz_target.h"
#include "web/server/access.h"
#include "web/server/api_request.h"
#include "web/server/url.h"
#include "web/server/views/page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak::web;
  using vraagbaak::fuzz::require;
  const std::string_view input = vraagbaak::fuzz::as_text(data, size);
  const std::size_t end = std::min(input.find('\n'), input.size());
  HttpRequest request;
  request.host = input.substr(0, 40);
  request.authorization = input;
  (void)refuse_access(request, {"0.0.0.0", "0123456789abcdef"});
  const auto target = parse_target(input.substr(0, end));
  const auto form = parse_parameters(input.substr(std::min(end + 1, input.size())));
  if (!target || !form) return 0;
  require(!target->path.empty() && target->path.front() == '/', "a path begins with /");
  const auto understood = understand(*target, *form);
  if (const auto* refusal = std::get_if<Refusal>(&understood)) {
    require(refusal->status >= 400 && refusal->status < 500 && !refusal->message.empty(),
            "a refusal blames the request and says why");
    return 0;
  }
  const auto& wanted = std::get<ApiRequest>(understood);
  require(wanted.query.size() <= 200'000 && wanted.limit <= 50'000 && wanted.offset <= 1'000'000'000,
          "what is asked for is bounded");
  require(!wanted.marked || wanted.marked->first < wanted.marked->second, "a marked place is one");
  const auto again = parse_target(changed_address(wanted, {}));
  require(static_cast<bool>(again) && again->path == target->path, "an address is read back");
  return 0;
}
