// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

namespace vraagbaak::indexer {

// What a file is, by its content alone: names and extensions lie.
enum class FileKind : std::uint8_t {
  text,
  csv,
  markdown,
  json,
  html,
  xml,
  pdf,
  docx,
  xlsx,
  open_text,      // .odt
  open_sheet,     // .ods
  open_document,  // another kind of OpenDocument: slides, drawings
  old_word,       // .doc: an OLE compound file, as the next two
  old_excel,      // .xls
  old_office,     // .ppt and others
  cut_office,     // of which the end is missing, so that nothing tells what it is
  locked_office,  // a .docx, .xlsx … behind a password
  rtf,
  zip,
  picture,
  binary,
};

// The kind of the file with these bytes (all of them: the list of a zip's members stands at its end).
// Text is whatever shows no other signature and holds no NUL outside UTF-16. Never reads further than it
// must; the empty file is text.
FileKind sniff(std::string_view bytes);

// What a text (well-formed UTF-8) that shows no other signature is: csv, markdown, json or text.
FileKind sniff_text(std::string_view text);

// In a word: "pdf", "docx", "odt" … as the extension has it.
std::string_view short_name(FileKind kind);
// For messages: "a PDF", "an Excel workbook (.xlsx)".
std::string_view describe(FileKind kind);
// How the user can make a text file of it; empty for text.
std::string_view advice(FileKind kind);

}  // namespace vraagbaak::indexer
