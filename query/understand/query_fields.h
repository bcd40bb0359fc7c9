// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "query/understand/query_syntax.h"
#include "query/understand/value_range.h"

namespace vraagbaak::query {

// A name by which a query calls a field.
struct FieldName {
  std::string_view name;  // lower case
  QueryField field;
  NumberNotation notation;  // of its values: the language of the name
};

// nullopt where no field is called so.
std::optional<FieldName> find_field(std::string_view lower_name);

// True for the fields whose value is a number or a range of numbers.
bool takes_number(QueryField field);

// A kind by its name in JSON or in Dutch ("geld", "tabel"); letter case does not count.
std::optional<FigureKind> figure_kind_named(std::string_view name);
std::optional<PassageKind> passage_kind_named(std::string_view name);

}  // namespace vraagbaak::query
