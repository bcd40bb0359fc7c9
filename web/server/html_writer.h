// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vraagbaak::web {

// A name and its value; an empty value leaves the attribute out, kSet sets one that takes none ("autofocus").
struct Attribute {
  std::string_view name;
  std::string_view value;
};
inline constexpr std::string_view kSet{"\x01", 1};

// Writes HTML or XML. Text and attribute values are escaped; there is no way to write unescaped text. Element
// and attribute names are literals of ours. Control characters that XML forbids come out as U+FFFD.
class HtmlWriter {
 public:
  // "<!doctype html>", or an XML declaration.
  void begin_html() { out_ += "<!doctype html>\n"; }
  void begin_xml() { out_ += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"; }

  HtmlWriter& open(std::string_view element, std::initializer_list<Attribute> attributes = {});
  // Closes the innermost open element.
  HtmlWriter& close();
  HtmlWriter& text(std::string_view text);
  // An element with nothing but text in it.
  HtmlWriter& element(std::string_view element, std::initializer_list<Attribute> attributes,
                      std::string_view text);
  // An element that has no content ("input", "br").
  HtmlWriter& empty(std::string_view element, std::initializer_list<Attribute> attributes = {});

  // What was written, with the elements still open closed.
  std::string take();

 private:
  void begin_tag(std::string_view element, std::initializer_list<Attribute> attributes);
  void escape(std::string_view text);

  std::string out_;
  std::vector<std::string_view> open_;
};

// An element that is open as long as this lives.
class Scope {
 public:
  Scope(HtmlWriter& writer, std::string_view element, std::initializer_list<Attribute> attributes = {})
      : writer_(writer) {
    writer_.open(element, attributes);
  }
  ~Scope() { writer_.close(); }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  HtmlWriter& writer_;
};

}  // namespace vraagbaak::web
