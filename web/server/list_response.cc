// SPDX-License-Identifier: EUPL-1.2
#include "web/server/list_response.h"

#include "web/server/views/parts.h"

namespace vraagbaak::web {

ListCut cut_of(const PageContext& context, std::string_view address, std::size_t shown, std::size_t total) {
  const ApiRequest& request = context.request;
  ListCut cut{total, request.offset + shown, "", ""};
  if (shown == 0 || cut.behind >= total) return cut;
  cut.next = changed_address(request, {{"offset", std::to_string(cut.behind)}});
  if (typed(context, "limit").empty()) {
    cut.note =
        context.say("download.goes_on", {context.number(request.offset + 1), context.number(cut.behind),
                                         context.number(total), std::string(address) + cut.next});
  }
  return cut;
}

void add_cut(HttpResponse& response, const ListCut& cut) {
  response.headers.emplace_back("X-Total-Count", std::to_string(cut.total));
  if (!cut.next.empty()) response.headers.emplace_back("Link", "<" + cut.next + ">; rel=\"next\"");
}

}  // namespace vraagbaak::web
