// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/result.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/reader_contract.h"

namespace vraagbaak::fuzz {

// A reader gives what readers promise, or a refusal in one line.
inline int check_read(const Result<indexer::SourceText>& source) {
  if (!source) {
    require(!source.problem().what.empty() && source.problem().message().find('\n') == std::string::npos,
            "a refusal says why in one line");
    return 0;
  }
  const std::string broken = testing_support::broken_promise(*source);
  require(broken.empty(), broken.c_str());
  return 0;
}

}  // namespace vraagbaak::fuzz
