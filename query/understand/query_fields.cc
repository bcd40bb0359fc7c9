// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/query_fields.h"

#include <algorithm>
#include <array>

namespace vraagbaak::query {
namespace {

constexpr auto kDutch = NumberNotation::dutch;
constexpr auto kEnglish = NumberNotation::english;

constexpr std::array kFields = {
    FieldName{"amount", QueryField::amount, kEnglish},   FieldName{"auteur", QueryField::author, kDutch},
    FieldName{"author", QueryField::author, kEnglish},   FieldName{"bedrag", QueryField::amount, kDutch},
    FieldName{"document", QueryField::document, kDutch}, FieldName{"eenheid", QueryField::unit, kDutch},
    FieldName{"jaar", QueryField::year, kDutch},         FieldName{"kind", QueryField::kind, kEnglish},
    FieldName{"onderwerp", QueryField::subject, kDutch}, FieldName{"period", QueryField::period, kEnglish},
    FieldName{"periode", QueryField::period, kDutch},    FieldName{"soort", QueryField::kind, kDutch},
    FieldName{"subject", QueryField::subject, kEnglish}, FieldName{"titel", QueryField::title, kDutch},
    FieldName{"title", QueryField::title, kEnglish},     FieldName{"type", QueryField::type, kDutch},
    FieldName{"unit", QueryField::unit, kEnglish},       FieldName{"value", QueryField::value, kEnglish},
    FieldName{"waarde", QueryField::value, kDutch},      FieldName{"year", QueryField::year, kEnglish},
};

template <typename Kind>
struct KindName {
  std::string_view name;
  Kind kind;
};
constexpr std::array kDutchFigures = {
    KindName<FigureKind>{"aantal", FigureKind::count},
    KindName<FigureKind>{"bedrag", FigureKind::money},
    KindName<FigureKind>{"datum", FigureKind::date},
    KindName<FigureKind>{"geld", FigureKind::money},
    KindName<FigureKind>{"getal", FigureKind::number},
    KindName<FigureKind>{"jaar", FigureKind::year},
    KindName<FigureKind>{"oppervlakte", FigureKind::area},
    KindName<FigureKind>{"periode", FigureKind::period},
    KindName<FigureKind>{"procent", FigureKind::percentage},
    KindName<FigureKind>{"verhouding", FigureKind::ratio},
    KindName<FigureKind>{"verwijzing", FigureKind::ordinal_ref},
};
constexpr std::array kDutchPassages = {
    KindName<PassageKind>{"antwoord", PassageKind::answer},
    KindName<PassageKind>{"lijst", PassageKind::list},
    KindName<PassageKind>{"noot", PassageKind::note},
    KindName<PassageKind>{"tabel", PassageKind::table},
    KindName<PassageKind>{"tekst", PassageKind::text},
    KindName<PassageKind>{"vraag", PassageKind::question},
};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

template <typename Names>
auto kind_in(const Names& names, std::string_view lower) -> std::optional<decltype(names.front().kind)> {
  const auto found = std::ranges::find_if(names, [&](const auto& it) { return it.name == lower; });
  if (found == names.end()) return std::nullopt;
  return found->kind;
}

}  // namespace

std::optional<FieldName> find_field(std::string_view lower_name) {
  const auto found = std::ranges::find(kFields, lower_name, &FieldName::name);
  return found == kFields.end() ? std::nullopt : std::optional(*found);
}

bool takes_number(QueryField field) {
  return field == QueryField::amount || field == QueryField::value;
}

std::optional<FigureKind> figure_kind_named(std::string_view name) {
  const std::string lower = lower_ascii(name);
  if (const auto kind = figure_kind_from(lower)) return kind;
  return kind_in(kDutchFigures, lower);
}

std::optional<PassageKind> passage_kind_named(std::string_view name) {
  const std::string lower = lower_ascii(name);
  if (const auto kind = passage_kind_from(lower)) return kind;
  return kind_in(kDutchPassages, lower);
}

}  // namespace vraagbaak::query
