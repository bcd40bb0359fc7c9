// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "analysis/phrases/noun_phrases.h"
#include "model/byte_span.h"

namespace vraagbaak::query {

// True where the text gives a reason: omdat, wegens, omwille van …
bool gives_reason(std::string_view text);

// The reason that a sentence gives, with the word that introduces it: "omdat de vergunning ontbreekt", "in
// het kader van de veiligheid". A clause goes on to the next comma where it opens the sentence, else to the
// end; a phrase ends before the verb. Spans are bytes of `text`; nullopt where no such word stands there.
// `words` tells verbs.
std::optional<ByteSpan> reason_in(std::string_view text, ByteSpan sentence,
                                  const analysis::NounPhraseFinder& words);

}  // namespace vraagbaak::query
