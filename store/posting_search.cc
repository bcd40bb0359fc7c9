// SPDX-License-Identifier: EUPL-1.2
#include "store/posting_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace vraagbaak::store {
namespace {

// Passages of up to so many words have their norm in a table; there are hardly longer ones.
constexpr std::size_t kShort = 1024;

// Passages whose scores are added up together: those of one block of lengths.
constexpr auto kWindow = static_cast<std::size_t>(kPassagesInBlock);
constexpr std::size_t kBits = 64;

// The weights of all places of a passage, added up one by one in their order, as FTS5 does it.
double frequency_of(const ColumnCounts& counts, const SearchWeights& weights) {
  double frequency = 0;
  for (std::uint32_t i = 0; i < counts.body; ++i) frequency += weights.body;
  for (std::uint32_t i = 0; i < counts.heading; ++i) frequency += weights.heading;
  for (std::uint32_t i = 0; i < counts.title; ++i) frequency += weights.title;
  return frequency;
}

std::vector<double> frequencies_of(const PostingList& list, const SearchWeights& weights) {
  std::vector<double> frequencies(list.code_count());
  double body = 0;
  for (std::size_t code = 0; code < frequencies.size(); ++code) {
    const ColumnCounts counts = list.counts(code);
    if (code > 0 && counts == ColumnCounts{static_cast<std::uint32_t>(code), 0, 0}) {
      body += weights.body;
      frequencies[code] = body;
    } else {
      frequencies[code] = frequency_of(counts, weights);
    }
  }
  return frequencies;
}

std::vector<std::uint32_t> without_repeats(std::vector<std::uint32_t> passages) {
  std::ranges::sort(passages);
  passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
  return passages;
}

// The phrases of a text that asks for any of them; empty where it asks otherwise.
std::vector<std::size_t> any_phrases(const MatchNode& node) {
  if (node.kind == MatchNode::Kind::phrase) return {node.phrase};
  std::vector<std::size_t> phrases;
  if (node.kind != MatchNode::Kind::any) return phrases;
  for (const MatchNode& child : node.children) {
    const std::vector<std::size_t> of_child = any_phrases(child);
    if (of_child.empty()) return {};
    phrases.insert(phrases.end(), of_child.begin(), of_child.end());
  }
  return phrases;
}

}  // namespace

bool PostingSearch::run(const MatchNode& root, const std::vector<MatchPhrase>& phrases,
                        const SearchWeights& weights) {
  bm25_ = Bm25(lists_.passages(), lists_.words());
  if (!read_lists(root, phrases, weights)) return false;
  norms_.resize(kShort);
  for (std::size_t length = 0; length < kShort; ++length) norms_[length] = bm25_.norm(length);

  const std::vector<std::size_t> any = any_phrases(root);
  if (!any.empty() && tally_.task().groups == 0) {
    run_any(any);
    return true;
  }
  Node node = node_of(root);
  if (tally_.task().groups == 0) {
    run_candidates(node, candidates(node));
  } else {
    run_candidates(node, beside_rarest_group());
  }
  return true;
}

// Of what all matches must be in, the rarest first: in a far longer list only its passages are looked up.
bool PostingSearch::read_lists(const MatchNode& root, const std::vector<MatchPhrase>& phrases,
                               const SearchWeights& weights) {
  const auto is_late = [this](std::size_t postings) { return tally_.is_late(postings); };
  std::vector<std::size_t> required;
  for (const MatchNode& child : root.children) {
    if (root.kind == MatchNode::Kind::all && child.kind == MatchNode::Kind::phrase)
      required.push_back(child.phrase);
  }
  PhraseLists::List rarest;
  if (required.size() > 1) {
    const std::size_t first =
        *std::ranges::min_element(required, {}, [&](std::size_t i) { return lists_.most(phrases[i]); });
    rarest = lists_.find(phrases[first], is_late);
    if (!rarest->is_exact()) return false;
  }
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    Phrase& read = phrases_.emplace_back();
    std::size_t holders = 0;
    if (rarest && std::ranges::binary_search(required, i) &&
        lists_.is_worth_passing_over(phrases[i], rarest->size())) {
      read.list = lists_.find_among(phrases[i].text, rarest->passages(), is_late);
      holders = lists_.most(phrases[i]);
    } else {
      read.list = lists_.find(phrases[i], is_late);
      holders = read.list->size();
    }
    if (!read.list->is_exact()) return false;
    if (tally_.task().keep == 0) continue;
    read.idf = bm25_.idf(static_cast<std::int64_t>(holders));
    read.frequencies = frequencies_of(*read.list, weights);
  }
  return true;
}

