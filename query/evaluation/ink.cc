// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/ink.h"

#include "analysis/text/utf8.h"
#include "query/evaluation/gold_text.h"

namespace vraagbaak::query {

Ink::Ink(std::string_view text) : counts_{0} {
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Utf8Step step = analysis::utf8_step(text, at);
    counts_.push_back(counts_.back() + (is_blank(step.code_point) ? 0 : 1));
    at += step.size;
  }
}

}  // namespace vraagbaak::query
