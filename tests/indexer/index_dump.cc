// SPDX-License-Identifier: EUPL-1.2
#include "tests/indexer/index_dump.h"

#include "indexer/entry_builder.h"
#include "store/index_reader.h"
#include "store/integrity.h"
#include "store/passage_search.h"

namespace vraagbaak::indexer {
namespace {

const EntryBuilder& builder() {
  static const EntryBuilder instance(dictionaries());
  return instance;
}

std::string print(ByteSpan span) {
  return std::to_string(span.begin) + '-' + std::to_string(span.end) + ' ';
}

}  // namespace

const analysis::DictionarySource& dictionaries() {
  static const analysis::DictionarySource source = analysis::DictionarySource::built_in();
  return source;
}

std::string dump_index(const std::filesystem::path& db) {
  const store::IndexReader reader(db, builder().identity().fingerprint);
  std::string out;
  for (const store::DocumentRecord& document : reader.documents()) {
    for (const std::string& copy : document.copies) out += "copy " + copy + '\n';
    out += "== " + document.path + ' ' + document.metadata.title + ' ' + document.language + '\n';
    for (const store::SectionRecord& section : reader.sections(document.id)) {
      out += "section " + print(section.span) + std::string(to_string(section.kind)) + ' ' + section.label +
             ' ' + section.heading_path + '\n';
    }
    for (const QaPair& pair : reader.pairs(document.id)) {
      out += "pair " + pair.label + ' ' + std::to_string(pair.question) + ' ' + std::to_string(pair.answer) +
             '\n';
    }
    for (const store::PassageRecord& passage : reader.passages(document.id)) {
      out += "passage " + print(passage.span) + std::to_string(passage.start_code_point) + ' ' +
             passage.text + '\n';
      for (const store::FigureRecord& figure : reader.figures_in_passage(passage.id)) {
        out += "figure " + print(figure.figure.span) + figure.figure.unit + '\n';
      }
      for (const store::MentionRecord& mention : reader.mentions_in_passage(passage.id)) {
        out += "mention " + print(mention.span) + reader.entity(mention.entity)->name + '\n';
      }
    }
  }
  for (const char* query : {"\"steun\"", "\"~bedrijf\"", "\"dossier\" OR \"minister\""}) {
    const store::PassageSearch search(reader);
    out += std::string(query) + ' ' + std::to_string(search.count(query)) + '\n';
  }
  return out;
}

std::string damage_of(const std::filesystem::path& db) {
  std::string out;
  for (const std::string& problem :
       store::check_integrity(db, [](std::string_view text) { return builder().terms(text); })) {
    out += problem + '\n';
  }
  return out;
}

std::string sample_text(int number) {
  const std::string n = std::to_string(number);
  return "Schriftelijke vraag nr. " + n + "\nSteun aan bedrijven in dossier " + n +
         "\n\nVRAAG\n1. Hoeveel steun kregen de bedrijven in 20" + std::to_string(10 + number % 15) +
         "?\n2. Hoeveel ondernemingen vroegen steun aan?\n\nANTWOORD\n1. De bedrijven kregen " + n +
         ".500 euro steun.\n2. In totaal vroegen " + n +
         " ondernemingen steun aan bij de Vlaamse overheid. De minister volgt het dossier op.\n";
}

}  // namespace vraagbaak::indexer
