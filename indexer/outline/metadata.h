// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "indexer/outline/line_classifier.h"
#include "indexer/outline/outline_rules.h"
#include "model/document.h"

namespace vraagbaak::indexer {

// Reads what a document says of itself from its head and from the lines round ANTWOORD. Immutable; safe to
// share between threads; `rules` must outlive it.
class MetadataReader {
 public:
  MetadataReader(const OutlineRules& rules, const analysis::DictionarySource& dictionaries);
  // `has_questions`: the document was found to hold questions of a member. A field nothing is said about
  // stays empty; the title is then the first line. Looks at no more than the first lines and the lines above
  // and below an answer header.
  Metadata read(std::string_view text, const std::vector<Line>& lines, bool has_questions) const;

  // "17 juni 2022", "17/06/2022", "17.06.2022", "2022-06-17"; nullopt where the text does not begin with one.
  std::optional<PartialDate> parse_date(std::string_view text) const;

 private:
  const OutlineRules& rules_;
  const OutlineRules::Kind& letterhead_;
  const OutlineRules::Kind& field_number_;
  const OutlineRules::Kind& field_asker_;
  const OutlineRules::Kind& field_addressee_;
  const OutlineRules::Kind& field_date_;
  const OutlineRules::Kind& field_title_;
  const OutlineRules::Kind& type_;
  std::unordered_map<std::string, int> months_;
};

}  // namespace vraagbaak::indexer
