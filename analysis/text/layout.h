// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text/sentence_edges.h"
#include "model/byte_span.h"

namespace vraagbaak::analysis {

// What the white space between two tokens says.
enum class LineEnd : std::uint8_t {
  none,   // no line end in it
  soft,   // the line was only wrapped: the sentence may go on
  plain,  // the line ends here by itself: a heading, an item, a line of a list
  hard,   // a blank line
};

// The lines of a plain text: which were wrapped to fit a width, and which end by themselves. A line counts as
// wrapped when lines round it go on in lower case (running text), and it has no room for the first word of
// the next. Linear in the text.
class Layout {
 public:
  // `edges` is used here only.
  Layout(std::string_view text, const SentenceEdges& edges);

  // `gap` lies between two tokens and holds only white space.
  LineEnd between(ByteSpan gap) const;

 private:
  struct Line {
    ByteSpan span;               // without outer white space; empty for a blank line
    std::size_t width = 0;       // code points, from the first to the last visible one
    std::size_t first_word = 0;  // code points of its first word
    bool begins_lower = false;
    bool begins_item = false;  // bullet or label
    bool begins_name = false;  // its first word ends with a colon
    bool stops = false;        // ends with . ? ! : or ; and what closes after it
    bool ends_in_comma = false;
    bool goes_on = false;  // ends with a hyphen or a word that no sentence ends with
    bool wrapped = false;  // the next line goes on with this one
  };

  void read_lines(const SentenceEdges& edges);
  Line read_line(std::size_t begin, std::size_t end, const SentenceEdges& edges) const;
  bool closes_bracket(const Line& line, const Line& next) const;
  void find_wrapped();
  bool is_full(std::size_t i, std::size_t from, std::size_t to) const;

  std::string_view text_;
  std::vector<Line> lines_;
};

}  // namespace vraagbaak::analysis
