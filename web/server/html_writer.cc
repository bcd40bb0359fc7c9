// SPDX-License-Identifier: EUPL-1.2
#include "web/server/html_writer.h"

namespace vraagbaak::web {

HtmlWriter& HtmlWriter::open(std::string_view element, std::initializer_list<Attribute> attributes) {
  begin_tag(element, attributes);
  out_ += '>';
  open_.push_back(element);
  return *this;
}

HtmlWriter& HtmlWriter::close() {
  out_.append("</").append(open_.back()).append(">");
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  escape(text);
  return *this;
}

HtmlWriter& HtmlWriter::element(std::string_view element, std::initializer_list<Attribute> attributes,
                                std::string_view text) {
  open(element, attributes);
  escape(text);
  return close();
}

HtmlWriter& HtmlWriter::empty(std::string_view element, std::initializer_list<Attribute> attributes) {
  begin_tag(element, attributes);
  out_ += "/>";  // right in HTML for void elements and in XML for all
  return *this;
}

std::string HtmlWriter::take() {
  while (!open_.empty()) close();
  return std::exchange(out_, {});
}

void HtmlWriter::begin_tag(std::string_view element, std::initializer_list<Attribute> attributes) {
  out_.append("<").append(element);
  for (const Attribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    out_.append(" ").append(attribute.name).append("=\"");
    if (attribute.value != kSet) escape(attribute.value);
    out_ += '"';
  }
}

void HtmlWriter::escape(std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out_ += "&amp;";
        break;
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      case '\'':
        out_ += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') {
          out_ += "\xEF\xBF\xBD";
        } else {
          out_ += c;
        }
    }
  }
}

}  // namespace vraagbaak::web
