// SPDX-License-Identifier: EUPL-1.2
#include "query/proof/proof.h"

#include "digest/sha256.h"

namespace vraagbaak::query {

namespace {

void add_found(ProofItem& item, const Candidate& found, const store::IndexReader& reader, FileBytes read) {
  if (found.figure && found.figure->value && !is_temporal(found.figure->kind)) {
    item.value = found.figure->value->print();
    item.unit = found.figure->unit;
  }
  ProofPlace place;
  place.document = found.citation.document;
  if (found.end > found.start) {
    place.text = found.text;
    place.start = found.start;
    place.end = found.end;
  }
  place.quote = found.citation.quote;
  place.quote_start = found.citation.start;
  place.quote_end = found.citation.end;
  if (const auto document = reader.find_document(place.document)) {
    place.source = document->source;
    place.text_sha256 = sha256(reader.document_text(document->id));
    if (const auto bytes = read(document->source)) place.source_sha256 = sha256(*bytes);
  }
  item.place = std::move(place);
}

}  // namespace

ProofItem proof_of(const Answer& answer, const store::IndexReader& reader, FileBytes read) {
  ProofItem item{"answer", answer.question, std::string(to_string(answer.status)), "", "", std::nullopt};
  if (answer.best) add_found(item, *answer.best, reader, read);
  return item;
}

ProofItem proof_of(const Verdict& verdict, const store::IndexReader& reader, FileBytes read) {
  ProofItem item{"verdict", verdict.claim, std::string(to_string(verdict.verdict)), "", "", std::nullopt};
  if (verdict.found) add_found(item, *verdict.found, reader, read);
  return item;
}

}  // namespace vraagbaak::query
