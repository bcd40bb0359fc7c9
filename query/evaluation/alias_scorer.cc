// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/alias_scorer.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "query/render/text.h"

namespace vraagbaak::query {
namespace {

using Pair = std::pair<std::string, std::string>;

// Curly quotes and no-break hyphens made plain: the same name, set otherwise.
std::string plain(std::string name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSigns = {
      {{"\u2019", "'"}, {"\u2018", "'"}, {"\u2011", "-"}}};
  for (const auto& [fancy, sign] : kSigns) {
    for (std::size_t at = name.find(fancy); at != std::string::npos; at = name.find(fancy, at))
      name.replace(at, fancy.size(), sign);
  }
  return name;
}

std::vector<std::string> plain(std::vector<std::string> names) {
  for (std::string& name : names) name = plain(std::move(name));
  return names;
}

void add_pairs(const std::vector<std::string>& names, std::set<Pair>& pairs) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = i + 1; j < names.size(); ++j) {
      if (names[i] != names[j]) pairs.insert(std::minmax(names[i], names[j]));
    }
  }
}

}  // namespace

EvaluationReport score_aliases(const std::vector<GoldAliases>& gold, const DocumentSource& documents) {
  EvaluationReport report;
  report.what = "aliases";
  std::size_t wanted_count = 0, found_count = 0, right_count = 0;
  for (const GoldAliases& aliases : gold) {
    std::set<Pair> wanted, found;
    std::set<std::string> known;
    for (const std::vector<std::string>& listed : aliases.groups) {
      const std::vector<std::string> group = plain(listed);
      add_pairs(group, wanted);
      known.insert(group.begin(), group.end());
    }
    const Document document = documents(aliases.document);
    for (const Entity& entity : document.names.entities) {
      std::vector<std::string> names = plain(entity.aliases);
      names.push_back(plain(entity.name));
      add_pairs(names, found);
    }
    std::erase_if(
        found, [&](const Pair& pair) { return !known.contains(pair.first) && !known.contains(pair.second); });
    const auto tell = [&](const char* problem, const Pair& pair) {
      report.misses.push_back(aliases.document + problem + render::printable(pair.first) + " = " +
                              render::printable(pair.second));
    };
    for (const Pair& pair : wanted) {
      const bool right = found.contains(pair);
      right_count += right ? 1 : 0;
      if (!right) tell(" missed: ", pair);
    }
    for (const Pair& pair : found) {
      if (!wanted.contains(pair)) tell(" extra: ", pair);
    }
    wanted_count += wanted.size();
    found_count += found.size();
  }
  const double precision = rate(right_count, found_count);
  const double recall = rate(right_count, wanted_count);
  report.add("documents", gold.size());
  report.add("pairs", wanted_count);
  report.add("precision", precision);
  report.add("recall", recall);
  report.add("pair_f1", f1(precision, recall));
  return report;
}

}  // namespace vraagbaak::query
