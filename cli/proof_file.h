// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "cli/console.h"
#include "model/answer.h"
#include "query/proof/proof.h"
#include "store/index_reader.h"

namespace vraagbaak::cli {

// Keeps answers and verdicts for `vraagbaak verify`. Does nothing where `name` is empty.
class ProofFile {
 public:
  // Reader and console must outlive it.
  ProofFile(std::string name, const store::IndexReader& reader, Console& console);

  void add(const Answer& answer);
  void add(const Verdict& verdict);
  // Writes the file; throws Error where that fails.
  void finish();

 private:
  std::string name_;
  const store::IndexReader& reader_;
  Console& console_;
  query::Proof proof_;
};

}  // namespace vraagbaak::cli
