// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <stdexcept>
#include <string>

namespace vraagbaak {

// The work cannot go on: a full disk, a broken index, a wrong dictionary. Caught once, in cli/main.cc and in
// the HTTP handler. what() is one line: "thing: what is wrong: the mend".
class Error : public std::runtime_error {
 public:
  Error(const std::string& thing, const std::string& wrong, const std::string& mend)
      : std::runtime_error(thing + ": " + wrong + ": " + mend) {}
};

}  // namespace vraagbaak
