// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/readers/pdf_table_finder.h"
#include "indexer/readers/text_composer.h"

namespace vraagbaak::indexer {
namespace {

// Running headers and footers stand within this share of the page's height from its edge …
constexpr double kEdge = 0.12;
// … and come back on this many pages.
constexpr std::size_t kRepeats = 3;
constexpr std::size_t kLongestRunningLine = 160;
// A line that ends this share of its block's width before the block does ends there on purpose.
constexpr double kShortLine = 0.2;

std::string text_of(const PdfLine& line) {
  std::string text;
  for (const PdfWord& word : line.words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

// Digits folded, so that page numbers make no difference.
std::string shape_of(std::string_view text) {
  std::string shape;
  for (const char c : text) {
    if (c < '0' || c > '9')
      shape += c;
    else if (shape.empty() || shape.back() != '0')
      shape += '0';
  }
  return shape;
}

bool at_edge(const PdfPage& page, const PdfLine& line) {
  const double middle = (line.words.front().top + line.words.front().bottom) / 2;
  return middle < page.height * kEdge || middle > page.height * (1 - kEdge);
}

bool is_lower(std::string_view text) {
  if (text.empty()) return false;
  const auto c = static_cast<unsigned char>(text[0]);
  if (c >= 'a' && c <= 'z') return true;
  // Small Latin-1 letters: U+00DF–U+00FF are C3 9F – C3 BF.
  return c == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0x9F;
}

bool is_letter_end(std::string_view text) {
  if (text.empty()) return false;
  const auto c = static_cast<unsigned char>(text.back());
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

// "-", "•", "1.", "a)", "12)": a line that begins so stands on its own.
bool begins_item(const PdfLine& line) {
  if (line.words.size() < 2) return false;
  const std::string& word = line.words.front().text;
  if (word == "-" || word == "–" || word == "•" || word == "▪" || word == "o" || word == "·" || word == "*")
    return true;
  if (word.size() < 2 || word.size() > 4 || (word.back() != '.' && word.back() != ')')) return false;
  const std::string_view mark = std::string_view(word).substr(0, word.size() - 1);
  const bool number = std::ranges::all_of(mark, [](char c) { return c >= '0' && c <= '9'; });
  return number || (mark.size() == 1 && mark[0] >= 'a' && mark[0] <= 'z');
}

// The hyphen, or the soft hyphen that some programs write for it, at the end of a line.
std::size_t hyphen_size(std::string_view word) {
  if (word.ends_with("\xC2\xAD")) return 2;
  if (word.ends_with("\xE2\x80\x90")) return 3;
  return word.size() > 1 && word.ends_with('-') ? 1 : 0;
}

std::string_view core_of(std::string_view word) {
  constexpr std::string_view kMarks = ".,;:!?()[]\"'";
  const std::size_t first = word.find_first_not_of(kMarks);
  if (first == std::string_view::npos) return {};
  return word.substr(first, word.find_last_not_of(kMarks) - first + 1);
}

// How a document writes its words, to make cut ones whole.
class Words {
 public:
  explicit Words(const std::vector<PdfPage>& pages) {
    for (const PdfPage& page : pages) {
      for (const PdfBlock& block : page.blocks) {
        for (const PdfLine& line : block.lines) {
          for (const PdfWord& word : line.words) known_.emplace(core_of(word.text));
        }
      }
    }
  }

  // What stands for "crite-" at a line's end before "rium": the first part, with or without its hyphen.
  std::string before_break(std::string_view word, std::string_view next) const {
    const std::size_t hyphen = hyphen_size(word);
    const std::string whole(word.substr(0, word.size() - hyphen));
    if (!is_lower(next) || !is_letter_end(whole)) return std::string(word);  // West-/Vlaanderen
    const std::string_view start = core_of(whole);
    const std::string_view end = core_of(next);
    std::string with_hyphen(start);
    with_hyphen.append(1, '-').append(end);
    std::string without(start);
    without += end;
    const bool keep = known_.contains(with_hyphen) && !known_.contains(without);
    return keep ? std::string(word) : whole;
  }

 private:
  std::unordered_set<std::string> known_;
};

// "in- en uitvoer": the hyphen stands for a part left out.
bool is_joining_word(std::string_view word) {
  return word == "en" || word == "of" || word == "tot" || word == "et" || word == "ou" || word == "als";
}

// Labels in a column of their own ("Besluit:"), and the lines that stand beside them.
struct Labels {
  std::unordered_set<const PdfLine*> labelled;
  std::unordered_map<const PdfLine*, const PdfLine*> label_of;  // by the line beside it
};

double middle_of(const PdfLine& line) {
  return (line.words.front().top + line.words.front().bottom) / 2;
}

Labels find_labels(const PdfPage& page) {
  constexpr double kWidest = 0.3;    // of the page
  constexpr double kSameLine = 0.4;  // of a line's height
  constexpr std::size_t kNear = 8;   // lines at the same height that are looked at
  std::vector<const PdfLine*> lines;
  for (const PdfBlock& block : page.blocks) {
    for (const PdfLine& line : block.lines) {
      if (!line.words.empty()) lines.push_back(&line);
    }
  }
  std::ranges::stable_sort(lines, {}, [](const PdfLine* line) { return middle_of(*line); });
  Labels labels;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PdfLine& label = *lines[i];
    const double height = label.words.front().bottom - label.words.front().top;
    const double right = label.words.back().right;
    if (!label.words.back().text.ends_with(':') || right - label.words.front().left > page.width * kWidest)
      continue;
    const PdfLine* beside = nullptr;
    for (std::size_t k = i < kNear ? 0 : i - kNear; k < lines.size() && k <= i + kNear; ++k) {
      const PdfLine& other = *lines[k];
      if (k == i || std::abs(middle_of(other) - middle_of(label)) > kSameLine * height) continue;
      if (other.words.front().left <= right || labels.label_of.contains(&other)) continue;
      if (beside == nullptr || other.words.front().left < beside->words.front().left) beside = &other;
    }
    if (beside == nullptr || labels.labelled.contains(beside)) continue;
    labels.labelled.insert(&label);
    labels.label_of[beside] = &label;
  }
  return labels;
}

class Composer {
 public:
  explicit Composer(const std::vector<PdfPage>& pages) : pages_(pages), words_(pages) {
    find_running_lines();
  }

  SourceText compose() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (i > 0) ++turned_pages_;
      write_page(pages_[i]);
    }
    end_paragraph();
    SourceText source = composer_.finish();
    if (source.pages.empty() && !source.text.empty()) source.pages.push_back({1, {0, source.text.size()}});
    return source;
  }

 private:
  void find_running_lines() {
    std::map<std::string, std::size_t> seen;
    for (const PdfPage& page : pages_) {
      std::set<std::string> here;
      for (const PdfBlock& block : page.blocks) {
        for (const PdfLine& line : block.lines) {
          if (!line.words.empty() && at_edge(page, line)) here.insert(shape_of(text_of(line)));
        }
      }
      for (const std::string& shape : here) ++seen[shape];
    }
    for (const auto& [shape, count] : seen) {
      if (count >= kRepeats && shape.size() <= kLongestRunningLine) running_.insert(shape);
    }
  }

  bool is_running(const PdfPage& page, const PdfLine& line) const {
    return at_edge(page, line) && running_.contains(shape_of(text_of(line)));
  }

  void write_page(const PdfPage& page) {
    const std::vector<PdfTable> tables = find_tables(page);
    std::unordered_map<const PdfWord*, std::size_t> table_of;
    for (std::size_t t = 0; t < tables.size(); ++t) {
      for (const PdfWord* word : tables[t].words) table_of[word] = t;
    }
    std::vector<bool> written(tables.size(), false);
    const Labels labels = find_labels(page);
    for (const PdfBlock& block : page.blocks) {
      double right = 0;
      double left = page.width;
      for (const PdfLine& line : block.lines) {
        if (line.words.empty()) continue;
        left = std::min(left, line.words.front().left);
        right = std::max(right, line.words.back().right);
      }
      bool first = true;
      for (const PdfLine& line : block.lines) {
        if (line.words.empty()) continue;
        if (const auto found = table_of.find(&line.words.front()); found != table_of.end()) {
          if (!written[found->second]) write_table(tables[found->second]);
          written[found->second] = true;
        } else if (is_running(page, line)) {
          furniture_.push_back(text_of(line));
        } else if (labels.labelled.contains(&line)) {
          continue;  // stands before the line beside it
        } else {
          if (const auto label = labels.label_of.find(&line); label != labels.label_of.end()) {
            end_paragraph();
            write_line(*label->second, true);
            put_last();
            write_words(line);
          } else {
            write_line(line, first);
          }
          short_ = line.words.back().right < right - kShortLine * (right - left);
        }
        first = false;
      }
    }
  }

  void write_table(const PdfTable& table) {
    end_paragraph();
    composer_.add_grid(table.cells, "");
  }

  void write_line(const PdfLine& line, bool begins_block) {
    const std::string& word = line.words.front().text;
    if (open_) {
      const bool hyphened =
          hyphen_size(last_) > 0 && is_letter_end(last_.substr(0, last_.size() - hyphen_size(last_)));
      // A block, or a page, that goes on in small letters goes on with the sentence.
      const bool sentence_open = !last_.empty() && (hyphened || is_letter_end(last_) || last_.ends_with(','));
      if (begins_block && !(sentence_open && is_lower(word) && !begins_item(line))) {
        end_paragraph();
      } else if (begins_item(line) || (short_ && !hyphened && !begins_block)) {
        put_last();
        composer_.line_break();
      } else if (hyphened && !is_joining_word(core_of(word))) {
        const std::string part = words_.before_break(last_, word);
        // With its hyphen the word goes on right behind it, too.
        composer_.text(part);
        last_.clear();
        turn_pages();
      }
    }
    open_ = true;
    write_words(line);
  }

  void write_words(const PdfLine& line) {
    for (const PdfWord& next : line.words) {
      put_last();
      last_ = next.text;
    }
  }

  // The last word is held back until it is known whether it goes on in the next line.
  void put_last() {
    if (!last_.empty()) {
      composer_.text(last_);
      composer_.blank();
      last_.clear();
    }
    turn_pages();
  }

  // A page ends behind its last word.
  void turn_pages() {
    for (; turned_pages_ > 0; --turned_pages_) composer_.mark_page();
  }

  void end_paragraph() {
    put_last();
    composer_.end_paragraph();
    open_ = false;
    short_ = false;
    if (furniture_.empty()) return;
    composer_.begin_furniture();
    for (const std::string& line : furniture_) {
      composer_.text(line);
      composer_.line_break();
    }
    composer_.end_furniture();
    furniture_.clear();
  }

  const std::vector<PdfPage>& pages_;
  std::size_t turned_pages_ = 0;  // since the word that is held back
  Words words_;
  std::set<std::string> running_;
  TextComposer composer_;
  std::vector<std::string> furniture_;  // waiting for the end of the paragraph
  bool open_ = false;
  bool short_ = false;  // the last line ended before its block does
  std::string last_;
};

}  // namespace

SourceText compose_pages(const std::vector<PdfPage>& pages) {
  return Composer(pages).compose();
}

}  // namespace vraagbaak::indexer
