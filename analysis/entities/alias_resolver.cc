// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/alias_resolver.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include "analysis/entities/name_key.h"

namespace vraagbaak::analysis {
namespace {

// Disjoint sets of names, with path halving.
class NameSets {
 public:
  explicit NameSets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

// The name as one writes it on one line: white space made one space, none behind the hyphen of a broken line.
std::string spelling(const NameText& text, const NameCandidate& name) {
  std::string written;
  for (std::size_t i = name.first; i < name.last; ++i) {
    const bool joined =
        i > name.first && text[i].line_before && text[i - 1].sign == '-' && text.touches(i - 1);
    if (i > name.first && text[i].space_before && !joined) written += ' ';
    written += text.spelling(i);
  }
  return written;
}

}  // namespace

EntityList resolve_aliases(const NameText& text, const std::vector<NameCandidate>& names,
                           const Definitions& definitions) {
  NameSets sets(names.size());
  std::unordered_map<std::uint64_t, std::size_t> by_key;
  std::unordered_map<std::uint32_t, std::size_t> by_thing;
  std::vector<std::string> spellings;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const NameCandidate& name = names[i];
    spellings.push_back(spelling(text, name));
    sets.join(by_key.try_emplace(name_key(text, name), i).first->second, i);
    NameCandidate bare = name;
    if (name.last - name.first > 1 && text.has(name.last - 1, WordRole::legal_form)) {
      --bare.last;
      sets.join(by_key.try_emplace(name_key(text, bare), i).first->second, i);
    }
    std::vector<WordId> ids;
    for (std::size_t w = bare.first; w < bare.last; ++w) {
      if (text[w].sign != '-' && text[w].sign != '\'') ids.push_back(text[w].id);
    }
    const auto match = text.lexicon.names().longest_at(ids, 0);
    if (match && match->end == ids.size() && *name.kind == text.lexicon.name(match->phrase).kind) {
      sets.join(by_thing.try_emplace(text.lexicon.name(match->phrase).same, i).first->second, i);
    }
    if (name.kind == EntityKind::person) {
      for (std::size_t from = name.first + 1; from < name.last; ++from) {
        if (!text[from].has_capital()) continue;
        sets.join(by_key.try_emplace(name_key(text, {.first = from, .last = name.last}), i).first->second, i);
        break;
      }
    }
  }
  for (const auto& [full, shorter] : definitions.pairs) {
    const auto long_name = by_key.find(name_key(text, full));
    const auto short_name = by_key.find(name_key(text, shorter));
    if (long_name != by_key.end() && short_name != by_key.end())
      sets.join(long_name->second, short_name->second);
  }

  EntityList list;
  std::unordered_map<std::size_t, std::size_t> entity_of;
  std::unordered_map<std::string, std::size_t> seen;  // entity and spelling
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto [place, is_new] = entity_of.try_emplace(sets.find(i), list.entities.size());
    const std::size_t entity = place->second;
    if (is_new) list.entities.push_back({.name = spellings[i], .kind = *names[i].kind, .aliases = {}});
    if (seen.try_emplace(std::to_string(entity) + ' ' + spellings[i], i).second && !is_new) {
      Entity& known = list.entities[entity];
      known.aliases.push_back(spellings[i]);
      if (spellings[i].size() > known.name.size()) std::swap(known.name, known.aliases.back());
    }
    list.mentions.push_back({.span = text.span(names[i]),
                             .kind = *names[i].kind,
                             .entity = entity,
                             .rule = std::string(names[i].rule)});
  }
  return list;
}

}  // namespace vraagbaak::analysis
