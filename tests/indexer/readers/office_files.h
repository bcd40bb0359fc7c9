// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "tests/support/zip_builder.h"

// Small Word, Excel and OpenDocument files round the XML that a test is about.
namespace vraagbaak::testing_support {

inline std::string docx(std::string_view body, std::string_view notes = "", std::string_view header = "") {
  const std::string open = "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>";
  std::vector<std::pair<std::string, std::string>> entries = {
      {"[Content_Types].xml", "<Types/>"},
      {"word/document.xml", open + std::string(body) + "</w:body></w:document>"},
      {"word/styles.xml",
       "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name w:val=\"heading "
       "1\"/></w:style>"
       "<w:style w:type=\"paragraph\" w:styleId=\"Eigen\"><w:name w:val=\"Eigen kop\"/><w:basedOn "
       "w:val=\"Kop1\"/>"
       "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style><w:style w:type=\"paragraph\" "
       "w:styleId=\"Ring\"><w:basedOn "
       "w:val=\"Ring\"/></w:style></w:styles>"},
      {"word/numbering.xml",
       "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start "
       "w:val=\"1\"/><w:numFmt "
       "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start "
       "w:val=\"1\"/><w:numFmt "
       "w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl></w:abstractNum><w:num "
       "w:numId=\"3\"><w:abstractNumId "
       "w:val=\"7\"/></w:num></w:numbering>"}};
  if (!notes.empty()) {
    entries.emplace_back("word/footnotes.xml",
                         "<w:footnotes xmlns:w=\"w\">" + std::string(notes) + "</w:footnotes>");
  }
  if (!header.empty()) {
    entries.emplace_back("word/header1.xml", "<w:hdr xmlns:w=\"w\">" + std::string(header) + "</w:hdr>");
  }
  return build_zip(entries);
}

inline std::string xlsx(std::string_view sheet, std::string_view hidden_sheet = "") {
  std::vector<std::pair<std::string, std::string>> entries = {
      {"xl/workbook.xml",
       "<x:workbook xmlns:x=\"x\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"Steun\" r:id=\"a\"/>" +
           std::string(hidden_sheet.empty() ? "" : "<x:sheet name=\"Bron\" state=\"hidden\" r:id=\"b\"/>") +
           "</x:sheets></x:workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" "
       "Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
      {"xl/sharedStrings.xml",
       "<sst><si><t>Gemeente</t></si><si><r><t>Sint-</t></r><r><t>Niklaas</t></r></si><si><t>Bedrag</t></"
       "si></sst>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" "
       "formatCode=\"[$€-813] #,##0.00\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "
       "numFmtId=\"10\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml",
       "\xEF\xBB\xBF<x:worksheet xmlns:x=\"x\">" + std::string(sheet) + "</x:worksheet>"}};
  if (!hidden_sheet.empty()) {
    entries.emplace_back("xl/worksheets/sheet2.xml",
                         "<worksheet>" + std::string(hidden_sheet) + "</worksheet>");
  }
  return build_zip(entries);
}

// `kind` is "text" or "spreadsheet".
inline std::string open_document(std::string_view kind, std::string_view content) {
  return build_zip({{"mimetype", "application/vnd.oasis.opendocument." + std::string(kind)},
                    {"content.xml",
                     "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" "
                     "xmlns:draw=\"d\" xmlns:style=\"s\">" +
                         std::string(content) + "</office:document-content>"}});
}

}  // namespace vraagbaak::testing_support
