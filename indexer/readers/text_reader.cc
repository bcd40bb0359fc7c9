// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/text_reader.h"

#include <string_view>
#include <utility>

#include "indexer/readers/encoding.h"

namespace vraagbaak::indexer {
namespace {

std::vector<Page> pages_of(std::string_view text) {
  std::vector<Page> pages;
  std::size_t begin = 0;
  for (std::size_t feed = text.find('\f'); feed != std::string_view::npos; feed = text.find('\f', begin)) {
    pages.push_back({static_cast<int>(pages.size()) + 1, {begin, feed + 1}});
    begin = feed + 1;
  }
  if (!pages.empty() && begin < text.size()) {
    pages.push_back({static_cast<int>(pages.size()) + 1, {begin, text.size()}});
  }
  return pages;
}

}  // namespace

SourceText read_text(std::string bytes) {
  SourceText source;
  source.text = decode_text(std::move(bytes));
  source.pages = pages_of(source.text);
  return source;
}

}  // namespace vraagbaak::indexer
