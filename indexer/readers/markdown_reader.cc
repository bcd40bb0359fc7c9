// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/markdown_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/text_composer.h"

namespace vraagbaak::indexer {
namespace {

constexpr std::size_t kSample = 64 * 1024;
constexpr std::size_t kDeepestHeading = 6;

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
    line.remove_suffix(1);
  return line;
}

// The level of "## Title"; 0 where it is none.
int heading_level(std::string_view line) {
  std::size_t marks = 0;
  while (marks < line.size() && line[marks] == '#') ++marks;
  if (marks == 0 || marks > kDeepestHeading || marks >= line.size() || line[marks] != ' ') return 0;
  return static_cast<int>(marks);
}

bool is_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

// "|---|:--:|"
bool is_table_rule(std::string_view line) {
  return line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && (line.find_first_not_of("- ") == std::string_view::npos ||
                              line.find_first_not_of("* ") == std::string_view::npos ||
                              line.find_first_not_of("_ ") == std::string_view::npos);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return lines;
}

// "[words](address)" at `at`: the words, and where it ends.
struct Link {
  std::string_view words;
  std::size_t end = 0;
};
std::optional<Link> link_at(std::string_view line, std::size_t at) {
  constexpr std::size_t kLongest = 2000;
  const std::size_t close = line.substr(0, at + kLongest).find("](", at);
  if (close == std::string_view::npos) return std::nullopt;
  const std::size_t end = line.substr(0, close + kLongest).find(')', close);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view words = line.substr(at + 1, close - at - 1);
  if (words.find('[') != std::string_view::npos) return std::nullopt;
  return Link{words, end + 1};
}

// Without the marks of emphasis, code, links and pictures.
std::string words_of(std::string_view line) {
  std::string words;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (c == '\\' && at + 1 < line.size() &&
        std::string_view("\\`*_{}[]()#+-.!|<>").find(line[at + 1]) != std::string_view::npos) {
      words += line[at + 1];
      at += 2;
    } else if (c == '[' || (c == '!' && at + 1 < line.size() && line[at + 1] == '[')) {
      const std::size_t bracket = c == '!' ? at + 1 : at;
      if (const auto link = link_at(line, bracket)) {
        words += words_of(link->words);
        at = link->end;
      } else {
        words += c;
        ++at;
      }
    } else if (c == '*' || c == '`') {
      // "3 * 4" is no emphasis.
      const bool lone = (at == 0 || line[at - 1] == ' ') && (at + 1 == line.size() || line[at + 1] == ' ');
      if (lone) words += c;
      ++at;
    } else if (c == '_' &&
               ((at == 0 || line[at - 1] == ' ') || (at + 1 == line.size() || line[at + 1] == ' ')) &&
               line.size() > 1) {
      ++at;
    } else {
      words += c;
      ++at;
    }
  }
  return words;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : lines_(lines_of(text)) {}

  SourceText read() {
    std::size_t i = 0;
    if (!lines_.empty() && lines_[0] == "---") skip_front_matter(i);
    while (i < lines_.size()) read_line(i);
    return composer_.finish();
  }

 private:
  void skip_front_matter(std::size_t& i) const {
    std::size_t end = 1;
    while (end < lines_.size() && lines_[end] != "---") ++end;
    if (end < lines_.size()) i = end + 1;
  }

  void read_line(std::size_t& i) {
    const std::string_view line = lines_[i];
    if (line.empty() || is_rule(line)) {
      composer_.end_paragraph();
      ++i;
    } else if (is_fence(line)) {
      read_fence(i);
    } else if (const int level = heading_level(line)) {
      write_heading(level, line.substr(static_cast<std::size_t>(level)));
      ++i;
    } else if (line.find('|') != std::string_view::npos && i + 1 < lines_.size() &&
               is_table_rule(lines_[i + 1])) {
      read_table(i);
    } else if (i + 1 < lines_.size() && !lines_[i + 1].empty() &&
               lines_[i + 1].find_first_not_of('=') == std::string_view::npos) {
      write_heading(1, line);
      i += 2;
    } else {
      read_text(line);
      ++i;
    }
  }

  void write_heading(int level, std::string_view title) {
    title = trimmed(title);
    while (title.ends_with('#')) title.remove_suffix(1);
    composer_.begin_heading(level);
    composer_.text(words_of(trimmed(title)));
    composer_.end_paragraph();
  }

  void read_text(std::string_view line) {
    while (line.starts_with('>')) line = trimmed(line.substr(1));
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
    const bool numbered = digits > 0 && digits < 10 && digits + 1 < line.size() &&
                          (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    if (line.size() > 2 && std::string_view("-*+").find(line[0]) != std::string_view::npos &&
        line[1] == ' ') {
      composer_.mark_item("-");
      line.remove_prefix(2);
    } else if (numbered) {
      composer_.mark_item(std::string(line.substr(0, digits + 1)));
      line.remove_prefix(digits + 2);
    }
    composer_.text(words_of(line));
    composer_.blank();
  }

  void read_fence(std::size_t& i) {
    composer_.end_paragraph();
    for (++i; i < lines_.size() && !is_fence(lines_[i]); ++i) {
      composer_.text(lines_[i]);
      composer_.line_break();
    }
    composer_.end_paragraph();
    if (i < lines_.size()) ++i;
  }

  void read_table(std::size_t& i) {
    std::vector<GridCell> cells;
    std::size_t row = 0;
    for (const std::size_t first = i; i < lines_.size() && lines_[i].find('|') != std::string_view::npos;
         ++i) {
      if (i == first + 1) continue;
      std::string_view rest = lines_[i];
      if (rest.starts_with('|')) rest.remove_prefix(1);
      if (rest.ends_with('|')) rest.remove_suffix(1);
      std::size_t column = 0;
      for (std::size_t begin = 0; begin <= rest.size(); ++column) {
        std::size_t end = rest.find('|', begin);
        while (end != std::string_view::npos && end > 0 && rest[end - 1] == '\\')
          end = rest.find('|', end + 1);
        end = std::min(end, rest.size());
        cells.push_back({words_of(trimmed(rest.substr(begin, end - begin))), row, column, 1, 1, row == 0});
        begin = end + 1;
      }
      ++row;
    }
    composer_.add_grid(cells, "");
  }

  std::vector<std::string_view> lines_;
  TextComposer composer_;
};

}  // namespace

bool looks_like_markdown(std::string_view text) {
  bool heading = false;
  bool mark = false;
  for (const std::string_view line : lines_of(text.substr(0, kSample))) {
    heading = heading || heading_level(line) > 0;
    mark = mark || is_fence(line) || is_table_rule(line) || line.find("](") != std::string_view::npos ||
           line.find("**") != std::string_view::npos || heading_level(line) > 1;
  }
  return heading && mark;
}

SourceText read_markdown(std::string_view text) {
  return Reader(text).read();
}

}  // namespace vraagbaak::indexer