double PostingSearch::norm(std::size_t length) const {
  return length < kShort ? norms_[length] : bm25_.norm(length);
}

// Window by window: each list adds its part to the scores of its passages.
void PostingSearch::run_any(const std::vector<std::size_t>& phrases) {
  std::vector<double> scores(kWindow, 0.0);
  std::array<std::uint64_t, (kWindow + kBits - 1) / kBits> is_match{};
  const bool counts_alone = tally_.task().keep == 0;
  while (true) {
    std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
    for (const std::size_t i : phrases) {
      const Phrase& phrase = phrases_[i];
      if (phrase.at < phrase.list->size()) first = std::min(first, phrase.list->passages()[phrase.at]);
    }
    if (first == std::numeric_limits<std::uint32_t>::max()) return;
    const std::size_t base = first / kWindow * kWindow;
    const std::vector<std::uint16_t>& lengths = lengths_.block_of(static_cast<PassageId>(base));
    std::size_t seen = 0;
    for (const std::size_t i : phrases) {
      Phrase& phrase = phrases_[i];
      const std::vector<std::uint32_t>& passages = phrase.list->passages();
      const std::size_t begin = phrase.at;
      for (; phrase.at < passages.size() && passages[phrase.at] < base + kWindow; ++phrase.at) {
        const std::size_t place = passages[phrase.at] - base;
        is_match[place / kBits] |= std::uint64_t{1} << (place % kBits);
        if (counts_alone) continue;
        const std::size_t length = place < lengths.size() ? lengths[place] : 0;
        scores[place] +=
            Bm25::part(phrase.idf, phrase.frequencies[phrase.list->code(phrase.at)], norm(length));
      }
      seen += phrase.at - begin;
    }
    for (std::size_t word = 0; word < is_match.size(); ++word) {
      for (std::uint64_t bits = std::exchange(is_match[word], 0); bits != 0; bits &= bits - 1) {
        const std::size_t place = word * kBits + static_cast<std::size_t>(std::countr_zero(bits));
        const auto passage = static_cast<PassageId>(base + place);
        if (tally_.is_within(passage)) tally_.take(passage, scores[place]);
        scores[place] = 0;
      }
    }
    if (tally_.is_late(seen)) return;
  }
}

PostingSearch::Node PostingSearch::node_of(const MatchNode& node) const {
  Node made{node.kind, node.phrase, {}, {}, 0, false};
  for (const MatchNode& child : node.children) made.children.push_back(node_of(child));
  made.order.resize(made.children.size());
  std::iota(made.order.begin(), made.order.end(), std::size_t{0});
  switch (node.kind) {
    case MatchNode::Kind::phrase:
      made.most = phrases_[node.phrase].list->size();
      break;
    case MatchNode::Kind::all:
      std::ranges::stable_sort(made.order, {}, [&](std::size_t i) { return made.children[i].most; });
      made.most = made.children[made.order.front()].most;
      break;
    case MatchNode::Kind::any:
      for (const Node& child : made.children) made.most += child.most;
      break;
    case MatchNode::Kind::without:
      made.most = made.children.front().most;
      break;
  }
  return made;
}

