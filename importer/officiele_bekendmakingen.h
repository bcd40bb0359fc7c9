// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importer/import_source.h"

namespace vraagbaak::importer {

// officielebekendmakingen.nl: publications found by its SRU 2.0 service, as XML where there is XML, else
// HTML, OpenDocument or PDF. Words are looked for in the whole text; a word such as ah-tk-20242025-594 is the
// identifier of a publication; a query with "=" in it is CQL and passed on as it is.
class OfficieleBekendmakingen final : public ImportSource {
 public:
  static constexpr std::string_view kName = "officielebekendmakingen";
  explicit OfficieleBekendmakingen(const ImportQuery& query);

  std::string_view name() const override { return kName; }
  std::string_view licence() const override;
  std::vector<std::string> hosts() const override;
  std::string accept() const override;
  std::string first_page() const override;
  Result<ListPage> read_page(std::string_view bytes, const std::string& address) const override;

 private:
  std::string page_address(std::size_t start) const;
  std::string cql_;
};

}  // namespace vraagbaak::importer
