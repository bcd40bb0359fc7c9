// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// XML by its root element: publications of officielebekendmakingen.nl (Kamervragen with vraag and antwoord,
// Handelingen, CALS tables), VLOS reports of the Tweede Kamer, ParlaMint TEI, QRVADOC of the Belgian Chamber.
// Of any other the text of each element is a paragraph. A question becomes "Vraag 3" and its text, an answer
// "Antwoord 3", which the outline links. A Problem where the XML is cut off or damaged.
Result<SourceText> read_xml(std::string bytes, std::string_view name);

}  // namespace vraagbaak::indexer
