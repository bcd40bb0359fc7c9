// SPDX-License-Identifier: EUPL-1.2
#include "importer/destinations.h"

#include <algorithm>
#include <utility>

namespace vraagbaak::importer {

Result<Destinations> Destinations::make(std::vector<std::string> hosts, const std::string& mirror) {
  if (mirror.empty()) return Destinations(std::move(hosts), std::nullopt);
  auto address = parse_address(mirror);
  if (!address || address->path.find('?') != std::string::npos) {
    return Problem{mirror, "is no address of the web", "give one such as http://127.0.0.1:8080"};
  }
  while (address->path.ends_with('/')) address->path.pop_back();
  return Destinations(std::move(hosts), std::move(address));
}

Result<std::string> Destinations::permit(std::string_view text) const {
  // What is shown of a hostile address stays short.
  constexpr std::size_t kShown = 200;
  const std::string shown(text.substr(0, kShown));
  const auto address = parse_address(text);
  if (!address) return Problem{shown, "is no address of the web", "it is not fetched"};
  const bool is_service = std::ranges::find(hosts_, address->host) != hosts_.end();
  if (mirror_) {
    if (address->host == mirror_->host && address->scheme == mirror_->scheme) return to_string(*address);
    if (is_service) return to_string({mirror_->scheme, mirror_->host, mirror_->path + address->path});
  } else if (is_service) {
    return to_string({"https", address->host, address->path});
  }
  return Problem{shown, "leads to another host than those of the service", "it is not fetched"};
}

}  // namespace vraagbaak::importer
