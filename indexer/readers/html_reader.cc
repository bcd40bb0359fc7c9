// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/html_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/readers/encoding.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/text_composer.h"

namespace vraagbaak::indexer {
namespace {

enum class Role : std::uint8_t {
  inline_text,
  block,
  item,
  list,
  numbered_list,
  table,
  row,
  cell,
  header_cell,
  head_rows,
  caption,
  line_break,
  heading,
  furniture,
  title,
  meta,
  skipped,
};

struct Element {
  std::string_view name;
  Role role;
};

// HTML Standard, chapters 4 and 15; what is not here is inline. Sorted.
constexpr std::array kElements = {
    Element{"address", Role::block},    Element{"article", Role::block},
    Element{"aside", Role::block},      Element{"blockquote", Role::block},
    Element{"body", Role::block},       Element{"br", Role::line_break},
    Element{"button", Role::skipped},   Element{"caption", Role::caption},
    Element{"center", Role::block},     Element{"dd", Role::block},
    Element{"details", Role::block},    Element{"dir", Role::list},
    Element{"div", Role::block},        Element{"dl", Role::block},
    Element{"dt", Role::block},         Element{"fieldset", Role::block},
    Element{"figcaption", Role::block}, Element{"figure", Role::block},
    Element{"footer", Role::furniture}, Element{"form", Role::block},
    Element{"h1", Role::heading},       Element{"h2", Role::heading},
    Element{"h3", Role::heading},       Element{"h4", Role::heading},
    Element{"h5", Role::heading},       Element{"h6", Role::heading},
    Element{"header", Role::block},     Element{"hr", Role::block},
    Element{"li", Role::item},          Element{"main", Role::block},
    Element{"menu", Role::list},        Element{"meta", Role::meta},
    Element{"nav", Role::furniture},    Element{"noscript", Role::skipped},
    Element{"object", Role::skipped},   Element{"ol", Role::numbered_list},
    Element{"option", Role::skipped},   Element{"p", Role::block},
    Element{"pre", Role::block},        Element{"script", Role::skipped},
    Element{"section", Role::block},    Element{"select", Role::skipped},
    Element{"style", Role::skipped},    Element{"summary", Role::block},
    Element{"svg", Role::skipped},      Element{"table", Role::table},
    Element{"td", Role::cell},          Element{"template", Role::skipped},
    Element{"textarea", Role::skipped}, Element{"th", Role::header_cell},
    Element{"thead", Role::head_rows},  Element{"title", Role::title},
    Element{"tr", Role::row},           Element{"ul", Role::list},
    Element{"xml", Role::skipped},
};

Role role_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(kElements, name, {}, &Element::name);
  return found != kElements.end() && found->name == name ? found->role : Role::inline_text;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// "nl" of "NL-BE"; empty where it is no language.
std::string language_code(std::string_view tag) {
  if (tag.size() < 2 || (tag.size() > 2 && tag[2] != '-' && tag[2] != '_')) return "";
  return {lower(tag[0]), lower(tag[1])};
}

// Word's classes of a bilingual parliament: NormalNL, italFR. A capital code behind a small letter.
std::string language_of_class(std::string_view name) {
  if (name.size() < 4) return "";
  const char before = name[name.size() - 3];
  const std::string_view code = name.substr(name.size() - 2);
  if (before < 'a' || before > 'z') return "";
  if (code == "NL" || code == "FR" || code == "DE" || code == "EN") return language_code(code);
  return "";
}

std::size_t span_of(std::string_view number) {
  std::size_t value = 1;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

// Word marks headings and their depth by class as well: MsoHeading1.
std::optional<int> heading_class(std::string_view name) {
  constexpr std::string_view kMark = "MsoHeading";
  if (!name.starts_with(kMark) || name.size() != kMark.size() + 1) return std::nullopt;
  const int level = name.back() - '0';
  return level >= 1 && level <= 9 ? std::optional(level) : std::nullopt;
}

class Reader final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    Open element;
    element.role = role_of(name);
    element.language_before = language_;
    if (skipping_ > 0 || element.role == Role::skipped) {
      ++skipping_;
      element.role = Role::skipped;
      open_.push_back(std::move(element));
      return;
    }
    read_language(name, attributes);
    begin(element, name, attributes);
    open_.push_back(std::move(element));
  }

  void close(std::string_view) override {
    if (open_.empty()) return;
    const Open element = std::move(open_.back());
    open_.pop_back();
    if (element.role == Role::skipped) {
      --skipping_;
      return;
    }
    end(element);
    if (language_ != element.language_before) {
      language_ = element.language_before;
      composer_.set_language(language_);
    }
  }

  void text(std::string_view text) override {
    if (skipping_ > 0) return;
    if (in_title_)
      title_ += text;
    else if (in_caption_)
      caption_ += text;
    else
      composer_.text(text);
  }

  SourceText finish() {
    Metadata& metadata = composer_.metadata();
    if (metadata.title.empty()) {
      TextComposer line;
      line.text(title_);
      metadata.title = line.finish().text;
      if (metadata.title.ends_with('\n')) metadata.title.pop_back();
    }
    return composer_.finish();
  }

