// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "indexer/readers/source_text.h"

namespace vraagbaak::indexer {

// The fields of one question in the open data of the Belgian Chamber (data.dekamer.be, QRVADOC), by name
// (SDOCNAME, DEPOTDAT, AUT, TITN, TEXTQN, TEXTA1N …). Values are plain UTF-8, <br> a line end.
using QrvaFields = std::map<std::string, std::string>;

bool is_qrva(const QrvaFields& fields);

// The question and its answers as one text: the head a line a field, VRAAG and the question, ANTWOORD and the
// answer; where the Chamber gives the French text, QUESTION and REPONSE below it, marked as French.
SourceText write_qrva(const QrvaFields& fields);

}  // namespace vraagbaak::indexer
