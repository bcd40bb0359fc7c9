// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importer/address.h"
#include "model/result.h"

namespace vraagbaak::importer {

// Where an import may fetch from: the hosts of its service, over https alone. Neither a list nor a redirect
// leads anywhere else, so nothing of the user's own network or machine can be reached through them.
class Destinations {
 public:
  // `mirror`: all of it is fetched from there instead, whichever host of the service an address names; an
  // address such as "http://127.0.0.1:8080/tk". Empty: from the service itself.
  // A Problem where `mirror` is no address of the web.
  static Result<Destinations> make(std::vector<std::string> hosts, const std::string& mirror);

  // The address to fetch for one that the service named; a Problem where it leads elsewhere.
  Result<std::string> permit(std::string_view address) const;

 private:
  Destinations(std::vector<std::string> hosts, std::optional<Address> mirror)
      : hosts_(std::move(hosts)), mirror_(std::move(mirror)) {}
  std::vector<std::string> hosts_;
  std::optional<Address> mirror_;  // without a '/' at the end of its path
};

}  // namespace vraagbaak::importer
