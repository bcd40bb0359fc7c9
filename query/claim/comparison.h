// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/dictionary/dictionary_source.h"
#include "model/byte_span.h"
#include "model/decimal.h"
#include "query/claim/claim.h"

namespace vraagbaak::query {

// A claim that sets two quantities against each other without naming them: "meer vrouwen dan mannen", "minder
// dan in 2015", "is in 2016 gedaald". Spans are bytes of the claim.
struct Comparison {
  bool claims_more = true;  // of the first, or of the later
  bool is_change = false;   // between two times
  // A change by so much at least ("verdubbeld": 2), where it says so; a fall by the inverse.
  std::optional<Decimal> factor;
  ByteSpan word;    // the comparative or the verb of change
  ByteSpan first;   // what is said to be more or less; empty: all that the second does not say
  ByteSpan second;  // what stands behind "dan"; empty for a change
};

// Reads comparisons in Dutch and English. Immutable; safe to share between threads.
class ComparisonReader {
 public:
  // Reads nl/claim-words.tsv; throws Error where it is broken.
  explicit ComparisonReader(const analysis::DictionarySource& dictionaries);

  // nullopt where the claim compares nothing, or compares with a figure ("meer dan 5"). Any bytes; linear.
  std::optional<Comparison> read(const Claim& claim) const;

 private:
  enum class Role : std::uint8_t { more, less, than, rise, fall, doubled, halved };
  std::unordered_map<std::string, Role> roles_;
};

}  // namespace vraagbaak::query