// Passages that may match, all that do among them.
std::vector<std::uint32_t> PostingSearch::candidates(const Node& node) const {
  switch (node.kind) {
    case MatchNode::Kind::phrase:
      return phrases_[node.phrase].list->passages();
    case MatchNode::Kind::all:
    case MatchNode::Kind::without:
      return candidates(node.children[node.order.front()]);
    case MatchNode::Kind::any:
      break;
  }
  std::vector<std::uint32_t> all;
  for (const Node& child : node.children) {
    const std::vector<std::uint32_t> some = candidates(child);
    all.insert(all.end(), some.begin(), some.end());
  }
  return without_repeats(std::move(all));
}

// Two passages that hold something of every group have one between them that holds something of the rarest.
std::vector<std::uint32_t> PostingSearch::beside_rarest_group() const {
  std::vector<std::size_t> sizes(tally_.task().groups, 0);
  for (std::size_t i = 0; i < groups_.size(); ++i) sizes[groups_[i]] += phrases_[i].list->size();
  const auto rarest = static_cast<std::size_t>(std::ranges::min_element(sizes) - sizes.begin());
  std::vector<std::uint32_t> near;
  constexpr auto kBeside = static_cast<std::uint32_t>(MatchTally::kBeside);
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (groups_[i] != rarest) continue;
    for (const std::uint32_t passage : phrases_[i].list->passages()) {
      for (std::uint32_t at = passage - std::min(passage, kBeside); at <= passage + kBeside; ++at)
        near.push_back(at);
    }
  }
  return without_repeats(std::move(near));
}

void PostingSearch::run_candidates(Node& root, const std::vector<std::uint32_t>& candidates) {
  const bool counts_alone = tally_.task().keep == 0 && tally_.task().groups == 0;
  for (const std::uint32_t passage : candidates) {
    if (tally_.is_late(1)) return;
    if (!tally_.is_within(passage) || !matches(root, passage)) continue;
    double score = 0;
    std::uint32_t groups = 0;
    if (!counts_alone) add_up(root, norm(lengths_.of(passage)), score, groups);
    if (tally_.task().groups == 0) {
      tally_.take(passage, score);
    } else {
      tally_.take(passage, score, groups);
    }
  }
}

bool PostingSearch::matches(Node& node, std::uint32_t passage) {
  switch (node.kind) {
    case MatchNode::Kind::phrase: {
      Phrase& phrase = phrases_[node.phrase];
      phrase.at = phrase.list->seek(phrase.at, passage);
      node.matches = phrase.at < phrase.list->size() && phrase.list->passages()[phrase.at] == passage;
      break;
    }
    case MatchNode::Kind::all:
      node.matches = std::ranges::all_of(
          node.order, [&](std::size_t child) { return matches(node.children[child], passage); });
      break;
    case MatchNode::Kind::any:
      node.matches = false;
      for (Node& child : node.children) {
        if (matches(child, passage)) node.matches = true;
      }
      break;
    case MatchNode::Kind::without:
      node.matches = matches(node.children[0], passage) && !matches(node.children[1], passage);
      break;
  }
  return node.matches;
}

// As FTS5 has it, a phrase counts where every node round it matches; behind NOT none does.
void PostingSearch::add_up(const Node& node, double norm, double& score, std::uint32_t& groups) const {
  if (!node.matches) return;
  if (node.kind == MatchNode::Kind::phrase) {
    const Phrase& phrase = phrases_[node.phrase];
    if (!phrase.frequencies.empty())
      score += Bm25::part(phrase.idf, phrase.frequencies[phrase.list->code(phrase.at)], norm);
    if (node.phrase < groups_.size()) groups |= std::uint32_t{1} << groups_[node.phrase];
    return;
  }
  const std::size_t count = node.kind == MatchNode::Kind::without ? 1 : node.children.size();
  for (std::size_t i = 0; i < count; ++i) add_up(node.children[i], norm, score, groups);
}

}  // namespace vraagbaak::store
