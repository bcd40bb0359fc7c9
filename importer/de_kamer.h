// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importer/import_source.h"

namespace vraagbaak::importer {

// The Belgian Chamber: its service lists the written questions of a legislature and does not search, so each
// is fetched and kept where its text holds all words of the query, small and capital letters and accents
// alike.
class DeKamer final : public ImportSource {
 public:
  static constexpr std::string_view kName = "dekamer";
  explicit DeKamer(const ImportQuery& query);

  std::string_view name() const override { return kName; }
  std::string_view licence() const override;
  std::vector<std::string> hosts() const override;
  std::string accept() const override;
  std::string first_page() const override;
  Result<ListPage> read_page(std::string_view bytes, const std::string& address) const override;
  Result<DocumentRecord> read_record(std::string_view bytes, const ListedDocument& listed) const override;

 private:
  std::string page_address(std::size_t start) const;
  std::vector<std::string> words_;  // folded
  int legislature_;
};

}  // namespace vraagbaak::importer
