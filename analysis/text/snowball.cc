// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/snowball.h"

#include <libstemmer.h>

#include <memory>

#include "model/error.h"

namespace vraagbaak::analysis {
namespace {

struct Delete {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Handle = std::unique_ptr<sb_stemmer, Delete>;

Handle open(const char* algorithm) {
  Handle handle(sb_stemmer_new(algorithm, "UTF_8"));
  if (handle == nullptr)
    throw Error("libstemmer", std::string("no stemmer ") + algorithm, "install libstemmer 2.2");
  return handle;
}

constexpr std::size_t kLongestWord = 255;

}  // namespace

std::string snowball_stem(std::string_view word, Language language) {
  if (language == Language::nl || word.size() > kLongestWord) return std::string(word);
  thread_local const Handle english = open("english");
  thread_local const Handle french = open("french");
  sb_stemmer* const stemmer = language == Language::en ? english.get() : french.get();
  const auto* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                     static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // out of memory in the library
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace vraagbaak::analysis
