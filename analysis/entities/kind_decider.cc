// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/kind_decider.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kKinds = 5;

// What the document says about one name.
struct Votes {
  std::array<double, kKinds> kinds{};
  bool attested = false;  // some mention is more than a guess
};

// How much a mention weighs for the kind it has. A definition or a gazetteer outweighs any number of cues
// that a document of usual length holds; between the others the majority decides.
double weight(Certainty certainty) {
  switch (certainty) {
    case Certainty::exact:
      return 1000;
    case Certainty::defined:
      return 300;
    case Certainty::known:
      return 100;
    case Certainty::likely:
      return 2;
    case Certainty::guessed:
      return 1;
  }
  return 0;
}

std::size_t index(EntityKind kind) {
  return static_cast<std::size_t>(kind);
}

EntityKind winner(const Votes& votes) {
  const auto best = std::ranges::max_element(votes.kinds);
  if (*best <= 0) return EntityKind::organisation;
  return static_cast<EntityKind>(best - votes.kinds.begin());
}

// What stands around a name that has no kind of its own.
void add_context(const NameText& text, const NameCandidate& name, Votes& votes) {
  if (name.first > 0 && !text[name.first].gap_before) {
    const std::size_t before = name.first - 1;
    const NameWord& word = text[name.first];
    if (text.has(before, WordRole::place_preposition) && word.shape == WordShape::capitalised) {
      votes.kinds[index(EntityKind::place)] += 1.5;
    }
    if (text.has(before, WordRole::article)) votes.kinds[index(EntityKind::organisation)] += 1;
  }
  if (text.is_sign(name.last, '-') && text.touches(name.last)) {
    const std::size_t tail = name.last + 1;
    if (text.has(tail, WordRole::programme_tail)) votes.kinds[index(EntityKind::programme)] += 2;
    if (text.has(tail, WordRole::organisation_tail)) votes.kinds[index(EntityKind::organisation)] += 2;
  } else if (text.has(name.last, WordRole::programme_tail) && !text[name.last].gap_before) {
    votes.kinds[index(EntityKind::programme)] += 1.5;
  }
}

// "RAAS-systeem": the name of a kind of thing.
bool names_a_thing(const NameText& text, const NameCandidate& name) {
  return text.is_sign(name.last, '-') && text.touches(name.last) &&
         text.has(name.last + 1, WordRole::plain_tail);
}

}  // namespace

std::uint64_t name_key(const NameText& text, const NameCandidate& name) {
  std::uint64_t key = 0;
  for (std::size_t i = name.first; i < name.last; ++i) {
    if (text[i].sign != 0) continue;
    key = key * 0x9E3779B97F4A7C15ULL + (text[i].key != 0 ? text[i].key : text[i].shape == WordShape::number);
  }
  return key;
}

std::vector<NameCandidate> decide_kinds(const NameText& text, std::vector<NameCandidate> names) {
  std::unordered_map<std::uint64_t, Votes> by_name;
  std::unordered_map<std::uint64_t, bool> surnames;
  std::vector<std::uint64_t> keys;
  keys.reserve(names.size());
  for (const NameCandidate& name : names) {
    keys.push_back(name_key(text, name));
    Votes& votes = by_name[keys.back()];
    if (name.kind) votes.kinds[index(*name.kind)] += weight(name.certainty);
    if (!name.kind) add_context(text, name, votes);
    votes.attested = votes.attested || (name.certainty != Certainty::guessed && !names_a_thing(text, name));
    if (name.kind == EntityKind::person && name.last - name.first > 1 && name.certainty >= Certainty::known) {
      for (std::size_t from = name.first + 1; from < name.last; ++from) {
        if (text[from].has_capital()) {
          surnames[name_key(text, {.first = from, .last = name.last})] = true;
          break;
        }
      }
    }
  }
  std::vector<NameCandidate> kept;
  kept.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Votes& votes = by_name[keys[i]];
    NameCandidate name = names[i];
    const bool surname = surnames.contains(keys[i]) && name.certainty <= Certainty::likely;
    if (!votes.attested && !surname) continue;
    name.kind = surname ? EntityKind::person : winner(votes);
    kept.push_back(name);
  }
  return kept;
}

}  // namespace vraagbaak::analysis
