// SPDX-License-Identifier: EUPL-1.2
// Runs a fuzz target without libFuzzer: on every seed below the folders given, and on mutations of each,
// always the same ones.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/fuzz_target.h"

namespace {

constexpr int kMutations = 300;  // of each seed

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

// One to eight changes: a byte, a piece out, a piece doubled, a piece of another seed, a telling token.
std::string mutated(std::string input, const std::vector<std::string>& seeds, std::mt19937& random) {
  constexpr std::string_view kTokens[] = {"\xFF",
                                          "\xC3",
                                          std::string_view("\0", 1),
                                          "\n\n",
                                          "\f",
                                          "1.",
                                          "a)",
                                          "\"",
                                          "(",
                                          ")",
                                          "€",
                                          "%",
                                          "miljoen",
                                          "2.000.051,75",
                                          "ANTWOORD",
                                          "\xE2\x80\xA8",
                                          "-\n"};
  const auto below = [&](std::size_t bound) {
    return std::size_t{random()} % std::max<std::size_t>(bound, 1);
  };
  for (std::size_t changes = 1 + below(8); changes > 0; --changes) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(input.size() - at, 40) + 1);
    switch (below(5)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(random());
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        input.insert(at, input.substr(at, length));
        break;
      case 3: {
        const std::string& other = seeds[below(seeds.size())];
        input.insert(at, other.substr(below(other.size() + 1), 60));
        break;
      }
      default:
        input.insert(at, kTokens[below(std::size(kTokens))]);
    }
  }
  return input;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> seeds = {""};
  for (int i = 1; i < count; ++i) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) files.push_back(entry.path());
    std::ranges::sort(files);
    for (const auto& file : files) {
      std::ifstream in(file, std::ios::binary);
      seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
  }
  if (seeds.size() < 2) {
    std::fprintf(stderr, "no seeds: name the folder that holds them\n");
    return 2;
  }
  std::mt19937 random(20221);
  for (const std::string& seed : seeds) {
    run(seed);
    for (int i = 0; i < kMutations; ++i) run(mutated(seed, seeds, random));
  }
  std::printf("%zu seeds and %zu mutations of them hold\n", seeds.size() - 1, seeds.size() * kMutations);
  return 0;
}
