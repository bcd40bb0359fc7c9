// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "model/result.h"

namespace vraagbaak::importer {

// JSON that a service sent; a Problem, naming `address`, where it is none or nests too deep.
Result<nlohmann::json> parse_json(std::string_view bytes, const std::string& address);

// The text or number at `key` of an object; empty where there is none.
std::string text_at(const nlohmann::json& object, const char* key);
// The number at `key`, as a number or in digits; 0 where there is none.
std::uint64_t number_at(const nlohmann::json& object, const char* key);

}  // namespace vraagbaak::importer
