// SPDX-License-Identifier: EUPL-1.2
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/command.h"
#include "cli/input_text.h"
#include "cli/open_index.h"
#include "indexer/readers/reader.h"
#include "query/proof/proof_verifier.h"
#include "query/render/proof_json.h"

namespace vraagbaak::cli {
namespace {

constexpr query::ProofCheck kMissing{query::ProofState::missing, 0, {}};

query::ProofCheck check_index(const query::ProofPlace& place, const store::IndexReader& reader) {
  const auto document = reader.find_document(place.document);
  return document ? query::check_place(place, reader.document_text(document->id)) : kMissing;
}

// The file as it is now: where it was, or of that name under `docs`.
query::ProofCheck check_file(const query::ProofPlace& place, const std::string& docs) {
  const std::string name =
      docs.empty() ? place.source : (std::filesystem::path(docs) / place.document).string();
  auto bytes = read_bytes(name);
  if (!bytes) return kMissing;
  auto source = indexer::read_document(std::move(bytes).value(), name);
  return query::check_place(place, source ? source->text : std::string());
}

}  // namespace

int run(const VerifyOptions& options, Context& context) {
  const auto bytes = read_bytes(options.file);
  if (!bytes) {
    context.console.complain(bytes.problem().message());
    return kUnusable;
  }
  const auto proof = query::render::read_proof(*bytes, options.file);
  if (!proof) {
    context.console.complain(proof.problem().message());
    return kUnusable;
  }
  std::optional<OpenIndex> index;
  if (!options.files_only) index.emplace(context.options.db, context.dictionaries);
  bool all_hold = true;
  for (const query::ProofItem& item : proof->items) {
    const auto report = [&](std::string_view against, const query::ProofCheck& check) {
      all_hold = all_hold && check.state == query::ProofState::holds;
      if (context.options.json) {
        context.console.print_line(query::render::proof_check_json(item, against, check));
      } else {
        context.console.print(query::render::proof_check_text(item, against, check, context.console.style()));
      }
    };
    if (!item.place) {
      report("nothing", {});
      continue;
    }
    if (index) report("index", check_index(*item.place, index->reader));
    report("file", check_file(*item.place, options.docs));
  }
  return all_hold ? kFound : kNothing;
}

}  // namespace vraagbaak::cli
