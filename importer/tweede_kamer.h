// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importer/import_source.h"

namespace vraagbaak::importer {

// The Tweede Kamer: documents of its OData service (OData 4.0), newest first, whose subject or title holds
// all words of the query. A word such as 2024Z18775 is the number of a case, 2024D40329 that of a document.
class TweedeKamer final : public ImportSource {
 public:
  static constexpr std::string_view kName = "tweedekamer";
  explicit TweedeKamer(const ImportQuery& query);

  std::string_view name() const override { return kName; }
  std::string_view licence() const override;
  std::vector<std::string> hosts() const override;
  std::string accept() const override;
  std::string first_page() const override;
  Result<ListPage> read_page(std::string_view bytes, const std::string& address) const override;

 private:
  std::string filter_;
};

}  // namespace vraagbaak::importer
