// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/figure.h"
#include "query/audit/audit_finding.h"
#include "query/audit/audit_words.h"

namespace vraagbaak::query {

// amount = percentage of base, as far as the text says so. Spans count bytes from the start of the text.
struct ShareCheck {
  Figure amount;
  Figure percentage;
  Figure base;
  Arithmetic arithmetic;  // computed: percentage × base
};

// Finds amounts that the text gives as a share too, with their base, and reckons:
//   944 meldingen (13,87 %) van de 6.808     6.808 meldingen, waarvan 944 (13,87 %)     137 op 141 (97,16 %)
//   11,11% (ca. 270.000 euro) van het projectbudget … Het project kost 2,5 miljoen euro
// Amount and percentage must stand side by side; the base is joined to them by such words, or is the one
// amount that the text gives for that whole. Anything less clear is left alone. `figures` are those of the
// running text, in order. Linear in the text but for the look-up of bases.
std::vector<ShareCheck> check_shares(std::string_view text, std::span<const Figure> figures,
                                     const AuditWords& words);

// The amount against the percentage of the base. Rounding: half of the last place shown of amount and base,
// the whole last place of the percentage (many cut it off), or, behind a hedge (ca.), half of the place that
// the amount is rounded to. nullopt where the product has more digits than a Decimal holds.
std::optional<Arithmetic> compare_share(const Figure& amount, std::string_view amount_text,
                                        const Figure& percentage, std::string_view percentage_text,
                                        const Figure& base, std::string_view base_text);

}  // namespace vraagbaak::query
