// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/sniff.h"
#include "model/document.h"
#include "model/result.h"
#include "model/source_table.h"

namespace vraagbaak::indexer {

// A heading that the format marks as one. `span` lies on one line of the text.
struct GivenHeading {
  ByteSpan span;
  int level = 1;  // 1 is the outermost
  friend bool operator==(const GivenHeading&, const GivenHeading&) = default;
};

// A paragraph of which the format says the language.
struct LanguageSpan {
  ByteSpan span;
  std::string language;  // ISO 639-1: nl, fr, en, de
  friend bool operator==(const LanguageSpan&, const LanguageSpan&) = default;
};

// What a format itself says of the structure of its text, tables apart; everything that stands here goes
// before what is read from the looks of the text. All lists are in the order of the text, their spans do not
// cross.
struct SourceOutline {
  std::vector<GivenHeading> headings;
  std::vector<Section> sections;  // notes and page furniture: kind, label and span alone
  std::vector<LanguageSpan> languages;
  Metadata metadata;  // what is empty is read from the text
  std::string day;    // the document's date in words, where the format marks it: "Donderdag 5 april 2018"
};

// What a reader makes of a file: the text that is stored and that all offsets refer to, its pages or sheets,
// and its tables and structure as far as the format tells them.
struct SourceText {
  std::string text;                 // well-formed UTF-8
  std::vector<Page> pages;          // tile the text; empty where the format has none
  std::vector<Sheet> sheets;        // of a workbook or a file of records; in order
  std::vector<SourceTable> tables;  // in order of their begin; empty where the format has none
  SourceOutline outline;
  std::vector<Problem> left_out;  // files of an archive that could not be read; `where` is their name in it
  FileKind kind = FileKind::text;
};

}  // namespace vraagbaak::indexer
