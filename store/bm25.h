// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: FTS5's bm25(), https://www.sqlite.org/fts5.html#the_bm25_function, to the last bit:
// whoever adds up the parts of a passage's phrases in their order gets FTS5's own score with the sign
// changed.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace vraagbaak::store {

class Bm25 {
 public:
  Bm25() = default;
  // What the index holds: passages, and words in all searched columns of them together.
  Bm25(std::int64_t passages, std::int64_t words)
      : passages_(static_cast<double>(passages)), average_length_(static_cast<double>(words) / passages_) {}

  // The fewer passages hold a phrase the more it says.
  double idf(std::int64_t count) const {
    const auto holders = static_cast<double>(count);
    const double idf = std::log((passages_ - holders + 0.5) / (holders + 0.5));
    return idf > 0 ? idf : kLeastIdf;  // it is in more than half of them
  }
  // What the length of a passage, in words, does to its score.
  double norm(std::size_t length) const {
    return kK1 * (1 - kB + kB * static_cast<double>(length) / average_length_);
  }
  // What a phrase adds to the score. Its frequency is the sum of the weights of the places where it stands.
  static double part(double idf, double frequency, double norm) {
    return idf * (frequency * (kK1 + 1) / (frequency + norm));
  }

 private:
  static constexpr double kK1 = 1.2;
  static constexpr double kB = 0.75;
  static constexpr double kLeastIdf = 1e-6;

  double passages_ = 0;
  double average_length_ = 1;
};

}  // namespace vraagbaak::store
