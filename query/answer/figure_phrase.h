// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "analysis/dictionary/dictionary_source.h"
#include "model/figure.h"

namespace vraagbaak::query {

// How a figure is shown as an answer: with the words that hedge it and the noun it counts, where these stand
// right beside it ("ca. 3.300 unieke bezoekers"), because a figure without its "ca." says more than the
// document does. The hedges are those of dictionaries/nl/approximators.tsv. Safe to share between threads.
class FigurePhrase {
 public:
  explicit FigurePhrase(const analysis::DictionarySource& dictionaries);

  // The span to show, in bytes of `text`; holds `span`, which is where the figure stands in `text`. Always
  // whole words.
  ByteSpan around(std::string_view text, ByteSpan span, const Figure& figure) const;

 private:
  std::set<std::string, std::less<>> hedges_;
};

}  // namespace vraagbaak::query
