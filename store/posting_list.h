// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: the passages that hold a term, a prefix or a phrase.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace vraagbaak::store {

// How often something stands in each searched column of a passage.
struct ColumnCounts {
  std::uint32_t body = 0;
  std::uint32_t heading = 0;
  std::uint32_t title = 0;
  bool is_empty() const { return (body | heading | title) == 0; }
  friend auto operator<=>(const ColumnCounts&, const ColumnCounts&) = default;
};

// Passages by id, and for each a code that stands for its counts: most postings are of a body alone, and of
// the others few are different. Six bytes a passage.
class PostingList {
 public:
  // Behind all before it.
  void add(std::uint32_t passage, const ColumnCounts& counts) {
    passages_.push_back(passage);
    codes_.push_back(code_of(counts));
  }

  std::size_t size() const { return passages_.size(); }
  const std::vector<std::uint32_t>& passages() const { return passages_; }
  std::size_t code(std::size_t place) const { return codes_[place]; }
  // Of each code the counts.
  std::size_t code_count() const { return kBodyAlone + others_.size(); }
  ColumnCounts counts(std::size_t code) const {
    return code < kBodyAlone ? ColumnCounts{static_cast<std::uint32_t>(code), 0, 0}
                             : others_[code - kBodyAlone];
  }
  // Not where there were more different counts than it has room for.
  bool is_exact() const { return is_exact_; }
  void spoil() { is_exact_ = false; }

  std::size_t byte_count() const {
    return sizeof *this + passages_.capacity() * sizeof(std::uint32_t) +
           codes_.capacity() * sizeof(std::uint16_t) + others_.size() * 4 * sizeof(ColumnCounts);
  }
  // What is known of its size beforehand spares memory that grows by copying.
  void reserve(std::size_t size) {
    passages_.reserve(size);
    codes_.reserve(size);
  }
  void shrink() {
    if (passages_.capacity() - size() < size() / 8) return;
    passages_.shrink_to_fit();
    codes_.shrink_to_fit();
  }

  // The first place from `from` on whose passage is not below; size() where there is none. The further it is
  // the longer it takes, but by its logarithm.
  std::size_t seek(std::size_t from, std::uint32_t passage) const {
    std::size_t step = 1;
    std::size_t below = from;
    while (below + step < size() && passages_[below + step] < passage) {
      below += step;
      step *= 2;
    }
    const auto begin = passages_.begin() + static_cast<std::ptrdiff_t>(below);
    const auto end = passages_.begin() + static_cast<std::ptrdiff_t>(std::min(below + step + 1, size()));
    return static_cast<std::size_t>(std::lower_bound(begin, end, passage) - passages_.begin());
  }

 private:
  static constexpr std::size_t kBodyAlone = 256;

  std::uint16_t code_of(const ColumnCounts& counts) {
    if ((counts.heading | counts.title) == 0 && counts.body < kBodyAlone)
      return static_cast<std::uint16_t>(counts.body);
    const std::uint64_t key =
        std::uint64_t{counts.body} << 40U | std::uint64_t{counts.heading} << 20U | counts.title;
    if (key == last_key_) return last_code_;
    const auto [known, is_new] =
        known_.try_emplace(key, static_cast<std::uint16_t>(kBodyAlone + others_.size()));
    if (is_new) {
      others_.push_back(counts);
      if (code_count() > std::numeric_limits<std::uint16_t>::max()) spoil();
    }
    last_key_ = key;
    last_code_ = known->second;
    return last_code_;
  }

  std::vector<std::uint32_t> passages_;
  std::vector<std::uint16_t> codes_;
  std::vector<ColumnCounts> others_;
  std::unordered_map<std::uint64_t, std::uint16_t> known_;
  std::uint64_t last_key_ = 0;
  std::uint16_t last_code_ = 0;
  bool is_exact_ = true;
};

}  // namespace vraagbaak::store
