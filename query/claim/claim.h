// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/byte_span.h"
#include "model/decimal.h"
#include "model/figure.h"

namespace vraagbaak::query {

// A figure that a claim states. Spans are bytes of the claim.
struct ClaimFigure {
  Figure figure;          // as read; its span too is that of the claim
  ByteSpan words;         // with the hedge before it: "ruim 43 miljoen euro"
  bool is_given = false;  // "de vijf video's": taken for granted, not claimed
  bool is_frame = false;  // "in vijf jaar": how long, of another quantity
  bool is_rate = false;   // what a quantity is measured against: "per 10.000 inwoners"
  // What a document may state for the claim to hold, ends included: the hedge's interval, or what rounds to
  // the stated value. An absent end is open. Of quantities only.
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool is_limit = false;   // "hoogstens", "at least": states a limit rather than compares
  bool above_low = false;  // `low` itself does not do: "meer dan 5"
};

// A statement to check.
struct Claim {
  std::string text;
  std::string language = "nl";          // "nl" or "en": in which the verdict on it is told
  std::vector<ClaimFigure> figures;     // quantities and dates, in order; no references
  std::vector<ByteSpan> numbers_named;  // "oproep 136", "de 40 dossiers": which ones; taken for granted
  bool names_a_member = false;          // "een van de", "among": another name does not refute it
  bool is_negated = false;              // "niet", "never" … outside a hedge
  bool is_leaning = false;              // "daarvan", "ze": what it speaks of is said before it
  std::string context;                  // … the sentence that says it; empty: none is known
};

}  // namespace vraagbaak::query
