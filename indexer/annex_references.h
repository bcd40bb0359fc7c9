// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "store/index_writer.h"

namespace vraagbaak::indexer {

// The annexes that answers name, each once per answer: a file's name with its ending ("cijfers_2016.xlsx"), a
// number under which a parliament publishes ("blg-1184123", "2024D40329", "2016201713947-11-405-nl-fr"), both
// in lower case; or only that there is one ("zie bijlage", "in bijlage 2"), as "bijlage", "bijlagen" or
// "bijlage 2". An annex of something else ("bijlage 2 bij het besluit") does not count. Linear in the text.
std::vector<store::IndexEntry::Annex> annex_references(const Document& document);
// The same of the text of one answer.
std::set<std::string> annex_names(std::string_view text);

}  // namespace vraagbaak::indexer
