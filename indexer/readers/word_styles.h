// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/markup.h"

namespace vraagbaak::indexer {

// A paragraph's place in a list: which list, and how deep.
struct ListPlace {
  int list = 0;  // numId; 0 is no list
  int level = 0;
};

// The paragraph styles of word/styles.xml (ECMA-376, 17.7): which are headings, which number.
class WordStyles final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view) override {}

  // The heading level of a style, 1–9, its own or that of the style it is based on; 0: no heading. The
  // document's title is level 1.
  int heading_level(std::string_view style) const;
  std::optional<ListPlace> list_place(std::string_view style) const;
  bool is_title(std::string_view style) const;

 private:
  struct Style {
    std::string based_on;
    int level = 0;
    std::optional<ListPlace> list;
    bool title = false;
  };
  const Style* find(std::string_view style) const;
  std::map<std::string, Style, std::less<>> styles_;
  Style* open_ = nullptr;
};

// The lists of word/numbering.xml (ECMA-376, 17.9), and how far each has counted.
class WordNumbering final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view) override {}

  // The mark of the next paragraph at that place: "1.", "2.a)", "-" for a bullet; empty where it shows none.
  std::string next_mark(ListPlace place);

 private:
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;
  };
  struct List {
    std::map<int, Level> levels;
    std::vector<int> counts;  // by level; 0: not begun
  };
  std::map<std::string, List, std::less<>> abstract_;
  std::map<int, std::string> abstract_of_;      // by numId
  std::map<int, std::map<int, int>> start_of_;  // overrides: numId, level, start
  List* open_list_ = nullptr;
  Level* open_level_ = nullptr;
  int open_number_ = -1;
  int override_level_ = 0;
};

}  // namespace vraagbaak::indexer
