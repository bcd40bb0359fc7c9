// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"
#include "query/proof/proof.h"
#include "query/proof/proof_verifier.h"
#include "query/render/style.h"

namespace vraagbaak::query::render {

// A proof as a JSON object over several lines: program, proof (items: kind, input, outcome, value, unit,
// place).
std::string proof_json(const Proof& proof);
// The inverse. Any bytes; a Problem where it is no proof. `name` is the file's, for the message.
Result<Proof> read_proof(std::string_view json, const std::string& name);

// One place held against "index" or "file": one line of JSON, or text for people.
std::string proof_check_json(const ProofItem& item, std::string_view against, const ProofCheck& check);
std::string proof_check_text(const ProofItem& item, std::string_view against, const ProofCheck& check,
                             const Style& style);

}  // namespace vraagbaak::query::render
