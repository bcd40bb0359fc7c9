// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "model/byte_span.h"
#include "query/whole_document.h"
#include "web/server/html_writer.h"
#include "web/server/index_session.h"
#include "web/server/views/marked_text.h"

namespace vraagbaak::web {

// `span` widened to whole lines of the text.
ByteSpan whole_lines(std::string_view text, ByteSpan span);

// Writes that part of a document as it stands: headings, paragraphs, tables as tables, page furniture set
// apart. A section that begins in it has the id "s" and its number; the first mark with an id has it, also
// where it begins in a table. `marks` in order of their beginning, in bytes of the document's text.
void write_document_text(HtmlWriter& html, const IndexSession& session, const query::WholeDocument& document,
                         ByteSpan span, const std::vector<TextMark>& marks);

}  // namespace vraagbaak::web
