// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importer/import_source.h"

namespace vraagbaak::importer {

// The Flemish Parliament: its search gives pages of results as JSON, each with the address of an open-data
// record (a written question, an oral one, a meeting …) or of the file itself; the record names the files:
// question and answer in one PDF, annexes as further files.
class VlaamsParlement final : public ImportSource {
 public:
  static constexpr std::string_view kName = "vlaamsparlement";
  explicit VlaamsParlement(const ImportQuery& query);

  std::string_view name() const override { return kName; }
  std::string_view licence() const override;
  std::vector<std::string> hosts() const override;
  std::string accept() const override;
  std::string first_page() const override;
  Result<ListPage> read_page(std::string_view bytes, const std::string& address) const override;
  Result<DocumentRecord> read_record(std::string_view bytes, const ListedDocument& listed) const override;

 private:
  std::string page_address(std::size_t page) const;
  std::string query_;
};

}  // namespace vraagbaak::importer
