// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <limits>
#include <memory>
#include <mutex>

#include "indexer/readers/encoding.h"

namespace vraagbaak::indexer {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// libxml2 leaves an ampersand in attribute values as "&#38;" when it does not expand entities.
std::string attribute_value(std::string_view raw) {
  constexpr std::string_view kAmpersand = "&#38;";
  std::string value;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t found = raw.find(kAmpersand, at);
    value.append(raw, at, found == std::string_view::npos ? found : found - at);
    if (found == std::string_view::npos) break;
    value += '&';
    at = found + kAmpersand.size();
  }
  return value;
}

// One run of libxml2's parser, from C callbacks to a handler. Exceptions wait until the parser has returned.
class Run {
 public:
  Run(MarkupHandler& handler, int deepest) : handler_(handler), deepest_(deepest) {}

  void set_context(xmlParserCtxtPtr context) { context_ = context; }

  template <typename Event>
  void guard(Event event) {
    if (stopped_) return;
    try {
      event();
    } catch (...) {
      thrown_ = std::current_exception();
      stop();
    }
  }

  void open(std::string_view name, const Attributes& attributes) {
    guard([&] {
      if (++depth_ > deepest_) {
        error_ = "nests tags more than " + std::to_string(deepest_) + " deep";
        stop();
        return;
      }
      handler_.open(name, attributes);
    });
  }
  void close(std::string_view name) {
    guard([&] {
      --depth_;
      handler_.close(name);
    });
  }
  void text(const xmlChar* characters, int length) {
    guard([&] {
      handler_.text({reinterpret_cast<const char*>(characters), static_cast<std::size_t>(length)});
    });
  }
  void complain(const xmlError& error) {
    if (error.level != XML_ERR_FATAL || error.code == XML_ERR_UNDECLARED_ENTITY || error_) return;
    std::string message = error.message == nullptr ? "not well-formed" : error.message;
    message = message.substr(0, message.find('\n'));
    error_ = "is cut off or damaged (line " + std::to_string(error.line) + ": " + message + ")";
    stop();
  }

  // HTML's names in an XML document: &eacute; &nbsp;
  xmlEntityPtr entity(const xmlChar* name) {
    const htmlEntityDesc* known = htmlEntityLookup(name);
    if (known == nullptr) return nullptr;
    entity_text_.clear();
    append_utf8(entity_text_, known->value);
    entity_ = xmlEntity{};
    entity_.type = XML_ENTITY_DECL;
    entity_.name = name;
    entity_.content = reinterpret_cast<xmlChar*>(entity_text_.data());
    entity_.length = static_cast<int>(entity_text_.size());
    entity_.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    return &entity_;
  }

  std::optional<MarkupError> finish() {
    if (thrown_) std::rethrow_exception(thrown_);
    return error_;
  }

 private:
  void stop() {
    stopped_ = true;
    xmlStopParser(context_);
  }

  MarkupHandler& handler_;
  int deepest_;
  int depth_ = 0;
  bool stopped_ = false;
  xmlParserCtxtPtr context_ = nullptr;
  std::exception_ptr thrown_;
  std::optional<MarkupError> error_;
  std::string entity_text_;
  xmlEntity entity_{};
};

Run& run_of(void* data) {
  return *static_cast<Run*>(data);
}

void open_xml(void* data, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**,
              int count, int, const xmlChar** attributes) {
  Attributes list;
  for (int i = 0; i < count; ++i) {
    // Each is local name, prefix, URI, begin and end of the value.
    const xmlChar** attribute = attributes + static_cast<std::ptrdiff_t>(i) * 5;
    const auto* begin = reinterpret_cast<const char*>(attribute[3]);
    const auto* end = reinterpret_cast<const char*>(attribute[4]);
    list.add(view(attribute[0]), attribute_value({begin, static_cast<std::size_t>(end - begin)}));
  }
  run_of(data).open(view(name), list);
}
void close_xml(void* data, const xmlChar* name, const xmlChar*, const xmlChar*) {
  run_of(data).close(view(name));
}
void open_html(void* data, const xmlChar* name, const xmlChar** attributes) {
  Attributes list;
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    list.add(view(attributes[0]), std::string(view(attributes[1])));
  }
  run_of(data).open(view(name), list);
}
void close_html(void* data, const xmlChar* name) {
  run_of(data).close(view(name));
}
void take_text(void* data, const xmlChar* characters, int length) {
  run_of(data).text(characters, length);
}
void take_error(void* data, xmlErrorPtr error) {
  run_of(data).complain(*error);
}
xmlEntityPtr find_entity(void* data, const xmlChar* name) {
  return run_of(data).entity(name);
}

struct FreeContext {
  void operator()(xmlParserCtxtPtr context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    context->myDoc = nullptr;
    xmlFreeParserCtxt(context);
  }
};
using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

void prepare_library() {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
}

bool fits(std::string_view utf8) {
  return utf8.size() < static_cast<std::size_t>(std::numeric_limits<int>::max());
}

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
  for (const auto& [key, value] : values_) {
    if (key == name) return value;
  }
  return {};
}

bool Attributes::has(std::string_view name) const {
  return std::ranges::any_of(values_, [name](const auto& entry) { return entry.first == name; });
}

std::optional<MarkupError> parse_xml(std::string_view utf8, MarkupHandler& handler) {
  prepare_library();
  if (utf8.empty() || !fits(utf8)) return "holds no markup";
  Context context(xmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (context == nullptr) throw std::bad_alloc();
  Run run(handler, kDeepestMarkup);
  run.set_context(context.get());
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = open_xml;
  sax.endElementNs = close_xml;
  sax.characters = take_text;
  sax.ignorableWhitespace = take_text;
  sax.cdataBlock = take_text;
  sax.getEntity = find_entity;
  sax.serror = take_error;
  *context->sax = sax;
  context->userData = &run;
  xmlCtxtUseOptions(context.get(),
                    XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_IGNORE_ENC | XML_PARSE_NOWARNING);
  *context->sax = sax;  // the options may have put handlers of their own
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  xmlParseDocument(context.get());
  return run.finish();
}

std::optional<MarkupError> parse_html(std::string_view utf8, MarkupHandler& handler) {
  prepare_library();
  if (utf8.empty() || !fits(utf8)) return "holds no markup";
  Context context(htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (context == nullptr) throw std::bad_alloc();
  Run run(handler, kDeepestHtml);
  run.set_context(context.get());
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElement = open_html;
  sax.endElement = close_html;
  sax.characters = take_text;
  sax.ignorableWhitespace = take_text;
  sax.serror = take_error;
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOWARNING |
                                        HTML_PARSE_NOERROR | HTML_PARSE_IGNORE_ENC);
  *context->sax = sax;
  context->userData = &run;
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(context.get());
  return run.finish();
}

}  // namespace vraagbaak::indexer