 private:
  struct Open {
    Role role = Role::inline_text;
    std::string language_before;
    int next_number = 0;  // of a numbered list
  };

  void read_language(std::string_view name, const Attributes& attributes) {
    // A page's own language is what its editor was set to; a paragraph's or span's was chosen.
    if (name == "html" || name == "body") return;
    std::string said = language_code(attributes["lang"]);
    if (said.empty()) said = language_code(attributes["xml:lang"]);
    if (said.empty()) said = language_of_class(attributes["class"]);
    if (said.empty() || said == language_) return;
    language_ = said;
    composer_.set_language(language_);
  }

  void begin(Open& element, std::string_view name, const Attributes& attributes) {
    switch (element.role) {
      case Role::block:
        if (const auto level = heading_class(attributes["class"]))
          composer_.begin_heading(*level);
        else if (in_item_)
          composer_.line_break();
        else
          composer_.end_paragraph();
        break;
      case Role::heading:
        composer_.begin_heading(name[1] - '0');
        break;
      case Role::list:
      case Role::numbered_list:
        composer_.end_line();
        element.next_number = attributes.has("start") ? static_cast<int>(span_of(attributes["start"])) : 1;
        break;
      case Role::item:
        composer_.mark_item(item_mark());
        in_item_ = true;
        break;
      case Role::table:
        composer_.begin_table();
        break;
      case Role::head_rows:
        in_head_ = true;
        break;
      case Role::row:
        composer_.begin_row(in_head_);
        break;
      case Role::cell:
      case Role::header_cell:
        composer_.begin_cell(span_of(attributes["rowspan"]), span_of(attributes["colspan"]),
                             element.role == Role::header_cell);
        break;
      case Role::caption:
        in_caption_ = true;
        break;
      case Role::line_break:
        composer_.line_break();
        break;
      case Role::furniture:
        composer_.begin_furniture();
        break;
      case Role::title:
        in_title_ = true;
        break;
      case Role::meta:
        read_meta(attributes);
        break;
      case Role::inline_text:
      case Role::skipped:
        break;
    }
  }

  void end(const Open& element) {
    switch (element.role) {
      case Role::block:
        if (in_item_)
          composer_.line_break();
        else
          composer_.end_paragraph();
        break;
      case Role::heading:
        composer_.end_paragraph();
        break;
      case Role::list:
      case Role::numbered_list:
        composer_.end_paragraph();
        break;
      case Role::item:
        composer_.end_line();
        in_item_ = std::ranges::any_of(open_, [](const Open& outer) { return outer.role == Role::item; });
        break;
      case Role::table:
        composer_.end_table();
        in_head_ = false;
        break;
      case Role::head_rows:
        in_head_ = false;
        break;
      case Role::cell:
      case Role::header_cell:
        composer_.end_cell();
        break;
      case Role::caption:
        in_caption_ = false;
        composer_.set_caption(caption_);
        caption_.clear();
        break;
      case Role::furniture:
        composer_.end_furniture();
        break;
      case Role::title:
        in_title_ = false;
        break;
      case Role::row:
      case Role::line_break:
      case Role::meta:
      case Role::inline_text:
      case Role::skipped:
        break;
    }
  }

  std::string item_mark() {
    for (auto outer = open_.rbegin(); outer != open_.rend(); ++outer) {
      if (outer->role == Role::numbered_list) return std::to_string(outer->next_number++) + ".";
      if (outer->role == Role::list) break;
    }
    return "-";
  }

  // Dublin Core in the head, as government sites give it (DCTERMS.issued, OVERHEID …).
  void read_meta(const Attributes& attributes) {
    std::string key(attributes["name"]);
    std::ranges::transform(key, key.begin(), lower);
    const std::string_view value = attributes["content"];
    if (value.empty()) return;
    Metadata& metadata = composer_.metadata();
    if (key == "dcterms.title" || key == "dc.title") {
      metadata.title = value;
    } else if (key == "dcterms.issued" || key == "dcterms.available" || key == "dc.date") {
      if (!metadata.date) metadata.date = PartialDate::parse_iso(value.substr(0, 10));
    } else if (key == "dcterms.creator" || key == "dc.creator") {
      if (metadata.author.empty()) metadata.author = value;
    }
  }

  TextComposer composer_;
  std::vector<Open> open_;
  std::string language_;
  std::string title_;
  std::string caption_;
  int skipping_ = 0;
  bool in_title_ = false;
  bool in_caption_ = false;
  bool in_item_ = false;
  bool in_head_ = false;
};

}  // namespace

Result<SourceText> read_html(std::string bytes, std::string_view name) {
  const std::string page = decode_markup(std::move(bytes));
  Reader reader;
  if (const auto error = parse_html(page, reader)) {
    return Problem{std::string(name), *error, "save it as plain text (.txt)"};
  }
  return reader.finish();
}

}  // namespace vraagbaak::indexer
