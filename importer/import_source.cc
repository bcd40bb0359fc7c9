// SPDX-License-Identifier: EUPL-1.2
#include "importer/import_source.h"

#include <algorithm>

#include "importer/de_kamer.h"
#include "importer/officiele_bekendmakingen.h"
#include "importer/tweede_kamer.h"
#include "importer/vlaams_parlement.h"

namespace vraagbaak::importer {

Result<DocumentRecord> ImportSource::read_record(std::string_view, const ListedDocument&) const {
  return DocumentRecord{};
}

std::unique_ptr<ImportSource> make_source(std::string_view name, const ImportQuery& query) {
  if (name == VlaamsParlement::kName) return std::make_unique<VlaamsParlement>(query);
  if (name == TweedeKamer::kName) return std::make_unique<TweedeKamer>(query);
  if (name == OfficieleBekendmakingen::kName) return std::make_unique<OfficieleBekendmakingen>(query);
  if (name == DeKamer::kName) return std::make_unique<DeKamer>(query);
  return nullptr;
}

std::vector<std::string> words_of(std::string_view query) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::vector<std::string> words;
  for (std::size_t at = query.find_first_not_of(kSpace); at < query.size();) {
    const std::size_t end = std::min(query.find_first_of(kSpace, at), query.size());
    words.emplace_back(query.substr(at, end - at));
    at = query.find_first_not_of(kSpace, end);
  }
  return words;
}

std::string day_of(std::string_view timestamp) {
  return std::string(timestamp.substr(0, timestamp.find('T')));
}

}  // namespace vraagbaak::importer
